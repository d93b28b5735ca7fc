/**
 * `npm run bench -- team`: what sharing costs a ledger, and how fast a whole team's work is taken in, in a real Chromium.
 * Figures of a ledger with and without the stamps' layer are taken in turns, so that the machine's other work touches both.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumPath } from '../browser/kit/flags.ts'
import { bundle, PLAIN_FLAGS } from './bundle.ts'
import { atMost, createReport } from './report.ts'
import { cpuOf } from './team-lab/cpu.ts'
import { couchFigures, pullFigures, pullFiguresOnDisk } from './team-lab/couch-figures.ts'
import type * as Core from './team-lab/core.ts'

declare global {
  var duwangTeam: typeof Core
}

const RUNS = Number(process.env['RUNS'] ?? 5)
const ISSUES = Number(process.env['ISSUES'] ?? 50_000)
const MODES = ['without', 'alone', 'sharing'] as const
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const load = () => loadavg().map((one) => one.toFixed(1)).join(' ')

const report = createReport('team')
report.note(`load before: ${load()}`)
const script = `globalThis.duwangTeam = ${await bundle('test/bench/team-lab/core.ts', 'duwangTeam')}`
const program = await chromium.launchServer({ executablePath: chromiumPath(), args: PLAIN_FLAGS })
const browser = await chromium.connect(program.wsEndpoint())
try {
  const page = await browser.newPage()
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }))
  await page.goto('https://localhost/')
  await page.evaluate(script)
  const imports: Record<string, number[]> = {}
  const records: Record<string, number[]> = {}
  for (let run = 0; run < RUNS; run++) {
    for (const mode of MODES) {
      imports[mode] = [...(imports[mode] ?? []), await page.evaluate((which) => duwangTeam.importRoster(which), mode)]
      records[mode] = [...(records[mode] ?? []), median(await page.evaluate((which) => duwangTeam.recordSome(which, 60), mode))]
    }
  }
  const ms = (values: readonly number[] | undefined) => Math.round(median(values ?? []) * 10) / 10
  for (const mode of MODES) {
    report.figure({ metric: `kind 20,000 roster rows stored, ${mode}`, value: ms(imports[mode]), unit: 'ms' })
    report.figure({ metric: `kind an issue recorded, ${mode}`, value: ms(records[mode]), unit: 'ms' })
  }
  report.figure({ metric: 'roster import of a ledger that shares nothing, against one without stamps', value: Math.round((ms(imports['alone']) / ms(imports['without'])) * 100) / 100, unit: '×', aim: atMost(1.1) })
  const { ms: took, longest, blocked, pages, resent } = await page.evaluate((count) => duwangTeam.pull(count), ISSUES)
  report.figure({ metric: `${ISSUES} issues with history taken in`, value: Math.round(took / 100) / 10, unit: 's', aim: atMost(20) })
  report.figure({ metric: 'longest that a click waits meanwhile', value: Math.round(longest), unit: 'ms' })
  report.figure({ metric: `kind waits over 100 ms, of ${pages} batches`, value: blocked, unit: '' })
  report.figure({ metric: 'kind all of it marked for a new server', value: Math.round(resent / 100) / 10, unit: 's' })
  await couchFigures(browser, report)
} finally {
  await browser.close()
  await program.close()
}
const another = await chromium.launchServer({ executablePath: chromiumPath(), args: PLAIN_FLAGS })
const joining = await chromium.connect(another.wsEndpoint())
try {
  await pullFigures(joining, report, () => cpuOf(another.process().pid ?? 0))
} finally {
  await joining.close()
  await another.close()
}
const home = await mkdtemp(join(tmpdir(), 'duwang-bench-'))
const profile = await chromium.launchPersistentContext(home, { executablePath: chromiumPath(), args: PLAIN_FLAGS })
try {
  await pullFiguresOnDisk(profile, report)
} finally {
  await profile.close()
  await rm(home, { recursive: true, force: true })
}
report.note(`load after: ${load()}`)
report.end()
