import type { LedgerDb } from '../ledger/db.ts'
import { cameStamps } from '../ledger/sharing/came.ts'
import { partsOfRow } from '../ledger/sharing/cells.ts'
import { advance } from '../ledger/sharing/clock.ts'
import { deviceOfLedger } from '../ledger/sharing/device.ts'
import { SHARED, type Row, type SharedKind } from '../ledger/sharing/kinds.ts'
import { dated } from '../ledger/sharing/stamp-row.ts'
import { asTheyCame, LAST_RANK, RANKS } from '../ledger/sharing/stamps.ts'
import type { StampRow, TeamDevice } from '../types/team.ts'

/** Rows a step: the page stays usable in between. */
const STEP = 1000

/**
 * Marks everything that stands as still to be sent: a ledger joins a server, or the server is another one. In steps that can be
 * interrupted anywhere; the next call goes on. @returns false when there is nothing left to mark
 */
export async function resendStep(db: LedgerDb, now: () => Date): Promise<boolean> {
  return db.transaction('rw', [...SHARED.map(({ table }) => db.table(table)), db.stamps, db.team], async (change) => {
    asTheyCame(change)
    const device = await deviceOfLedger(db)
    if (!device?.resend) return false
    const at = Math.max(0, SHARED.findIndex(({ kind }) => kind === device.resend!.kind))
    const shared = SHARED[at]!
    const keys = (await db.table(shared.table).where(':id').above(device.resend.after).limit(STEP).primaryKeys()) as string[]
    const { resend: _done, ...clock } = device
    const next = () => advance(clock, now().getTime())
    await mark(db, shared, keys, device, next)
    const following = SHARED[at + 1]
    if (keys.length > 0) await db.team.put({ ...clock, resend: { kind: shared.kind, after: keys[keys.length - 1]! } })
    else if (following) await db.team.put({ ...clock, resend: { kind: following.kind, after: '' } })
    else {
      await markDeleted(db, next)
      await db.team.put(clock)
    }
    return true
  })
}

async function mark(db: LedgerDb, shared: SharedKind, keys: readonly string[], device: TeamDevice, next: () => string): Promise<void> {
  if (keys.length === 0) return
  const rank = RANKS[shared.kind] ?? LAST_RANK
  const rows = shared.once ? keys.map((key): Row => ({ [shared.key]: key })) : ((await db.table(shared.table).bulkGet([...keys])) as Row[])
  const wanted = rows.flatMap((row) => (shared.once ? [String(row[shared.key])] : [...partsOfRow(shared, row).keys()]).map((key) => ({ doc: `${shared.kind}:${key}`, row })))
  const known = await db.stamps.bulkGet(wanted.map(({ doc }) => doc))
  await db.stamps.bulkPut(
    wanted.map(({ doc, row }, at): StampRow => {
      const seq = next()
      const { rev: _other, ...stands } = known[at] ?? cameStamps(doc, row) ?? { doc, base: shared.once ? seq : dated(shared, row, device), cells: {} }
      return { ...stands, seq, pending: rank + seq }
    }),
  )
}

/** Deleted rows, and kinds of newer versions, have no row but their stamps. */
async function markDeleted(db: LedgerDb, next: () => string): Promise<void> {
  const rows = await db.stamps.filter(({ kept, pending, doc }) => kept !== undefined && pending === undefined && !doc.startsWith('~')).toArray()
  await db.stamps.bulkPut(
    rows.map(({ rev: _other, ...row }) => {
      const seq = next()
      return { ...row, seq, pending: LAST_RANK + seq }
    }),
  )
}
