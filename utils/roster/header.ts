import zh from '../../assets/locales/zh-CN/roster.json' with { type: 'json' }
import { foldName } from './name.ts'

/** The fields of a roster file, in the order of the template. */
export const FIELDS = ['unit', 'aliases', 'site', 'address', 'code', 'column', 'columnAddress', 'class', 'days', 'exemption'] as const

export type Field = (typeof FIELDS)[number]

/** Where each field stands in a row; absent where the file has no such column. */
export type Places = Partial<Record<Field, number>>

/** Other names that offices give these columns. Remarks in brackets and marks such as `*` do not count. */
const SYNONYMS: Record<Field, string[]> = {
  unit: ['单位名称', '责任单位', '主办单位', '保障部门', '保障单位', '部门'],
  aliases: ['别名', '简称', '单位简称'],
  site: ['网站', '站点', '站点名称'],
  address: ['网站网址', '网站地址', '站点地址', '首页网址', '域名'],
  code: ['标识码', '政府网站标识码'],
  column: ['栏目名称'],
  columnAddress: ['栏目地址', '栏目链接'],
  class: ['栏目类型', '类别'],
  days: ['时限', '更新时限天', '更新天数'],
  exemption: ['豁免原因', '免考核', '报备原因'],
}

const FIELD_OF_NAME = new Map<string, Field>(FIELDS.flatMap((field) => [zh.field[field], ...SYNONYMS[field]].map((name): [string, Field] => [fold(name), field])))

/** The name of a field in roster files; Chinese whatever the interface speaks, so that files can be exchanged. */
export function nameOfField(field: Field): string {
  return zh.field[field]
}

/** Reads a header row: order free, columns that it does not know ignored, of two with one name the first counts. */
export function placesOf(cells: readonly string[]): Places {
  const places: Places = {}
  for (const [at, cell] of cells.entries()) {
    const field = FIELD_OF_NAME.get(fold(cell))
    if (field) places[field] ??= at
  }
  return places
}

function fold(name: string): string {
  return foldName(name).replace(/\([^()]*\)|\[[^[\]]*\]|[*:：]/g, '')
}
