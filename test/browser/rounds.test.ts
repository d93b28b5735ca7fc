import { readFile } from 'node:fs/promises'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { ROSTER_CSV } from '../sites/manifest.ts'
import { createCountyServer } from '../sites/server.ts'
import type { Visit } from '../../utils/types/visit.ts'
import { readAll } from './kit/database.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/** A reading round over the demonstration county: the route from the roster, the log that keeps itself, its gaps and its workbook. */
const { running, person } = await session(await createCountyServer())
let page: Page

beforeAll(async () => {
  const desk = await openTab('#/settings/people')
  await desk.getByRole('textbox').first().fill('王小青')
  await desk.getByRole('textbox').first().press('Tab')
  await until(async () => (await desk.evaluate(readAll<{ name: string }>, 'settings')).some(({ name }) => name === 'reader'), () => 'the reader was never kept')
  await person.importRoster({ name: '台账.csv', buffer: Buffer.from(ROSTER_CSV) })
}, 120_000)

const visits = async (): Promise<Visit[]> => (await person.desk()).evaluate(readAll<Visit>, 'visits')
const logged = (url: string) => until(async () => (await visits()).find((visit) => visit.url === url), () => `never logged: ${url}`)

async function openTab(hash: string): Promise<Page> {
  const desk = await person.desk()
  await desk.bringToFront()
  await desk.goto(running.own(`ledger.html${hash}`))
  return desk
}

/** Clicks a step in the chip and waits until another page was read. */
async function step(words: string): Promise<void> {
  const before = page.url()
  await person.layer(page).click(words)
  await until(() => page.url() !== before, () => `still at ${before}`)
  await person.settled(page)
}

test('a route starts from the roster and opens its first column', async () => {
  const desk = await openTab('#/rounds')
  await desk.getByText('0/25 个栏目').waitFor()
  await desk.getByLabel('顺序').selectOption('unit')
  const opened = running.context.waitForEvent('page')
  await desk.getByRole('button', { name: '开始读' }).click()
  page = await opened
  await person.settled(page)
  expect(await person.layer(page).waitFor((text) => text.includes('第 1/25 个'))).toContain('下一个')
})

test('下一个 leads on in the same tab, 上一个 back, and 跳过 leaves a column for the end', async () => {
  const tabs = running.context.pages().length
  const first = page.url()
  await logged(first)
  await step('下一个')
  await person.layer(page).waitFor((text) => text.includes('第 2/25 个'))
  await step('跳过')
  await person.layer(page).waitFor((text) => text.includes('第 3/25 个'))
  await step('上一个')
  await person.layer(page).waitFor((text) => text.includes('第 2/25 个'))
  expect(running.context.pages()).toHaveLength(tabs)
})

test('the popup shows the place too and leads on', async () => {
  const popup = await person.popup(page)
  await popup.getByText('第 2/25 个').waitFor()
  const before = page.url()
  await popup.getByRole('button', { name: '下一个' }).click()
  await until(() => page.url() !== before, () => 'the tab never moved')
  await person.settled(page)
  await popup.getByText('第 4/25 个').waitFor()
  await popup.close()
})

test('each page has its line: day, shift, reader, unit, column, time, suspicions; no words of the page', async () => {
  await page.bringToFront()
  await page.goto('http://wjj.qinghe.gov.cn/gzdt.htm')
  await person.settled(page)
  await page.mouse.move(200, 200)
  const line = await until(async () => (await visits()).find(({ url, findings }) => url.endsWith('/gzdt.htm') && findings > 0), () => 'no line with suspicions')
  expect(line).toMatchObject({ reader: '王小青', unitName: '青禾县卫生健康局', siteName: '青禾县卫生健康局', columnName: '工作动态', by: 'page', deletedAt: null })
  expect(line.columnId).not.toBeNull()
  expect(Object.keys(line).sort()).toEqual(['address', 'by', 'columnId', 'columnName', 'day', 'deletedAt', 'dwell', 'endedAt', 'findings', 'id', 'kind', 'note', 'parts', 'reader', 'shift', 'site', 'siteName', 'startedAt', 'title', 'unitId', 'unitName', 'url'])
})

test('time is counted while the page is in front, and told when it is left', async () => {
  await page.bringToFront()
  await page.goto('http://wjj.qinghe.gov.cn/tzgg.htm')
  await person.settled(page)
  await page.bringToFront()
  const shown = Date.now()
  await until(() => Date.now() - shown > 2500, () => 'the clock stands', 5000)
  await page.goto('http://wjj.qinghe.gov.cn/jggk.htm')
  await person.settled(page)
  const line = await until(async () => (await visits()).find(({ url, dwell }) => url.endsWith('/tzgg.htm') && dwell >= 2), () => 'no time was told')
  expect(line.dwell).toBeLessThan(60)
})

