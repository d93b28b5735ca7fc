import { weekDays, type Days } from '../lists/spans.ts'
import { spanOfDays, weekOfDay } from '../lists/week.ts'
import type { Issue, Status } from '../types/issue.ts'
import type { Day } from '../types/reading.ts'
import type { RecheckScope } from '../types/recheck.ts'
import type { LedgerDb } from './db.ts'
import { issuesFound, issuesOfStatus, issuesOfUnits } from './found.ts'

/** Statuses under which an issue's place is worth another look: 待整改, a unit's 已整改 that nobody has seen yet, 存疑. */
const LIVING: readonly Status[] = ['open', 'fixed', 'doubtful']

/** What to look at again. */
export interface RecheckWish {
  scope: RecheckScope
  /** For `unit`. */
  unitId?: string
  /** For `open` and `closed`: found in these days; all where it is null. */
  days?: Days | null
  /** For `selection` and `one`. */
  ids?: readonly string[]
}

/** The issues that a wish names, in the order of their numbers. Reads by index. */
export async function issuesToRecheck(db: LedgerDb, wish: RecheckWish, today: Day): Promise<Issue[]> {
  const found = (await candidates(db, wish, today)).filter(({ deletedAt }) => deletedAt === null)
  return found.sort((a, b) => a.number - b.number)
}

async function candidates(db: LedgerDb, { scope, unitId = '', days = null, ids = [] }: RecheckWish, today: Day): Promise<Issue[]> {
  if (scope === 'selection' || scope === 'one') return (await db.issues.bulkGet([...ids])).flatMap((issue) => issue ?? [])
  if (scope === 'unit') return (await issuesOfUnits(db, [unitId])).filter(({ status }) => LIVING.includes(status))
  if (scope === 'due') {
    const sunday = weekDays(weekOfDay(today)).to
    const due = LIVING.map((status) => db.issues.where('[status+deadline]').between([status, ''], [status, sunday], true, true).toArray())
    return (await Promise.all(due)).flat()
  }
  const statuses: readonly Status[] = scope === 'closed' ? ['closed'] : LIVING
  return days === null ? issuesOfStatus(db, statuses) : issuesFound(db, spanOfDays(days.from, days.to), statuses)
}
