import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Column, Site, Unit } from '../../utils/types/roster.ts'
import { portalSite } from '../sites/county/portal-site.ts'
import { createCountyServer } from '../sites/server.ts'
import { soon } from '../soon.ts'
import { savedAs } from '../unit/roster/workbooks.ts'
import { readAll } from './kit/database.ts'
import { session } from './kit/session.ts'

/** 台账底册 in the real browser: from the site map, from a workbook, edited, merged, taken back, exported. */
const { running, person } = await session(await createCountyServer())
let desk: Page

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const SITE_MAP = 'http://www.qinghe.gov.cn/wzdt/'

beforeAll(async () => {
  desk = await person.desk()
}, 120_000)

const rows = <T>(store: string) => desk.evaluate(readAll<T>, store)
const names = async () => (await rows<Unit>('units')).map(({ name }) => name).sort()
const said = (text: string) => desk.getByText(text, { exact: false }).first().waitFor()
const choose = (name: string, buffer: Uint8Array) => desk.locator('input[type=file]').setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(buffer) })

async function openRoster(): Promise<void> {
  await desk.bringToFront()
  await desk.goto(running.own('ledger.html#/roster'))
  await desk.getByRole('region', { name: '台账底册' }).waitFor()
}

test('从本页导入: one click in the popup, ticked, edited, imported', async () => {
  const page = await running.context.newPage()
  await person.visit(page, SITE_MAP)
  await openRoster()
  await said('台账底册还是空的')
  const popup = await person.popup(page)
  await popup.getByRole('button', { name: '从本页导入栏目' }).click()
  await desk.bringToFront()
  await desk.getByRole('heading', { name: /^找到 \d+ 个/ }).waitFor()
  await desk.getByRole('combobox', { name: '动态要闻 的单位' }).fill('青禾县人民政府办公室')
  await desk.getByRole('checkbox', { name: '勾选 县农业农村局' }).uncheck()
  await desk.getByRole('button', { name: /^导入所选/ }).click()
  await said('已导入')
  const columns = await rows<Column>('columns')
  const portal = portalSite.columns.filter(({ apart, path }) => !apart && path.endsWith('/'))
  expect(portal.map(({ path }) => `www.qinghe.gov.cn${path}`).filter((prefix) => !columns.some((column) => column.prefix === prefix))).toEqual([])
  expect(columns.find(({ prefix }) => prefix.endsWith('/zwgk/tzgg/'))).toMatchObject({ name: '通知公告', class: 'notice' })
  expect((await rows<Site>('sites')).map(({ prefix }) => prefix).sort()).toEqual(['jyj.qinghe.gov.cn/', 'wjj.qinghe.gov.cn/', 'www.qinghe.gov.cn/'])
  expect(await names()).toEqual(['县卫生健康局', '县教育和体育局', '青禾县人民政府办公室'])
  // the open page knows its column at once
  await soon(async () => expect((await person.settled(page)).belonging.site?.name).toContain('青禾县'))
  await page.close()
  await popup.close()
})

test('from the roster: a page that is open; what is known is not proposed again', async () => {
  const page = await running.context.newPage()
  await person.visit(page, SITE_MAP)
  await openRoster()
  await desk.getByRole('button', { name: '从网页导入' }).click()
  await desk.getByRole('button', { name: `从此页导入：${SITE_MAP}` }).click()
  await desk.getByRole('heading', { name: /另有 \d{2,} 个底册里已有/ }).waitFor()
  await desk.getByRole('checkbox', { name: '勾选 县农业农村局' }).waitFor()
  await desk.getByRole('button', { name: '取消', exact: true }).click()
  await page.close()
})

