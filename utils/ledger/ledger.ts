import type { LedgerDb } from './db.ts'

/** What the ledger's functions depend on; the clock and ids come in, so that tests can repeat a run. */
export interface Ledger {
  db: LedgerDb
  now: () => Date
  /** A fresh ULID. */
  newId: () => string
  /** Who works with this ledger: 检查人. */
  reader: () => Promise<string>
}
