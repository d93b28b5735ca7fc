import type { LedgerDb } from '../ledger/db.ts'
import type { TeamRemote } from '../types/team.ts'

const HEAD = 'remote returned '

/** Rows of the table `team` that say when issues came back here. By this ledger's own clock: the edit that brought them back may be as old as its PC was away. */
export function returnedRows(issueIds: readonly string[], now: Date): TeamRemote[] {
  return issueIds.map((id) => ({ name: `${HEAD}${id}`, value: now.toISOString() }))
}

/** Issues that an edit brought back after they had been deleted, the newest first. @param from instant, ISO 8601 UTC */
export async function returnedSince(db: LedgerDb, from: string): Promise<string[]> {
  const rows = (await db.team.where(':id').startsWith(HEAD).toArray()) as TeamRemote[]
  const recent = rows.flatMap(({ name, value }) => (String(value) >= from ? [[String(value), name.slice(HEAD.length)] as const] : []))
  return recent.sort(([a], [b]) => (a < b ? 1 : -1)).map(([, id]) => id)
}
