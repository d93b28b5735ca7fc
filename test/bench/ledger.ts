/**
 * `npm run bench -- ledger`: the list of issues in a real Chromium with the built extension and 50,000 made-up issues.
 * Each figure is the median of several runs; what is timed ends when the browser has painted it.
 */
import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import type { CDPSession, Page } from 'playwright-core'
import { launchChromium } from '../browser/kit/chromium.ts'
import { PLAN, seed } from './ledger-lab/seed.ts'
import { timed, watchOpening, type Opening } from './ledger-lab/watch.ts'
import { below, createReport } from './report.ts'

const RUNS = 7
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const whole = (ms: number | null) => (ms === null ? null : Math.round(ms))

/** Things done at the list; each is done and taken back, so that every run begins with all issues. */
const STEPS: { metric: string; there: Parameters<typeof timed>[0]; back: Parameters<typeof timed>[0] }[] = [
  { metric: 'filter by status', there: press(1), back: press(1) },
  { metric: 'filter by deadline', there: due(1), back: due(1) },
  { metric: 'search one word', there: search('第4321号'), back: search('') },
  { metric: 'search two words', there: search('卫生健康 政俯'), back: search('') },
  { metric: 'search what most issues have', there: search('青禾县'), back: search('') },
  { metric: 'saved view with filter and order', there: view(3), back: view(1) },
  { metric: 'sort by deadline', there: sort('deadline'), back: sort('number') },
  { metric: 'sort by unit', there: sort('unit'), back: sort('number') },
  { metric: 'sort by description', there: sort('description'), back: sort('number') },
  { metric: 'group by unit', there: group('unit'), back: group('') },
]

function press(nth: number) {
  return { selector: `.filters-status:first-child .filter-status:nth-child(${nth})`, changes: '.tools-count' }
}
function due(nth: number) {
  return { selector: `.filters-status:last-child .filter-status:nth-child(${nth})`, changes: '.tools-count' }
}
function search(value: string) {
  return { selector: '.filters-text', value, changes: '.issues' }
}
function view(nth: number) {
  return { selector: `.view-choice:nth-child(${nth})`, changes: '.tools-count' }
}
function sort(value: string) {
  return { selector: '.tools-choice:nth-of-type(1) select', value, changes: '.grid' }
}
function group(value: string) {
  return { selector: '.tools-choice:nth-of-type(2) select', value, changes: '.grid' }
}

const report = createReport('ledger')
report.note(`load before: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '--mode', 'test'], { stdio: 'ignore' })
const running = await launchChromium({})
try {
  const ledger = running.own('ledger.html#/issues')
  const page = await running.context.newPage()
  await page.goto(ledger)
  await page.getByText('还没有记录问题').or(page.getByText('Nothing recorded yet')).waitFor()
  await page.evaluate(seed, PLAN)
  report.note(`${PLAN.issues} issues, ${RUNS} runs each`)
  await page.addInitScript(watchOpening)
  const once = await opening(page)
  report.figure({ metric: 'kind first opening after a restore: first rows', value: whole(once.first), unit: 'ms' })
  report.figure({ metric: 'kind first opening after a restore: all counted', value: whole(once.counted), unit: 'ms' })
  const openings: Opening[] = []
  for (let run = 0; run < RUNS; run++) openings.push(await opening(page))
  report.figure({ metric: 'first rows after opening', value: whole(median(openings.map(({ first }) => first ?? Infinity))), unit: 'ms', aim: below(500) })
  report.figure({ metric: 'all issues read and counted', value: whole(median(openings.map(({ counted }) => counted ?? Infinity))), unit: 'ms' })

  // pages of an extension share one process: what earlier openings left behind is cleared away first
  const cdp = await running.context.newCDPSession(page)
  await cdp.send('Performance.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  const empty = await heap(cdp)
  await opening(page)
  let most = await heap(cdp)
  report.note(`${Math.round(empty)} MB before this opening, ${Math.round(most)} MB after it`)
  for (const { metric, there, back } of STEPS) {
    const times: number[] = []
    for (let run = 0; run < RUNS; run++) {
      times.push(await page.evaluate(timed, there))
      await page.evaluate(timed, back)
      most = Math.max(most, await heap(cdp))
    }
    report.figure({ metric, value: whole(median(times)), unit: 'ms', aim: below(100) })
  }
  await cdp.send('HeapProfiler.collectGarbage')
  report.figure({ metric: 'memory at most', value: Math.round(most), unit: 'MB', aim: below(200) })
  report.figure({ metric: 'memory that stays', value: Math.round(await heap(cdp)), unit: 'MB', aim: below(200) })
} finally {
  await running.close()
}
report.note(`load after: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
report.end()

/** Opens the ledger page anew and waits until all is counted. */
async function opening(page: Page): Promise<Opening> {
  await page.reload()
  await page.waitForFunction(() => globalThis.opening?.counted !== null)
  return page.evaluate(() => globalThis.opening)
}

/** Megabytes of the page's scripts. */
async function heap(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN) / 1024 / 1024
}
