import type { LedgerDb } from '../ledger/db.ts'
import { forgetEvidence } from '../ledger/evidence.ts'
import { partsOfId } from '../ledger/sharing/kinds.ts'
import { collectShots } from '../ledger/shots.ts'
import { rowsOfTable } from '../ledger/sharing/many.ts'
import type { DocId, StampRow } from '../types/team.ts'

/** The issue that a document belongs to; null where it belongs to none. */
export function ownerOf({ _id, values }: { _id: DocId; values?: unknown }): string | null {
  const { kind, key } = partsOfId(_id)
  if (kind === 'issue' || kind === 'evidence') return key
  const issue = kind === 'event' ? (values as { issueId?: unknown } | undefined)?.issueId : null
  return typeof issue === 'string' && !issue.includes(':') ? issue : null
}

/** The same of many, each once. */
export function ownersOf(docs: readonly { _id: DocId; values?: unknown }[]): string[] {
  return [...new Set(docs.flatMap((doc) => ownerOf(doc) ?? []))]
}

/** Of some issues those that were archived here, with what is known of them: they are neither here nor deleted. */
export async function putAwayOf(db: LedgerDb, issueIds: readonly string[]): Promise<Map<string, StampRow>> {
  const known = await rowsOfTable(db.stamps, issueIds.map((id) => `issue:${id}`))
  const away = new Map(issueIds.flatMap((id, at) => (known[at] && !known[at].kept ? [[id, known[at]] as const] : [])))
  if (away.size > 0) for (const id of await db.issues.where(':id').anyOf([...away.keys()]).primaryKeys()) away.delete(id)
  return away
}

/** What came of archived issues with which nobody went on goes again, pictures too: the archive has it, and no issue stands to which it belongs. */
export async function clearPutAway(db: LedgerDb, issueIds: readonly string[]): Promise<void> {
  // looked at first without holding anyone up
  const some = [...(await putAwayOf(db, issueIds)).keys()]
  if (some.length === 0) return
  await db.transaction('rw', db.issues, db.events, db.evidence, db.stamps, async () => {
    const away = [...(await putAwayOf(db, some)).keys()]
    await db.events.where('issueId').anyOf(away).delete()
    await forgetEvidence(db, away)
  })
  await collectShots(db)
}
