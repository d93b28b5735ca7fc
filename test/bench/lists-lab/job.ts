/** Runs in a thread of the page: one export as the product does it, on the page's own ledger. */
import { answerJob, type JobThread } from '../../../utils/app/desk/exports/job-thread.ts'
import { createCopies } from '../../../utils/app/framing/copies.ts'
import { createHelpers } from '../../../utils/app/framing/helpers.ts'
import { LedgerDb } from '../../../utils/ledger/db.ts'

/** @param helper address of the script of a thread that helps */
export function answer(helper: string): void {
  answerJob(self as unknown as JobThread, () => {
    const db = new LedgerDb()
    return { db, helpers: createHelpers(() => new Worker(helper), Math.min(4, navigator.hardwareConcurrency)), copies: createCopies(db, Date.now, async () => null) }
  })
}
