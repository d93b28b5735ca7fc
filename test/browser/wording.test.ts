import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium, type Running } from './kit/chromium.ts'
import { servePages, type PagesServer } from './kit/pages.ts'
import { Person } from './kit/person.ts'
import { until } from './kit/until.ts'

/** Wording on the page: rules first, the language model after them, each mark on its own words. */
const PAGE = 'http://wording.qinghe.gov.cn/notice.html'
const body = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>关于优化营商环境的通知</title><body>
<h1>关于优化营商环境的通知</h1><p>发布时间：2026-11-10</p>
<p id="split">请各单位于2月<b>30</b>日前报送总结。</p>
<p id="model">各单位要大力培育发展大数局产业，切实提高服务水平。</p>
<table><tr><td>说明</td><td id="cell">我们的的工作</td></tr></table></body>`

let server: PagesServer
let running: Running
let person: Person
let page: Page

beforeAll(async () => {
  server = await servePages({ 'wording.qinghe.gov.cn/notice.html': body })
  running = await launchChromium({ port: server.port })
  person = new Person(running)
}, 120_000)

afterAll(async () => {
  await running?.close()
  await server?.close()
})

beforeEach(async () => {
  page = await running.context.newPage()
  await person.visit(page, PAGE)
  return () => page.close()
})

/** What is highlighted, as the page itself can see it. */
const highlighted = () =>
  page.evaluate(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => (range as Range).toString())).sort())

test('marks sit on the right words: across tags, in tables, and where the model suspects a slip', async () => {
  expect(await highlighted()).toEqual(['2月30日', '局', '的的'].sort())
  const { findings } = await person.settled(page)
  expect(findings.find(({ check }) => check.startsWith('wording/model/'))).toMatchObject({ severity: 'doubtful', evidence: '局' })
})

test('marks follow their words when the page changes', async () => {
  await page.evaluate(() => {
    const first = document.createElement('p')
    first.textContent = '本页已更新。'
    document.querySelector('h1')!.after(first)
    document.getElementById('cell')!.textContent = '我们的工作，还有了了之的事'
  })
  await until(async () => !(await highlighted()).includes('的的'), () => 'the mark stayed after its words went')
  expect(await highlighted()).toEqual(expect.arrayContaining(['2月30日', '局']))
})

test('the model is loaded from the extension itself: the network sees the page alone', () => {
  const hosts = new Set(server.requests.map(({ address }) => address.split('/')[0]!))
  // The browser itself looks for updates of its own.
  const ours = [...hosts].filter((host) => !/\.(?:google|googleapis)\.com$/.test(host))
  expect(ours).toEqual(['wording.qinghe.gov.cn'])
})
