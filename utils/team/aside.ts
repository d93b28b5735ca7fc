import type { LedgerDb } from '../ledger/db.ts'
import { sameValue } from '../ledger/sharing/cells.ts'
import type { SharedDoc, Stamp, StampRow } from '../types/team.ts'

/** What stands in front of the id of a document that this version cannot read. */
const ASIDE = '~'

/** A document of a newer form, or whose row this version cannot show: kept as it came, under a name of its own, until a version comes that can. */
export function asideRow(doc: SharedDoc, seq: Stamp): StampRow {
  return { doc: ASIDE + doc._id, seq, base: doc.base, cells: {}, kept: { ...doc }, form: doc.form }
}

/** Those of some documents that do not lie aside already, just as they came. */
export async function notAside(db: LedgerDb, docs: readonly SharedDoc[]): Promise<SharedDoc[]> {
  if (docs.length === 0) return []
  const rows = await db.stamps.bulkGet(docs.map(({ _id }) => ASIDE + _id))
  return docs.filter((doc, at) => !sameValue(rows[at]?.kept, doc))
}

/** Documents that were put aside, to be applied again by a version that may know more. */
export async function asideDocs(db: LedgerDb): Promise<SharedDoc[]> {
  const rows = await db.stamps.where(':id').startsWith(ASIDE).toArray()
  return rows.map(({ kept }) => kept as unknown as SharedDoc)
}

/** Takes away what was applied since. */
export async function forgetAside(db: LedgerDb, ids: readonly string[]): Promise<void> {
  await db.stamps.bulkDelete(ids.map((id) => ASIDE + id))
}
