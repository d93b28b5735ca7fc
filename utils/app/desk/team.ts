import { PlainError } from '../../errors.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { deviceOfLedger } from '../../ledger/sharing/device.ts'
import { clashesOf } from '../../team/clashes.ts'
import { readCouchState } from '../../team/couch/state.ts'
import { skewsOf, SPOKEN_OF, teamCounts, twinWords } from '../../team/counts.ts'
import { makersOf } from '../../team/package/makers.ts'
import { returnedSince } from '../../team/returned.ts'
import { settleClash, undoSettled, type Settled } from '../../team/settle.ts'
import { shortNumber, type Issue } from '../../types/issue.ts'
import { readTwin } from '../../team/twin.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { IssueName } from '../../types/team-package.ts'
import type { Clash, ClashOption, Skew, TeamCounts } from '../../types/team.ts'

/** A clash with the issue that it is about. */
export interface ClashSeen extends Clash {
  issue: Pick<Issue, 'number' | 'mark' | 'description' | 'unitName' | 'foundBy'>
}

/** What waits for someone, or for the network. */
export interface TeamSeen extends TeamCounts {
  open: ClashSeen[]
  /** Clocks that are more than a day ahead of ours. */
  skews: Skew[]
  /** That another PC went by our id, for some days; null where a server is joined, which says it in its own place. */
  twin: Phrase | null
  /** Issues that an edit brought back after they had been deleted, of the last 30 days; the newest first. */
  returned: IssueName[]
  /** Names of people by the device whose packages they sent. */
  names: Map<string, string>
}

/** What the ledger page sees of a team, and can settle; whatever the way by which others' work comes. */
export function teamDesk(ledger: Ledger) {
  const { db } = ledger
  const look = async (): Promise<TeamSeen> => {
    const [counts, clashes, skews, makers, own, reader, twin, server] = await Promise.all([teamCounts(db), clashesOf(db), skewsOf(db), makersOf(db), deviceOfLedger(db), ledger.reader(), readTwin(db), readCouchState(db)])
    const names = new Map([...makers].map(([device, { by, mark }]) => [device, by || mark] as const))
    if (own) names.set(own.device, reader || own.mark)
    const issues = await db.issues.bulkGet(clashes.map(({ issueId }) => issueId))
    const open = clashes.flatMap((clash, at) => {
      const issue = issues[at]
      return issue ? [{ ...clash, issue }] : []
    })
    return { ...counts, open, skews: skews.filter(({ at }) => ledger.now().getTime() - Date.parse(at) < SPOKEN_OF), names, twin: twin && !server ? twinWords(twin, ledger.now().toISOString()) : null, returned: await returnedTo(db, new Date(ledger.now().getTime() - 30 * 86_400_000).toISOString()) }
  }
  let settled: Settled | null = null
  return {
    teamSeen: watch(look),
    /** @throws PlainError where somebody settled it meanwhile */
    settleClash: async (clash: ClashSeen, option: ClashOption, reason: string): Promise<Phrase> => {
      const done = await settleClash(ledger, clash, option, reason.trim())
      if (!done) throw new PlainError({ key: 'team.error.settled' })
      settled = done
      return { key: 'team.clash.done', params: { number: shortNumber(clash.issue) } }
    },
    /** Takes the last judgement back: the clash waits again. @throws PlainError where somebody changed it further meanwhile */
    undoSettled: async (): Promise<Phrase | null> => {
      const last = settled
      settled = null
      if (last && !(await undoSettled(ledger, last))) throw new PlainError({ key: 'team.error.changed' })
      return null
    },
  }
}

/** Issues named at a time. */
const MOST_RETURNED = 20

async function returnedTo(db: LedgerDb, from: string): Promise<IssueName[]> {
  const issues = await db.issues.bulkGet((await returnedSince(db, from)).slice(0, MOST_RETURNED))
  return issues.flatMap((issue) => (issue && issue.deletedAt === null ? [{ id: issue.id, number: String(shortNumber(issue)), description: issue.description, unitName: issue.unitName }] : []))
}
