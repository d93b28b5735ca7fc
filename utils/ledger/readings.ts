import type { LinkLog, LoggedFinding, PageLog } from '../types/round.ts'
import { weekName, weekOf } from '../lists/week.ts'
import type { LedgerDb } from './db.ts'
import { sameAddress } from './fingerprint.ts'

const WEEK = 7 * 86_400_000

/** Keeps a reading in the log (读网记录): one row a page and week, in which the newest reading stands. */
export async function keepReading(db: LedgerDb, log: PageLog): Promise<void> {
  await db.transaction('rw', db.readings, async () => {
    const known = await db.readings.get(log.id)
    if (!known || known.readAt <= log.readAt) await db.readings.put(known?.links ? withLinks(log, known.links) : log)
  })
}

/** Keeps what was found of a page's links, as findings that count for W-D08 and W-D09. The page was read a moment before. */
export async function keepLinks(db: LedgerDb, url: string, at: string, links: LinkLog): Promise<void> {
  await db.transaction('rw', db.readings, async () => {
    const log = await readingLogged(db, url, at)
    if (log) await db.readings.put(withLinks(log, links))
  })
}

function withLinks(log: PageLog, links: LinkLog): PageLog {
  const others = log.findings.filter(({ check }) => check !== 'links/dead')
  const dead: LoggedFinding = { check: 'links/dead', indicator: log.kind === 'home' ? 'W-D08' : 'W-D09', severity: 'general', count: links.dead }
  return { ...log, links, findings: links.dead > 0 ? [...others, dead] : others }
}

/** What is kept of a page of this week's, or of last week's where it stayed open over Sunday's midnight; null where nothing is. */
export async function readingLogged(db: LedgerDb, url: string, at: string): Promise<PageLog | null> {
  const lastWeek = new Date(Date.parse(at) - WEEK).toISOString()
  const [now, before] = await db.readings.bulkGet([at, lastWeek].map((instant) => `${weekName(weekOf(instant))} ${sameAddress(url)}`))
  return now ?? before ?? null
}

/** All readings from one week to another, both included, by their names. Names of weeks sort as the weeks do, over year ends too. */
export function readingsBetween(db: LedgerDb, from: string, to: string): Promise<PageLog[]> {
  return db.readings.where('week').between(from, to, true, true).toArray()
}

/** Weeks with readings and how many pages each has, the newest first. */
export async function weeksRead(db: LedgerDb): Promise<{ week: string; pages: number }[]> {
  const weeks = (await db.readings.orderBy('week').uniqueKeys()) as string[]
  const counted = await Promise.all(weeks.map(async (week) => ({ week, pages: await db.readings.where('week').equals(week).count() })))
  return counted.reverse()
}
