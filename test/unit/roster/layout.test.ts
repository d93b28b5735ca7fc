import { describe, expect, test } from 'vitest'
import { fillDown } from '../../../utils/roster/fill-down.ts'
import { guessLayout, layoutAt, shapeOf } from '../../../utils/roster/layout.ts'
import { parseTable } from '../../../utils/roster/parse.ts'
import { daysOfWords } from '../../../utils/roster/period.ts'
import type { Table } from '../../../utils/roster/table.ts'

const table = (...lines: string[]): Table => ({ name: '', rows: lines.map((line, at) => ({ line: at + 1, cells: line.split('|') })) })

describe('the header is found', () => {
  test.each<[string, string[], number, Record<string, number>]>([
    ['of our template', ['单位|单位别名|网站名称|网址|网站标识码|栏目|栏目网址|栏目类别|更新时限（天）|免考核原因', '甲'], 0, { unit: 0, aliases: 1, site: 2, address: 3, code: 4, column: 5, columnAddress: 6, class: 7, days: 8, exemption: 9 }],
    ['of 栏目保障责任表', ['附件1', '栏目责任表', '栏目名称(一级/二级/三级)|具体内容|提供内容时效标准|更新标准|保障部门', '政务公开>通知公告|甲|乙|每周|丙'], 2, { column: 0, days: 3, unit: 4 }],
    ['of 版块表', ['版块|一级栏目|二级栏目|内容说明|具体要求', '公开|通知|公告|甲|每月'], 0, { level1: 1, level2: 2, days: 4 }],
    ['of a list of problems: its addresses are no columns\'', ['序号|所属栏目|错误类型|疑似错误详情|地址|网址|父链接地址|定位地址', '1|甲|乙|丙|丁|戊|己|庚'], 0, { column: 1 }],
    ['of an inspection system', ['错敏词|网站名称|网站标识码|主管单位', '甲|乙|丙|丁'], 0, { site: 1, code: 2, unit: 3 }],
    ['of work orders', ['栏目|站点|大类|子类|部门|URL|错误内容', '甲|乙|丙|丁|戊|己|庚'], 0, { column: 0, site: 1, unit: 4 }],
    ['nowhere: the first row, and nothing known', ['甲|乙', '丙|丁'], 0, {}],
  ])('%s', (_, lines, header, places) => {
    expect(guessLayout(table(...lines))).toMatchObject({ header, places })
  })

  test('a person may name another row', () => {
    expect(layoutAt(table('单位|栏目', '部门|栏目名称|网址', '甲|乙|丙'), 1)).toMatchObject({ header: 1, places: { unit: 0, column: 1, address: 2 } })
    expect(layoutAt(table('甲|乙'), -1)).toMatchObject({ header: -1, places: {} })
  })

  test('a table is known again by its header', () => {
    const [one, two] = [table('标题', '单位|栏 目', '甲|乙'), table('单位|栏目', '丙|丁')]
    expect(shapeOf(one, guessLayout(one))).toBe(shapeOf(two, guessLayout(two)))
  })
})

describe('empty cells that mean "as above"', () => {
  test('a level above a named one, never one beside it', () => {
    const rows = table('公开|通知|', '|公告|', '||预算', '服务||', '|指南|', '|').rows
    expect(fillDown(rows, { level1: 0, level2: 1, level3: 2 }, false).map(({ cells }) => cells.join('|'))).toEqual(['公开|通知|', '公开|公告|', '公开|公告|预算', '服务||', '服务|指南|', '|'])
  })

  test('the unit, where many cells are empty; in our own template never', () => {
    const merged = table('单位|栏目', '甲|一', '|二', '|三', '乙|四')
    const { roster } = parseTable(merged, { ...guessLayout(merged), site: 'a.gov.cn' })
    expect(roster.columns.map(({ unitName }) => unitName)).toEqual(['甲', '甲', '甲', '乙'])
    expect(guessLayout(table('单位|单位别名|网站名称|网址|网站标识码|栏目|栏目网址|栏目类别|更新时限（天）|免考核原因', '甲|||||一', '|||||二'))).toMatchObject({ fillDown: false })
  })

  test('a new site does not take the address of the one above', () => {
    const rows = table('甲网|a.gov.cn|一', '||二', '乙网||三').rows
    expect(fillDown(rows, { site: 0, address: 1, column: 2 }, true).map(({ cells }) => cells.join('|'))).toEqual(['甲网|a.gov.cn|一', '甲网|a.gov.cn|二', '乙网||三'])
  })
})

test('two columns of one name are told apart by the one above them', () => {
  const twins = table('一级栏目|二级栏目|责任单位', '教育|工作动态|甲局', '医疗|工作动态|乙局', '公开|通知公告|甲局')
  const { roster, problems } = parseTable(twins, { ...guessLayout(twins), site: 'www.qinghe.gov.cn' })
  expect(problems).toEqual([])
  expect(roster.columns.map(({ name, unitName }) => [name, unitName])).toEqual([['教育 > 工作动态', '甲局'], ['医疗 > 工作动态', '乙局'], ['通知公告', '甲局']])
})

test.each<[string, number | null | 'unknown']>([
  ['14', 14], ['１４天', 14], ['30.0', 30], ['2周', 14], ['两周内', 14], ['每周更新不少于1条', 7], ['每周至少更新2次', 7], ['每两周', 14], ['每月', 31], ['每季度更新', 92], ['每半年', 183],
  ['半年', 183], ['6个月', 183], ['六个月内', 183], ['每年', 365], ['1年', 365], ['十二个月', 366], ['20个工作日内', 28], ['5个工作日', 7], ['每工作日不少于1条', 3], ['每日更新', 1], ['每天', 1],
  ['每15天', 15], ['及时更新', null], ['信息形成后及时公开', null], ['按要求', null], ['', null], ['很快', 'unknown'], ['0', 'unknown'], ['9999', 'unknown'], ['-5', 'unknown'],
])('%s is %s days', (words, days) => {
  expect(daysOfWords(words)).toBe(days)
})
