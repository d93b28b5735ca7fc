import { abortWith, unlessAborted } from './abort.ts'
import { createAlarms } from './alarms.ts'
import { fragmentOf, hostOf, originOf } from './address.ts'
import type { Answer, Failure } from './answer.ts'
import { fragmentFault } from './fragment.ts'
import { judge, type Ruling } from './judge.ts'
import { hasAnswered, look, type LookDeps, type LookOptions } from './look.ts'
import { createManners, retryDelay, type Reception } from './manners.ts'
import { failsWholeOrigin } from './net-errors.ts'
import { createOrigins } from './origins.ts'
import { isPrivateAddress, isPrivateIp, mayAsk } from './private-address.ts'
import { createPrograms } from './programs.ts'
import { REASONS, type Reason } from './reasons.ts'
import { createScheduler, GIVEN_UP, Stopped, type Lane, type Scheduler } from './scheduler.ts'
import type { UnknownAnswer } from './soft404.ts'
import { createUnknownBook } from './unknown.ts'
import type { Wait } from './wait.ts'
import type { LinkVerdict } from '../types/link.ts'

/** Wait before a dead look is repeated. */
const AGAIN_MS = 3_000
/** How long a job lives on when nobody waits for it. */
const GRACE_MS = 500
/** Bytes in which a PDF's or ZIP's end must stand. */
const TAIL = 2_048
/** How long a permission is taken for granted without asking again. */
const PERMISSION_MS = 5_000
/** Times a 429 is waited out. */
const PATIENT = 2

/** Failures of which the browser tells nothing. */
const UNTOLD: ReadonlySet<string> = new Set<Reason>(['no-connection', 'not-permitted'])

/** What a firewall does to those it does not want. */
const SHUNS: ReadonlySet<string> = new Set<Reason>(['timeout', 'reset', 'refused', 'no-connection'])

/** A verdict on an address without the fields that depend on the link and its history. */
export type DocumentVerdict = Pick<LinkVerdict, 'status' | 'netError' | 'hops' | 'evidence' | 'ms' | 'looks' | 'failures'> & { reason: Reason }

export interface Asking {
  pageUrl: string
  signal?: AbortSignal
}

export interface Inquiry {
  /** Finds out about one address; several links to one document share its requests. */
  ask: (address: string, href: string, asking: Asking) => Promise<DocumentVerdict>
  /** Sets aside what is held against the address's host: a person asks again. */
  forgive: (address: string) => void
  scheduler: Scheduler
  figures: () => { requests: number; mostAtOnce: Record<string, number> }
}

interface Deps extends Omit<LookDeps, 'after'> {
  wait: Wait
  canRead: (url: string) => Promise<boolean>
}

/** What is known of a document when its looks are over. */
interface Outcome {
  ruling: Ruling | null
  base: DocumentVerdict
}

/** One document that is being asked about, and how many wait for it. */
interface Job {
  outcome: Promise<Outcome>
  waiting: number
  finished: boolean
  stop: AbortController
}

function receptionOf(result: Answer | Failure): Reception {
  if (!hasAnswered(result)) return result.reason === 'reset' ? 'refused' : 'none'
  if (result.status === 429) return 'too-many'
  if (result.status === 403 || result.status === 412) return 'refused'
  return result.status === 503 ? 'busy' : 'fine'
}

function failed(result: Failure): DocumentVerdict {
  return { reason: result.reason as Reason, status: null, netError: result.netError, hops: result.hops, evidence: '', ms: result.ms, looks: 1, failures: 0 }
}

/** Asking the browser about a permission costs as much as a request; one answer a host holds for some seconds. */
function rememberedByHost(canRead: Deps['canRead'], now: Deps['now']): Deps['canRead'] {
  const known = new Map<string, { answer: Promise<boolean>; at: number }>()
  return (address) => {
    const origin = originOf(address)
    const found = known.get(origin)
    if (found && now().getTime() - found.at < PERMISSION_MS) return found.answer
    const answer = canRead(address)
    known.set(origin, { answer, at: now().getTime() })
    return answer
  }
}

/** A host that was given up during a probe: the page is judged without it. */
function unlessStopped(error: unknown): UnknownAnswer {
  if (error instanceof Stopped) return { kind: 'unclear' }
  throw error
}

