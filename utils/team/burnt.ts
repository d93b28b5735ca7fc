import type { LedgerDb } from '../ledger/db.ts'
import type { Issue, ShotRef } from '../types/issue.ts'
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

/**
 * Issues without the pictures that nobody may show, and without those that stand uncovered beside their covered selves (both tell the same
 * moment): one who did not know of the covering yet may have sent them, with whatever was done to them meanwhile.
 */
export async function withoutBurnt(db: LedgerDb, issues: readonly Issue[]): Promise<readonly Issue[]> {
  const hashes = [...new Set(issues.flatMap(({ shots }) => shots.map(({ hash }) => hash)))]
  if (hashes.length === 0) return issues
  const gone = new Set((await db.burnt.count()) > 0 ? await db.burnt.where(':id').anyOf(hashes).primaryKeys() : [])
  return issues.map((issue) => {
    const covered = new Set(issue.shots.flatMap((shot) => (shot.covered ? [momentOf(shot)] : [])))
    if (gone.size === 0 && covered.size === 0) return issue
    const shots = issue.shots.filter((shot) => !gone.has(shot.hash) && (shot.covered || !covered.has(momentOf(shot))))
    return shots.length === issue.shots.length ? issue : { ...issue, shots }
  })
}

function momentOf({ takenAt, role }: ShotRef): string {
  return `${takenAt} ${role ?? ''}`
}
