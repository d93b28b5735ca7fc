import { createAlarms } from '../../links/alarms.ts'
import { decodeBody } from '../../links/encoding.ts'
import type { PrivateGuard } from '../../links/guard.ts'
import { judge } from '../../links/judge.ts'
import { hasAnswered, look } from '../../links/look.ts'
import type { RequestObserver } from '../../links/observer.ts'
import { pageOf } from '../../links/page-facts.ts'
import { isPrivateAddress } from '../../links/private-address.ts'
import type { Reason } from '../../links/reasons.ts'
import { REASONS } from '../../links/reasons.ts'
import { onAbort, abortWith } from '../../links/abort.ts'
import { requestAddress } from '../../links/address.ts'
import { wait } from '../../links/wait.ts'
import type { PageCopy } from '../../types/recheck.ts'

/** Larger pages are not read to their end: nobody could either. */
const LARGEST = 4 * 1024 * 1024
/** Statuses by which a host asks to be left alone. */
const OBJECTIONS = new Set([403, 412, 429])
/** What a browser's tab may get through: scripts run there, and cookies are its own. */
const PERHAPS_IN_A_TAB: ReadonlySet<string> = new Set<Reason>(['needs-script', 'needs-cookie', 'empty-page', 'not-permitted', 'maybe-gone', 'cut-short', 'odd-status'])

export interface PageFetcherDeps {
  fetch: typeof fetch
  now: () => Date
  canRead: (url: string) => Promise<boolean>
  observe?: RequestObserver | undefined
  guard?: PrivateGuard | undefined
}

/** Fetches one page for a re-check. Never throws but with the signal's reason. */
export type PageFetcher = (url: string, signal: AbortSignal) => Promise<PageCopy>

/**
 * Fetches pages under the rules of the link check: GET without cookies and referrer, 15 s, no private address unless the
 * page itself is at one. What is no page of its own (a wall, a login, an error, the home page instead) is told as that.
 */
export function createPageFetcher({ guard, observe, ...deps }: PageFetcherDeps): PageFetcher {
  const after = createAlarms(wait)
  return async (url, signal) => {
    const address = requestAddress(url)
    if (address === null) return none('person', 'no-http', false)
    const mayBePrivate = isPrivateAddress(address)
    const controller = new AbortController()
    const release = onAbort(signal, (reason) => abortWith(controller, reason))
    if (mayBePrivate) await guard?.lift()
    try {
      const readable = await deps.canRead(address)
      const looked = await look(address, { ...deps, after, ...(observe ? { observe } : {}) }, { readable, mayBePrivate, controller, limit: LARGEST })
      const result = typeof looked === 'function' ? await looked() : looked
      if (!hasAnswered(result)) return ofReason(result.reason as Reason, 0)
      if (OBJECTIONS.has(result.status)) return { kind: 'objects', status: result.status, retryAfter: result.retryAfter }
      if (result.status === 0) return ofReason('not-permitted', 0)
      // No second address is asked for: what the host says to addresses that cannot exist is the link check's business.
      const { reason, answer } = await judge(result, { unknown: async () => ({ kind: 'unclear' }), follow: async () => null, tail: async () => null })
      if (REASONS[reason] !== 'alive') return ofReason(reason, result.status)
      if (pageOf(answer) === null) return none('person', 'no-page', false)
      return { kind: 'page', html: decodeBody(answer.bytes, answer.contentType), final: answer.final, whole: answer.whole }
    } finally {
      release()
      if (mayBePrivate) await guard?.lower()
    }
  }
}

function ofReason(reason: Reason, status: number): PageCopy {
  if (reason === 'redirect-home' || reason === 'home-instead') return none('unreachable', 'sent-home', false)
  if (reason === 'login') return none('person', 'login', false)
  if (reason === 'challenge' || reason === 'wall' || reason === 'forbidden' || reason === 'too-many') return { kind: 'objects', status, retryAfter: null }
  if (reason.startsWith('changed-')) return none('person', 'other-owner', false)
  if (REASONS[reason] === 'unsure') return none('person', reason === 'empty-page' ? 'empty' : 'unclear', PERHAPS_IN_A_TAB.has(reason))
  if (reason === 'timeout') return none('unreachable', 'timeout', false)
  if (status >= 500) return none('unreachable', 'server-error', false, status)
  if (status > 0) return none('unreachable', 'page-gone', false, status)
  return none('unreachable', 'no-connection', false)
}

function none(result: 'unreachable' | 'person', name: string, open: boolean, status?: number): PageCopy {
  return { kind: 'none', result, says: { key: `recheck.says.${name}`, ...(status === undefined ? {} : { params: { status } }) }, open }
}
