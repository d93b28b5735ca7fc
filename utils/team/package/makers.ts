import type { LedgerDb } from '../../ledger/db.ts'
import { wallOf } from '../../ledger/sharing/clock.ts'
import { deviceOfLedger, keepRemote, readRemote } from '../../ledger/sharing/device.ts'
import type { ChangeScope } from '../changes.ts'
import type { Manifest } from './manifest.ts'

/** Who stands behind a device, as the newest package from there says. */
export interface Maker {
  by: string
  mark: string
  /** When that package was made, instant ISO 8601 UTC. */
  at: string
}

/** Notes who made a package, so that changes of that device have a name. */
export async function keepMaker(db: LedgerDb, { device, by, mark, madeAt: at }: Pick<Manifest, 'device' | 'by' | 'mark' | 'madeAt'>): Promise<void> {
  const known = (await readRemote(db, `maker ${device}`)) as Maker | null
  if (!known || known.at < at) await keepRemote(db, `maker ${device}`, { by, mark, at } satisfies Maker)
}

/** Makers by device. */
export async function makersOf(db: LedgerDb): Promise<Map<string, Maker>> {
  const head = 'remote maker '
  const rows = await db.team.where(':id').startsWith(head).toArray()
  return new Map(rows.flatMap((row) => ('value' in row ? [[row.name.slice(head.length), row.value as Maker] as const] : [])))
}

/** When this ledger last gave a package out and took one in; instants ISO 8601 UTC. */
export async function exchangedAt(db: LedgerDb): Promise<{ exported: string | null; imported: string | null }> {
  const [exported, imported] = await Promise.all(['exported', 'imported'].map((name) => readRemote(db, name)))
  return { exported: (exported as string | null) ?? null, imported: (imported as string | null) ?? null }
}

/** A package of all units was given out. @param at instant, ISO 8601 UTC */
export function keepExported(db: LedgerDb, at: string, { newest }: Pick<Manifest, 'newest'>): Promise<void> {
  return db.transaction('rw', db.team, async () => {
    await keepRemote(db, 'exported', at)
    const device = await deviceOfLedger(db)
    // set right while it was written: what was told before holds
    if (device && newest <= device.last) await db.team.put({ ...device, told: newest })
  })
}

/**
 * From when on a package must tell of changes, where everything before has been in one: not by the clock, which may have been set back
 * since, but by the stamps. All where none was given out.
 */
export async function exportedUpTo(db: LedgerDb): Promise<Pick<ChangeScope, 'since' | 'after'>> {
  const [device, { exported }] = await Promise.all([deviceOfLedger(db), exchangedAt(db)])
  return device?.told === undefined ? { since: exported } : { since: new Date(wallOf(device.told)).toISOString(), after: device.told }
}
