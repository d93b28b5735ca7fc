import type { LedgerDb } from '../ledger/db.ts'
import { giveNumbersFrom, lastNumber } from '../ledger/numbers.ts'
import type { LedgerLoss, LedgerMemory } from '../types/loss.ts'

/**
 * A browser that finds its database damaged makes a new, empty one, or goes back to an older state, and tells nobody. So the highest
 * number that was ever given is remembered outside of it: a ledger that knows fewer has lost some.
 */
export interface LossDeps {
  db: LedgerDb
  now: () => Date
  read: () => Promise<LedgerMemory | null>
  keep: (memory: LedgerMemory) => Promise<void>
}

/** Compares what stands with what is remembered, and remembers what is new. After a loss, numbers go on from where they were, so that none is given twice. @returns what is missing, until the person has seen it */
export async function lookForLoss({ db, now, read, keep }: LossDeps): Promise<LedgerLoss | null> {
  // First what is remembered: what is recorded meanwhile only makes the ledger know more.
  const memory = (await read()) ?? { last: 0, loss: null }
  const last = await lastNumber(db)
  if (last === memory.last) return memory.loss
  if (last > memory.last) {
    await keep({ ...memory, last })
    return memory.loss
  }
  const loss: LedgerLoss = { from: Math.min(last + 1, memory.loss?.from ?? last + 1), to: memory.last, left: await db.issues.count(), at: now().toISOString() }
  await keep({ last: memory.last, loss })
  await giveNumbersFrom(db, memory.last)
  return loss
}

/** The person has seen the loss: what stands now is all there is. */
export async function acceptLedger({ db, keep }: Pick<LossDeps, 'db' | 'keep'>): Promise<void> {
  await keep({ last: await lastNumber(db), loss: null })
}

/** Has another ledger put in place of this one, or all of it deleted, which is no loss; where that fails, everything is as before. Numbers that were lost are not given again. */
export async function replaceLedger<T>(deps: LossDeps, replace: () => Promise<T>): Promise<T> {
  const before = await deps.read()
  // Before the work: who sees the ledger know less must not take it for a loss.
  await deps.keep({ last: 0, loss: null })
  try {
    const replaced = await replace()
    if (before?.loss) await giveNumbersFrom(deps.db, before.last)
    await acceptLedger(deps)
    return replaced
  } catch (error) {
    if (before) await deps.keep(before)
    throw error
  }
}
