import type { LedgerDb } from './db.ts'

/**
 * Why a ledger does not open, as soon as it is known. `blocked`: another window holds an older version and ours waits; `outdated`: another
 * window brought a newer one, and ours was closed for it; `failed`: the browser refuses it, or it is of a newer version.
 */
export type Trouble = { kind: 'blocked' | 'outdated' | 'none' } | { kind: 'failed'; error: unknown }

/** Opens the ledger and tells what stands in the way; `none` when nothing does any more. */
export function watchTrouble(db: LedgerDb, tell: (trouble: Trouble) => void): void {
  db.on('blocked', () => tell({ kind: 'blocked' }))
  db.on('versionchange', ({ newVersion }) => {
    if (newVersion !== null) tell({ kind: 'outdated' })
  })
  db.open().then(
    () => tell({ kind: 'none' }),
    (error: unknown) => tell({ kind: 'failed', error }),
  )
}
