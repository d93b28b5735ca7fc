import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { readCsv } from '../../utils/roster/csv-file.ts'
import { countyManifest } from '../sites/manifest.ts'
import { createCountyServer } from '../sites/server.ts'
import { oldBrowserBuild } from './kit/old-browser.ts'
import { matches } from './kit/planted.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/** The `legacy` build without what old browsers lack: a page is marked, an issue recorded, the list exported, and what is missing is said. */
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const { faults } = countyManifest(today)
const wrong = faults.find(({ check, quote }) => check.startsWith('wording/') && quote === '截止目前')!

const { running, person } = await session(await createCountyServer(), { extension: oldBrowserBuild() })
let page: Page

beforeAll(async () => {
  page = await running.context.newPage()
})

test('a page is marked by frames of our own, as there are no highlights; the language model reads with us', async () => {
  const { findings, unchecked } = await person.visit(page, wrong.url)
  expect(findings.filter((finding) => matches(wrong, finding))).toHaveLength(1)
  expect(unchecked.map(({ key }) => key)).not.toContain('app.error.model')
  await until(() => person.layer(page).parts('words'), () => 'no frame around any word')
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0)
})

test('dead links are dead, though nobody tells why a request failed', async () => {
  const { url } = faults.find(({ check }) => check === 'links/dead')!
  const wanted = faults.filter((fault) => fault.check === 'links/dead' && fault.url === url)
  const { findings } = await person.visit(page, url)
  expect(wanted.filter((fault) => !findings.some((finding) => matches(fault, finding))).map(({ quote }) => quote)).toEqual([])
})

test('an issue is recorded with its screenshot', async () => {
  await person.recordPage(page, '页面底部电话打不通')
  expect(await person.issues()).toMatchObject([{ number: 1, description: '页面底部电话打不通', shots: [{}] }])
  expect(await person.shots()).toMatchObject([{ intact: true }])
})

test('the week’s list and the units’ lists are exported', async () => {
  const { download } = await person.export('导出本周')
  const bytes = await readFile((await download.path())!)
  expect(readCsv(bytes).rows).toHaveLength(2)
  const { name } = await person.export('按单位导出')
  expect(name).toMatch(/\.zip$/)
})

test('what is missing is said', async () => {
  const desk = await person.desk()
  await desk.goto(running.own('ledger.html#/settings/about'))
  await desk.getByText('这个浏览器没有的').waitFor()
  const said = await desk.locator('[aria-labelledby=set-lacks] li').allTextContents()
  expect(said.map((one) => one.split(/[：（]/)[0])).toEqual(['这个版本', '不能直接标亮文字', '不能旁听自己发出的请求', '没有侧边栏'])
  expect(await desk.evaluate(() => ['WebAssembly', 'structuredClone', 'Highlight'].filter((name) => name in globalThis))).toEqual([])
  const popup = await person.popup(page)
  await popup.getByText('打开台账').waitFor()
  expect(await popup.getByText('在侧边栏里打开').count()).toBe(0)
})
