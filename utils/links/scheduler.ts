import { abortWith, onAbort, reasonOf } from './abort.ts'
import type { After } from './alarms.ts'
import { createFirstLooks, type FirstLook, type FirstLooks } from './first-looks.ts'
import type { Wait } from './wait.ts'

/** At most so many requests at once to one host (`design.md` §6); Chromium opens no more sockets either. */
export const PER_HOST = 6
/** Requests at once to all hosts that are still expected to answer quickly. */
const FRESH = 36
/** All requests at once, silent ones included; Chromium's own limit is 256. */
const TOTAL = 180
/** After so long without an answer a request counts as slow: it no longer holds up others. */
const PATIENCE_MS = 2_500

/**
 * A second look is made after so many first ones, so that dead links are told early on a long page. More often would end
 * the first looks late, and with them the 3 s that their own second looks wait.
 */
const MIXED_IN = 6
/**
 * A host that will be through with its first looks within so many milliseconds gets them done first: the last of them
 * begins the last wait of 3 s, in which there is room for all second looks.
 */
const SOON_MS = 6_000

/** `first`: probes that others wait for; `normal`; `again`: second looks, mixed in; `slow`: what did not answer within the patience, at the end. */
export type Lane = 'first' | 'normal' | 'again' | 'slow'

/** The scheduler was told to stop: the host's or everything's queue is given up. */
export class Stopped extends Error {
  readonly why: 'host-objects' | 'stopped'
  constructor(why: 'host-objects' | 'stopped') {
    super(why)
    this.why = why
  }
}

/** Kept once: an error made for each of thousands of jobs costs its stack each time. */
export const GIVEN_UP = new Stopped('stopped')
const DEFER = new Error('slow: to be asked again at the end')

interface Task extends FirstLook {
  lane: Lane
  /** Aborted when nobody waits for the result any more. */
  signal: AbortSignal | undefined
  run: (controller: AbortController) => Promise<void>
  fail: (error: Error) => void
}

interface Host {
  name: string
  limit: number
  active: number
  stale: number
  held: boolean
  /** It has answered within the patience: what does not is slow, not the host. */
  quick: boolean
  /** Milliseconds between two starts; 0 unless the host asked for less. */
  gap: number
  pacing: boolean
  /** First looks since the last second one. */
  since: number
  /** Requests that ended, and how many of them a millisecond during the last wait between two looks. */
  ended: number
  pace: number
  /** Second looks that will come soon: slow requests leave room for them. */
  expected: number
  lanes: Record<Exclude<Lane, 'normal'>, Task[]>
  firstLooks: FirstLooks<Task>
  stops: Set<AbortController>
}

export interface Scheduler {
  /**
   * Runs a request when its host and the whole have room. Rejects with `Stopped` when given up, or with the signal's reason.
   * `alike` names the links that share its fate, for `bringForward`.
   */
  add: <T>(host: string, lane: Lane, request: (controller: AbortController) => Promise<T>, signal?: AbortSignal, alike?: string) => Promise<T>
  /** Gives first looks of this fate their turn before others: at once, or with so many others between two of them. */
  bringForward: (host: string, alike: string, apart: number) => void
  /** Waits between two looks; rejects as `add` does. Slow requests leave room for the look to come. */
  rest: (host: string, ms: number, signal?: AbortSignal) => Promise<void>
  /** Sets how many requests at once the host gets, 1–6. */
  setLimit: (host: string, limit: number) => void
  limitOf: (host: string) => number
  /** Leaves so many milliseconds between two starts, for hosts that count requests a second. */
  setGap: (host: string, ms: number) => void
  gapOf: (host: string) => number
  /** Starts nothing for this host for so long. */
  hold: (host: string, ms: number) => void
  /** Gives up what waits for this host, and ends what is under way. */
  stop: (host: string, why: Stopped['why']) => void
  /** Requests under way. */
  active: () => number
}

/**
 * Shares requests out among hosts: round robin, at most six each, silent ones last and never in the others' way.
 * `onSlow` is called for each request that is put off because it did not answer within the patience.
 */
