import type { LedgerDb } from '../ledger/db.ts'
import type { Issue } from '../types/issue.ts'
import type { StampRow } from '../types/team.ts'

/**
 * Pictures in which something was covered elsewhere: the uncovered ones go here, too, bytes and all, whatever was done with them meanwhile.
 * Call it inside a transaction over issues and shots. Covering is rare, so that all issues may be looked at.
 * @param mark what is to be sent on
 */
export async function burnHere(db: LedgerDb, hashes: readonly string[], mark: (id: string) => StampRow | null): Promise<void> {
  if (hashes.length === 0) return
  const gone = new Set(hashes)
  await db.shots.bulkDelete([...hashes])
  await db.stamps.bulkDelete(hashes.map((hash) => `shot:${hash}`))
  const rows = hashes.map((hash) => mark(`burnt:${hash}`)).filter((row) => row !== null)
  if (rows.length > 0) await db.stamps.bulkPut(rows)
  await db.issues.filter(({ shots }) => shots.some(({ hash }) => gone.has(hash))).modify((issue) => {
    issue.shots = issue.shots.filter(({ hash }) => !gone.has(hash))
  })
}

/** Issues without the pictures that nobody may show: one who did not know yet may have sent them. */
export async function withoutBurnt(db: LedgerDb, issues: readonly Issue[]): Promise<readonly Issue[]> {
  const hashes = [...new Set(issues.flatMap(({ shots }) => shots.map(({ hash }) => hash)))]
  if (hashes.length === 0 || (await db.burnt.count()) === 0) return issues
  const gone = new Set(await db.burnt.where(':id').anyOf(hashes).primaryKeys())
  if (gone.size === 0) return issues
  return issues.map((issue) => (issue.shots.some(({ hash }) => gone.has(hash)) ? { ...issue, shots: issue.shots.filter(({ hash }) => !gone.has(hash)) } : issue))
}
