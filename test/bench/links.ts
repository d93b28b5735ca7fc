/**
 * The link check against linkinator on the lab: `npm run bench -- links [--quick] [--share 0.1] [--without-peer] [--json]`.
 * 2,000 links of some 70 kinds on one page; `--quick` leaves out the silent and slow ones, for the speed.
 * Prints right / wrong / unsure a kind, links per second, requests, the most at once to one host, and memory (report.ts).
 * The page's longest tasks are measured in a second run of the page, as a trace costs time, and in a third without the extension.
 */
import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { runExtension } from './link-lab/extension-run.ts'
import { startLab } from './link-lab/lab.ts'
import { tasksWithAndWithout } from './link-lab/page-tasks-runs.ts'
import { peerVersion, runPeer } from './link-lab/peer-run.ts'
import { scoreOf, tableOf, type Run } from './link-lab/score.ts'
import { measuredOf } from './link-lab/figures.ts'
import { createReport } from './report.ts'

/** Kinds whose time is the server's, not the checker's. */
const SLOW = ['silent', 'slow-3s', 'drip', '429-always', '429-once']

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, share: { type: 'string' }, 'without-peer': { type: 'boolean' }, 'no-build': { type: 'boolean' }, json: { type: 'boolean' } },
})

if (!values['no-build']) execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '--mode', 'test'], { stdio: ['ignore', 2, 2] })
const lab = await startLab({ share: Number(values.share ?? 1), without: values.quick ? SLOW : [] })
const report = createReport('links', values.json)
try {
  const runs: Run[] = [await runExtension(lab)]
  lab.reset()
  if (!values['without-peer'] && peerVersion()) runs.push(await runPeer(lab))
  lab.reset()
  const tasks = await tasksWithAndWithout(lab)
  const scores = runs.map((run) => scoreOf(run, lab.links))
  report.note(tableOf(scores))
  report.note(`load ${loadavg()[0]?.toFixed(1)}`)
  for (const measured of measuredOf(scores, tasks, Boolean(values.quick))) report.figure(measured)
  report.end()
} finally {
  await lab.close()
}
