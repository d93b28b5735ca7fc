import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { servePages } from './kit/pages.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/** Wording on the page: rules first, the language model after them, each mark on its own words. */
const PAGE = 'http://wording.qinghe.gov.cn/notice.html'
const body = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>关于优化营商环境的通知</title><body>
<h1>关于优化营商环境的通知</h1><p>发布时间：2026-11-10</p>
<p id="split">请各单位于2月<b>30</b>日前报送总结。</p>
<p id="model">各单位要大力培育发展大数局产业，切实提高服务水平。</p>
<table><tr><td>说明</td><td id="cell">我们的的工作</td></tr></table></body>`

const LETTER = 'http://wording.qinghe.gov.cn/letter.html'
const letter = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>来信查看</title><body><h1>反映路灯不亮的来信</h1>
<p>来信时间：2026-11-02</p><p>来信内容：东河路路灯不亮，我所已多次反映，请尽快维修。</p><p>答复时间：2026-11-05</p>
<div class="reply">答复内容：<span>您好，经核实，</span><em>截止</em>目前路灯已修复，<br>请再接再<b>励</b>监督我们。&#8203;感谢来信。我所将加强巡查。</div>
<p style="display:none">贯彻落时</p><p>附件：<a id="file" href="/P0/${encodeURIComponent('青禾县路灯维修予案')}.docx">点击下载</a></p>
<table><tr><th>姓名</th><th>乡镇</th><th>手机号</th></tr><tr><td>赵某甲</td><td>石桥镇</td><td>13800001234</td></tr></table></body>`
const { server, running, person } = await session(await servePages({ 'wording.qinghe.gov.cn/notice.html': body, 'wording.qinghe.gov.cn/letter.html': letter }))
let page: Page

beforeEach(async () => {
  page = await running.context.newPage()
  await person.visit(page, PAGE)
  return () => page.close()
})

/** What is highlighted, as the page itself can see it. */
const highlighted = () =>
  page.evaluate(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => (range as Range).toString())).sort())

test('marks sit on the right words: across tags, in tables, and where the model suspects a slip', async () => {
  await expect.poll(highlighted).toEqual(['2月30日', '局', '的的'].sort())
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
  await expect.poll(highlighted).toEqual(expect.arrayContaining(['2月30日', '局']))
})

test('in a reply, over tags and lines, in a table and at an attachment, and never in hidden text', async () => {
  const { findings } = await person.visit(page, LETTER)
  const wording = findings.filter(({ check }) => check.startsWith('wording/'))
  expect(wording.map(({ evidence }) => evidence).sort()).toEqual(['138****1234', '予案', '再接再励', '截止目前', '我所'].sort())
  await expect.poll(highlighted).toEqual(expect.arrayContaining(['截止目前', '再接再励', '我所', '13800001234']))
  expect((await highlighted()).join()).not.toContain('贯彻落时')
  expect(wording.find(({ evidence }) => evidence === '予案')!.anchor!.selector).toBe('#file')
})

test('what is personal is masked in the card, the issue and what the ledger shows', async () => {
  const { findings } = await person.visit(page, LETTER)
  await person.record(page, findings.find(({ check }) => check === 'wording/privacy/table-mobile')!)
  const issues = await person.issues()
  expect(JSON.stringify(issues)).toContain('138****1234')
  expect(JSON.stringify(issues)).not.toContain('13800001234')
})

test('the model is loaded from the extension itself: the network sees the page alone', () => {
  const hosts = new Set(server.requests.map(({ address }) => address.split('/')[0]!))
  // The browser itself looks for updates of its own.
  const ours = [...hosts].filter((host) => !/\.(?:google|googleapis)\.com$/.test(host))
  expect(ours).toEqual(['wording.qinghe.gov.cn'])
})
