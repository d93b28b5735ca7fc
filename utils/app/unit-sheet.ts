import { warningDays } from '../checks/deadlines.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { issuesOfUnits } from '../ledger/found.ts'
import { unitTrends } from '../ledger/unit-stats.ts'
import { NO_ISSUES, tallyUnits } from '../ledger/unit-tally.ts'
import { accountRows } from '../roster/accounts.ts'
import { daysBetween } from '../types/day.ts'
import { REPLY_STATES, type Issue } from '../types/issue.ts'
import type { Day } from '../types/reading.ts'
import type { Column, Freshness } from '../types/roster.ts'
import type { PageLog } from '../types/round.ts'
import type { ColumnLine, UnitSheet } from '../types/unit.ts'

/** As many open issues as a unit's page shows; the rest is in the list. */
const PRESSING = 12

/**
 * All that the ledger knows of one unit, each row found by index; null for a unit that is not in the roster.
 * @param monday of this week, Asia/Shanghai
 */
export async function unitSheet(db: LedgerDb, unitId: string, today: Day, monday: Day): Promise<UnitSheet | null> {
  const unit = await db.units.get(unitId)
  if (!unit) return null
  const [trends, all, columns, accounts] = await Promise.all([
    unitTrends(db, [unitId], monday),
    issuesOfUnits(db, [unitId]),
    db.columns.where('unitId').equals(unitId).sortBy('name'),
    db.accounts.filter((account) => account.unitId === unitId).toArray(),
  ])
  const issues = all.filter(({ deletedAt }) => deletedAt === null)
  const logs = await db.readings.where('columnId').anyOf(columns.map(({ id }) => id)).toArray()
  return {
    line: { unit, ...(tallyUnits({ digests: issues, size: issues.length }, today).get(unitId) ?? NO_ISSUES) },
    trend: trends.get(unitId)!,
    pressing: pressing(issues),
    columns: columns.map((column) => columnLine(column, logs, today)).sort((a, b) => urgency(a) - urgency(b)),
    accounts: accountRows(accounts, today),
    replies: repliesOf(issues),
  }
}

function pressing(issues: readonly Issue[]): Issue[] {
  const last = (issue: Issue) => issue.deadline ?? '9999'
  return issues
    .filter(({ status }) => status === 'open' || status === 'doubtful')
    .sort((a, b) => (last(a) === last(b) ? a.number - b.number : last(a) < last(b) ? -1 : 1))
    .slice(0, PRESSING)
}

function repliesOf(issues: readonly Issue[]): UnitSheet['replies'] {
  const replies = Object.fromEntries([...REPLY_STATES, 'without', 'none'].map((state) => [state, 0])) as UnitSheet['replies']
  for (const { reply, status } of issues) {
    if (reply) replies[reply.state ?? 'without']++
    else if (status === 'open') replies.none++
  }
  return replies
}

/** The newest reading of a column whose own first page it is, with the age of its newest item as of today. */
function columnLine(column: Column, logs: readonly PageLog[], today: Day): ColumnLine {
  let newest: PageLog | null = null
  for (const log of logs) if (log.columnId === column.id && !log.laterPage && (!newest || log.readAt > newest.readAt)) newest = log
  return { column, readOn: newest?.day ?? null, freshness: newest && asOf(newest.freshness, column, today) }
}

/** A column that was fresh when it was read may be overdue by now. Overdue or nearly so only as far as was read: it may have been updated since. */
function asOf(freshness: Freshness, column: Column, today: Day): Freshness {
  if (column.exemption) return { ...freshness, state: 'exempt' }
  if (freshness.day === null || freshness.limitDays === null || freshness.state === 'exempt') return freshness
  const limitDays = column.deadlineDays ?? freshness.limitDays
  const ageDays = daysBetween(freshness.day, today)
  const near = warningDays(limitDays)
  return { ...freshness, limitDays, ageDays, state: ageDays > limitDays ? 'overdue' : limitDays - ageDays <= near && limitDays > near ? 'due-soon' : 'fresh' }
}

const STATES: readonly (Freshness['state'] | null)[] = ['overdue', 'due-soon', 'unknown', null, 'fresh', 'exempt']

function urgency({ freshness }: ColumnLine): number {
  return STATES.indexOf(freshness?.state ?? null)
}
