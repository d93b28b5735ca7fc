import { linkGuard, linkObserver } from '../browser/link-network.ts'
import { mayRead } from '../browser/permissions.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { verdictCache } from '../ledger/verdicts.ts'
import { createLinkChecker, type LinkChecker } from '../links/checker.ts'
import { wait } from '../links/wait.ts'

/** The link check as the background runs it: its verdicts outlive the background in the database. */
export function createBackgroundLinks(db: LedgerDb): LinkChecker {
  const observe = linkObserver()
  const guard = linkGuard()
  return createLinkChecker({
    fetch: (input, init) => fetch(input, init),
    now: () => new Date(),
    wait,
    cache: verdictCache(db),
    canRead: mayRead,
    ...(observe ? { observe } : {}),
    ...(guard ? { guard } : {}),
  })
}
