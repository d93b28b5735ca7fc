import type { LedgerDb } from '../ledger/db.ts'
import { partsOfId } from '../ledger/sharing/kinds.ts'
import { rowsOfTable } from '../ledger/sharing/many.ts'
import type { DocId, StampRow } from '../types/team.ts'

export function isIssue({ _id }: { _id: DocId }): boolean {
  return partsOfId(_id).kind === 'issue'
}

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

/**
 * Documents of a package, apart: those of issues that were archived here wait to the end, as an issue tells whether somebody went on with it and its history
 * may come before it. With which nobody did, nothing comes: the archive has it.
 */
export async function apart<T extends { _id: DocId; values?: unknown }>(db: LedgerDb, docs: readonly T[]): Promise<{ rest: T[]; archived: T[] }> {
  const away = await putAwayOf(db, ownersOf(docs))
  const isAway = (doc: T) => away.has(ownerOf(doc) ?? '')
  return away.size === 0 ? { rest: [...docs], archived: [] } : { rest: docs.filter((doc) => !isAway(doc)), archived: docs.filter(isAway) }
}
