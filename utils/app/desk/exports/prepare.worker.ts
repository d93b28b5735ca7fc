import { storageEstimate } from '../../../browser/estimate.ts'
import { report } from '../../../errors.ts'
import { LedgerDb } from '../../../ledger/db.ts'
import { keptCanvases, marked } from '../../framing/marked.ts'
import { prepareCopies, type Reach } from './prepare.ts'

/** One pass in a thread of its own, which says so when it is over. Of several pages that are open one does it. */
async function pass(reach: Reach): Promise<void> {
  const db = new LedgerDb()
  try {
    const canvasOf = keptCanvases()
    const work = () => prepareCopies({ db, mark: (picture, looks) => marked(picture, looks, canvasOf), estimate: storageEstimate, now: Date.now, reach })
    if (navigator.locks) await navigator.locks.request('copies', { ifAvailable: true }, async (lock) => lock && work())
    else await work()
  } catch (error) {
    report(error)
  } finally {
    db.close()
    self.postMessage('over')
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Reach>) => void pass(data))
