import { CouchFailure, isTransient } from './failure.ts'

const FIRST = 5_000
const LONGEST = 5 * 60_000
/** Where a person has to do something, asking more often helps nobody. */
const LONGEST_FOR_PERSON = 30 * 60_000
/** Whatever the server wishes. */
const LONGEST_ASKED = 60 * 60_000

/**
 * Milliseconds until the next try: twice as long after each failure, a quarter more or less by chance, so that twenty PCs do not come
 * back at the same moment. Never shorter than the server wishes.
 * @param failures in a row, this one counted
 * @param chance from 0 to 1
 */
export function pauseAfter(error: unknown, failures: number, chance: number): number {
  const waits = error instanceof CouchFailure && isTransient(error)
  const grown = Math.min(FIRST * 2 ** Math.min(failures - 1, 20), waits ? LONGEST : LONGEST_FOR_PERSON)
  const asked = error instanceof CouchFailure ? (error.waitMs ?? 0) : 0
  return Math.max(Math.round(grown * (0.75 + chance / 2)), Math.min(asked, LONGEST_ASKED))
}

/** Whether a pause is on. One that would last longer than any was begun by a clock that has been set back since, and is over. @param until instant, ISO 8601 UTC; '' for none */
export function isPaused(until: string, now: Date): boolean {
  const left = Date.parse(until) - now.getTime()
  return left > 0 && left <= LONGEST_ASKED
}

/** Milliseconds that an answer's `Retry-After` asks for; null where it asks for nothing. A day and time is told by the server's own clock (`Date`): ours may be wrong. */
export function askedPause(headers: Headers): number | null {
  const asked = headers.get('Retry-After')?.trim() ?? ''
  const ms = /^\d{1,6}$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.parse(headers.get('Date') ?? '')
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}
