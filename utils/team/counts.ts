import type { LedgerDb } from '../ledger/db.ts'
import { DAY_MS } from '../ledger/sharing/clock.ts'
import { countClashes } from './clashes.ts'
import type { Phrase } from '../types/phrase.ts'
import type { Skew, TeamCounts, TeamState, TwinMet } from '../types/team.ts'

/** What waits to be sent and to be judged: counted by index, to be watched. */
export async function teamCounts(db: LedgerDb): Promise<TeamCounts> {
  const [pending, clashes] = await Promise.all([db.stamps.where('pending').above('').count(), countClashes(db)])
  return { pending, clashes }
}

/** Clocks that were found to be more than a day ahead of ours; the newest word of each. */
export async function skewsOf(db: LedgerDb): Promise<Skew[]> {
  return (await db.team.where(':id').startsWith('skew ').toArray()) as Skew[]
}

/**
 * The one state that is shown. What a person has to do comes first; that something waits is told only while it can go.
 * @param link `none` before a server was entered; `error`: the server refuses, or is another one
 */
export function teamState({ pending, clashes }: TeamCounts, link: 'none' | 'online' | 'offline' | 'error'): TeamState {
  if (link === 'error') return 'error'
  if (clashes > 0) return 'clash'
  if (link === 'none') return 'alone'
  if (link === 'offline') return 'offline'
  return pending > 0 ? 'pending' : 'synced'
}

/** How long it is spoken of that a clock was found to be wrong, after the last change that it stamped, or that two PCs went by one id. */
export const SPOKEN_OF = 7 * DAY_MS

/**
 * What is wrong with somebody's clock, in words; null where nothing is. Ours first: where it is wrong, all others seem to be.
 * @param clockAhead ours against the server's, ms
 * @param now instant, ISO 8601 UTC
 */
export function clockWords(clockAhead: number, skews: readonly Skew[], now: string): Phrase | null {
  const daysOf = (ms: number) => Math.max(1, Math.round(Math.abs(ms) / DAY_MS))
  if (clockAhead !== 0) return { key: clockAhead > 0 ? 'sync.clock.ahead' : 'sync.clock.behind', params: { days: daysOf(clockAhead) } }
  const wrong = skews.filter(({ at }) => Date.parse(now) - Date.parse(at) < SPOKEN_OF)
  return wrong.length > 0 ? { key: 'sync.clock.others', params: { count: wrong.length, days: daysOf(Math.max(...wrong.map(({ ahead }) => ahead))) } } : null
}

/** That another PC was found to go by our id, in words; null where it was long ago. @param now instant, ISO 8601 UTC */
export function twinWords({ at, mark }: TwinMet, now: string): Phrase | null {
  return Date.parse(now) - Date.parse(at) < SPOKEN_OF ? { key: 'sync.twin', params: { mark } } : null
}
