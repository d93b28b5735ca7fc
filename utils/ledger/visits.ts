import { clockInShanghai, dayInShanghai } from '../lists/week.ts'
import type { Day } from '../types/reading.ts'
import type { PageLog } from '../types/round.ts'
import type { Shift, Visit, VisitPart } from '../types/visit.ts'
import type { LedgerDb } from './db.ts'

/** A page that is shown again within this time goes on with its visit, in ms. */
export const SAME_VISIT = 30 * 60_000

/** 上午 until noon in Asia/Shanghai, 下午 from then on. */
export function shiftOf(instant: string): Shift {
  return clockInShanghai(instant).slice(11) < '12:00' ? 'morning' : 'afternoon'
}

/** What a page tells of its visit. */
export interface VisitReport extends VisitPart {
  /** Suspicions that it shows. */
  findings: number
}

/** Parts with one more report: each part once, with the most seconds that were told of it. Order and repetition make no difference. */
export function withPart(parts: readonly VisitPart[], { id, seconds }: VisitPart): VisitPart[] {
  const known = parts.find((part) => part.id === id)
  if (!known) return [...parts, { id, seconds }]
  return parts.map((part) => (part.id === id ? { id, seconds: Math.max(part.seconds, seconds) } : part))
}

/**
 * Keeps what a page tells of its visit: in the visit that this part belongs to already, else in the one of the same page, reader
 * and shift that ended less than `SAME_VISIT` ago, else in a new one.
 * What a person deleted stays deleted, however long its page stays open.
 * @param log what is known of the page, by its reading
 */
export async function keepVisit(db: LedgerDb, report: VisitReport, log: PageLog, reader: string, at: string): Promise<Visit> {
  return db.transaction('rw', db.visits, async () => {
    const [day, shift] = [dayInShanghai(at), shiftOf(at)]
    // A page may stay open over midnight: its part began yesterday.
    const near = await db.visits.where('[address+day]').between([log.address, dayBefore(day)], [log.address, day], true, true).toArray()
    const recent = (visit: Visit) =>
      visit.by === 'page' && visit.deletedAt === null && visit.day === day && visit.shift === shift && visit.reader === reader && Date.parse(at) - Date.parse(visit.endedAt) < SAME_VISIT
    const known = near.find(({ parts }) => parts.some(({ id }) => id === report.id)) ?? near.filter(recent).pop()
    const parts = withPart(known?.parts ?? [], report)
    const visit: Visit = {
      id: report.id, day, shift, startedAt: at, reader, by: 'page', note: '', deletedAt: null,
      ...known,
      ...placeOf(log),
      endedAt: known && known.endedAt > at ? known.endedAt : at,
      parts,
      dwell: parts.reduce((sum, { seconds }) => sum + seconds, 0),
      findings: report.findings,
    }
    await db.visits.put(visit)
    return visit
  })
}

/** All visits of some days, both included, in the order of their beginnings. */
export async function visitsBetween(db: LedgerDb, from: Day, to: Day): Promise<Visit[]> {
  const visits = await db.visits.where('day').between(from, to, true, true).filter(({ deletedAt }) => deletedAt === null).toArray()
  return visits.sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : a.id < b.id ? -1 : 1))
}

function placeOf({ unitId, unitName, site, siteName, title, kind, url, address, ...log }: PageLog) {
  return { unitId, unitName, site, siteName, title, kind, url, address, columnName: log.columnName ?? '', columnId: log.laterPage ? null : log.columnId }
}

function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
