/**
 * `npm run bench -- visit`: what a visit costs with the built extension (after `npx wxt build --mode test` and `npx wxt build`).
 * The content script on a plain page, in which nothing is found: bytes that the browser puts into it, and the processor time of its
 * main thread that our scripts take, from the load until nothing more is done; the same as the first page of a new tab, where all is
 * compiled; and all that this thread does more than for the same page of a site that is not ours: scripts, messages, and the drawing
 * of our layer. Nobody asks the page anything meanwhile. The popup until its first contentful paint, which is its frame, and until it
 * says what stands in the page, beside the plainest document that the extension has: what no page of it could be drawn before.
 * What a tab and the extension's own process hold after 100 pages, and how much of the process is not the browser's program, which
 * all processes share.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { servePages } from '../browser/kit/pages.ts'
import { until } from '../browser/kit/until.ts'
import { openExtension } from './link-watch.ts'
import { tabMemory } from './link-lab/memory.ts'
import { atMost, createReport } from './report.ts'
import { ownProcessMemory, ownProcessUnshared } from './visit-lab/process-memory.ts'
import { openPopup, paintOf } from './visit-lab/popup.ts'
import { mainThread, traceOf, type Cost } from './visit-lab/trace.ts'

const INSTALLED = '.output/chrome-mv3/content-scripts'
const [VISITS, TABS, POPUPS, PAGES] = [15, 5, 15, Number(process.env['BENCH_PAGES'] ?? 100)]
const HOST = 'lab.qinghe.gov.cn'
/** A site that the extension does not read. */
const ELSEWHERE = 'lab.qinghe.example'
/** Long enough for reading, judging and links of a visit, in ms: whether all was done is looked up afterwards. */
const SETTLE = 1200

/** All tags that a page should have. */
const TAGS = Object.entries({ SiteName: '青禾县人民政府', SiteDomain: HOST, SiteIDCode: '9900010001', ColumnName: '通知公告', ColumnDescription: '通知公告', ColumnKeywords: '通知', ColumnType: '通知公告', ArticleTitle: '关于报送工作情况的通知', PubDate: '2026-11-10 09:00', ContentSource: '县政府办' }).map(([name, content]) => `<meta name="${name}" content="${content}">`).join('')

const NOTICES = readFileSync(new URL('../unit/wording/clean-notices.txt', import.meta.url), 'utf8').split('\n').filter((line) => line !== '').slice(0, 24)