export function createScheduler(wait: Wait, after: After, onSlow: (host: string) => void = () => undefined): Scheduler {
  const hosts = new Map<string, Host>()
  let fresh = 0
  let total = 0
  let turn = 0

  function hostOf(name: string): Host {
    let host = hosts.get(name)
    if (!host) {
      host = { name, limit: PER_HOST, active: 0, stale: 0, held: false, quick: false, gap: 0, pacing: false, since: 0, ended: 0, pace: 0, expected: 0, lanes: { first: [], again: [], slow: [] }, firstLooks: createFirstLooks<Task>(), stops: new Set() }
      hosts.set(name, host)
    }
    return host
  }

  function next(host: Host): Task | undefined {
    if (host.held || host.pacing || host.active >= host.limit) return undefined
    const { first, again, slow } = host.lanes
    for (const lane of [first, again, slow]) while (lane[0]?.signal?.aborted) lane.shift()
    if (first.length > 0) return first.shift()
    const left = host.firstLooks.count()
    const willEndSoon = left <= host.pace * SOON_MS
    if (again.length > 0 && (left === 0 || (host.since >= MIXED_IN && !willEndSoon))) {
      host.since = 0
      return again.shift()
    }
    host.since++
    for (let look = host.firstLooks.take(); look; look = host.firstLooks.take()) if (!look.signal?.aborted) return look
    const room = host.expected > 0 ? Math.max(1, host.limit - 1) : host.limit
    return host.active < room ? slow.shift() : undefined
  }

  function pump(): void {
    const all = [...hosts.values()]
    for (let idle = 0; idle < all.length && fresh < FRESH && total < TOTAL; turn++) {
      const host = all[turn % all.length]!
      const task = next(host)
      if (task) {
        idle = 0
        void start(host, task)
      } else idle++
    }
  }

  function pace(host: Host): void {
    host.pacing = true
    void wait(host.gap).then(() => {
      host.pacing = false
      pump()
    })
  }

  async function start(host: Host, task: Task): Promise<void> {
    const stop = new AbortController()
    let isStale = false
    host.active++
    total++
    fresh++
    host.stops.add(stop)
    if (host.gap > 0) pace(host)
    const release = onAbort(task.signal, (reason) => abortWith(stop, reason))
    const disarm = after(PATIENCE_MS, () => {
      isStale = true
      host.stale++
      fresh--
      const waiting = host.lanes.first.length + host.firstLooks.count() + host.lanes.again.length
      if ((task.lane === 'normal' || task.lane === 'again') && host.quick && waiting > 0 && host.stale > Math.max(1, host.limit / 3)) {
        abortWith(stop, DEFER)
        onSlow(host.name)
      }
      pump()
    })
    try {
      await task.run(stop)
      if (!isStale) host.quick = true
    } catch (error) {
      if (error === DEFER) host.lanes.slow.push({ ...task, lane: 'slow' })
      else task.fail(error instanceof Error ? error : new Error(String(error)))
    } finally {
      disarm()
      host.stops.delete(stop)
      release()
      host.active--
      host.ended++
      total--
      if (isStale) host.stale--
      else fresh--
      pump()
    }
  }

  return {
    add: (name, lane, request, signal, alike = '') => new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(reasonOf(signal))
      const release = onAbort(signal, reject)
      const run = async (inner: AbortController) => {
        const result = await request(inner)
        release()
        resolve(result)
      }
      const task: Task = { lane, alike, signal, run, fail: reject }
      if (lane === 'normal') hostOf(name).firstLooks.push(task)
      else hostOf(name).lanes[lane].push(task)
      pump()
    }),
    bringForward: (name, alike, apart) => hostOf(name).firstLooks.bringForward(alike, apart),
    async rest(name, ms, signal) {
      const host = hostOf(name)
      const stop = new AbortController()
      const release = onAbort(signal, (reason) => abortWith(stop, reason))
      const before = host.ended
      host.stops.add(stop)
      host.expected++
      try {
        await wait(ms, stop.signal)
        host.pace = (host.ended - before) / ms
      } finally {
        release()
        host.stops.delete(stop)
        host.expected--
      }
    },
    setLimit(name, limit) {
      hostOf(name).limit = Math.min(PER_HOST, Math.max(1, Math.floor(limit)))
      pump()
    },
    limitOf: (name) => hostOf(name).limit,
    setGap: (name, ms) => {
      hostOf(name).gap = ms
    },
    gapOf: (name) => hostOf(name).gap,
    hold(name, ms) {
      const host = hostOf(name)
      if (host.held) return
      host.held = true
      void wait(ms).then(() => {
        host.held = false
        pump()
      })
    },
    stop(name, why) {
      const host = hosts.get(name)
      if (!host) return
      const given = [...host.lanes.first.splice(0), ...host.firstLooks.takeAll(), ...host.lanes.again.splice(0), ...host.lanes.slow.splice(0)]
      for (const task of given) task.fail(new Stopped(why))
      for (const stop of host.stops) abortWith(stop, new Stopped(why))
    },
    active: () => total,
  }
}
