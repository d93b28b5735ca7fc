import { report } from '../../../errors.ts'
import type { LedgerDb } from '../../../ledger/db.ts'
import { live } from '../../../ledger/live.ts'
import { readSettings } from '../../../ledger/settings.ts'
import type { Reach } from './prepare.ts'

/** So long nothing must have changed, in ms: whoever is working is not to be slowed down. */
const QUIET = 2000
/** Then at the next moment when the page has nothing to do, in ms at the latest. */
const LATEST = 5000

/**
 * Has the copies of screenshots made that the next export will need, whenever issues or what is usually exported changed:
 * in a thread of its own, and where there is none, not at all; the export makes them then.
 * @param reach whether all issues are looked at, or only the newest
 */
export function startPreparing(db: LedgerDb, reach: Reach): void {
  let timer = 0
  let worker: Worker | null = null
  let again = false
  const over = () => {
    worker?.terminate()
    worker = null
    if (again) soon()
  }
  const start = () => {
    again = worker !== null
    if (worker) return
    try {
      worker = new Worker(new URL('./prepare.worker.ts', import.meta.url), { type: 'module' })
    } catch {
      return
    }
    worker.addEventListener('message', over)
    worker.addEventListener('error', over)
    worker.postMessage(reach)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => (typeof requestIdleCallback === 'function' ? requestIdleCallback(start, { timeout: LATEST }) : start()), QUIET)
  }
  const newest = async () => {
    const { exportContent, shotStrip } = await readSettings(db)
    // Every step of an issue is an event; the log of changed issues is written where no query sees it.
    return [await db.events.orderBy(':id').reverse().limit(1).primaryKeys(), exportContent, shotStrip]
  }
  live(newest, soon, report)
}
