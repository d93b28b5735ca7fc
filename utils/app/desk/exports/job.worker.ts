import { storageEstimate } from '../../../browser/estimate.ts'
import { LedgerDb } from '../../../ledger/db.ts'
import { createCopies } from '../../framing/copies.ts'
import { startHelpers } from '../../framing/start-helpers.ts'
import { answerJob, type JobThread } from './job-thread.ts'

answerJob(self as unknown as JobThread, () => {
  const db = new LedgerDb()
  return { db, helpers: startHelpers(), copies: createCopies(db, Date.now, storageEstimate) }
})
