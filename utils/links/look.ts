import { isPrivateAddress } from './private-address.ts'
import { abortWith, reasonOf } from './abort.ts'
import type { After } from './alarms.ts'
import type { Answer, Failure } from './answer.ts'
import { codeOfError, reasonOfNetError } from './net-errors.ts'
import type { RequestObserver, RequestWatch } from './observer.ts'
import type { Reason } from './reasons.ts'
import { MARK_HEADERS } from './walls.ts'

/** Seconds after which the indicator counts a visit as not opened (W-V2). */
export const LIMIT_MS = 15_000
/** What a browser says when a person follows a link; some firewalls look at it. */
const ACCEPT = 'text/html,application/xhtml+xml,*/*;q=0.8'
/** No body is read further. */
const BODY_LIMIT = 64 * 1024

export interface LookDeps {
  fetch: typeof fetch
  now: () => Date
  after: After
  observe?: RequestObserver
}

export interface LookOptions {
  /** False: no permission for the host; the answer is opaque and says only that the host answered. */
  readable: boolean
  /** False: a redirect to a private address ends the request. */
  mayBePrivate: boolean
  /** Asks for the last so many bytes only. */
  tail?: number
  /** Reads bit by bit, so that what came before a break is kept: for an answer whose length was stated wrong. */
  byStream?: boolean
  /** Reads the body so far, in bytes; `BODY_LIMIT` where it is not given. */
  limit?: number
  /** Ends the request. A look that is aborted from outside rejects with the signal's reason. */
  controller: AbortController
}

/** What ends a look from inside: it then resolves with the reason. */
class Cut extends Error {
  readonly why: Reason
  constructor(why: Reason) {
    super(why)
    this.why = why
  }
}

const TIMEOUT = new Cut('timeout')
const PRIVATE = new Cut('private-address')
const LOOP = new Cut('redirect-loop')
/** Times that one address may come again on the way; a browser would go on to twenty hops. */
const ROUNDS = 2

/** Failures that a redirect's target may have. */
const BEHIND: ReadonlySet<string> = new Set<Reason>([
  'dns', 'refused', 'reset', 'unreachable', 'no-connection', 'unsafe-port', 'bad-answer', 'tls-expired', 'tls-name', 'tls-untrusted', 'tls-revoked', 'tls-weak', 'tls-protocol',
])

interface Body {
  bytes: Uint8Array
  whole: boolean
  broken: boolean
}

/** Reads a short body in one piece, which costs half of reading it bit by bit; a long or unknown one up to the limit. */
async function readBody(response: Response, length: number | null, { byStream = false, limit = BODY_LIMIT }: LookOptions): Promise<Body> {
  if (byStream || length === null || length > limit) return readStream(response, limit)
  try {
    const bytes = new Uint8Array(await response.arrayBuffer())
    return { bytes, whole: true, broken: false }
  } catch {
    return { bytes: new Uint8Array(), whole: false, broken: true }
  }
}

async function readStream(response: Response, limit: number): Promise<Body> {
  const chunks: Uint8Array[] = []
  let size = 0
  let whole = true
  let broken = false
  const reader = response.body?.getReader()
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      chunks.push(read.value)
      size += read.value.length
      if (size >= limit) {
        whole = false
        break
      }
    }
  } catch {
    // the headers came: that is an answer, and `broken` says the rest
    whole = false
    broken = true
  }
  if (!whole) await reader?.cancel().catch(() => undefined)
  const bytes = new Uint8Array(Math.min(size, limit))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, bytes.length - at), at)
    at += Math.min(chunk.length, bytes.length - at)
  }
  return { bytes, whole, broken }
}

function millisecondsOf(retryAfter: string | null, now: Date): number | null {
  if (!retryAfter) return null
  const ms = /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now.getTime()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}

