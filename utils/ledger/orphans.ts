import type { Issue } from '../types/issue.ts'
import type { LedgerDb } from './db.ts'

/** Issues that stand and have no unit, found by index: of 50,000 issues only those are read. */
export async function issuesWithoutUnit(db: LedgerDb): Promise<Issue[]> {
  const [all, owned] = await Promise.all([db.issues.toCollection().primaryKeys(), db.issues.orderBy('[unitId+foundAt]').primaryKeys()])
  if (all.length === owned.length) return []
  const has = new Set(owned)
  const issues = await db.issues.bulkGet(all.filter((id) => !has.has(id)))
  return issues.filter((issue): issue is Issue => issue !== undefined && issue.deletedAt === null)
}