test('a workbook with titles and merged cells: mapped, looked at, imported, taken back', async () => {
  await openRoster()
  const before = [await names(), (await rows('columns')).length]
  await choose('责任表.xlsx', savedAs('excel', [
    ['青禾县政府网站栏目保障责任表', null, null, null], ['一级栏目', '二级栏目', '更新标准', '保障部门'],
    ['政务公开', '应急管理', '每周', '青禾县应急管理局'], [null, '安全生产', '及时更新', null], ['政务公开', '财政预决算', '每年', '县卫健局'],
  ], ['A1:D1', 'A3:A4', 'D3:D4']))
  await said('导入前核对：责任表.xlsx')
  // three sites are known, so the person says whose columns these are
  await desk.getByText('列的对应关系').first().click({ trial: true })
  await desk.getByRole('textbox', { name: '这些栏目所在的网站' }).fill('www.qinghe.gov.cn')
  await desk.getByRole('textbox', { name: '这些栏目所在的网站' }).press('Tab')
  await desk.getByText('栏目新增 3', { exact: false }).or(desk.getByText('新增 3，修改 0')).first().waitFor()
  await desk.getByRole('checkbox', { name: '“县卫健局”就是“县卫生健康局”' }).check()
  await desk.getByRole('button', { name: '确认导入' }).click()
  // the sentence of an earlier import may still stand there
  await desk.getByText('导入前核对：责任表.xlsx').waitFor({ state: 'detached' })
  expect(await names()).toEqual(['县卫生健康局', '县教育和体育局', '青禾县人民政府办公室', '青禾县应急管理局'])
  const columns = await rows<Column>('columns')
  expect(columns.find(({ name }) => name === '安全生产')).toMatchObject({ prefix: 'www.qinghe.gov.cn/', deadlineDays: null })
  expect(columns.find(({ name }) => name === '应急管理')?.deadlineDays).toBe(7)
  expect((await rows<Unit>('units')).find(({ name }) => name === '县卫生健康局')?.aliases).toEqual(['县卫健局'])
  await desk.getByRole('button', { name: /^撤销：/ }).click()
  await said('已撤销')
  expect([await names(), (await rows('columns')).length]).toEqual(before)
})

test('edited where it stands, merged and taken back, by keyboard', async () => {
  await openRoster()
  const table = desk.getByRole('table', { name: '单位' })
  await table.getByRole('button', { name: '县教育和体育局' }).focus()
  await desk.keyboard.press('Enter')
  await desk.getByRole('textbox', { name: '别名' }).fill('县教体局')
  await desk.keyboard.press('Enter')
  await said('已保存“县教育和体育局”')
  await table.getByText('县教体局').waitFor()
  await table.getByRole('button', { name: '县卫生健康局' }).press(' ')
  await table.getByRole('button', { name: '县教育和体育局' }).press(' ')
  await desk.getByRole('button', { name: '合并单位' }).click()
  await desk.getByRole('combobox', { name: '合并到' }).selectOption({ label: '县教育和体育局' })
  await desk.getByRole('button', { name: '确认合并' }).click()
  await said('已把 1 个单位合并到“县教育和体育局”')
  expect((await rows<Unit>('units')).find(({ name }) => name === '县教育和体育局')?.aliases).toEqual(['县教体局', '县卫生健康局'])
  await desk.getByRole('button', { name: '撤销：合并到“县教育和体育局”' }).click()
  await said('已撤销')
  expect(await names()).toEqual(['县卫生健康局', '县教育和体育局', '青禾县人民政府办公室'])
})

test.each(['XLSX', 'CSV'])('exported as %s it imports back without a change', async (format) => {
  await openRoster()
  const waiting = desk.waitForEvent('download')
  await desk.getByRole('button', { name: `导出 ${format}` }).click()
  const download = await waiting
  await choose(download.suggestedFilename(), await readFile(await download.path()))
  await said('没有可导入的变化')
  expect(await desk.getByText('有问题的行', { exact: false }).count()).toBe(0)
  await desk.getByRole('button', { name: '取消', exact: true }).click()
})

test('an old XLS is told what to do, and a pasted table is read', async () => {
  await openRoster()
  await choose('旧.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]))
  await said('这是旧版 Excel 文件（.xls）')
  await desk.getByRole('textbox', { name: '或者从 Excel、WPS 复制表格' }).fill('单位\t单位别名\n青禾县审计局\t县审计局\n')
  await desk.getByRole('button', { name: '核对粘贴的内容' }).click()
  await said('新增 1，修改 0，不变 0')
  await desk.getByRole('button', { name: '取消', exact: true }).click()
})
