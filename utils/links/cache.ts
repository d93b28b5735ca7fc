import type { LinkVerdict } from '../types/link.ts'
import { isPassing } from './reasons.ts'
import type { Wait } from './wait.ts'

/** Where verdicts outlive the background. Dexie implements it in `utils/ledger/`. */
export interface LinkCache {
  /** Verdicts by `href`, of any age; unknown ones are absent. */
  get: (hrefs: string[]) => Promise<Map<string, LinkVerdict>>
  put: (verdicts: LinkVerdict[]) => Promise<void>
}

const BATCH = 150
const BATCH_MS = 800

/** Writes verdicts in batches: one by one 2,000 transactions would cost more than the requests. */
export function createBatch(cache: LinkCache, wait: Wait): { add: (verdict: LinkVerdict) => void; flush: () => Promise<void> } {
  let waiting: LinkVerdict[] = []
  let timed = false
  let writing: Promise<void> = Promise.resolve()

  function flush(): Promise<void> {
    const batch = waiting
    waiting = []
    if (batch.length > 0) writing = writing.then(() => cache.put(batch))
    return writing
  }

  return {
    add(verdict) {
      if (isPassing(verdict.reason)) return
      waiting.push(verdict)
      // a failed write shows itself at the next flush, which the check awaits
      if (waiting.length >= BATCH) flush().catch(() => undefined)
      else if (!timed) {
        timed = true
        void wait(BATCH_MS).then(() => {
          timed = false
          return flush().catch(() => undefined)
        })
      }
    },
    flush,
  }
}
