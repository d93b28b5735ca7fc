/** Runs in a thread of the page: copies of screenshots are made ahead, as the product does it while nobody works. */
import { prepareCopies } from '../../../utils/app/desk/exports/prepare.ts'
import { keptCanvases, marked } from '../../../utils/app/framing/marked.ts'
import { LedgerDb } from '../../../utils/ledger/db.ts'

export async function prepare(): Promise<void> {
  const db = new LedgerDb()
  const canvasOf = keptCanvases()
  self.postMessage(await prepareCopies({ db, mark: (picture, looks) => marked(picture, looks, canvasOf), estimate: async () => null, now: Date.now }))
  db.close()
}
