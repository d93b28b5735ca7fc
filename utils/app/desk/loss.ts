import { onLedgerMemory } from '../../browser/ledger-memory.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Source } from '../../types/live.ts'
import type { LedgerLoss } from '../../types/loss.ts'
import { acceptLedger, lookForLoss } from '../ledger-loss.ts'
import { lossKeeper } from '../loss-keeper.ts'

/** What the browser has lost of the ledger. */
export function lossDesk(ledger: Pick<Ledger, 'db' | 'now'>) {
  const keeper = lossKeeper(ledger)
  const loss: Source<LedgerLoss | null> = (tell, fail) => {
    const look = () => void lookForLoss(keeper).then(tell, fail)
    const stop = onLedgerMemory(look)
    look()
    return stop
  }
  return {
    loss,
    seenLoss: async (): Promise<null> => (await acceptLedger(keeper), null),
  }
}
