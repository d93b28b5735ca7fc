import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { COLUMN_KEYS, HEADER } from '../../../../utils/lists/csv/columns.ts'
import { NothingToExport } from '../../../../utils/lists/refusals.ts'
import { periodCsv, weeklyCsv } from '../../../../utils/lists/csv/weekly.ts'
import { cpuTime } from '../cpu-time.ts'
import { issue, statusEvent } from '../make-issue.ts'

const W47 = { year: 2026, week: 47 }
const shot = (hash: string) => ({ hash, takenAt: '2026-11-17T01:05:00Z', outlines: [] })

/** Records of a written file as header → cell. */
function records(bytes: Uint8Array): Record<string, string>[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true, delimiter: ',', newline: '\r\n' }).data
}

test('the columns are these, in this order', () => {
  expect(HEADER.join(',')).toBe(
    '序号,问题编号,责任单位,网站名称,网站标识码,栏目,问题类型,问题小类,问题级别,问题描述,错误原文,建议修改,上下文,页面标题,网址,父页面网址,页面位置,发布时间,截图,依据,发现时间,检查人,整改时限,整改状态,整改时间,复核人,复核结果,销号时间,备注',
  )
  expect(new Set(COLUMN_KEYS).size).toBe(HEADER.length)
})

describe('weeklyCsv', () => {
  test('writes every field of an issue', () => {
    const one = issue(12, { shots: [shot('a'), shot('b')], onHome: true, status: 'closed', note: '上级转来' })
    const events = [
      statusEvent(one.id, '2026-11-18T01:00:00Z', 'open', 'fixed', '教体局'),
      statusEvent(one.id, '2026-11-19T16:30:00Z', 'fixed', 'closed', '林禾'),
    ]
    const file = weeklyCsv([one], W47, new Map([[one.id, events]]))
    expect(file.name).toBe('问题清单-2026-W47.csv')
    expect(file.count).toBe(1)
    expect([...file.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(records(file.bytes)).toEqual([
      {
        序号: '1', 问题编号: '12', 责任单位: '青禾县教育和体育局', 网站名称: '青禾县人民政府门户网站', 网站标识码: '3799000001', 栏目: '教育动态',
        问题类型: '更新不及时', 问题小类: '栏目逾期未更新', 问题级别: '一般', 问题描述: one.description, 错误原文: '2026-09-30',
        建议修改: one.suggestion, 上下文: one.context, 页面标题: one.pageTitle, 网址: one.url, 父页面网址: one.parentUrl, 页面位置: '首页',
        发布时间: '2026-09-30', 截图: '12-1\n12-2', 依据: one.basis, 发现时间: '2026-11-17 09:05', 检查人: '何青', 整改时限: '2026-11-20',
        整改状态: '已销号', 整改时间: '2026-11-18', 复核人: '林禾', 复核结果: '通过', 销号时间: '2026-11-20', 备注: '上级转来',
      },
    ])
  })

  test('takes the issues of the week in Asia/Shanghai, whatever their status, without the deleted', () => {
    const issues = [
      issue(1, { foundAt: '2026-11-15T15:59:59.999Z' }),
      issue(5, { foundAt: '2026-11-22T15:59:59.999Z', status: 'no-action' }),
      issue(2, { foundAt: '2026-11-15T16:00:00.000Z' }),
      issue(6, { foundAt: '2026-11-22T16:00:00.000Z' }),
      issue(3, { status: 'false-alarm' }),
      issue(4, { deletedAt: '2026-11-18T00:00:00Z' }),
    ]
    const rows = records(weeklyCsv(issues, W47).bytes)
    expect(rows.map((row) => [row['序号'], row['问题编号'], row['整改状态']])).toEqual([
      ['1', '2', '待整改'], ['2', '3', '误报'], ['3', '5', '无需整改'],
    ])
  })

  test('gives the same bytes for the same data in any order', () => {
    const issues = [1, 2, 3, 4, 5].map((n) => issue(n))
    const twice = [issue(2, { id: '01JCZ0000000000000000000AA' }), issue(2, { id: '01JCZ0000000000000000000ZZ' })]
    expect(weeklyCsv([...issues, ...twice], W47).bytes).toEqual(weeklyCsv([...twice.reverse(), ...issues.reverse()], W47).bytes)
  })

  test('parses back to the recorded texts, formulas disarmed', () => {
    const nasty = issue(1, {
      description: '=HYPERLINK("http://evil.example","点此")', quote: '＝1+1', suggestion: '"引号", 逗号\r\n换行', context: 'a\u0000b\ud800',
      pageTitle: '标'.repeat(10_000), note: '-5', unitName: '@局',
    })
    expect(records(weeklyCsv([nasty], W47).bytes)[0]).toMatchObject({
      问题描述: `'${nasty.description}`, 错误原文: "'＝1+1", 建议修改: '"引号", 逗号\n换行', 上下文: 'ab\ufffd',
      页面标题: nasty.pageTitle, 备注: "'-5", 责任单位: "'@局",
    })
  })

  test('a text that no spreadsheet cell can hold is cut and says so', () => {
    const cell = records(weeklyCsv([issue(1, { context: '文'.repeat(40_000) })], W47).bytes)[0]?.['上下文'] ?? ''
    expect(cell.length).toBeLessThan(32_767)
    expect(cell).toMatch(/文……（过长，余下从略）$/)
  })

  test('an issue without a unit is named so', () => {
    expect(records(weeklyCsv([issue(1, { unitId: null, unitName: '' })], W47).bytes)[0]?.['责任单位']).toBe('未定单位')
  })

  test('says that there is nothing', () => {
    expect(() => weeklyCsv([], W47)).toThrow(NothingToExport)
    expect(() => weeklyCsv([issue(1, { deletedAt: '2026-11-18T00:00:00Z' })], W47)).toThrow(NothingToExport)
    expect(() => weeklyCsv([issue(1)], { year: 2026, week: 48 })).toThrow(NothingToExport)
    expect(new NothingToExport().says).toEqual({ key: 'lists.error.nothing' })
  })
})

test('periodCsv keeps a label that is no file name from making one', () => {
  const span = { from: '2026-10-01T00:00:00Z', to: '2027-01-01T00:00:00Z' }
  expect(periodCsv([issue(1)], span, '2026/四季度:全部').name).toBe('问题清单-2026_四季度_全部.csv')
  expect(periodCsv([issue(1)], span, '长'.repeat(200)).name).toMatch(/^问题清单-长{30,}\.csv$/)
})

test('10,000 issues are written in well under a second', () => {
  const issues = Array.from({ length: 10_000 }, (_, n) => issue(n + 1))
  expect(cpuTime(() => weeklyCsv(issues, W47))).toBeLessThan(1500)
})
