import { dayInShanghai, spanOfDays, weekName, weekOfDay } from '../lists/week.ts'
import { weekDays } from '../lists/spans.ts'
import { addDays } from '../types/day.ts'
import { kindOf, NO_UNIT } from '../types/filter.ts'
import type { IssueEvent, Status } from '../types/issue.ts'
import type { Overview, OverviewWeek } from '../types/overview.ts'
import type { Day } from '../types/reading.ts'
import type { Unit } from '../types/roster.ts'
import type { Columns } from './columns.ts'
import type { LedgerDb } from './db.ts'

/** Statuses of issues that are still to be dealt with. */
export const TO_DO: readonly Status[] = ['open', 'doubtful', 'fixed']
/** Of these a deadline can be missed. */
const WAITING: readonly Status[] = ['open', 'doubtful']

/** Weeks that are shown, this one included. */
export const WEEKS = 12

export type IssueFigures = Omit<Overview, 'columns' | 'accounts'>

/** What the figures are counted from: the list that is in memory anyway, the steps of `stepsOf`, and the names that units have now. */
export interface FigureSource {
  issues: Columns
  steps: readonly IssueEvent[]
  units: readonly Pick<Unit, 'id' | 'name'>[]
}

/** Figures of all issues, counted over the list in memory: one walk, a few milliseconds for 50,000, where counting by index takes seconds. */
export function issueFigures({ issues, steps, units }: FigureSource, today: Day): IssueFigures {
  const { digests, size } = issues
  const sunday = weekDays(weekOfDay(today)).to
  const figures = { total: size, open: 0, closed: 0, overdue: 0, dueThisWeek: 0 }
  const kinds = new Map<string, number>()
  const byUnit = new Map<string, { name: string; count: number; overdue: number }>()
  for (let at = 0; at < size; at++) {
    const { status, check, unitId, unitName, deadline } = digests[at]!
    if (status === 'closed') figures.closed++
    if (!TO_DO.includes(status)) continue
    const waits = deadline !== null && WAITING.includes(status)
    const late = waits && deadline < today ? 1 : 0
    figures.open++
    figures.overdue += late
    if (waits && deadline >= today && deadline <= sunday) figures.dueThisWeek++
    const kind = kindOf(check)
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    // A unit that left the roster goes by the name under which its issues were recorded.
    let unit = byUnit.get(unitId ?? NO_UNIT)
    if (!unit) byUnit.set(unitId ?? NO_UNIT, (unit = { name: unitId === null ? '' : unitName, count: 0, overdue: 0 }))
    unit.count++
    unit.overdue += late
  }
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return {
    today, ...figures,
    ...inTime(issues, steps),
    weeks: weeksUntil(issues, steps, today, figures.open),
    kinds: [...kinds].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count),
    units: [...byUnit].map(([unitId, unit]) => ({ unitId, ...unit, name: names.get(unitId) ?? unit.name })).sort(unitOrder),
  }
}

/** Most first, by name where they are level; issues that belong to no unit last. */
function unitOrder(a: Overview['units'][number], b: Overview['units'][number]): number {
  return Number(a.unitId === NO_UNIT) - Number(b.unitId === NO_UNIT) || b.count - a.count || (a.name < b.name ? -1 : 1)
}

/** Changes of status in the weeks that are shown, oldest first. */
export function stepsOf(db: LedgerDb, today: Day): Promise<IssueEvent[]> {
  const first = addDays(weekDays(weekOfDay(today)).from, -7 * (WEEKS - 1))
  return db.events.where('[kind+at]').between(['status', spanOfDays(first, first).from], ['status', '￿']).toArray()
}

function weeksUntil({ codes, words, size, place }: Columns, steps: FigureSource['steps'], today: Day, open: number): OverviewWeek[] {
  const found = new Int32Array(words.week.list.length)
  for (let at = 0; at < size; at++) found[codes.week[at]!]!++
  const standing = steps.filter(({ issueId }) => place.has(issueId))
  const weeks: OverviewWeek[] = []
  let after = open
  for (let n = 0; n < WEEKS; n++) {
    const name = weekOfDay(addDays(today, -7 * n))
    const { from, to } = weekDays(name)
    const span = spanOfDays(from, to)
    const taken = standing.filter(({ at }) => at >= span.from && at < span.to).map(({ changes }) => changes['status'])
    const week = { week: weekName(name), from, to, found: found[words.week.list.indexOf(weekName(name))] ?? 0, closed: taken.filter((step) => step?.[1] === 'closed').length, standing: after }
    weeks.unshift(week)
    // Back in time: what was found had not been there, what was dealt with still was.
    after = Math.max(0, after - week.found + taken.reduce((sum, step) => sum + left(step), 0))
  }
  return weeks
}

/** 1 for a step by which an issue is dealt with, −1 for one by which it is not any more. */
function left(step: [unknown, unknown] | undefined): number {
  const toDo = (status: unknown) => TO_DO.includes(status as Status)
  return step ? Number(toDo(step[0])) - Number(toDo(step[1])) : 0
}

/** Of the issues closed in these weeks that had a deadline: how many, and how many were closed by it. */
function inTime({ digests, place }: Columns, steps: FigureSource['steps']): { closedDue: number; closedInTime: number } {
  const closedAt = new Map(steps.filter(({ changes }) => changes['status']?.[1] === 'closed').map(({ issueId, at }) => [issueId, at]))
  const counts = { closedDue: 0, closedInTime: 0 }
  for (const [issueId, at] of closedAt) {
    const digest = digests[place.get(issueId) ?? -1]
    if (digest?.status !== 'closed' || digest.deadline === null) continue
    counts.closedDue++
    if (dayInShanghai(at) <= digest.deadline) counts.closedInTime++
  }
  return counts
}
