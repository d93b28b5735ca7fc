import { hostOf, originOf } from './address.ts'
import { createAlarms } from './alarms.ts'
import { alikeOf } from './alike.ts'
import type { Answer, Failure } from './answer.ts'
import type { DocumentVerdict } from './document-verdict.ts'
import { connects, hasAnswered, look, type Failing, type LookDeps, type LookOptions } from './look.ts'
import { createManners, type Reception } from './manners.ts'
import type { Origins } from './origins.ts'
import { isPrivateAddress } from './private-address.ts'
import { createScheduler, Stopped, type Lane, type Scheduler } from './scheduler.ts'
import type { Wait } from './wait.ts'

/** How long a permission is taken for granted without asking again. */
const PERMISSION_MS = 5_000

/** The page that asks, and when it no longer does. */
export interface Asking {
  pageUrl: string
  signal?: AbortSignal
}

export interface AskerDeps extends Omit<LookDeps, 'after'> {
  wait: Wait
  canRead: (url: string) => Promise<boolean>
}

/** The address's whole origin was found down while this request waited: it is not made. */
export class OriginDown extends Error {
  readonly verdict: DocumentVerdict
  constructor(verdict: DocumentVerdict) {
    super('origin is down')
    this.verdict = verdict
  }
}

export type Extras = Pick<LookOptions, 'tail' | 'byStream'> & {
  /** A 429 that was waited out once already: it is counted once. */
  again?: boolean
}

/** Makes requests: when the host has room, within its limits, and not where its origin is known to be down. */
export interface Asker {
  /** @throws Stopped where the host was given up, OriginDown where its origin is down, or the signal's reason. */
  request: (address: string, lane: Lane, asking: Asking, extras?: Extras) => Promise<Answer | Failure>
  /**
   * Before an address is called dead for what firewalls do too: its host must have answered something since `since` (milliseconds).
   * @throws Stopped where it no longer answers us at all
   */
  confirm: (address: string, since: number) => Promise<void>
  /** Sets aside what is held against a host. */
  forgive: (host: string) => void
  after: ReturnType<typeof createAlarms>
  scheduler: Scheduler
  figures: () => { requests: number; mostAtOnce: Record<string, number> }
}

function receptionOf(result: Answer | Failure, again: boolean): Reception {
  if (!hasAnswered(result)) return result.reason === 'reset' ? 'refused' : result.reason === 'timeout' ? 'silent' : 'none'
  if (result.status === 429) return again ? 'none' : 'too-many'
  if (result.status === 403 || result.status === 412) return 'refused'
  return result.status === 503 ? 'busy' : 'fine'
}

/** Asking the browser about a permission costs as much as a request; one answer a host holds for some seconds. */
function rememberedByHost({ canRead, now }: AskerDeps): AskerDeps['canRead'] {
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

export function createAsker(deps: AskerDeps, origins: Origins): Asker {
  const after = createAlarms(deps.wait)
  const lookDeps: LookDeps = { ...deps, after }
  const scheduler = createScheduler(deps.wait, after, (host) => manners.note(host, '', 'silent', null))
  const canRead = rememberedByHost(deps)
  const atOnce = new Map<string, { now: number; most: number }>()
  let requests = 0

  async function counted<T>(host: string, looking: () => Promise<T>): Promise<T> {
    const count = atOnce.get(host) ?? { now: 0, most: 0 }
    atOnce.set(host, count)
    count.most = Math.max(count.most, ++count.now)
    requests++
    try {
      return await looking()
    } finally {
      count.now--
    }
  }

  /** Waits for why a request failed. Without a name for it, a refusal to let us read looks like a failure to connect. */
  async function settled(result: Answer | Failing, address: string, lane: Lane, readable: boolean): Promise<Answer | Failure> {
    if (typeof result !== 'function') return result
    const failure = await result()
    if (failure.reason !== 'no-connection' || failure.netError !== null || !readable) return failure
    const host = hostOf(address)
    const reached = await scheduler.add(host, lane, (controller) => counted(host, () => connects(address, lookDeps, controller)))
    return reached ? { ...failure, reason: 'not-permitted' } : failure
  }

  const manners = createManners({
    scheduler,
    now: deps.now,
    askAgain: async (address) => {
      const options = { readable: await canRead(address), mayBePrivate: isPrivateAddress(address) }
      const result = await scheduler.add(hostOf(address), 'first', (controller) => counted(hostOf(address), () => look(address, lookDeps, { ...options, controller })))
      return receptionOf(await settled(result, address, 'first', options.readable), false)
    },
  })

  async function request(address: string, lane: Lane, { pageUrl, signal }: Asking, extras: Extras = {}): Promise<Answer | Failure> {
    const host = hostOf(address)
    for (;;) {
      if (manners.isStopped(host)) throw new Stopped('host-objects')
      const options = { readable: await canRead(address), mayBePrivate: isPrivateAddress(pageUrl), ...extras }
      // what was learnt of the origin while this request waited for its turn decides whether it is made
      const found = await scheduler.add(host, lane, (controller) => (origins.isDoubted(address) ? Promise.resolve(null) : counted(host, () => look(address, lookDeps, { ...options, controller }))), signal, lane === 'normal' ? alikeOf(address) : '')
      if (found === null) {
        const verdict = await origins.verdictOf(address)
        if (verdict) throw new OriginDown(verdict)
        continue
      }
      const result = await settled(found, address, lane, options.readable)
      // a host that never answered anybody may be dead: only one that answered before can object by breaking off
      if (hasAnswered(result) || origins.hasAnswered(address)) {
        manners.note(host, address, receptionOf(result, extras.again ?? false), hasAnswered(result) ? result.retryAfter : null)
      }
      return result
    }
  }

  return {
    request,
    async confirm(address, since) {
      const host = hostOf(address)
      await manners.confirm(host, address, since)
      if (manners.isStopped(host)) throw new Stopped('host-objects')
    },
    forgive: manners.forgive,
    after,
    scheduler,
    figures: () => ({ requests, mostAtOnce: Object.fromEntries([...atOnce].map(([host, { most }]) => [host, most])) }),
  }
}
