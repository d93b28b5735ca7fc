import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { readingLogCsv, readingLogXlsx, type PrintedLog } from '../../../../utils/lists/sheet/reading-log-xlsx.ts'
import { dutyCount, dutyDays } from '../../../../utils/ledger/duty.ts'
import type { LoggedVisit } from '../../../../utils/types/duty.ts'
import type { Shift } from '../../../../utils/types/visit.ts'
import { convert, SOFFICE } from '../soffice.ts'

const visit = (day: string, shift: Shift, clock: string, change: Partial<LoggedVisit> = {}): LoggedVisit => ({
  id: `${day} ${clock}`, day, shift, startedAt: `${day}T${clock}:00.000Z`, endedAt: `${day}T${clock}:50.000Z`, reader: '王小青', unitId: 'u1', unitName: '青禾县教育和体育局', site: 'www.qinghe.gov.cn',
  siteName: '青禾县人民政府', columnName: '动态要闻', columnId: 'c1', title: '动态要闻', kind: 'column', url: 'http://www.qinghe.gov.cn/xw/', address: 'www.qinghe.gov.cn/xw', dwell: 90, parts: [], findings: 2,
  by: 'page', note: '', deletedAt: null, issues: 1, handled: 0, ...change,
})

const VISITS = [
  visit('2026-10-08', 'morning', '01:05'),
  visit('2026-10-08', 'morning', '02:30', { id: 'b', address: 'www.qinghe.gov.cn/gg', columnName: '=通知公告', reader: '李青', handled: 1, note: '已电话告知' }),
  visit('2026-10-10', 'afternoon', '07:00', { id: 'c', by: 'hand', url: '', address: '', siteName: '', columnName: '县政府网站 首页', findings: 0, issues: 0, note: '用手机读' }),
]
const DAYS = dutyDays(VISITS, '2026-10-01', '2026-10-31', { today: '2026-10-11', shift: 'morning', since: '2026-10-07', notes: new Map([['2026-10-09', '机房停电']]) })
const LOG: PrintedLog = { month: { month: '2026-10', days: DAYS, ...dutyCount(DAYS) }, visits: VISITS, today: '2026-10-11' }

const SHIFTS = [
  ['2026-10-07\n星期三', '国庆节', '当日', '', '漏读', 0, '', '', 0, 0, 0, 0, ''],
  ['2026-10-08\n星期四', '工作日', '上午', '王小青、李青', '青禾县人民政府：动态要闻；青禾县人民政府：=通知公告', 2, '09:05', '10:30', 3, 4, 2, 1, '已电话告知'],
  ['2026-10-08\n星期四', '工作日', '下午', '', '漏读', 0, '', '', 0, 0, 0, 0, ''],
  ['2026-10-09\n星期五', '工作日', '上午', '', '漏读', 0, '', '', 0, 0, 0, 0, '机房停电'],
  ['2026-10-09\n星期五', '工作日', '下午', '', '漏读', 0, '', '', 0, 0, 0, 0, '机房停电'],
  ['2026-10-10\n星期六', '国庆节', '上午', '', '漏读', 0, '', '', 0, 0, 0, 0, ''],
  ['2026-10-10\n星期六', '国庆节', '下午', '王小青', '青禾县教育和体育局：县政府网站 首页', 1, '', '', 2, 0, 0, 0, '用手机读'],
]

describe('the duty log as a workbook', () => {
  test('has a row a shift, with what was missed and why, and nothing before the log began or ahead', async () => {
    const { name, bytes } = await readingLogXlsx(LOG)
    expect(name).toBe('读网记录_2026年10月.xlsx')
    const [shifts, lines] = (await readXlsx(bytes)).sheets
    expect(shifts?.rows[0]?.[0]).toBe('2026年10月读网记录')
    expect(shifts?.rows[1]?.[0]).toBe('制表日期：2026-10-11。应读 7 班次，已读 2 班次，漏读 5 班次。')
    expect(shifts?.rows[3]).toEqual(['日期', '日别', '班次', '读网人', '读的网站和栏目', '页面数', '开始', '结束', '用时（分）', '疑点', '记录问题', '已处理', '备注'])
    const cells = shifts?.rows.slice(4).map((row) => row.map((cell) => cell ?? ''))
    // Today is a Sunday that is not over; it has a row and no gap.
    expect(cells?.slice(0, -1).map((row) => row.map((cell, n) => (row[1] === '国庆节' && n === 1 ? '国庆节' : cell)))).toEqual(SHIFTS)
    expect(cells?.[cells.length - 1]?.slice(0, 5)).toEqual(['2026-10-11\n星期日', '休息日', '当日', '', ''])
    expect(lines?.rows.slice(2).map((row) => [row[0], row[3], row[7], row[13], row[14] ?? ''])).toEqual([
      [1, '09:05—09:05', '动态要闻', '自动', ''], [2, '10:30—10:30', '=通知公告', '自动', '已电话告知'], [3, '', '县政府网站 首页', '补记', '用手机读'],
    ])
  })

  test.skipIf(!SOFFICE)('opens in LibreOffice with the same cells', { timeout: 130_000 }, async () => {
    const { bytes } = await readingLogXlsx(LOG)
    const seen = convert('log.xlsx', bytes, 'csv', { out: 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false' })
    const cells = Papa.parse<string[]>(new TextDecoder('utf-8', { fatal: true }).decode(seen), { delimiter: ',', skipEmptyLines: true }).data
    expect(cells[3]?.slice(0, 5)).toEqual(['日期', '日别', '班次', '读网人', '读的网站和栏目'])
    expect(cells[5]?.slice(3)).toEqual(SHIFTS[1]!.slice(3).map(String))
    expect(cells).toHaveLength(4 + SHIFTS.length + 1)
  })
})

test('the lines as CSV, formulas disarmed', () => {
  const { name, text } = readingLogCsv(LOG)
  expect(name).toBe('读网记录明细_2026年10月.csv')
  const rows = Papa.parse<string[]>(text, { skipEmptyLines: true }).data
  expect(rows.map((row) => row.length)).toEqual([15, 15, 15, 15])
  expect(rows[2]?.[7]).toBe("'=通知公告")
})