/** A notice of 24 paragraphs among 20 links of its own site, all alive. */
function pageOf(address: string): string {
  const links = Array.from({ length: 20 }, (_, nth) => `<li><a href="/plain/${nth}.html">栏目之${'一二三四五六七八九十'[nth % 10]}（${nth}）</a></li>`).join('')
  const text = NOTICES.map((line) => `<p>${line}</p>`).join('')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>关于报送工作情况的通知</title>${TAGS}<body><ul>${links}</ul><h1>关于报送工作情况的通知</h1><p>发布时间：2026-11-10</p>${text}<p>${address}</p></body></html>`
}

/** What a link leads to: words that no other of them has. */
function columnOf(address: string): string {
  let seed = Number(/(\d+)\.html/.exec(address)?.[1]) + 1
  const text = Array.from({ length: 600 }, () => String.fromCharCode(0x4e00 + (seed = (seed * 48_271) % 0x7fffffff) % 3000)).join('')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${text.slice(0, 12)}</title><body><h1>${text.slice(0, 12)}</h1><p>${text}</p></body></html>`
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

const round = (ms: number) => Math.round(ms * 10) / 10

const report = createReport('visit')
const installed = existsSync(INSTALLED) ? readdirSync(INSTALLED).reduce((sum, name) => sum + statSync(join(INSTALLED, name)).size, 0) / 1000 : null
report.figure({ metric: 'put into every page', value: installed && round(installed), unit: 'KB', aim: atMost(120) })

const server = await servePages({}, (address) => (/\/(?:warm|visit-\d+|many-\d+)\.html$/.test(address) ? pageOf(address) : /\/\d+\.html$/.test(address) ? columnOf(address) : null))
const opened = await openExtension(`MAP * 127.0.0.1:${server.port}`)
try {
  const { context } = opened
  const own = opened.worker.url().split('/').slice(0, 3).join('/')
  const desk = await until(() => context.pages().find((page) => page.url().startsWith(`${own}/ledger.html`)), () => 'no welcome', 20_000)
  /** Looks into the page's layer no more than the background can: what the chip shows. */
  const atRest = (url: string) => desk.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url })
    const answer = (await chrome.tabs.sendMessage(tab!.id!, { to: 'page', name: 'page.glance', data: null }).catch(() => null)) as { value?: { state: string; pending: boolean; findings: unknown[]; links: { done: number; total: number } } } | null
    const glance = answer?.value
    return { found: glance?.state === 'ready' && !glance.pending && glance.links.done >= glance.links.total ? glance.findings.length : null, says: JSON.stringify(answer ?? null).slice(0, 2000) }
  }, url)
  let last = ''
  const rest = async (url: string) => {
    const found = await until(async () => { const { found, says } = await atRest(url); last = says; return found === null ? null : { found } }, () => `never at rest: ${url} ${last}`, 30_000)
    if (found.found > 0) throw new Error(`found on a plain page: ${last}`)
  }
  const page = await context.newPage()
  const url = (name: string, host = HOST) => `http://${host}/plain/${name}.html`
  const visit = async (tab: Page, address: string) => {
    await tab.goto(address)
    await tab.waitForTimeout(SETTLE)
  }
  /** Visits that were over when their time was; a machine that does other things may be slower. */
  const settled = async <T>(wanted: number, measured: (nth: number) => Promise<{ value: T; url: string }>): Promise<T[]> => {
    const values: T[] = []
    for (let nth = 0; values.length < wanted && nth < 3 * wanted; nth++) {
      const { value, url } = await measured(nth)
      if ((await atRest(url)).found !== null) values.push(value)
      await rest(url)
    }
    return values
  }
  await page.goto(url('warm'))
  await rest(url('warm'))

  const costs = await settled(VISITS, async (nth) => ({ value: await traceOf(page, own, () => visit(page, url(`visit-${nth}`))), url: url(`visit-${nth}`) }))
  report.figure({ metric: 'content script on a plain page', value: round(median(costs.map(({ ms }) => ms))), unit: 'ms', aim: atMost(15) })
  report.figure({ metric: 'the same by the clock, other work of the machine included', value: round(median(costs.map(({ clock }) => clock))), unit: 'ms' })
  report.figure({ metric: 'kind longest piece of it', value: round(median(costs.map(({ longest }) => longest))), unit: 'ms' })
  report.figure({ metric: 'kind starting it', value: round(median(costs.map(({ start }) => start))), unit: 'ms' })

  const ours = await settled(VISITS, async (nth) => ({ value: await mainThread(page, url(`visit-${nth}`), () => visit(page, url(`visit-${nth}`))), url: url(`visit-${nth}`) }))
  await visit(page, url('warm', ELSEWHERE))
  const others: number[] = []
  for (let nth = 0; nth < VISITS; nth++) others.push(await mainThread(page, url(`visit-${nth}`, ELSEWHERE), () => visit(page, url(`visit-${nth}`, ELSEWHERE))))
  report.figure({ metric: 'all that the page’s main thread does for it, drawing included', value: round(median(ours) - median(others)), unit: 'ms' })
  await page.goto(url('warm'))
  await rest(url('warm'))

  const firsts: Cost[] = []
  for (let nth = 0; nth < TABS; nth++) {
    const tab = await context.newPage()
    firsts.push(await traceOf(tab, own, () => visit(tab, url(`visit-${VISITS + nth}`))))
    await rest(url(`visit-${VISITS + nth}`))
    await tab.close()
  }
  report.figure({ metric: 'content script on the first page of a new tab', value: round(median(firsts.map(({ ms }) => ms))), unit: 'ms' })

  const shown = await desk.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]!.id!, page.url())
  const popups = []
  const plainest = []
  for (let nth = 0; nth < POPUPS; nth++) {
    popups.push(await openPopup(context, `${own}/popup.html#tab=${shown}`))
    plainest.push(await paintOf(context, `${own}/manifest.json`))
  }
  report.figure({ metric: 'popup to first paint', value: round(median(popups.map(({ paint }) => paint))), unit: 'ms', aim: atMost(100) })
  report.figure({ metric: 'the plainest document of the extension to first paint', value: round(median(plainest)), unit: 'ms' })
  report.figure({ metric: 'popup until it says what stands in the page', value: round(median(popups.map(({ says }) => says))), unit: 'ms' })

  const before = { tab: await tabMemory(page), own: ownProcessMemory(), unshared: ownProcessUnshared() }
  for (let nth = 0; nth < PAGES; nth++) {
    await page.goto(url(`many-${nth}`))
    await rest(url(`many-${nth}`))
  }
  const after = { tab: await tabMemory(page), own: ownProcessMemory(), unshared: ownProcessUnshared() }
  report.figure({ metric: `a tab after ${PAGES} pages`, value: round(after.tab), unit: 'MB' })
  report.figure({ metric: `its growth over ${PAGES} pages`, value: round(after.tab - before.tab), unit: 'MB', aim: atMost(5) })
  report.figure({ metric: `the extension's own process after ${PAGES} pages`, value: Math.round(after.own), unit: 'MB', aim: atMost(400) })
  report.figure({ metric: 'of it not the browser’s own program', value: Math.round(after.unshared), unit: 'MB' })
  report.figure({ metric: `growth of that process over ${PAGES} pages`, value: Math.round(after.own - before.own), unit: 'MB' })
} finally {
  await opened.close()
  await server.close()
}
report.note(`load ${loadavg()[0]!.toFixed(1)}`)
report.end()
