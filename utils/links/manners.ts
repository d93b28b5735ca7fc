import { PER_HOST, type Scheduler } from './scheduler.ts'

/** Objections in a row after which a host's share is halved, and after which a 429 holds the whole host. */
const HALVE_AFTER = 3
/** The last so many answers are remembered: where a quarter of them object, the share is halved too. */
const REMEMBERED = 20
const OFTEN = REMEMBERED / 4
/** Objections in a row after which the host is asked for an address that it answered before. */
const DOUBT_AFTER = 8
/** Good answers in a row after which a host's share grows by one again. */
const RECOVER_AFTER = 20
/** How long a host that objected is left alone. */
const REST_MS = 10 * 60_000
/** No halving twice within this time: requests under way answer alike. */
const SETTLE_MS = 1_000
/** Bounds for a host's `Retry-After`. */
const RETRY_MIN_MS = 1_000
const RETRY_MAX_MS = 10_000

/** Shortest and longest pause between two starts for a host that counts requests, in milliseconds. */
const GAP_MIN_MS = 100
const GAP_MAX_MS = 2_000

/** How a host took a request: fine, over its limit (429), refused (403, 412, reset), overloaded (503), silent, or no word on us. */
export type Reception = 'fine' | 'too-many' | 'refused' | 'busy' | 'silent' | 'none'

interface State {
  run: number
  silent: number
  good: number
  recent: boolean[]
  doubtAt: number
  halvedAt: number
  /** An address that this host answered. */
  known: string | null
  stoppedUntil: number
  /** Instant of the last good answer, in milliseconds. */
  fineAt: number
  /** Under way: the question whether it still answers us. */
  testing: Promise<void> | null
}

export interface Manners {
  /** Notes how a host took a request for `address`. */
  note: (host: string, address: string, reception: Reception, retryAfter: number | null) => void
  /** Makes sure that the host answered somebody since an instant (milliseconds), by asking for a known address where it did not. */
  confirm: (host: string, address: string, since: number) => Promise<void>
  /** True while the host is left alone because it objected. */
  isStopped: (host: string) => boolean
  /** Forgets the objection: a person asks again. */
  forgive: (host: string) => void
}

interface MannersDeps {
  scheduler: Scheduler
  now: () => Date
  /** Asks again for an address that the host answered, or for its root. */
  askAgain: (address: string) => Promise<Reception>
}

/** The wait a 429 asks for, within bounds; one second where it names none. */
export function retryDelay(retryAfter: number | null): number {
  return Math.min(RETRY_MAX_MS, Math.max(RETRY_MIN_MS, retryAfter ?? RETRY_MIN_MS))
}

/**
 * Keeps the office from being blocked. Refusals in a row halve the host's share; many of them, or long silence, raise the question
 * whether the host refuses these addresses or refuses us. An address that it answered before decides:
 * if that is refused too, nothing more is asked of the host (站点限制，未检查).
 */
export function createManners({ scheduler, now, askAgain }: MannersDeps): Manners {
  const states = new Map<string, State>()

  function stateOf(host: string): State {
    let state = states.get(host)
    if (!state) {
      state = { run: 0, silent: 0, good: 0, recent: [], doubtAt: DOUBT_AFTER, halvedAt: 0, known: null, stoppedUntil: 0, fineAt: 0, testing: null }
      states.set(host, state)
    }
    return state
  }

  function halve(host: string, state: State): void {
    const at = now().getTime()
    if (at - state.halvedAt < SETTLE_MS) return
    state.halvedAt = at
    scheduler.setLimit(host, scheduler.limitOf(host) / 2)
  }

  function test(host: string, address: string, state: State): Promise<void> {
    state.testing ??= answersStill(host, address, state).finally(() => {
      state.testing = null
    })
    return state.testing
  }

  async function answersStill(host: string, address: string, state: State): Promise<void> {
    const reception = await askAgain(state.known ?? new URL('/', address).href)
    if (reception === 'fine') state.fineAt = now().getTime()
    if (reception === 'fine' || reception === 'busy') {
      // it is these addresses, not us
      state.run = 0
      state.silent = 0
      state.doubtAt *= 2
      return
    }
    state.stoppedUntil = now().getTime() + REST_MS
    scheduler.stop(host, 'host-objects')
  }

  /** A host that counts requests is asked less often, until it is content. */
  function slowDown(host: string): void {
    scheduler.setGap(host, Math.min(GAP_MAX_MS, Math.max(GAP_MIN_MS, scheduler.gapOf(host) * 2)))
  }

  function recover(host: string, state: State): void {
    if (++state.good < RECOVER_AFTER) return
    state.good = 0
    if (scheduler.limitOf(host) < PER_HOST) scheduler.setLimit(host, scheduler.limitOf(host) + 1)
    const gap = scheduler.gapOf(host) / 2
    scheduler.setGap(host, gap < GAP_MIN_MS / 2 ? 0 : gap)
  }

  /** Silence after answers may be a firewall that drops us. */
  function noteSilence(host: string, address: string, state: State): void {
    if (state.known === null || ++state.silent < state.doubtAt) return
    test(host, address, state).catch(() => undefined)
  }

  function note(host: string, address: string, reception: Reception, retryAfter: number | null): void {
    const state = stateOf(host)
    if (reception === 'none') return
    if (reception === 'silent') return noteSilence(host, address, state)
    state.silent = 0
    state.recent.push(reception !== 'fine')
    if (state.recent.length > REMEMBERED) state.recent.shift()
    if (reception === 'fine') {
      state.run = 0
      state.known ??= address
      state.fineAt = now().getTime()
      return recover(host, state)
    }
    state.good = 0
    state.run++
    // a single 429 or 403 among good answers is about that address, not about us
    if (state.run >= HALVE_AFTER || state.recent.filter(Boolean).length >= OFTEN) halve(host, state)
    if (reception === 'busy') return
    if (reception === 'too-many' && state.run >= HALVE_AFTER) {
      scheduler.hold(host, retryDelay(retryAfter))
      if (state.run % HALVE_AFTER === 0) slowDown(host)
    }
    // a host that counts requests is asked less often first, and doubted only when that does not help
    if (reception === 'too-many' && scheduler.gapOf(host) < GAP_MAX_MS) return
    if (state.run >= state.doubtAt) test(host, address, state).catch(() => undefined)
  }

  return {
    note,
    confirm: (host, address, since) => {
      const state = stateOf(host)
      return state.fineAt >= since ? Promise.resolve() : test(host, address, state)
    },
    isStopped: (host) => stateOf(host).stoppedUntil > now().getTime(),
    forgive: (host) => {
      const state = stateOf(host)
      state.stoppedUntil = 0
      state.run = 0
    },
  }
}
