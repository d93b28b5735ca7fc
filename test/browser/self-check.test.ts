import { readFile } from 'node:fs/promises'
import { readXlsx } from 'hucre/xlsx'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { countyManifest, ROSTER_CSV, type Manifest } from '../sites/manifest.ts'
import { createCountyServer } from '../sites/server.ts'
import type { SelfCheckRecord } from '../../utils/types/round.ts'
import { readAll } from './kit/database.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/** 自查 over a part of the demonstration county: pages are read, counted, ticked, and handed up. */
const { running, person } = await session(await createCountyServer())
let page: Page
let manifest: Manifest

/** The health site, home page first, and two columns of the portal. */
const READ = [
  'http://wjj.qinghe.gov.cn/', 'http://wjj.qinghe.gov.cn/gzdt.htm', 'http://wjj.qinghe.gov.cn/tzgg.htm', 'http://wjj.qinghe.gov.cn/zcjd.htm',
  'http://www.qinghe.gov.cn/zwgk/rsxx/', 'http://www.qinghe.gov.cn/zwgk/zdjc/', 'http://www.qinghe.gov.cn/hdjl/xzxx/', 'http://www.qinghe.gov.cn/zwgk/tjxx/',
]

beforeAll(async () => {
  manifest = countyManifest(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
  page = await running.context.newPage()
  // The pages are read before the roster is imported: their columns must be known all the same.
  for (const url of READ) await person.visit(page, url)
  await person.importRoster({ name: '台账.csv', buffer: Buffer.from(ROSTER_CSV) })
}, 240_000)

/** Planted faults on the pages of one host that were read. */
const planted = (host: string, check: string) => manifest.faults.filter((fault) => READ.includes(fault.url) && new URL(fault.url).host === host && fault.check === check).length

async function openSelfCheck(site: string): Promise<Page> {
  const desk = await person.desk()
  await desk.bringToFront()
  await desk.getByRole('button', { name: '自查', exact: true }).click()
  await desk.locator('.check-site select').selectOption({ label: site })
  return desk
}

const counter = (desk: Page, name: string): Locator => desk.locator('.counter', { has: desk.getByText(name, { exact: true }) })
const row = (desk: Page, name: string): Locator => desk.locator('.check-table tbody tr', { has: desk.getByText(name, { exact: true }) })

test('the counters hold just the planted faults of the columns, each once', async () => {
  const desk = await openSelfCheck('青禾县卫生健康局 · 已读 4 页')
  // The home page shows 工作动态 as a block too.
  await counter(desk, '动态要闻和公告政策栏目不更新').getByText(`现有 ${planted('wjj.qinghe.gov.cn', 'freshness/column-overdue')} 个，满 5 个否决`).waitFor()
  await counter(desk, '空白栏目').getByText(`现有 ${planted('wjj.qinghe.gov.cn', 'structure/blank-column')} 个，满 5 个否决`).waitFor()
  await counter(desk, '应更新栏目长期不更新').getByText('现有 0 个').waitFor()
  const home = counter(desk, '首页不更新')
  expect(planted('wjj.qinghe.gov.cn', 'freshness/home-overdue')).toBe(1)
  await home.getByText('最近更新在 20 天前，满 15 天否决').waitFor()
  await home.getByText('已达否决').waitFor()
  await counter(desk, '留言超过3个月未回应').getByText('没有读到').waitFor()
  await desk.getByText('底册里本轮没有读的栏目（1 / 4）').click()
  await desk.getByRole('button', { name: '打开 机构概况' }).waitFor()
})

test('another site: personnel, decisions, a letter; statistics without dates are for a person to see', async () => {
  const desk = await openSelfCheck('青禾县人民政府 · 已读 4 页')
  await counter(desk, '应更新栏目长期不更新').getByText(`现有 ${planted('www.qinghe.gov.cn', 'freshness/column-overdue')} 个，满 10 个否决`).waitFor()
  await counter(desk, '应更新栏目长期不更新').getByText('待人工确认的（1）').waitFor()
  await counter(desk, '空白栏目').getByText('现有 1 个').waitFor()
  await counter(desk, '留言超过3个月未回应').getByText('已达否决').waitFor()
  await counter(desk, '首页不更新').getByText('没有读到').waitFor()
})

test('a tick by hand is kept at once, for this site and this round only', async () => {
  const desk = await openSelfCheck('青禾县卫生健康局 · 已读 4 页')
  await row(desk, '新版国徽').getByRole('combobox').selectOption({ label: '合格' })
  await row(desk, '新版国徽').getByRole('textbox').fill('已更换，李青复核')
  await row(desk, '新版国徽').getByRole('textbox').press('Tab')
  await row(desk, '新版国徽').locator('.check-pass').waitFor()
  // The mark tells of the first of two changes only.
  await until(async () => JSON.stringify(await desk.evaluate(readAll<SelfCheckRecord>, 'selfChecks')).includes('李青复核'), () => 'the note was never kept')
  await desk.reload()
  await openSelfCheck('青禾县卫生健康局 · 已读 4 页')
  await row(desk, '新版国徽').locator('.check-pass').waitFor()
  await expect.poll(() => row(desk, '新版国徽').getByRole('textbox').inputValue()).toBe('已更换，李青复核')
  await desk.getByRole('button', { name: '本季度' }).click()
  await row(desk, '新版国徽').locator('.check-person').waitFor()
  await desk.getByRole('button', { name: '本周' }).click()
  await row(desk, '新版国徽').locator('.check-pass').waitFor()
})

test('the table is exported as offices send it up', async () => {
  const desk = await openSelfCheck('青禾县卫生健康局 · 已读 4 页')
  const waiting = desk.waitForEvent('download')
  await desk.getByRole('button', { name: '导出自查表' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/^青禾县卫生健康局自查表_\d{4}年第\d+周\.xlsx$/)
  const [table, counters, unread] = (await readXlsx(await readFile(await download.path()))).sheets
  expect(table?.rows[3]).toEqual(['检查对象', '指标', '评分细则', '检查情况'])
  const result = (name: string) => String(table?.rows.find((cells) => String(cells[1]).startsWith(`${name}\n`))?.[3])
  expect(result('首页不更新')).toMatch(/^【不合格】/)
  expect(result('新版国徽')).toBe('【合格】人工判定\n备注：已更换，李青复核')
  expect(result('留言超过3个月未回应')).toBe('【未检查】本轮没有检查')
  expect(result('空白栏目')).toMatch(/^【未检查】现有 1 个，达到 5 个即否决：政策解读\n政策解读 http:\/\/wjj\.qinghe\.gov\.cn\/zcjd\.htm$/)
  expect(counters?.rows.find((cells) => String(cells[0]).includes('W-V4.1'))?.slice(1, 5)).toEqual([1, 3, 5, '未达预警'])
  expect(unread?.rows.slice(2).map((cells) => cells[0])).toEqual(['机构概况'])
})

test('accounts: pasted, updated, exported', async () => {
  const desk = await person.desk()
  await desk.getByRole('button', { name: '政务新媒体' }).click()
  await desk.getByRole('button', { name: '导入或粘贴' }).click()
  await desk.getByRole('textbox').fill('平台\t账号名称\t开设主体\t最后更新\n微信公众号\t青禾卫健\t县卫健局\t2026/1/5\nAPP\t爱青禾\t县融媒体中心\t\n')
  await desk.getByRole('button', { name: '核对粘贴的内容' }).click()
  await desk.getByText('共 2 行：新增 2 个').waitFor()
  await desk.getByRole('button', { name: '确认导入' }).click()
  await desk.locator('.account-table .account-overdue').waitFor()
  await desk.getByRole('button', { name: '今天有更新：爱青禾' }).click()
  await desk.locator('.account-table .account-fresh').waitFor()
  const waiting = desk.waitForEvent('download')
  await desk.getByRole('button', { name: '导出监测表' }).click()
  const [sheet] = (await readXlsx(await readFile(await (await waiting).path()))).sheets
  expect(sheet?.rows[3]).toEqual(['序号', '账号名称', '开设主体', '状态', '逾期情况'])
  expect(sheet?.rows[4]?.slice(0, 4)).toEqual([1, '青禾卫健（微信）', '县卫健局', '在用'])
  expect(String(sheet?.rows[4]?.[4])).toContain('最后更新 2026-01-05')
})
