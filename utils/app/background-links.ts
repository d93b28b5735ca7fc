import { linkGuard, linkObserver } from '../browser/link-network.ts'
import { mayRead } from '../browser/permissions.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { readSettings } from '../ledger/settings.ts'
import { verdictCache } from '../ledger/verdicts.ts'
import { createLinkChecker, type LinkChecker } from '../links/checker.ts'
import type { PrivateGuard } from '../links/guard.ts'
import type { RequestObserver } from '../links/observer.ts'
import { wait } from '../links/wait.ts'

const HOUR_MS = 3_600_000

/** What our own requests are watched and guarded by. */
export interface BackgroundNetwork {
  observe: RequestObserver | undefined
  guard: PrivateGuard | undefined
}

/** Call it before the first `await`: listeners must be there when the background wakes. */
export function backgroundNetwork(): BackgroundNetwork {
  return { observe: linkObserver(), guard: linkGuard() }
}

/** The link check as the background runs it: its verdicts outlive the background in the database. */
export function createBackgroundLinks(db: LedgerDb, { observe, guard }: BackgroundNetwork): LinkChecker {
  return createLinkChecker({
    fetch: (input, init) => fetch(input, init),
    now: () => new Date(),
    wait,
    cache: verdictCache(db),
    canRead: mayRead,
    lifetimes: async () => {
      const { alive, other } = (await readSettings(db)).linkHours
      return { alive: alive * HOUR_MS, other: other * HOUR_MS }
    },
    ...(observe ? { observe } : {}),
    ...(guard ? { guard } : {}),
  })
}
