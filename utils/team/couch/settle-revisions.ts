import type { LedgerDb } from '../../ledger/db.ts'
import type { Couch } from './client.ts'
import { isLasting } from './failure.ts'
import { keepLeaves, readLeaves } from './state.ts'

const MOST = 400

/**
 * Deletes revisions on the server whose content stands in the merged document (or that show what was covered), once that document waits no
 * longer: before, the content might stand nowhere else. What somebody else has deleted meanwhile is deleted; it is asked for once, unless
 * a node failed.
 */
export async function settleRevisions({ db, couch }: { db: LedgerDb; couch: Couch }): Promise<number> {
  const leaves = await readLeaves(db)
  const ids = Object.keys(leaves)
  if (ids.length === 0) return 0
  const rows = await db.stamps.bulkGet(ids)
  const settled = ids.filter((_, at) => rows[at]?.pending === undefined)
  const docs = settled.flatMap((_id) => (leaves[_id] ?? []).map((_rev) => ({ _id, _rev, _deleted: true })))
  const left = new Set(ids.filter((id) => !settled.includes(id)))
  for (let at = 0; at < docs.length; at += MOST) {
    for (const { id, error } of await couch.bulk(docs.slice(at, at + MOST))) if (error !== undefined && error !== 'conflict' && !isLasting(error)) left.add(id)
  }
  await keepLeaves(db, Object.fromEntries(Object.entries(leaves).filter(([id]) => left.has(id))))
  return docs.length
}
