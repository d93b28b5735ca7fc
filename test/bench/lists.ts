/**
 * `npm run bench -- lists`: documents of 10,000 issues in Chromium, beside papaparse (CSV) and exceljs with jszip (workbooks in a ZIP)
 * doing the same work on the same data in the same page. Medians; pictures are made before the clock starts.
 * The ZIP is written as the 导出 tab writes it, from the page's own ledger in threads of their own: once with the copies of
 * screenshots that the product makes while nobody works, once without any.
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { loadavg } from 'node:os'
import { chromium, type Page } from 'playwright-core'
import { chromiumPath } from '../browser/kit/flags.ts'
import { bundle, PLAIN_FLAGS } from './bundle.ts'
import type { Scripts, Timed } from './lists-lab/page.ts'
import { atMost, below, createReport } from './report.ts'

const ISSUES = 10_000
const UNITS = 60
const SHOTS = 200
const RUNS = 5

const report = createReport('lists')
report.note(`load before: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
// A page of its own origin: pictures are hashed, which only such pages may.
const server = createServer((_, answer) => answer.end('<!doctype html><meta charset="utf-8"><title>lists</title>')).listen(0, '127.0.0.1')
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...PLAIN_FLAGS, '--enable-precise-memory-info', '--js-flags=--expose-gc'] })
const asking = browser.newBrowserCDPSession()
try {
  const page = await browser.newPage()
  const address = server.address()
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`)
  await page.evaluate(`globalThis.lab = ${await bundle('test/bench/lists-lab/page.ts', 'duwangLists')}`)
  const scripts: Scripts = {
    helper: `${await bundle('utils/app/framing/answer.ts', 'duwangFraming')}.answerTasks(self)`,
    job: `${await bundle('test/bench/lists-lab/job.ts', 'duwangJob')}.answer(HELPER)`,
    prepare: `${await bundle('test/bench/lists-lab/prepare.ts', 'duwangPrepare')}.prepare()`,
  }
  const { pictureBytes } = await page.evaluate<{ pictureBytes: number }>(`lab.prepare(${ISSUES}, ${UNITS}, ${SHOTS}, ${JSON.stringify(scripts)})`)
  report.note(`${ISSUES} issues, ${UNITS} units, ${SHOTS} screenshots of ${Math.round(pictureBytes / 1024)} KB, ${RUNS} runs each`)
  const [csv, csvPeer] = [await median(page, 'lab.csv()'), await median(page, 'lab.csvPeer()')]
  report.figure({ metric: 'weekly CSV', value: seconds(csv), unit: 's', aim: atMost(0.3), peer: { name: 'papaparse 5.7.1', value: seconds(csvPeer) } })
  const watching = await watchMemory(page)
  const first = await median(page, 'lab.zip(false)', 3, 'lab.forget()')
  report.figure({ metric: 'unit lists with screenshots in one ZIP, first time, none prepared', value: seconds(first), unit: 's' })
  report.figure({ metric: 'none prepared, in processor time', value: first.cpu, unit: 's' })
  await page.evaluate('lab.forget()')
  const { made, ms, cpu } = await preparing(page)
  report.note(`copies made while nobody works: ${made}, in ${seconds({ ms })} s (processor ${cpu} s)`)
  const zip = await median(page, 'lab.zip(false)')
  const { most, before } = await watching()
  report.note(`memory of the page's process before: ${before} MB, at most: ${most} MB`)
  const zipPeer = await median(page, 'lab.zipPeer()', 1)
  report.figure({ metric: 'with the pictures that an idle ledger page drew before (the peer draws them meanwhile)', value: seconds(zip), unit: 's', aim: atMost(3), peer: { name: 'exceljs 4.4.0 and jszip', value: seconds(zipPeer) } })
  report.figure({ metric: 'with pictures drawn before, in processor time', value: zip.cpu, unit: 's', peer: { name: 'exceljs 4.4.0 and jszip', value: zipPeer.cpu } })
  report.figure({ metric: 'longest task of the page meanwhile (0: none of 50 ms)', value: Math.round(Math.max(zip.longest, first.longest)), unit: 'ms', aim: atMost(50) })
  report.figure({ metric: 'size of the ZIP', value: megabytes(zip.bytes), unit: 'MB', peer: { name: 'exceljs 4.4.0 and jszip', value: megabytes(zipPeer.bytes) } })
  report.figure({ metric: 'memory of page and Workers at most, above what stood before', value: most - before, unit: 'MB', aim: below(300) })
  const letters = await median(page, 'lab.zip(true)', 3)
  report.figure({ metric: 'with a notice for each unit, too', value: seconds(letters), unit: 's', aim: atMost(8) })
  report.figure({ metric: 'with notices in processor time', value: letters.cpu, unit: 's' })
} finally {
  await browser.close()
  server.close()
}
report.note(`load after: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
report.end()

/**
 * The run in the middle, and the processor seconds it took in all processes of the browser: what other work on the machine changes least.
 * @param before what is done before each, untimed
 */
