import { dayInShanghai } from '../lists/week.ts'
import type { OwnCalendar } from '../types/calendar.ts'
import type { Severity } from '../types/finding.ts'
import type { Issue } from '../types/issue.ts'
import type { Day } from '../types/reading.ts'
import { changeMany } from './bulk.ts'
import type { LedgerDb } from './db.ts'
import { deadlineOf, workdayTest } from './deadline.ts'
import { issuesOfStatus } from './found.ts'
import type { Ledger } from './ledger.ts'

/** What deadlines are made of. */
export interface DeadlineRules {
  workingDays: Record<Severity, number | null>
  ownDays: OwnCalendar
}

/** A deadline that other rules would set elsewhere. */
export interface DeadlineMove {
  id: string
  from: Day | null
  to: Day | null
}

/**
 * Deadlines of issues still to be mended that were set by the rules `before` and would be others by `after`.
 * `byHand`: how many were set by a person, which no rule moves.
 */
export async function deadlineMoves(db: LedgerDb, before: DeadlineRules, after: DeadlineRules): Promise<{ moves: DeadlineMove[]; byHand: number }> {
  const waiting = (await issuesOfStatus(db, ['open', 'doubtful'])).filter(({ deletedAt }) => deletedAt === null)
  const [was, is] = [ruler(before), ruler(after)]
  const moves: DeadlineMove[] = []
  let byHand = 0
  for (const issue of waiting) {
    if (issue.deadline !== was(issue)) byHand++
    else if (is(issue) !== issue.deadline) moves.push({ id: issue.id, from: issue.deadline, to: is(issue) })
  }
  return { moves, byHand }
}

/** The deadline of an issue by the rules; the same day and level are reckoned once. */
function ruler({ workingDays, ownDays }: DeadlineRules): (issue: Pick<Issue, 'foundAt' | 'severity'>) => Day | null {
  const isWorking = workdayTest(ownDays)
  const known = new Map<string, Day>()
  return ({ foundAt, severity }) => {
    const days = workingDays[severity]
    if (days === null) return null
    const from = dayInShanghai(foundAt)
    const key = `${from} ${days}`
    const deadline = known.get(key) ?? deadlineOf(from, days, isWorking)
    known.set(key, deadline)
    return deadline
  }
}

/** Moves deadlines that still stand where they were, each with its line in the history, all or none. @returns how many */
export async function moveDeadlines(ledger: Ledger, moves: readonly DeadlineMove[]): Promise<number> {
  const wanted = new Map(moves.map((move) => [move.id, move]))
  const { steps } = await changeMany(ledger, [...wanted.keys()], (issue) => {
    const { from, to } = wanted.get(issue.id)!
    return issue.deadline === from ? { fields: { deadline: to }, kind: 'edited', reason: '' } : null
  })
  return steps.length
}
