import zh from '../../assets/locales/zh-CN/roster.json' with { type: 'json' }
import { MAPPABLE, ROSTER_FIELDS, type Layout, type RosterField } from '../types/roster-import.ts'
import { foldName } from './name.ts'

/** A field of a roster file, and where each stands in a row. */
export type Field = RosterField
export type Places = Layout['places']

/**
 * Other names that offices give these columns, the most telling first. Remarks in brackets and marks such as `*` do not
 * count. From the template, tables of responsibility (栏目名称|具体内容|更新标准|保障部门; 版块|一级栏目|二级栏目|具体要求)
 * and the lists of inspection systems (网站名称|网站标识码|主管单位; 栏目|站点|部门).
 */
const SYNONYMS: Record<Field, string[]> = {
  unit: [
    '单位名称', '责任单位', '主办单位', '保障部门', '保障单位', '承办单位', '维护单位', '信息保障单位', '责任部门', '部门', '部门名称', '主管单位', '牵头单位',
    '责任主体', '填报单位', '机构', '机构名称', '责任科室',
  ],
  aliases: ['别名', '简称', '单位简称'],
  site: ['网站', '站点', '站点名称', '账号/网站名称', '所属网站'],
  address: ['网站网址', '网站地址', '站点地址', '首页网址', '首页地址', '网站域名', '域名'],
  code: ['标识码', '政府网站标识码', '唯一标识'],
  column: ['栏目名称', '所属栏目', '频道名称', '栏目路径'],
  columnAddress: ['栏目地址', '栏目链接', '栏目url', '栏目链接地址'],
  class: ['栏目类型', '类别'],
  days: ['时限', '更新时限', '更新时限天', '更新天数', '更新标准', '更新频率', '更新频次', '更新周期', '更新要求', '内容更新要求', '提供内容时效标准', '时效标准', '时效要求', '具体要求'],
  exemption: ['豁免原因', '免考核', '报备原因', '不更新原因'],
  level1: ['一级', '一级栏目名称', '一级目录'],
  level2: ['二级', '二级栏目名称', '二级目录'],
  level3: ['三级', '三级栏目名称', '三级目录'],
}

/** A list of problems, whose addresses are of pages with a problem and never of a site or column. */
const OF_PROBLEMS = /^(?:问题类型|错误类型|问题描述|错敏词|疑似错误详情|错误原文|错误内容|问题级别)$/
/** Longer cells are no header. */
const LONGEST_NAME = 30

/** Field and how telling the name is: 0 the template's own. */
const FIELD_OF_NAME = new Map<string, { field: Field; rank: number }>(
  MAPPABLE.flatMap((field) => [zh.field[field], ...SYNONYMS[field]].map((name, rank): [string, { field: Field; rank: number }] => [fold(name), { field, rank }])),
)

/** The name of a field in roster files; Chinese whatever the interface speaks, so that files can be exchanged. */
export function nameOfField(field: Field): string {
  return zh.field[field]
}

/** Reads a header row: order free, columns that it does not know ignored; of two for one field the more telling name counts, then the first. */
export function placesOf(cells: readonly string[]): Places {
  const places: Places = {}
  const ranks: Partial<Record<Field, number>> = {}
  for (const [at, cell] of cells.entries()) {
    const known = fieldOf(cell)
    if (!known || (ranks[known.field] ?? Infinity) <= known.rank) continue
    places[known.field] = at
    ranks[known.field] = known.rank
  }
  if (cells.some((cell) => OF_PROBLEMS.test(fold(cell)))) {
    delete places.address
    delete places.columnAddress
  }
  return places
}

/** True for the table of our own template and export, which leaves nothing out and has names as they are. */
export function isTemplate(places: Places): boolean {
  return ROSTER_FIELDS.every((field) => places[field] !== undefined)
}

function fieldOf(cell: string): { field: Field; rank: number } | null {
  return cell.length > LONGEST_NAME ? null : (FIELD_OF_NAME.get(fold(cell)) ?? null)
}

function fold(name: string): string {
  return foldName(name).replace(/\([^()]*\)|\[[^[\]]*\]|[*:：]/g, '')
}
