import { STATUSES, type Issue, type Status } from '../types/issue.ts'
import type { LedgerDb } from './db.ts'

/** Below and above every instant. */
const [FIRST, LAST] = ['', '\uffff'] as const

/** An instant from which on, and one before which; ISO 8601 UTC. */
export interface Span {
  from: string
  to: string
}

/** Every issue has a status and an instant at which it was found: asked status by status, one index tells of both. */
const within = (db: LedgerDb, status: Status, { from, to }: Span) => db.issues.where('[status+foundAt]').between([status, from], [status, to], true, false)

/** Issues found from one instant up to, not including, another, deleted ones too; in the order in which they were found. */
export async function issuesFound(db: LedgerDb, span: Span, statuses: readonly Status[] = STATUSES): Promise<Issue[]> {
  const found = await Promise.all(statuses.map((status) => within(db, status, span).toArray()))
  return found.flat().sort((a, b) => (a.foundAt === b.foundAt ? (a.id < b.id ? -1 : 1) : a.foundAt < b.foundAt ? -1 : 1))
}

/** How many they are, counted by index. */
export async function countFound(db: LedgerDb, span: Span): Promise<number> {
  const counts = await Promise.all(STATUSES.map((status) => within(db, status, span).count()))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** All issues of some statuses, deleted ones too. */
export function issuesOfStatus(db: LedgerDb, statuses: readonly Status[]): Promise<Issue[]> {
  return issuesFound(db, { from: FIRST, to: LAST }, statuses)
}

/** When the first issue was found; null where there is none. */
export async function firstFound(db: LedgerDb): Promise<string | null> {
  const firsts = await Promise.all(STATUSES.map((status) => within(db, status, { from: FIRST, to: LAST }).first()))
  return firsts.reduce<string | null>((first, issue) => (issue && (first === null || issue.foundAt < first) ? issue.foundAt : first), null)
}

/** Ids of all issues, the one that was found last first; no issue is read. */
export function newestFound(db: LedgerDb): Promise<string[]> {
  return db.transaction('r', db.issues, async () => {
    const walk = () => db.issues.orderBy('[status+foundAt]')
    const [keys, ids] = await Promise.all([walk().keys(), walk().primaryKeys()])
    const found = ids.map((id, at) => ({ id, foundAt: (keys[at] as unknown as [Status, string])[1] }))
    return found.sort((a, b) => (a.foundAt === b.foundAt ? 0 : a.foundAt < b.foundAt ? 1 : -1)).map(({ id }) => id)
  })
}

/** All issues of some units, deleted ones too. */
export async function issuesOfUnits(db: LedgerDb, unitIds: Iterable<string>): Promise<Issue[]> {
  const of = (unitId: string) => db.issues.where('[unitId+foundAt]').between([unitId, FIRST], [unitId, LAST]).toArray()
  return (await Promise.all([...unitIds].map(of))).flat()
}
