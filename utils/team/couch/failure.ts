import type { Phrase } from '../../types/phrase.ts'

/**
 * What kept a request from being answered as asked. Transient ones (`offline`, `server`, `busy`, `locked`: too many wrong passwords) pass by themselves; a person has to see
 * to `auth`, `forbidden`, `missing`, `foreign`, `stuck` (the same changes again and again: a cache on the way), `unpermitted` (the browser lets us ask no more) and `account` (what was entered is gone); `conflict`, `exists`, `too-large` and `malformed` (CouchDB cannot read what it was sent, and says why) are dealt with where they come up.
 */
export type FailureKind = 'offline' | 'server' | 'busy' | 'locked' | 'auth' | 'forbidden' | 'missing' | 'conflict' | 'exists' | 'too-large' | 'malformed' | 'foreign' | 'stuck' | 'unpermitted' | 'account'

const OF_STATUS: Partial<Record<number, FailureKind>> = { 401: 'auth', 403: 'forbidden', 404: 'missing', 409: 'conflict', 412: 'exists', 413: 'too-large', 429: 'busy', 503: 'busy' }

/** A request that failed, with the sentence for a person. Nothing of the account is in it. */
export class CouchFailure extends Error {
  readonly kind: FailureKind
  readonly says: Phrase
  /** The server's wish, ms; null where it has none. */
  readonly waitMs: number | null
  /** What a refusing server gave as its reason. */
  readonly reason: string
  /** What it said of each document, where it did so all the same; null where it did not. */
  readonly each: readonly unknown[] | null

  constructor(kind: FailureKind, { status = 0, waitMs = null as number | null, reason = '', each = null as readonly unknown[] | null } = {}) {
    super(`${kind} ${status}`)
    this.name = 'CouchFailure'
    this.kind = kind
    this.waitMs = waitMs
    this.reason = reason.slice(0, 200)
    this.each = each
    this.says = { key: `sync.failure.${kind}`, params: { status } }
  }
}

/** @param reason of the server: CouchDB answers 401, as to a wrong password, where the account is known and is no administrator; and 403, as to one that may not, for five minutes after five wrong passwords (since 3.4) */
export function kindOfStatus(status: number, reason = ''): FailureKind {
  if (status === 400 && reason !== '') return 'malformed'
  if (status === 403 && /temporarily locked/i.test(reason)) return 'locked'
  if (status === 401 && /not a .*admin/i.test(reason)) return 'forbidden'
  return OF_STATUS[status] ?? (status >= 500 ? 'server' : 'foreign')
}

/** Whether trying again later may help without anybody doing anything. */
export function isTransient({ kind }: CouchFailure): boolean {
  return kind === 'offline' || kind === 'server' || kind === 'busy' || kind === 'locked'
}

const LASTING: ReadonlySet<string> = new Set(['forbidden', 'unauthorized', 'bad_request', 'doc_validation', 'document_too_large', 'too_large'])

/** Whether a document is refused for as long as it is as it is. All else (a node that is down, a disk, a timeout) is the server's own trouble and may pass. @param error as `_bulk_docs` gives it for one document */
export function isLasting(error: string): boolean {
  return LASTING.has(error)
}
