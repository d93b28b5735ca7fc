import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cameBack, reloadExtension } from '../faults/strokes.ts'
import { launchChromium, type Running } from './kit/chromium.ts'
import { servePages, type PagesServer } from './kit/pages.ts'
import { Person } from './kit/person.ts'
import { until } from './kit/until.ts'

/** The extension is updated while pages are open: what is left of it in them says 请刷新本页, and does nothing else. */
const HOST = 'www.qinghe.gov.cn'
/** All tags that a page should have, so that nothing is found on it. */
const TAGS = Object.entries({ SiteName: '青禾县人民政府', SiteDomain: HOST, SiteIDCode: '9900010001', ColumnName: '通知公告', ColumnDescription: '通知公告', ColumnKeywords: '通知', ColumnType: '通知公告', ArticleTitle: '关于报送工作情况的通知', PubDate: '2026-11-10 09:00', ContentSource: '县政府办' }).map(([name, content]) => `<meta name="${name}" content="${content}">`).join('')
const page = (inside: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>关于报送工作情况的通知</title>${TAGS}<body><h1>关于报送工作情况的通知</h1><p>发布时间：2026-11-10</p>${inside}</body></html>`
const PAGES = {
  [`${HOST}/calm`]: page('<p>现将有关事项通知如下，请认真贯彻执行。</p>'),
  [`${HOST}/faulty`]: page('<p>请于2月30日前完成。</p><p>这是我们的的工作。</p>'),
}
const OUTDATED = '扩展已更新，请刷新本页后再用'

let server: PagesServer
let running: Running
let person: Person

beforeEach(async () => {
  server = await servePages(PAGES)
  running = await launchChromium({ port: server.port })
  person = new Person(running)
}, 120_000)

afterEach(async () => {
  await running?.close()
  await server?.close()
})

/** As an update does: the background goes and another one comes; the ledger page is closed by it. */
async function update(): Promise<void> {
  const before = await running.worker()
  const gone = new Promise((resolve) => before.once('close', resolve))
  await (await person.desk()).evaluate(() => chrome.runtime.reload()).catch(() => undefined)
  await gone
}

const saysOf = async (open: Page) => (await person.layer(open).text()).split(OUTDATED).length - 1

test('where nothing but the chip was shown, a click on it says so', async () => {
  const open = await running.context.newPage()
  const { findings } = await person.visit(open, `http://${HOST}/calm`)
  expect(findings).toEqual([])
  await open.bringToFront()
  await update()
  const layer = person.layer(open)
  for (let click = 0; click < 2; click++) {
    await layer.click('2026-11-10已查项目未发现疑点')
    await layer.waitFor((text) => text.includes(OUTDATED))
    expect(await saysOf(open)).toBe(1)
  }
  expect(await layer.parts('panel')).toBe(0)
})

test('in an open panel 记录 says so once; a page that changes then is left as if we had never been there', async () => {
  const open = await running.context.newPage()
  const errors: Error[] = []
  open.on('pageerror', (error) => errors.push(error))
  await person.visit(open, `http://${HOST}/faulty`)
  await open.bringToFront()
  const layer = person.layer(open)
  await layer.openPanel()
  await update()
  await layer.clickItem(0, '记录')
  await layer.waitFor((text) => text.includes(OUTDATED))
  expect(await saysOf(open)).toBe(1)
  await open.evaluate(() => document.querySelector('p')!.append('（更正）'))
  await until(async () => (await open.evaluate(() => document.querySelectorAll('duwang-layer').length + CSS.highlights.size)) === 0, () => 'the old layer never went')
  expect(errors).toEqual([])
})

test('the new version has all that was recorded, greets nobody again, and reads the page once it is refreshed', async () => {
  const open = await running.context.newPage()
  await person.visit(open, `http://${HOST}/faulty`)
  await person.recordPage(open, '页面底部电话打不通')
  const before = await person.issues()
  await reloadExtension(running, await person.desk())
  await cameBack(() => person.desk())
  expect(await person.issues()).toEqual(before)
  expect(await person.shots()).toMatchObject([{ intact: true }])
  expect(running.context.pages().filter((page) => page.url().includes('#/welcome'))).toEqual([])
  await person.visit(open, `http://${HOST}/faulty`)
  await person.recordPage(open, '页面顶部图片打不开')
  expect((await person.issues()).map(({ number }) => number).sort()).toEqual([1, 2])
})
