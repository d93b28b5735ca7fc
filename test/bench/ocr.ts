/**
 * `npm run bench -- ocr [--json]`: what reading of pictures costs, with the extension as it ships: a screen of text and a long picture from
 * question to answer with a warm recogniser, beside tesseract's command line (which holds its start) where that is installed; in processor
 * time too, which other work on the machine changes least; and what the extension's process holds before, while and after a reading,
 * and when the warm minute is over. How well it reads: `npm run eval:ocr`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../browser/kit/until.ts'
import { hasCommandLine, readByCommandLine } from './ocr-lab/command-line.ts'
import { makePictures } from './ocr-lab/make.ts'
import { secondsOfEnded, secondsOfPages } from './ocr-lab/processor.ts'
import { startShipped } from './ocr-lab/shipped.ts'
import { atMost, createReport } from './report.ts'
import { ownProcessMemory } from './visit-lab/process-memory.ts'

const WANTED = [
  { name: 'screen-sans', says: 'a screen of text (1280×800)', runs: 7, aim: 1200 },
  { name: 'screen-serif', says: 'a screen of text in a serif face', runs: 7, aim: 1200 },
  { name: 'long-plain', says: 'a picture of 1,000×8,000 px', runs: 1, aim: 15_000 },
]
/** After the warm minute, in ms, the worker is gone; looked for so much longer. */
const GONE = 100_000
/** Of what a reading took, so much may stay behind, in MB: what scripts and the browser keep. */
const LEFT = 60

const peer = 'tesseract'
const folder = mkdtempSync(join(tmpdir(), 'duwang-ocr-'))
const report = createReport('ocr')
report.note(`load before: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
const shipped = await startShipped()
try {
  await makePictures(folder, (name) => WANTED.some((one) => one.name === name))
  const before = ownProcessMemory()
  const most = { mb: 0 }
  const looking = setInterval(() => (most.mb = Math.max(most.mb, ownProcessMemory())), 250)
  for (const { name, says, runs, aim } of WANTED) {
    const path = join(folder, `${name}.png`)
    const file = readFileSync(path)
    // The first question starts the worker.
    await shipped.read(file)
    const ours = await median(runs, secondsOfPages, async () => (await shipped.read(file)).ms)
    const theirs = hasCommandLine() ? await median(Math.min(runs, 3), secondsOfEnded, async () => readByCommandLine(path)?.ms ?? Number.NaN) : null
    report.figure({ metric: says, value: Math.round(ours.ms), unit: 'ms', aim: atMost(aim), peer: { name: peer, value: theirs && Math.round(theirs.ms) } })
    report.figure({ metric: `${says}, in processor time`, value: ours.seconds, unit: 's', peer: { name: peer, value: theirs && theirs.seconds } })
  }
  clearInterval(looking)
  await shipped.read(readFileSync(join(folder, `${WANTED[0]!.name}.png`)))
  const warm = ownProcessMemory()
  report.note(`the extension's process: ${Math.round(before)} MB before, ${Math.round(most.mb)} at most, ${Math.round(warm)} with a warm recogniser`)
  report.figure({ metric: 'memory while reading, above what stood before', value: Math.round(most.mb - before), unit: 'MB' })
  report.figure({ metric: 'memory of a warm recogniser', value: Math.round(warm - before), unit: 'MB' })
  const left = await until(async () => (ownProcessMemory() - before < LEFT ? { mb: ownProcessMemory() - before } : null), () => 'not freed', GONE).catch(() => ({ mb: ownProcessMemory() - before }))
  report.figure({ metric: 'of it after the warm minute', value: Math.max(0, Math.round(left.mb)), unit: 'MB', aim: atMost(LEFT) })
} finally {
  await shipped.close()
  rmSync(folder, { recursive: true, force: true })
}
report.note(`load after: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
report.end()

/** The run in the middle, and the processor seconds of the cheapest. */
async function median(runs: number, secondsSoFar: () => number, once: () => Promise<number>): Promise<{ ms: number; seconds: number }> {
  const times: { ms: number; seconds: number }[] = []
  for (let run = 0; run < runs; run++) {
    const from = secondsSoFar()
    const ms = await once()
    times.push({ ms, seconds: Math.round((secondsSoFar() - from) * 100) / 100 })
  }
  times.sort((a, b) => a.ms - b.ms)
  return { ms: times[times.length >> 1]!.ms, seconds: Math.min(...times.map(({ seconds }) => seconds)) }
}
