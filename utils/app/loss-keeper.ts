import { keepLedgerMemory, readLedgerMemory } from '../browser/ledger-memory.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { LossDeps } from './ledger-loss.ts'

/** What is remembered of the ledger in the browser's own storage. */
export function lossKeeper({ db, now }: Pick<Ledger, 'db' | 'now'>): LossDeps {
  return { db, now, read: readLedgerMemory, keep: keepLedgerMemory }
}
