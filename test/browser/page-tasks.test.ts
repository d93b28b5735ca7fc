import { expect, test } from 'vitest'
import { tasksOf } from '../bench/link-lab/page-tasks.ts'
import { servePages } from './kit/pages.ts'
import { session } from './kit/session.ts'

const HOST = 'many.qinghe.gov.cn'
const LINKS = 1_200
/** Processor time, which others on the machine do not lengthen by much; the aim is 50. */
const LONGEST_MS = 40

const link = (n: number) => `<a href="/gone/${n}.html">青禾县关于第${n}批公示名单的通知</a>`
const numbers = Array.from({ length: LINKS }, (_, n) => n)
const rows = numbers.slice(0, LINKS / 2).map((n) => `<tr><td>${n + 1}</td><td>${link(n)}</td><td><img src="/picture/${n % 7}.png" alt=""></td><td>2026-03-${10 + (n % 18)}</td></tr>`)
const nested = numbers.slice(LINKS / 2).map((n) => `<li><p>第${n}项，${'见县政府办公室印发的各年度文件，'.repeat(4)}以及${link(n)}。</p><ul><li>附注${n}</li></ul></li>`)
const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>通知公告-青禾县人民政府</title></head><body><h1>通知公告</h1>
<table>${rows.join('')}</table><ul id="late"></ul>
<script>
setTimeout(function(){document.getElementById('late').innerHTML=${JSON.stringify(nested.join('')).replaceAll('</', '<\\/')}},1500)
// moves all the time: who measures at the wrong moment has all of it laid out
setInterval(function(){document.body.style.width=document.body.style.width==='900px'?'910px':'900px'},20)
</script></body></html>`

const { running, person } = await session(await servePages({ [`${HOST}/index.html`]: page }))

test('a page that moves, of links that are all dead, half of them late: no task of ours is long', { timeout: 150_000 }, async () => {
  let marks = 0
  const { ours } = await tasksOf(running.context, `http://${HOST}/index.html`, async (page) => {
    const all = async () => (await person.settled(page, 120_000)).findings.filter(({ check }) => check === 'links/dead').length >= LINKS
    await expect.poll(all, { timeout: 120_000 }).toBe(true)
    marks = (await person.settled(page)).findings.length
  })
  expect(marks).toBeGreaterThanOrEqual(LINKS)
  expect(ours).toBeLessThanOrEqual(LONGEST_MS)
})
