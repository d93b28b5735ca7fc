/**
 * `npm run bench -- overview`: 概览 in a real Chromium with the built extension, 50,000 made-up issues of a year and the closings
 * of its last twelve weeks. Timed from the click on the tab until figures and charts are painted; median of several runs.
 */
import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { launchChromium } from '../browser/kit/chromium.ts'
import { PLAN, seed } from './ledger-lab/seed.ts'
import { below, createReport } from './report.ts'

const RUNS = 7
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Writes a closing for every second issue of the last twelve weeks, and the columns of a county with a reading each. Runs in the page. */
async function seedWork({ until, issues }: { until: string; issues: number }): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('duwang')
    open.addEventListener('success', () => resolve(open.result))
    open.addEventListener('error', () => reject(open.error))
  })
  const write = db.transaction(['events', 'columns', 'readings'], 'readwrite')
  const day = 86_400_000
  const many = Math.round((issues * 84) / 365 / 2)
  for (let n = 0; n < many; n++) {
    const at = new Date(Date.parse(until) - (n * 84 * day) / many).toISOString()
    write.objectStore('events').put({ id: `01EVENT${String(n).padStart(19, '0')}`, issueId: `01SEED${String(issues - 1 - n * 2).padStart(20, '0')}`, at, by: '王小青', kind: 'status', changes: { status: ['fixed', 'closed'] }, reason: '' })
  }
  for (let n = 0; n < 238; n++) {
    const address = `www.qinghe.gov.cn/zwgk/lm${n}`
    write.objectStore('columns').put({ id: `c${n}`, name: `第${n + 1}栏目`, prefix: `${address}/`, unitId: null, class: 'news', deadlineDays: null, exemption: null })
    write.objectStore('readings').put({
      id: `2026-W40 ${address}`, week: '2026-W40', url: `http://${address}/`, address, host: 'www.qinghe.gov.cn', site: 'www.qinghe.gov.cn', siteName: '', kind: 'column', title: '', columnName: '', columnId: `c${n}`,
      columnKeys: [], unitId: null, unitName: '', day: '2026-10-01', readAt: '2026-10-01T02:00:00.000Z', freshness: { day: '2026-09-30', ageDays: 1, limitDays: 14, class: 'news', state: 'fresh' }, blank: false, laterPage: false,
      letters: 0, waiting: [], guideMissing: 0, blocks: [], findings: [],
    })
  }
  await new Promise<void>((resolve, reject) => {
    write.addEventListener('complete', () => resolve())
    write.addEventListener('abort', () => reject(write.error))
  })
  db.close()
  return many
}

/** Runs in the page: opens 概览 and gives the ms until its last chart was painted. */
async function opened(): Promise<{ figures: number; charts: number }> {
  location.hash = '#/issues'
  await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300)))
  const begun = performance.now()
  location.hash = '#/overview'
  const stands = (test: () => boolean) =>
    new Promise<number>((resolve) => {
      const look = () => (test() ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun))) : requestAnimationFrame(look))
      look()
    })
  const figures = await stands(() => document.querySelector('.overview .tile-value') !== null)
  const charts = await stands(() => document.querySelectorAll('.chart svg').length >= 5)
  return { figures, charts }
}

const report = createReport('overview')
report.note(`load before: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '--mode', 'test'], { stdio: 'ignore' })
const running = await launchChromium({})
try {
  const page = await running.context.newPage()
  await page.goto(running.own('ledger.html#/issues'))
  await page.locator('.bar-tab').first().waitFor()
  await page.evaluate(seed, PLAN)
  report.note(`${PLAN.issues} issues, ${await page.evaluate(seedWork, PLAN)} closings in twelve weeks, 238 columns, ${RUNS} runs`)
  await page.reload()
  await page.locator('.row-issue').first().waitFor()
  const times: { figures: number; charts: number }[] = []
  for (let run = 0; run < RUNS; run++) times.push(await page.evaluate(opened))
  report.figure({ metric: 'figures after the click on 概览', value: Math.round(median(times.map(({ figures }) => figures))), unit: 'ms', aim: below(1000) })
  report.figure({ metric: 'all charts drawn', value: Math.round(median(times.map(({ charts }) => charts))), unit: 'ms', aim: below(1000) })
} finally {
  await running.close()
}
report.note(`load after: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
report.end()
