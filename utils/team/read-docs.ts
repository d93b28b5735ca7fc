import type { LedgerDb } from '../ledger/db.ts'
import { partsOfRow } from '../ledger/sharing/cells.ts'
import { partsOfId, sharedKind } from '../ledger/sharing/kinds.ts'
import type { DocId, SharedDoc, TeamDevice } from '../types/team.ts'
import { docOf, onceDoc } from './doc.ts'
import { standing } from './plan.ts'

/** Documents as they stand here, by id; those whose row was put away (archived, thinned) are left out, deleted ones are not. */
export async function readDocs(db: LedgerDb, ids: readonly DocId[], device: TeamDevice): Promise<Map<DocId, SharedDoc>> {
  const { rows, stamps } = await standing(db, ids)
  const docs = new Map<DocId, SharedDoc>()
  for (const id of ids) {
    const { kind, key } = partsOfId(id)
    const [shared, row, known] = [sharedKind(kind), rows.get(id), stamps.get(id)]
    if (shared?.once) {
      if (row) docs.set(id, onceDoc(shared, row))
    } else if (row && shared) {
      const cells = partsOfRow(shared, kind === 'word' ? { words: [row] } : row).get(key)
      if (cells) docs.set(id, docOf(shared, id, row, cells, known, device))
    } else if (known?.kept) docs.set(id, docOf(shared, id, null, null, known, device))
  }
  return docs
}
