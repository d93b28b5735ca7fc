import type { LedgerMemory } from '../types/loss.ts'
import { browser } from './api.ts'

/** Name in the browser's own storage, which lies in other files than the database does and is lost on other days. */
const NAME = 'ledger'

/** What is remembered of the ledger; null where nothing is. */
export async function readLedgerMemory(): Promise<LedgerMemory | null> {
  const kept = (await browser.storage.local.get(NAME))[NAME] as Partial<LedgerMemory> | undefined
  return typeof kept?.last === 'number' ? { last: kept.last, loss: kept.loss ?? null } : null
}

export async function keepLedgerMemory(memory: LedgerMemory): Promise<void> {
  await browser.storage.local.set({ [NAME]: memory })
}

/** Calls back when another of our windows, or the background, remembers something else. @returns what stops it */
export function onLedgerMemory(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && NAME in changes) changed()
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
