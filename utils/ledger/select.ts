import { dayInShanghai, spanOfWeek, weekName, weekOf } from '../lists/week.ts'
import { kindOf, NO_UNIT, type IssueFilter, type LedgerCounts } from '../types/filter.ts'
import type { Issue, Status } from '../types/issue.ts'
import type { Day } from '../types/reading.ts'

type Facet = Exclude<keyof IssueFilter, 'text'>

/** Issues that pass a filter, and how many each other choice would show. */
export function select(issues: readonly Issue[], filter: IssueFilter, today: Day): { matching: Issue[]; counts: LedgerCounts } {
  const words = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const found = words.length ? issues.filter((issue) => words.every((word) => searched(issue).includes(word))) : issues
  const passes = (issue: Issue, but: Facet | null) =>
    (but === 'week' || filter.week === null || weekName(weekOf(issue.foundAt)) === filter.week) &&
    (but === 'unitId' || filter.unitId === null || (issue.unitId ?? NO_UNIT) === filter.unitId) &&
    (but === 'kind' || filter.kind === null || kindOf(issue.check) === filter.kind) &&
    (but === 'status' || filter.status === null || statusesOf(issue, today).includes(filter.status))
  const matching = found.filter((issue) => passes(issue, null))
  const tally = <K>(facet: Facet, keysOf: (issue: Issue) => readonly K[]) => countBy(found.filter((issue) => passes(issue, facet)), keysOf)
  return {
    matching,
    counts: {
      total: issues.length,
      matching: matching.length,
      weeks: weeksOf(tally('week', (issue) => [weekName(weekOf(issue.foundAt))]), issues),
      units: unitsOf(tally('unitId', (issue) => [issue.unitId ?? NO_UNIT]), issues),
      kinds: [...tally('kind', (issue) => [kindOf(issue.check)])].map(([kind, count]) => ({ kind, count })),
      statuses: Object.fromEntries(tally('status', (issue) => statusesOf(issue, today))),
    },
  }
}

/** The status, and `overdue` where a deadline has passed with the work still to do. */
export function statusesOf({ status, deadline }: Issue, today: Day): (Status | 'overdue')[] {
  const waits = status === 'open' || status === 'doubtful'
  return waits && deadline !== null && deadline < today ? [status, 'overdue'] : [status]
}

function searched({ number, description, quote, unitName, columnName, pageTitle, url, note }: Issue): string {
  return [number, description, quote, unitName, columnName, pageTitle, url, note].join('\n').toLowerCase()
}

function countBy<K>(issues: readonly Issue[], keysOf: (issue: Issue) => readonly K[]): Map<K, number> {
  const counts = new Map<K, number>()
  for (const issue of issues) for (const key of keysOf(issue)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function weeksOf(counts: Map<string, number>, issues: readonly Issue[]): LedgerCounts['weeks'] {
  const weeks = new Map(issues.map(({ foundAt }) => [weekName(weekOf(foundAt)), weekOf(foundAt)]))
  return [...weeks]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([week, iso]) => {
      const { from, to } = spanOfWeek(iso)
      const last = new Date(Date.parse(to) - 1).toISOString()
      return { week, from: dayInShanghai(from), to: dayInShanghai(last), count: counts.get(week) ?? 0 }
    })
}

function unitsOf(counts: Map<string, number>, issues: readonly Issue[]): LedgerCounts['units'] {
  const names = new Map(issues.map(({ unitId, unitName }) => [unitId ?? NO_UNIT, unitName]))
  return [...names]
    .map(([unitId, name]) => ({ unitId, name, count: counts.get(unitId) ?? 0 }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
}
