import { spanOfWeek, weekName, weekNamed, weekOf } from '../../lists/week.ts'
import type { Issue, Status } from '../../types/issue.ts'
import type { LedgerDb } from '../db.ts'

/** States in which nothing is to be done any more. */
const ENDED: readonly Status[] = ['closed', 'false-alarm', 'no-action']
const WAITING: readonly Status[] = ['open', 'fixed', 'doubtful']

/** A week of the ledger as archiving sees it. */
export interface ArchiveWeek {
  week: string
  /** Issues and tombstones that are over. */
  ended: number
  /** Issues that still wait for someone; a week that has any stays. */
  waiting: number
}

/** True where nothing is to be done with an issue any more; a deleted one is over too. */
export function isOver({ status, deletedAt }: Pick<Issue, 'status' | 'deletedAt'>): boolean {
  return deletedAt !== null || ENDED.includes(status)
}

/** Weeks that are wholly before an instant (ISO 8601 UTC), the oldest first, counted from the index alone. */
export function archiveWeeks(db: LedgerDb, before: string): Promise<ArchiveWeek[]> {
  return db.transaction('r', db.issues, async () => {
    const weeks = new Map<string, ArchiveWeek>()
    const count = (foundAt: string, field: 'ended' | 'waiting', by: number) => {
      const week = weekName(weekOf(foundAt))
      const known = weeks.get(week) ?? { week, ended: 0, waiting: 0 }
      known[field] += by
      weeks.set(week, known)
    }
    for (const status of [...ENDED, ...WAITING]) {
      const keys = await db.issues.where('[status+foundAt]').between([status, ''], [status, before], true, false).keys()
      for (const key of keys) count((key as unknown as [Status, string])[1], ENDED.includes(status) ? 'ended' : 'waiting', 1)
    }
    // The index tells a tombstone's last status; there are few of them.
    for (const { foundAt, status } of await db.issues.where('deletedAt').above('').toArray()) {
      if (foundAt >= before || ENDED.includes(status)) continue
      count(foundAt, 'waiting', -1)
      count(foundAt, 'ended', 1)
    }
    return [...weeks.values()].filter(({ week }) => endOf(week) <= before).sort((a, b) => (a.week < b.week ? -1 : 1))
  })
}

/** First instant after a week. */
export function endOf(week: string): string {
  return spanOfNamed(week).to
}

/** From its first instant up to the first after it. */
export function spanOfNamed(week: string): { from: string; to: string } {
  const named = weekNamed(week)
  if (!named) throw new RangeError(`not a week: ${week}`)
  return spanOfWeek(named)
}
