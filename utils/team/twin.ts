import type { Collection } from 'dexie'
import type { LedgerDb } from '../ledger/db.ts'
import { advance } from '../ledger/sharing/clock.ts'
import { deviceOfLedger, keepRemote, readRemote } from '../ledger/sharing/device.ts'
import { beginLinks, linksOf } from '../ledger/sharing/links.ts'
import { remade } from '../ledger/sharing/remade.ts'
import type { Stamp, StampRow, TwinMet } from '../types/team.ts'
import { keepLines } from './package/lines.ts'
import type { Maker } from './package/makers.ts'

/** Row of the table `team`; its name is from when only servers told of it. */
export const TWIN = 'couch-twin'

/** What this PC is from now on. */
export interface Anew {
  device: string
  /** Letters that nobody has who is known. */
  mark: string
  /** What was changed here later counts as changed by the new one: else it would pass for known to the other, and no clash be seen. */
  after: Stamp
  /** Rows in which that may have been. */
  rows: Collection<StampRow, string>
  /** Who sits at the PC that keeps the old id; '' where nobody knows. */
  by: string
  now: () => Date
}

/**
 * Another PC goes by our id: it keeps it, and this one takes a new one, and new letters. Numbers that were given out stay. What is renamed
 * is told anew. Call it in a transaction over the tables `stamps` and `team`.
 */
export async function takeNewId(db: LedgerDb, { device, mark, after, rows, by, now }: Anew): Promise<void> {
  const old = (await deviceOfLedger(db))!
  const anew = { ...old, device, mark }
  await rows.modify((row) => {
    const renamed = remade(row, after, device)
    if (!renamed) return
    const seq = advance(anew, now().getTime())
    Object.assign(row, renamed, { seq, ...(row.pending === undefined ? {} : { pending: row.pending[0] + seq }) })
  })
  await db.team.put(anew)
  // told on, so that the other learns of us where changes of ours went out under the old id
  const own = await linksOf(db)
  await beginLinks(db)
  if (own.length > 0) await keepLines(db, { [old.device]: [own] }, device)
  await keepRemote(db, `maker ${old.device}`, { by, mark: old.mark, at: '' } satisfies Maker)
  await keepRemote(db, TWIN, { at: now().toISOString(), mark } satisfies TwinMet)
}

/** Null where there never was one. */
export async function readTwin(db: LedgerDb): Promise<TwinMet | null> {
  return (await readRemote(db, TWIN)) as TwinMet | null
}