/** Asks for addresses: looks, judges, looks again where it seems dead, and keeps to each host's limits. */
export function createInquiry(deps: Deps): Inquiry {
  const after = createAlarms(deps.wait)
  const lookDeps: LookDeps = { ...deps, after }
  const scheduler = createScheduler(deps.wait, after)
  const unknown = createUnknownBook(deps.now)
  const origins = createOrigins(deps.now)
  const programs = createPrograms()
  /** Addresses that redirect in a circle: their second look tells whether it is for want of a cookie. */
  const loops = new Set<string>()
  const canRead = rememberedByHost(deps.canRead, deps.now)
  const running = new Map<string, Job>()
  const atOnce = new Map<string, [now: number, most: number]>()
  let requests = 0

  async function request(address: string, lane: Lane, { pageUrl, signal: leave }: Asking, more: Pick<LookOptions, 'tail' | 'cookies'> = {}): Promise<Answer | Failure> {
    const host = hostOf(address)
    if (manners.isStopped(host)) throw new Stopped('host-objects')
    const readable = await canRead(address)
    const result = await scheduler.add(host, lane, async (controller) => {
      const count = atOnce.get(host) ?? [0, 0]
      atOnce.set(host, [count[0] + 1, Math.max(count[1], count[0] + 1)])
      requests++
      try {
        return await look(address, lookDeps, { readable, mayBePrivate: isPrivateAddress(pageUrl), controller, ...more })
      } finally {
        atOnce.get(host)![0]--
      }
    }, leave)
    // a host that never answered anybody may be dead: only one that answered before can object by breaking off
    const reception = !hasAnswered(result) && !origins.hasAnswered(address) ? 'none' : receptionOf(result)
    manners.note(host, address, reception, hasAnswered(result) ? result.retryAfter : null)
    return result
  }

  const manners = createManners({
    scheduler,
    now: deps.now,
    askAgain: async (address) => {
      const host = hostOf(address)
      const result = await scheduler.add(host, 'first', (controller) => {
        requests++
        return look(address, lookDeps, { readable: true, mayBePrivate: true, controller })
      })
      return receptionOf(result)
    },
  })

  /** Asks, and waits out a 429 that names its time. */
  async function patiently(address: string, asking: Asking): Promise<Answer | Failure> {
    for (let tries = 0; ; tries++) {
      const result = await request(address, 'normal', asking, { cookies: loops.has(address) })
      if (!hasAnswered(result) && result.reason === 'redirect-loop') loops.add(address)
      if (!hasAnswered(result) || result.status !== 429 || tries >= PATIENT) return result
      await scheduler.rest(hostOf(address), retryDelay(result.retryAfter), asking.signal)
    }
  }

  /** True when a public name leads to a private address, and the page's own does not: readers outside cannot open it. */
  async function intranet(ruling: Ruling, asking: Asking): Promise<boolean> {
    if (ruling.answer.ip === null || !isPrivateIp(ruling.answer.ip) || isPrivateAddress(asking.pageUrl)) return false
    const page = await origins.ipOf(asking.pageUrl, () => request(asking.pageUrl, 'first', asking))
    return page !== null && !isPrivateIp(page)
  }

  /** The reader has this host's page open. Where even that page does not answer us, it is us the host does not answer. */
  async function isShunned(address: string, { reason }: Failure, asking: Asking): Promise<boolean> {
    if (!SHUNS.has(reason) || originOf(address) !== originOf(asking.pageUrl)) return false
    await origins.ipOf(asking.pageUrl, () => request(asking.pageUrl, 'first', asking))
    return !origins.hasAnswered(asking.pageUrl)
  }

  /** The browser itself refused the request: another program of the same path is down. Waits, or says what is known. */
  async function refused(address: string, result: Failure, asking: Asking, tries: number): Promise<Outcome> {
    if (tries === 0) {
      // meanwhile others of its addresses are asked for, and one that works changes everything
      await scheduler.rest(hostOf(address), AGAIN_MS, asking.signal)
      return lookOnce(address, asking, tries + 1)
    }
    const status = programs.brokenWith(address)
    return { ruling: null, base: status === null ? failed({ ...result, reason: 'browser-limit' }) : { ...failed(result), reason: 'program-error', status, looks: 0 } }
  }

  async function lookOnce(address: string, asking: Asking, tries = 0): Promise<Outcome> {
    const result = await patiently(address, asking)
    if (!hasAnswered(result)) {
      if (result.netError === null && UNTOLD.has(result.reason) && programs.isRefused(address)) return refused(address, result, asking, tries)
      return { ruling: null, base: failed(await isShunned(address, result, asking) ? { ...result, reason: 'host-objects' } : result) }
    }
    origins.answered(address, result.ip)
    programs.note(address, result.status)
    if (result.status === 0) return { ruling: null, base: { ...failed({ ...result, reason: 'not-permitted', netError: null }) } }
    const ruling = await judge(result, {
      unknown: (like) => unknown(like, (other) => request(other, 'first', { pageUrl: asking.pageUrl })).catch(unlessStopped),
      follow: async (target) => (mayAsk(target, asking.pageUrl) ? request(target, 'first', asking) : null),
      tail: async (file) => (mayAsk(file, asking.pageUrl) ? request(file, 'normal', asking, { tail: TAIL }) : null),
    })
    const reason = await intranet(ruling, asking) ? 'intranet' : ruling.reason
    const { status, hops, ms } = ruling.answer
    return { ruling, base: { reason, status, netError: null, hops, evidence: ruling.evidence, ms, looks: 1, failures: 0 } }
  }

  async function investigate(address: string, href: string, asking: Asking): Promise<Outcome> {
    let failures = 0
    for (let looks = 1; ; looks++) {
      const known = looks === 1 ? await origins.verdictOf(address) : null
      if (known) return { ruling: null, base: known }
      const { ruling, base } = await lookOnce(address, asking)
      const isDead = REASONS[base.reason] === 'dead' || (ruling !== null && fragmentFault(href, ruling) === 'fragment-missing')
      if (base.reason === 'program-error') return { ruling: null, base }
      if (isDead) failures++
      const done = { ruling, base: { ...base, looks, failures } }
      if (isDead && looks === 1) {
        const shared = failsWholeOrigin(base.reason) ? origins.suspect(address) : null
        if (shared) {
          const verdict = await shared
          if (verdict) return { ruling: null, base: verdict }
        }
        await scheduler.rest(hostOf(address), AGAIN_MS, asking.signal)
        continue
      }
      origins.settle(address, REASONS[base.reason] === 'dead' && ruling === null ? done.base : null)
      if (REASONS[base.reason] === 'alive' && failures > 0 && !isDead) return { ruling, base: { ...done.base, reason: 'once-failed' } }
      return done
    }
  }

  function jobOf(address: string, href: string, pageUrl: string): Job {
    const known = running.get(address)
    if (known && !known.stop.signal.aborted) return known
    const stop = new AbortController()
    const outcome = investigate(address, href, { pageUrl, signal: stop.signal }).finally(() => {
      job.finished = true
      origins.settle(address, null)
      if (running.get(address) === job) running.delete(address)
    })
    const job: Job = { outcome, waiting: 0, finished: false, stop }
    running.set(address, job)
    return job
  }

  /** The job's outcome; a job that nobody waits for any more is given up. */
  async function outcomeOf(address: string, href: string, { pageUrl, signal }: Asking): Promise<Outcome> {
    const job = jobOf(address, href, pageUrl)
    job.waiting++
    try {
      return await unlessAborted(job.outcome, signal)
    } finally {
      // a page that paints more links closes its question and asks a longer one at once
      if (--job.waiting === 0 && !job.finished) after(GRACE_MS, () => job.waiting === 0 && abortWith(job.stop, GIVEN_UP))
    }
  }

  async function ask(address: string, href: string, asking: Asking): Promise<DocumentVerdict> {
    try {
      const { ruling, base } = await outcomeOf(address, href, asking)
      if (REASONS[base.reason] !== 'alive') return base
      const fault = ruling && fragmentFault(href, ruling)
      if (!fault) return { ...base, failures: 0 }
      return { ...base, reason: fault, failures: REASONS[fault] === 'dead' ? base.looks : 0, evidence: `#${fragmentOf(href)}｜${base.evidence}` }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
      return { reason: error.why, status: null, netError: null, hops: [], evidence: '', ms: 0, looks: 0, failures: 0 }
    }
  }

  return {
    ask,
    forgive(address) {
      manners.forgive(hostOf(address))
      origins.forget(address)
    },
    scheduler,
    figures: () => ({ requests, mostAtOnce: Object.fromEntries([...atOnce].map(([host, [, most]]) => [host, most])) }),
  }
}
