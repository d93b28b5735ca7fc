import type { BrowserContext, Page, Worker } from 'playwright-core'
import { servePages } from '../../browser/kit/pages.ts'
import { until } from '../../browser/kit/until.ts'
import { openExtension } from '../link-watch.ts'

const SHORT = 3000
const LONG = 100_000
const VISITS = 5

/** The built extension on pages of prose; times in ms. */
export interface PageRun {
  /** From the reading's arrival in the background to the marks that the page can see: of the rules, and of the model behind them. */
  cold: Marked
  warm: Marked
  /** The page's longest task from its load on, and that of the same page where the extension is off. */
  longest: { short: number; long: number; shortPlain: number; longPlain: number }
}

interface Marked {
  rules: number
  model: number
}

/** Notes in the page when words are first marked, and its longest task since it was loaded. */
interface Watch {
  rules: number
  model: number
  longest: number
}

// A slip for the rules and one for the model, at the end of the page.
const SLIPS = '<p>这是我们的的工作。</p><p>各单位要大力培育发展大数局产业，切实提高服务水平。</p>'

function pageOf(notices: readonly string[], length: number): string {
  let text = ''
  for (let i = 0; text.length < length; i++) text += `<p>${notices[i % notices.length]}</p>`
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>工作情况通报</title><body><h1>工作情况通报</h1><p>发布时间：2026-11-10</p>${text}${SLIPS}</body></html>`
}

/** Visits a short page first in a fresh browser and then again, and a long one; each also where the extension is off. */
export async function visitPages(notices: readonly string[]): Promise<PageRun> {
  const [short, long] = [pageOf(notices, SHORT), pageOf(notices, LONG)]
  const server = await servePages({}, (address) => address.endsWith('/short.html') ? short : address.endsWith('/long.html') ? long : null)
  const opened = await openExtension(`MAP * 127.0.0.1:${server.port}`)
  try {
    await opened.worker.evaluate(hearReadings)
    const marked = (name: string) => visit(opened.context, opened.worker, `http://lab.qinghe.gov.cn/${name}.html`)
    const plain = (name: string) => visit(opened.context, null, `http://lab.qinghe.example/${name}.html`)
    const cold = await marked('short')
    const again: (Marked & { longest: number })[] = []
    for (let i = 0; i < VISITS; i++) again.push(await marked('short'))
    const many = await marked('long')
    const [shortPlain, longPlain] = [await plain('short'), await plain('long')]
    return {
      cold,
      warm: { rules: median(again.map(({ rules }) => rules)), model: median(again.map(({ model }) => model)) },
      longest: { short: median(again.map(({ longest }) => longest)), long: many.longest, shortPlain: shortPlain.longest, longPlain: longPlain.longest },
    }
  } finally {
    await opened.close()
    await server.close()
  }
}

/** Runs in the background: when the last reading came, in ms since 1970. */
function hearReadings(): void {
  const home = globalThis as unknown as { readAt: number; chrome: { runtime: { onMessage: { addListener: (heard: (message: { name?: string }) => void) => void } } } }
  home.readAt = 0
  home.chrome.runtime.onMessage.addListener(({ name }) => { if (name === 'page.read') home.readAt = performance.timeOrigin + performance.now() })
}

async function visit(context: BrowserContext, worker: Worker | null, url: string): Promise<Marked & { longest: number }> {
  const page = await context.newPage()
  await page.addInitScript(watchMarks)
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
  const watch = () => page.evaluate(() => (globalThis as unknown as { watch: Watch }).watch)
  if (worker) await until(async () => (await watch()).model > 0, () => `never marked: ${url}`, 60_000)
  await atRest(page)
  const { rules, model, longest } = await watch()
  const readAt = worker ? await worker.evaluate(() => (globalThis as unknown as { readAt: number }).readAt) : 0
  await page.close()
  return { rules: rules - readAt, model: model - readAt, longest }
}

function watchMarks(): void {
  const watch: Watch = { rules: 0, model: 0, longest: 0 }
  Object.assign(globalThis, { watch })
  new PerformanceObserver((list) => {
    const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    for (const { startTime, duration } of list.getEntries()) if (startTime >= (loaded?.loadEventStart ?? 0)) watch.longest = Math.max(watch.longest, duration)
  }).observe({ type: 'longtask', buffered: true })
  const isMarked = (words: string): boolean => [...CSS.highlights.values()].some((highlight) => [...highlight].some((range) => (range as Range).toString() === words))
  const timer = setInterval(() => {
    const now = performance.timeOrigin + performance.now()
    if (!watch.rules && isMarked('的的')) watch.rules = now
    if (!watch.model && isMarked('局')) watch.model = now
    if (watch.model) clearInterval(timer)
  }, 4)
}

/** Long tasks are told when they are over: two turns of an idle page are enough. */
function atRest(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => requestIdleCallback(() => resolve()), { timeout: 2000 })))
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}
