import { readXlsx } from 'hucre/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { accountsXlsx, type PrintedAccount } from '../../../../utils/lists/sheet/accounts-xlsx.ts'
import { selfCheckXlsx, type PrintedRow, type SelfCheckXlsxInput } from '../../../../utils/lists/sheet/self-check-xlsx.ts'
import type { Account } from '../../../../utils/types/account.ts'
import { convert, SOFFICE, UTF8_CSV } from '../soffice.ts'

const row = (change: Partial<PrintedRow> = {}): PrintedRow => ({
  indicator: 'W-V4.3', kind: 'veto', object: '青禾县人民政府', name: '空白栏目', rule: '没有任何内容的栏目达到5个。', state: 'pass', result: '现有 2 个，达到 5 个即否决：甲、乙',
  places: [{ name: '甲', url: 'http://www.qinghe.gov.cn/a/' }], note: '', byHand: false, ...change,
})
const item = { name: '甲', url: 'http://www.qinghe.gov.cn/a/', day: '2026-10-12', ageDays: 40, onHome: true }
const INPUT: SelfCheckXlsxInput = {
  siteName: '青禾县人民政府', period: '2026年第47周', today: '2026-11-21', pages: 12, columns: 7,
  rows: [
    row(),
    row({ indicator: 'W-H1', kind: 'local', name: '新版国徽', rule: '网站使用的国徽图案为新版。', result: '人工判定', places: [], note: '=1+1 已更换', byHand: true }),
    row({ state: 'unchecked', places: Array.from({ length: 20 }, (_, i) => ({ name: `页面${i}`, url: `http://a.gov.cn/${i}` })) }),
  ],
  counters: [{ name: '空白栏目', indicator: 'W-V4.3', count: 2, warnAt: 3, limit: 5, state: 'none', items: [item], suspected: [{ ...item, day: null, ageDays: null, onHome: false }], unread: false }],
  unread: { known: 9, columns: [{ name: '规划计划', unit: '县发展和改革局', className: '规划计划', url: 'www.qinghe.gov.cn/zwgk/ghjh/' }] },
}

describe('自查表', () => {
  test('has the four columns that offices send up', async () => {
    const { name, bytes } = await selfCheckXlsx(INPUT)
    expect(name).toBe('青禾县人民政府自查表_2026年第47周.xlsx')
    const [table, counters, unread] = (await readXlsx(bytes)).sheets
    expect([table?.name, counters?.name, unread?.name]).toEqual(['自查表', '单项否决计数', '未读栏目'])
    expect(table?.rows[0]?.[0]).toBe('青禾县人民政府网站检查指标自查表（2026年第47周）')
    expect(String(table?.rows[1]?.[0])).toContain('“未检查”不等于合格')
    expect(table?.rows[3]).toEqual(['检查对象', '指标', '评分细则', '检查情况'])
    expect(table?.rows[4]).toEqual(['青禾县人民政府', '空白栏目\n单项否决', '没有任何内容的栏目达到5个。', '【合格】现有 2 个，达到 5 个即否决：甲、乙\n甲 http://www.qinghe.gov.cn/a/'])
    expect(table?.rows[5]?.[3]).toBe('【合格】人工判定\n备注：=1+1 已更换')
    expect(String(table?.rows[6]?.[3]).split('\n')).toHaveLength(10)
    expect(counters?.rows[2]).toEqual(['空白栏目（W-V4.3）', 2, 3, 5, '未达预警', '甲（据首页板块），最后更新 2026-10-12，40 天前 http://www.qinghe.gov.cn/a/', '甲 http://www.qinghe.gov.cn/a/'])
    expect(unread?.rows[0]?.[0]).toBe('底册里本轮没有读的栏目（1 / 9）')
    expect(unread?.rows[2]?.[0]).toBe('规划计划')
  })

  test('nothing in it is a formula; the same data gives the same bytes', async () => {
    const { bytes } = await selfCheckXlsx({ ...INPUT, siteName: '=cmd|x\u0000', rows: [row({ object: '=1', name: '＝1', rule: '+1', result: '@x' })] })
    const files = unzipSync(bytes)
    expect(strFromU8(files['xl/worksheets/sheet1.xml'] as Uint8Array)).not.toContain('<f>')
    expect(await selfCheckXlsx(INPUT)).toEqual(await selfCheckXlsx(INPUT))
  })

  test('without a roster there is no sheet of what was not read', async () => {
    expect((await readXlsx((await selfCheckXlsx({ ...INPUT, unread: null })).bytes)).sheets).toHaveLength(2)
  })

  test.skipIf(!SOFFICE)('LibreOffice opens it and shows the same cells', { timeout: 130_000 }, async () => {
    const seen = convert('self-check.xlsx', (await selfCheckXlsx(INPUT)).bytes, 'csv', { out: `Text - txt - csv (StarCalc):${UTF8_CSV}` })
    const cells = Papa.parse<string[]>(new TextDecoder('utf-8', { fatal: true }).decode(seen), { delimiter: ',' }).data
    expect(cells[3]).toEqual(['检查对象', '指标', '评分细则', '检查情况'])
    expect(cells[4]?.[3]).toBe('【合格】现有 2 个，达到 5 个即否决：甲、乙\n甲 http://www.qinghe.gov.cn/a/')
    expect(cells[5]?.[3]).toBe('【合格】人工判定\n备注：=1+1 已更换')
  })
})

describe('政务新媒体监测表', () => {
  const account: Account = { id: 'a', platform: 'weixin', name: '青禾发布', owner: '青禾县人民政府办公室', unitId: null, url: null, address: null, deadlineDays: null, lastUpdate: '2026-11-01', status: 'active', note: '' }
  const rows: PrintedAccount[] = [
    { number: 1, account, state: 'overdue', ageDays: 20, limitDays: 14, overDays: 6, platform: '微信', overdue: '最后更新 2026-11-01，已 20 天，逾期 6 天' },
    { number: 2, account: { ...account, name: '爱青禾', status: 'closed' }, state: 'closed', ageDays: null, limitDays: 10, overDays: 0, platform: 'APP', overdue: '—' },
  ]

  test('has the five columns of the annex', async () => {
    const { name, bytes } = await accountsXlsx(rows, '2026-11-21')
    expect(name).toBe('政务新媒体监测表_2026-11-21.xlsx')
    const [sheet] = (await readXlsx(bytes)).sheets
    expect(sheet?.rows[1]?.[0]).toBe('监测时间点：2026-11-21。共 2 个账号，在用 1 个，逾期 1 个，未登记更新时间 0 个。')
    expect(sheet?.rows.slice(3)).toEqual([
      ['序号', '账号名称', '开设主体', '状态', '逾期情况'],
      [1, '青禾发布（微信）', '青禾县人民政府办公室', '在用', '最后更新 2026-11-01，已 20 天，逾期 6 天'],
      [2, '爱青禾（APP）', '青禾县人民政府办公室', '注销', '—'],
    ])
  })

  test.skipIf(!SOFFICE)('LibreOffice opens it', { timeout: 130_000 }, async () => {
    const seen = convert('accounts.xlsx', (await accountsXlsx(rows, '2026-11-21')).bytes, 'csv', { out: `Text - txt - csv (StarCalc):${UTF8_CSV}` })
    expect(new TextDecoder().decode(seen)).toContain('青禾发布（微信）')
  })
})