test('a reload goes on with the line', async () => {
  const before = (await visits()).filter(({ url }) => url.endsWith('/jggk.htm'))
  await page.reload()
  await person.settled(page)
  await until(async () => (await visits()).find(({ url, parts }) => url.endsWith('/jggk.htm') && parts.length === 2), () => 'no second part')
  expect((await visits()).filter(({ url }) => url.endsWith('/jggk.htm'))).toHaveLength(before.length)
})

test('while the log is paused nothing is kept, and the page says so', async () => {
  const desk = await openTab('#/rounds/log')
  await desk.getByRole('switch', { name: '自动记录' }).click()
  await desk.getByText('已暂停：读过的页面不留任何记录', { exact: false }).waitFor()
  const before = [(await visits()).length, (await desk.evaluate(readAll, 'readings')).length]
  await page.bringToFront()
  await page.goto('http://nyj.qinghe.gov.cn/')
  await person.settled(page)
  await person.layer(page).waitFor((text) => text.includes('读网记录已暂停'))
  await page.goto('http://nyj.qinghe.gov.cn/xwdt/')
  await person.settled(page)
  await desk.bringToFront()
  expect([(await visits()).length, (await desk.evaluate(readAll, 'readings')).length]).toEqual(before)
  await desk.getByRole('switch', { name: '自动记录' }).click()
  await desk.getByText('正在自动记录读过的页面').waitFor()
})

test('lines are added by hand, noted, deleted and taken back', async () => {
  const desk = await openTab('#/rounds/log')
  await desk.getByRole('button', { name: '补记' }).click()
  await desk.getByLabel('读了什么').fill('县政府网站 首页')
  await desk.getByLabel('备注', { exact: true }).fill('用手机读')
  await desk.getByRole('button', { name: '记下' }).click()
  await desk.getByRole('cell', { name: '补记 上午' }).waitFor()
  const rows = () => desk.locator('.log-table tbody tr').count()
  const before = await rows()
  await desk.getByLabel('选择 县政府网站 首页').check()
  await desk.getByRole('button', { name: '删除选中的 1 条' }).click()
  await desk.getByText('已删除 1 条记录').waitFor()
  await until(async () => (await rows()) === before - 1, () => 'the line is still there')
  await desk.getByRole('button', { name: '撤销' }).click()
  await until(async () => (await rows()) === before, () => 'the line never came back')
})

test('the round tells what was read and by whom; what was not is listed by unit', async () => {
  const desk = await openTab('#/rounds')
  const read = new Set((await visits()).filter(({ columnId, deletedAt }) => columnId !== null && deletedAt === null).map(({ columnId }) => columnId))
  await desk.getByText(`${read.size}/25 个栏目`).waitFor()
  await desk.getByRole('row', { name: /^王小青/ }).waitFor()
  await desk.getByRole('heading', { name: `本轮没有读的栏目（${25 - read.size}/25）` }).waitFor()
  await desk.getByRole('button', { name: '改名和日期' }).click()
  await desk.getByLabel('名称').fill('冬季检查')
  await desk.getByRole('button', { name: '保存' }).click()
  await desk.getByRole('heading', { name: '冬季检查' }).waitFor()
  await desk.getByRole('button', { name: '结束本轮' }).click()
  await desk.getByText('已结束', { exact: true }).waitFor()
  await desk.getByRole('button', { name: '重新打开' }).click()
})

test('the month goes out as a workbook', async () => {
  const desk = await openTab('#/rounds/log')
  const waiting = desk.waitForEvent('download')
  await desk.getByRole('button', { name: '导出读网记录' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/^读网记录_\d{4}年\d+月\.xlsx$/)
  const [shifts, lines] = (await readXlsx(await readFile(await download.path()))).sheets
  expect(shifts?.rows[3]?.slice(0, 5)).toEqual(['日期', '日别', '班次', '读网人', '读的网站和栏目'])
  const standing = (await visits()).filter(({ deletedAt }) => deletedAt === null)
  expect(lines?.rows.slice(2)).toHaveLength(standing.length)
  expect(lines?.rows.some((row) => row[4] === '王小青' && row[7] === '工作动态')).toBe(true)
})

test('the route is where it was after the tab was closed; the overview counts what was read', async () => {
  await page.close()
  const desk = await openTab('#/rounds')
  await desk.getByText('第 4/25 个').waitFor()
  const opened = running.context.waitForEvent('page')
  await desk.getByRole('button', { name: '继续读这一个' }).click()
  page = await opened
  await person.settled(page)
  await person.layer(page).waitFor((text) => text.includes('第 4/25 个'))
  await openTab('#/overview')
  await desk.getByRole('heading', { name: '栏目更新情况' }).waitFor()
  const counts = await desk.locator('[aria-labelledby="figure-columns"] tbody td:nth-child(2)').allTextContents()
  expect(counts.map(Number).reduce((a, b) => a + b, 0)).toBe(26)
})
