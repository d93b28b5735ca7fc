import { LedgerDb } from '../../../ledger/db.ts'
import { startHelpers } from '../../framing/start-helpers.ts'
import { answerJob, type JobThread } from './job-thread.ts'

answerJob(self as unknown as JobThread, () => ({ db: new LedgerDb(), helpers: startHelpers() }))