const bareOf = (href: string): string => href.replace(/#.*$/, '')

async function answerOf(address: string, response: Response, watch: RequestWatch | undefined, started: number, now: () => Date, options: LookOptions): Promise<Answer> {
  const { signal } = options.controller
  const header = (name: string) => response.headers.get(name)
  const stated = header('content-encoding') ? null : header('content-length')
  const length = stated === null ? null : Number(stated)
  const { bytes, whole, broken } = response.type === 'opaque' ? { bytes: new Uint8Array(), whole: true, broken: false } : await readBody(response, length, options)
  const refresh = header('refresh')
  const final = response.url ? bareOf(response.url) : address
  const hops = watch?.hops().filter((hop) => hop.status >= 300 && hop.status < 400) ?? []
  return {
    asked: address,
    final,
    status: response.status,
    contentType: header('content-type') ?? '',
    disposition: header('content-disposition') ?? '',
    length,
    retryAfter: millisecondsOf(header('retry-after'), now()),
    marks: MARK_HEADERS.flatMap((name) => (header(name) ? [`${name}: ${header(name)}`] : [])).join('\n'),
    ...(refresh === null ? {} : { refresh }),
    bytes,
    whole,
    broken,
    late: broken && signal.aborted && reasonOf(signal) === TIMEOUT,
    hops: [...hops, { url: final, status: response.status }],
    ip: watch?.ip() ?? null,
    ms: now().getTime() - started,
  }
}

/** True when the host answers a request whose answer we may not read. */
export async function connects(address: string, { fetch }: LookDeps, controller: AbortController): Promise<boolean> {
  try {
    await fetch(address, { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', signal: controller.signal })
    return true
  } catch {
    return false
  }
}

/** A request that failed; the browser tells why over another channel, a moment later, when its place is free for others. */
export type Failing = () => Promise<Failure>

/**
 * Asks for an address once: GET without cookies and referrer, redirects followed, at most 64 KiB and 15 s.
 * Resolves with what came, or with what tells why nothing came; rejects only when it is aborted from outside.
 */
export async function look(address: string, deps: LookDeps, options: LookOptions): Promise<Answer | Failing> {
  const { readable, mayBePrivate, controller } = options
  const started = deps.now().getTime()
  const watch = deps.observe?.watch(address)
  let ledToPrivate = false
  const visits = new Map<string, number>()
  let ledTo = ''
  watch?.onRedirect((target) => {
    ledTo = bareOf(target)
    const count = (visits.get(target) ?? 0) + 1
    visits.set(target, count)
    if (count > ROUNDS) abortWith(controller, LOOP)
    if (mayBePrivate || !isPrivateAddress(target)) return
    ledToPrivate = true
    abortWith(controller, PRIVATE)
  })
  const disarm = deps.after(LIMIT_MS, () => abortWith(controller, TIMEOUT))
  try {
    const response = await deps.fetch(address, {
      method: 'GET',
      mode: readable ? 'cors' : 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'follow',
      headers: readable ? { accept: ACCEPT, ...(options.tail ? { range: `bytes=-${options.tail}` } : {}) } : {},
      signal: controller.signal,
    })
    if (response.redirected) await watch?.told(() => ledTo === bareOf(response.url))
    const answer = await answerOf(address, response, watch, started, deps.now, options)
    // a body cut off by the limit is an answer; one cut off from outside, or from a private address, is not used
    if (controller.signal.aborted && reasonOf(controller.signal) !== TIMEOUT) throw reasonOf(controller.signal)
    watch?.end()
    return answer
  } catch (error) {
    const cut = controller.signal.aborted ? reasonOf(controller.signal) : null
    if (cut !== null && !(cut instanceof Cut)) {
      watch?.end()
      throw cut
    }
    const ms = deps.now().getTime() - started
    return async () => {
      const netError = cut ? null : (await watch?.netError()) ?? codeOfError(error)
      let reason: string = cut ? cut.why : reasonOfNetError(netError)
      // the guard may have stopped the request before we were told where it was going
      if (ledToPrivate) reason = 'private-address'
      // sites that show nothing before they have set a cookie send a visitor without one round for ever
      if (reason === 'redirect-loop') await watch?.told(() => watch.setCookie())
      if (reason === 'redirect-loop' && watch?.setCookie()) reason = 'needs-cookie'
      // where we may not read, a failure that is not named says nothing
      if (reason === 'no-connection' && !readable) reason = 'not-permitted'
      // what fails behind a redirect is not the address's own host
      if ((watch?.hops().length ?? 0) > 0 && BEHIND.has(reason)) reason = 'redirect-dead'
      watch?.end()
      return { asked: address, reason, netError, hops: watch?.hops() ?? [], ms }
    }
  } finally {
    disarm()
  }
}

/** Tells an answer from a failure. */
export function hasAnswered(result: Answer | Failure): result is Answer {
  return 'status' in result
}
