import type { LinkVerdict } from '../types/link.ts'
import { throwIfAborted } from './abort.ts'
import { requestAddress } from './address.ts'
import { isPrivateAddress } from './private-address.ts'
import { createBatch, type LinkCache } from './cache.ts'
import type { PrivateGuard } from './guard.ts'
import { isFresh, LIFETIMES, withHistory, type Lifetimes } from './history.ts'
import { unlooked, type DocumentVerdict } from './document-verdict.ts'
import { createInquiry } from './inquiry.ts'
import type { RequestObserver } from './observer.ts'
import { inPoliteOrder } from './order.ts'
import { REASONS, type Reason } from './reasons.ts'
import { withoutAsking } from './unasked.ts'
import type { Wait } from './wait.ts'

export interface LinkCheckerDeps {
  fetch: typeof fetch
  now: () => Date
  wait: Wait
  cache: LinkCache
  /** Hops, `net::` codes and IP addresses of our own requests, where the browser tells them. */
  observe?: RequestObserver
  /** Keeps redirects from private addresses, where the browser can. */
  guard?: PrivateGuard | null
  /** Whether the extension may read what this address answers. */
  canRead: (url: string) => Promise<boolean>
  /** How long stored verdicts are believed; 24 h and 1 h where it is not given. */
  lifetimes?: () => Promise<Lifetimes>
}

export interface CheckOptions {
  /** The page the links stand on: what may be asked for depends on where it is. */
  pageUrl: string
  /** 重新检查: stored verdicts and hosts' objections are set aside. */
  force?: boolean
  /** False: verdicts are not stored, because the window is private. */
  keep?: boolean
  /** Ends this check; the promise then rejects with the signal's reason. Other pages' checks go on. */
  signal?: AbortSignal
  /** Called once an address, as soon as its verdict is known. */
  onVerdict?: (verdict: LinkVerdict) => void
}

export interface LinkChecker {
  /** One verdict an address, in the order of `hrefs`; the same address twice is asked for once. */
  check: (hrefs: string[], options: CheckOptions) => Promise<LinkVerdict[]>
  /** Gives up what waits for one host; its addresses get 需人工核实, reason `stopped`. */
  stopHost: (host: string) => void
  /** How much was asked for, for whoever measures. */
  figures: () => { requests: number; mostAtOnce: Record<string, number> }
}

/**
 * The link check. Everything in it can be lost at any moment without harm: a page asks again for what it misses,
 * and what was found is in the cache.
 */
export function createLinkChecker(deps: LinkCheckerDeps): LinkChecker {
  const inquiry = createInquiry(deps)
  const batch = createBatch(deps.cache, deps.wait)

  function verdictOf(href: string, found: DocumentVerdict, before: LinkVerdict | undefined): LinkVerdict {
    const now = deps.now()
    const reason: Reason = found.reason
    return withHistory({ ...found, href, reason, verdict: REASONS[reason], checkedAt: now.toISOString() }, before, now)
  }

  async function check(hrefs: string[], options: CheckOptions): Promise<LinkVerdict[]> {
    const { pageUrl, force = false, keep = true, signal, onVerdict } = options
    throwIfAborted(signal)
    const wanted = [...new Set(hrefs)]
    const verdicts = new Map<string, LinkVerdict>()
    const settle = (verdict: LinkVerdict) => {
      verdicts.set(verdict.href, verdict)
      onVerdict?.(verdict)
    }
    const [stored, lifetimes] = await Promise.all([deps.cache.get(wanted), deps.lifetimes?.() ?? LIFETIMES])
    const toAsk: string[] = []
    for (const href of wanted) {
      const reason = withoutAsking(href, pageUrl)
      const known = stored.get(href)
      if (reason) settle(verdictOf(href, unlooked(reason), undefined))
      else if (known && !force && isFresh(known, deps.now(), lifetimes)) settle(known)
      else toAsk.push(href)
    }
    if (force) for (const href of toAsk) inquiry.forgive(href)
    const guard = isPrivateAddress(pageUrl) ? deps.guard : null
    await guard?.lift()
    try {
      await Promise.all(inPoliteOrder(toAsk).map(async (href) => {
        const found = await inquiry.ask(requestAddress(href) ?? href, href, { pageUrl, signal })
        const verdict = verdictOf(href, found, stored.get(href))
        if (keep) batch.add(verdict)
        settle(verdict)
      }))
    } finally {
      await guard?.lower()
      await batch.flush()
    }
    return hrefs.map((href) => verdicts.get(href)!)
  }

  return {
    check,
    stopHost: (host) => inquiry.scheduler.stop(host, 'stopped'),
    figures: inquiry.figures,
  }
}
