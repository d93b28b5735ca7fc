import type { LedgerDb } from '../../ledger/db.ts'
import { forgetRemote, keepRemote, readRemote } from '../../ledger/sharing/device.ts'
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

/** When this ledger last gave a package out (what has come since is asked for by that) and took one in; instants ISO 8601 UTC. */
export async function exchangedAt(db: LedgerDb): Promise<{ exported: string | null; imported: string | null }> {
  const [exported, imported] = await Promise.all(['exported', 'imported'].map((name) => readRemote(db, name)))
  return { exported: (exported as string | null) ?? null, imported: (imported as string | null) ?? null }
}

export async function keepExported(db: LedgerDb, at: string | null): Promise<void> {
  await (at === null ? forgetRemote(db, 'exported') : keepRemote(db, 'exported', at))
}
