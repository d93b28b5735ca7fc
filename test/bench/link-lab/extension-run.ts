import { readFileSync } from 'node:fs'
import { linesOf } from '../link-lines.ts'
import { openExtension, watchLinks } from '../link-watch.ts'
import type { Lab } from './lab.ts'
import { plainTabMemory, residentMemory, tabMemory } from './memory.ts'
import { untilQuiet } from './processes.ts'
import type { Run } from './score.ts'

const LIMIT_MS = 12 * 60_000

/** Runs the built extension on the lab's page, as a person who opens it would. */
export async function runExtension(lab: Lab): Promise<Run> {
  const opened = await openExtension(lab.resolverRules)
  const stopMeasuring = residentMemory(process.pid)
  try {
    await untilQuiet(process.pid)
    const seen = await watchLinks(opened, lab.pageUrl, LIMIT_MS)
    const figures = structuredClone(lab.figures())
    const memory = stopMeasuring()
    const tabMiB = Number((await tabMemory(seen.page) - await plainTabMemory(lab.resolverRules, lab.pageUrl)).toFixed(1))
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    return {
      name: `读网助手 ${version}`,
      verdicts: new Map(linesOf(lab.pageUrl, seen.links, seen.verdicts).flatMap(({ href, raw, verdict, code }) => [raw, href].map((name) => [name, { verdict, reason: code }] as const))),
      ms: seen.ms,
      figures,
      memory,
      extra: { asked: seen.asked.length, toPrivate: figures.toPrivate, tabMiB, longestPageTaskMs: Math.round(seen.longestTask) },
    }
  } finally {
    stopMeasuring()
    await opened.close()
  }
}
