import { originOf } from './address.ts'
import type { Answer, Failure } from './answer.ts'
import { hasAnswered } from './look.ts'
import type { DocumentVerdict } from './document-verdict.ts'
import type { Reason } from './reasons.ts'

/** Addresses of one origin that timed out or were reset while it never answered, after which its others are not asked for. */
const MUTE_AFTER = 4
/** How long an origin that is down is taken for down. */
const DOWN_MS = 5 * 60_000

const MUTE: ReadonlySet<string> = new Set<Reason>(['timeout', 'reset', 'no-connection', 'bad-answer'])

interface Origin {
  answered: boolean
  ip: string | null
  mute: number
  /** Under way: whether the first failure of the whole origin repeats. */
  suspicion: { promise: Promise<DocumentVerdict | null>; settle: (verdict: DocumentVerdict | null) => void; by: string } | null
  /** Under way: the question whether it answers at all. */
  asking: Promise<Answer | Failure> | null
  down: { verdict: DocumentVerdict; until: number } | null
}

/** What is known of origins: a name that does not resolve or a broken certificate fails all their addresses alike. */
export interface Origins {
  /** Whether the origin ever answered us. */
  hasAnswered: (address: string) => boolean
  answered: (address: string, ip: string | null) => void
  /** True where it is down, or another of its addresses is finding out whether it is. */
  isDoubted: (address: string) => boolean
  /** The verdict of the origin, where it is down; waits for a suspicion under way. */
  verdictOf: (address: string) => Promise<DocumentVerdict | null>
  /** Raises the suspicion that the whole origin is down. Null for the one who raises it and must look again. */
  suspect: (address: string) => Promise<DocumentVerdict | null> | null
  /** Ends what `suspect` began; the verdict is null where the address answered after all. */
  settle: (address: string, verdict: DocumentVerdict | null) => void
  /** Sets aside what is known: a person asks again. */
  forget: (address: string) => void
  /** The IP address of a page's origin. Where it never answered yet, it is asked for once. */
  ipOf: (address: string, ask: () => Promise<Answer | Failure>) => Promise<string | null>
}

/** A book that lives as long as one background does. */
export function createOrigins(now: () => Date): Origins {
  const origins = new Map<string, Origin>()

  function stateOf(address: string): Origin {
    const name = originOf(address)
    let origin = origins.get(name)
    if (!origin) {
      origin = { answered: false, ip: null, mute: 0, suspicion: null, asking: null, down: null }
      origins.set(name, origin)
    }
    return origin
  }

  function setDown(origin: Origin, verdict: DocumentVerdict): void {
    origin.down = { verdict, until: now().getTime() + DOWN_MS }
  }

  return {
    answered(address, ip) {
      const origin = stateOf(address)
      origin.answered = true
      origin.ip ??= ip
      origin.mute = 0
      origin.down = null
    },
    hasAnswered: (address) => stateOf(address).answered,
    isDoubted: (address) => {
      const { suspicion, down } = stateOf(address)
      return (suspicion !== null && suspicion.by !== address) || (down !== null && down.until > now().getTime())
    },
    verdictOf: async (address) => {
      const { suspicion, down } = stateOf(address)
      return (await suspicion?.promise) ?? (down && down.until > now().getTime() ? down.verdict : null)
    },
    suspect(address) {
      const origin = stateOf(address)
      if (origin.suspicion) return origin.suspicion.promise
      let settle: (verdict: DocumentVerdict | null) => void = () => undefined
      const promise = new Promise<DocumentVerdict | null>((resolve) => {
        settle = resolve
      })
      origin.suspicion = { promise, settle, by: address }
      return null
    },
    settle(address, verdict) {
      const origin = stateOf(address)
      if (verdict && MUTE.has(verdict.reason) && !origin.answered && ++origin.mute >= MUTE_AFTER) setDown(origin, verdict)
      if (origin.suspicion?.by !== address) return
      origin.suspicion.settle(verdict)
      origin.suspicion = null
      if (verdict && !origin.answered) setDown(origin, verdict)
    },
    forget(address) {
      stateOf(address).down = null
    },
    async ipOf(address, ask) {
      const origin = stateOf(address)
      if (origin.ip === null && !origin.answered) {
        origin.asking ??= ask().finally(() => {
          origin.asking = null
        })
        const result = await origin.asking
        if (hasAnswered(result)) {
          origin.answered = true
          origin.ip = result.ip
        }
      }
      return origin.ip
    },
  }
}
