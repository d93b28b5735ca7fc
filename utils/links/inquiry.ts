import { abortWith, unlessAborted } from './abort.ts'
import { fragmentOf, hostOf, originOf } from './address.ts'
import { alikeOf } from './alike.ts'
import type { Answer, Failure } from './answer.ts'
import { fileKindOf } from './attachment.ts'
import { createAsker, OriginDown, type Asker, type AskerDeps, type Asking } from './asker.ts'
import { createCircles } from './circles.ts'
import { ofFailure, ofOpaque, ofRuling, unlooked, type DocumentVerdict } from './document-verdict.ts'
import { createEverywhere } from './everywhere.ts'
import { fragmentFault } from './fragment.ts'
import { judge, type Ruling } from './judge.ts'
import { hasAnswered } from './look.ts'
import { retryDelay } from './manners.ts'
import { failsWholeOrigin } from './net-errors.ts'
import { createOrigins } from './origins.ts'
import { isPrivateAddress, isPrivateIp, mayAsk } from './private-address.ts'
import { createPrograms } from './programs.ts'
import { REASONS, type Reason } from './reasons.ts'
import { GIVEN_UP, Stopped, type Lane, type Scheduler } from './scheduler.ts'
import type { UnknownAnswer } from './soft404.ts'
import { createUnknownBook } from './unknown.ts'

/** Wait before a dead look is repeated. */
const AGAIN_MS = 3_000
/** First looks between two that will likely be reset or turned away. */
const APART = 12
/** How long a job lives on when nobody waits for it. */
const GRACE_MS = 500
/** Bytes in which a PDF's or ZIP's end must stand. */
const TAIL = 2_048
/** Times a 429 is waited out. */
const PATIENT = 3

/** What a firewall does to those it does not want. */
const SHUNS: ReadonlySet<string> = new Set<Reason>(['timeout', 'reset', 'refused', 'no-connection'])
/** Failures of which the browser tells nothing. */
const UNTOLD: ReadonlySet<string> = new Set<Reason>(['no-connection', 'not-permitted'])

