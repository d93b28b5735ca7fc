import type { LedgerDb } from '../ledger/db.ts'
import type { Skew, TeamCounts, TeamState } from '../types/team.ts'

/** What waits to be sent and to be judged: two counts by index, to be watched. */
export async function teamCounts(db: LedgerDb): Promise<TeamCounts> {
  const [pending, clashes] = await Promise.all([db.stamps.where('pending').above('').count(), db.stamps.where('clash').equals(1).count()])
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