async function median(page: Page, what: string, runs = RUNS, before = '0'): Promise<Timed & { cpu: number }> {
  const times: (Timed & { cpu: number })[] = []
  for (let run = 0; run < runs; run++) {
    await page.evaluate(before)
    // What the run before left behind is no part of what this one needs: nobody exports twice in a second.
    await settled(page)
    const from = await cpuOfBrowser()
    const timed = await page.evaluate<Timed>(what)
    times.push({ ...timed, cpu: Math.round(((await cpuOfBrowser()) - from) * 100) / 100 })
  }
  const middle = times.sort((a, b) => a.ms - b.ms)[Math.floor(times.length / 2)]!
  return { ...middle, longest: Math.max(...times.map(({ longest }) => longest)) }
}

/** Garbage is collected until no more of it goes: threads that were ended take a moment to leave. */
async function settled(page: Page): Promise<void> {
  for (let [last, now] = [Infinity, await memoryOfPage()]; now < last - 1; ) {
    await page.evaluate('gc()')
    await new Promise((next) => setTimeout(next, 300))
    ;[last, now] = [now, await memoryOfPage()]
  }
}

async function preparing(page: Page): Promise<{ made: number; ms: number; cpu: number }> {
  const [from, cpu] = [performance.now(), await cpuOfBrowser()]
  const made = await page.evaluate<number>('lab.prepareCopies()')
  return { made, ms: performance.now() - from, cpu: Math.round(((await cpuOfBrowser()) - cpu) * 100) / 100 }
}

async function cpuOfBrowser(): Promise<number> {
  const { processInfo } = await (await asking).send('SystemInfo.getProcessInfo')
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

/**
 * Looks at the memory of the page's process while it works: page and Workers, scripts, buffers and pictures being drawn. The answer is the most
 * that was seen, in MB, and how much of it stood before: the bench's own data and the browser's.
 */
async function watchMemory(page: Page): Promise<() => Promise<{ most: number; before: number }>> {
  await page.evaluate('gc()')
  const before = await memoryOfPage()
  let most = before
  const looks = new AbortController()
  const looking = (async () => {
    while (!looks.signal.aborted) {
      most = Math.max(most, await memoryOfPage())
      await new Promise((next) => setTimeout(next, 50))
    }
  })()
  return async () => {
    looks.abort()
    await looking
    return { most: Math.round(most), before: Math.round(before) }
  }
}

/** MB of the largest of the browser's pages that are its own and no file's, as Linux counts them; NaN elsewhere. */
async function memoryOfPage(): Promise<number> {
  const { processInfo } = await (await asking).send('SystemInfo.getProcessInfo')
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(async ({ id }) => Number(/RssAnon:\s+(\d+)/.exec(await readFile(`/proc/${id}/status`, 'utf8').catch(() => ''))?.[1]) / 1024)
  return (await Promise.all(sizes)).reduce((most, size) => (size > most ? size : most), 0)
}

function seconds({ ms }: Pick<Timed, 'ms'>): number {
  return Math.round(ms / 10) / 100
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 104_857.6) / 10
}