export interface Inquiry {
  /** Finds out about one address; several links to one document share its requests. */
  ask: (address: string, href: string, asking: Asking) => Promise<DocumentVerdict>
  /** Sets aside what is held against the address's host: a person asks again. */
  forgive: (address: string) => void
  scheduler: Scheduler
  figures: Asker['figures']
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

const isDead = (reason: Reason): boolean => REASONS[reason] === 'dead'

/** A host that was given up during a probe: the page is judged without it. */
function unlessStopped(error: unknown): UnknownAnswer {
  if (error instanceof Stopped || error instanceof OriginDown) return { kind: 'unclear' }
  throw error
}

/** Asks for addresses: looks, judges, looks again where it seems dead, and keeps to each host's limits. */
export function createInquiry(deps: AskerDeps): Inquiry {
  const unknown = createUnknownBook(deps.now)
  const origins = createOrigins(deps.now)
  const programs = createPrograms(deps.now)
  const everywhere = createEverywhere()
  const { request, confirm, scheduler, after, forgive, figures } = createAsker(deps, origins)
  const circles = deps.observe && createCircles(deps.observe, after)
  const running = new Map<string, Job>()

  /** Asks, and waits out a 429 that names its time. */
  async function patiently(address: string, asking: Asking, lane: Lane): Promise<Answer | Failure> {
    for (let tries = 0; ; tries++) {
      const result = await request(address, lane, asking, { again: tries > 0 })
      if (!hasAnswered(result) || result.status !== 429 || tries >= PATIENT) return result
      await scheduler.rest(hostOf(address), retryDelay(result.retryAfter), asking.signal)
    }
  }

  /** True when a public name leads to a private address, and the page's own does not: readers outside cannot open it. */
  async function isIntranet({ answer }: Ruling, asking: Asking): Promise<boolean> {
    if (answer.ip === null || !isPrivateIp(answer.ip) || isPrivateAddress(asking.pageUrl)) return false
    const page = await origins.ipOf(asking.pageUrl, () => request(asking.pageUrl, 'first', asking))
    return page !== null && !isPrivateIp(page)
  }

  /** The reader has this host's page open. Where even that page does not answer us, it is us the host does not answer. */
  async function isShunned(address: string, { reason }: Failure, asking: Asking): Promise<boolean> {
    if (!SHUNS.has(reason) || originOf(address) !== originOf(asking.pageUrl)) return false
    await origins.ipOf(asking.pageUrl, () => request(asking.pageUrl, 'first', asking))
    return !origins.hasAnswered(asking.pageUrl)
  }

  /** The browser itself refused the request: another program of the same path is down. Waits, then says what is known. */
  async function refused(address: string, result: Failure, asking: Asking, tries: number): Promise<Outcome> {
    if (tries === 0 && !programs.isSettled(address)) {
      // meanwhile others of its addresses are asked for, and one that works changes everything
      await scheduler.rest(hostOf(address), AGAIN_MS, asking.signal)
      return lookOnce(address, asking, 'normal', tries + 1)
    }
    const status = programs.brokenWith(address)
    return { ruling: null, base: status === null ? ofFailure({ ...result, reason: 'browser-limit' }) : { ...ofFailure(result), reason: 'program-error', status, looks: 0 } }
  }

  /** A page whose length was stated wrong can be read in a browser all the same: what came before the break is asked for. */
  async function readable(address: string, asking: Asking, lane: Lane): Promise<Answer | Failure> {
    const result = await patiently(address, asking, lane)
    const isLost = hasAnswered(result) && result.broken && !result.late && result.bytes.length === 0 && !fileKindOf(result)
    return isLost ? request(address, lane, asking, { byStream: true }) : result
  }

  const learn = (like: string, inFolder: boolean, { pageUrl }: Asking): Promise<UnknownAnswer> => unknown(like, inFolder, (other) => request(other, 'first', { pageUrl })).catch(unlessStopped)

  async function lookOnce(address: string, asking: Asking, lane: Lane, tries = 0): Promise<Outcome> {
    const result = await readable(address, asking, lane)
    if (!hasAnswered(result)) {
      if (result.hops.length > 0) origins.answered(address, null)
      if (result.netError === null && UNTOLD.has(result.reason) && programs.isRefused(address)) return refused(address, result, asking, tries)
      return { ruling: null, base: ofFailure(await isShunned(address, result, asking) ? { ...result, reason: 'host-objects' } : result) }
    }
    origins.answered(address, result.ip)
    programs.note(address, result.status)
    if (result.status === 0) return { ruling: null, base: ofOpaque(result) }
    const ruling = await judge(result, {
      unknown: (like, inFolder = false) => learn(like, inFolder, asking),
      follow: async (target) => (mayAsk(target, asking.pageUrl) ? request(target, 'first', asking) : null),
      tail: async (file) => (mayAsk(file, asking.pageUrl) ? request(file, 'normal', asking, { tail: TAIL }) : null),
    })
    if (REASONS[ruling.reason] === 'alive') everywhere.differs(address)
    return { ruling, base: ofRuling(ruling, await isIntranet(ruling, asking) ? 'intranet' : ruling.reason) }
  }

  /** True for a page that its host shows at every address, its home page too, as far as was seen. */
  async function isEverywhere(address: string, { ruling, base }: Outcome, asking: Asking): Promise<boolean> {
    if (ruling === null || base.reason !== 'soft-404' || base.hops.length > 1) return false
    return everywhere.isAll(ruling.answer, await learn(address, false, asking), (home) => request(home, 'first', { pageUrl: asking.pageUrl }))
  }

  /** Waits for what is found out about the origin, where this failure is the whole origin's and another looks into it. */
  async function originVerdict(address: string, reason: Reason): Promise<DocumentVerdict | null> {
    return failsWholeOrigin(reason) ? (await origins.suspect(address)) ?? null : null
  }

  /** Links like a dead one are looked at soon; what a firewall would take for an attack only now and then. */
  function expectAlike(address: string, { reason, status }: DocumentVerdict): void {
    if (reason === 'timeout') return
    scheduler.bringForward(hostOf(address), alikeOf(address), SHUNS.has(reason) || status === 503 ? APART : 0)
  }

  async function investigate(address: string, href: string, asking: Asking): Promise<Outcome> {
    const known = await origins.verdictOf(address)
    if (known) return { ruling: null, base: known }
    let failures = 0
    let lane: Lane = 'normal'
    let unlisten: (() => void) | null = null
    for (let looks = 1; ; looks++) {
      const since = deps.now().getTime()
      const listened = unlisten !== null
      const outcome: Outcome = await lookOnce(address, asking, lane).finally(() => unlisten?.())
      const { ruling, base } = outcome
      if (base.reason === 'program-error') return { ruling: null, base }
      const dead = isDead(base.reason) || (ruling !== null && fragmentFault(href, ruling) === 'fragment-missing')
      if (dead) failures++
      // a circle may be for want of a cookie: only a look at which cookies were listened for can tell
      const untold = base.reason === 'redirect-loop' && circles !== undefined && !listened && looks <= 2
      if (dead && (looks === 1 || untold)) {
        const verdict = await originVerdict(address, base.reason)
        if (verdict) return { ruling: null, base: verdict }
        expectAlike(address, base)
        await scheduler.rest(hostOf(address), AGAIN_MS, asking.signal)
        // what timed out is asked again at the end, unless the whole host is mute: then these looks decide about the others
        // what a firewall does too waits its turn, so that a host that begins to object is noticed before the second look
        lane = base.reason === 'timeout' ? (origins.hasAnswered(address) ? 'slow' : 'first') : SHUNS.has(base.reason) ? 'normal' : 'again'
        unlisten = null
        if (base.reason === 'redirect-loop' && circles) {
          unlisten = await circles.listen([address, ...base.hops.map(({ url }) => url)])
          lane = 'first'
        }
        continue
      }
      if (dead && SHUNS.has(base.reason) && origins.hasAnswered(address)) await confirm(address, since)
      const done = { ...base, looks, failures, ...(dead && (await isEverywhere(address, outcome, asking)) ? { reason: 'same-everywhere' as const } : {}) }
      origins.settle(address, ruling === null && isDead(base.reason) ? done : null)
      const onceOnly = failures > 0 && !dead && REASONS[base.reason] === 'alive'
      return { ruling, base: onceOnly ? { ...done, reason: 'once-failed' } : done }
    }
  }

  async function unlessDown(outcome: Promise<Outcome>): Promise<Outcome> {
    try {
      return await outcome
    } catch (error) {
      if (error instanceof OriginDown) return { ruling: null, base: error.verdict }
      throw error
    }
  }

  function jobOf(address: string, href: string, pageUrl: string): Job {
    const known = running.get(address)
    if (known && !known.stop.signal.aborted) return known
    const stop = new AbortController()
    const outcome = unlessDown(investigate(address, href, { pageUrl, signal: stop.signal })).finally(() => {
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
      return { ...base, reason: fault, failures: isDead(fault) ? base.looks : 0, evidence: `#${fragmentOf(href)}｜${base.evidence}` }
    } catch (error) {
      if (error instanceof Stopped) return unlooked(error.why)
      throw error
    }
  }

  return {
    ask,
    forgive(address) {
      forgive(hostOf(address))
      origins.forget(address)
    },
    scheduler,
    figures,
  }
}
