import type { LedgerDb } from '../ledger/db.ts'
import { deviceOfLedger } from '../ledger/sharing/device.ts'
import { partsOfId, sharedKind } from '../ledger/sharing/kinds.ts'
import type { DocId, PendingDoc, Stamp } from '../types/team.ts'
import { readDocs } from './read-docs.ts'

/** What was sent, and under which revision the server has it. */
export interface Sent {
  id: DocId
  /** As `pendingDocs` gave it. */
  seq: Stamp
  rev?: string
}

/**
 * What the server lacks, in the order in which it is to be sent: pictures, histories, then the rest. Found by index.
 * A picture's document has no bytes in it: they stand in the table `shots` (`savedPages`) under the hash after `shot:` (`page:`).
 * @param after cursor of the last one of the page before; '' for the first
 */
export async function pendingDocs(db: LedgerDb, after: string, limit: number): Promise<PendingDoc[]> {
  const device = await deviceOfLedger(db)
  if (!device) return []
  return db.transaction('r', db.tables, async () => {
    const waiting = await db.stamps.where('pending').above(after).limit(limit).toArray()
    const docs = await readDocs(db, waiting.map(({ doc }) => doc), device)
    return waiting.map(({ doc, seq, rev, pending }) => ({ doc: docs.get(doc) ?? null, id: doc, seq, rev: rev ?? null, cursor: pending ?? '' }))
  })
}

/**
 * Notes what the server has now; what was changed again since it was read stays to be sent.
 */
export async function markSent(db: LedgerDb, sent: readonly Sent[]): Promise<void> {
  await db.transaction('rw', db.stamps, async () => {
    const rows = await db.stamps.bulkGet(sent.map(({ id }) => id))
    const done: DocId[] = []
    const kept = sent.flatMap(({ id, seq, rev }, at) => {
      const row = rows[at]
      if (!row) return []
      const { pending, ...rest } = row
      const again = row.seq !== seq
      if (!again && sharedKind(partsOfId(id).kind)?.once) {
        // what is written once is known by being there
        done.push(id)
        return []
      }
      return [{ ...rest, ...(again && pending !== undefined ? { pending } : {}), ...(rev === undefined ? {} : { rev }) }]
    })
    await db.stamps.bulkPut(kept)
    await db.stamps.bulkDelete(done)
  })
}
