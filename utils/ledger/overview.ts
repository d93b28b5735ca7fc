import { dayInShanghai, spanOfDays } from '../lists/week.ts'
import { weekDays } from '../lists/spans.ts'
import { weekName, weekOfDay } from '../lists/week.ts'
import { addDays } from '../types/day.ts'
import { kindOf, NO_UNIT } from '../types/filter.ts'
import type { Issue, IssueEvent, Status } from '../types/issue.ts'
import type { Overview, OverviewWeek } from '../types/overview.ts'
import type { Day } from '../types/reading.ts'
import type { LedgerDb } from './db.ts'

/** Statuses of issues that are still to be dealt with. */
export const TO_DO: readonly Status[] = ['open', 'doubtful', 'fixed']
/** Of these a deadline can be missed. */
const WAITING: readonly Status[] = ['open', 'doubtful']

/** Weeks that are shown, this one included. */
export const WEEKS = 12

export type IssueFigures = Omit<Overview, 'columns' | 'accounts'>

/** Figures of all issues, counted by index: no issue is read but those deleted or closed of late. */
export async function issueFigures(db: LedgerDb, today: Day): Promise<IssueFigures> {
  return db.transaction('r', db.issues, db.events, db.units, async () => {
    const deleted = await db.issues.where('deletedAt').above('').toArray()
    const gone = (passes: (issue: Issue) => boolean) => deleted.filter(passes).length
    const count = async (status: Status) => (await db.issues.where('status').equals(status).count()) - gone((issue) => issue.status === status)
    const [waiting, doubtful, fixed, closed, all] = await Promise.all([count('open'), count('doubtful'), count('fixed'), count('closed'), db.issues.count()])
    const open = waiting + doubtful + fixed
    const due = (from: Day, to: Day) => dueBetween(db, from, to, deleted)
    const events = await closings(db, today)
    const weeks = await weeksUntil(db, today, open, events, deleted)
    const kinds = await countedBy(db, '[status+check]', kindOf, deleted, (issue) => issue.check)
    const { closedDue, closedInTime } = await inTime(db, events)
    const overdue = await due('', addDays(today, -1))
    return {
      today, total: all - deleted.length, open, closed, closedDue, closedInTime, weeks,
      overdue,
      dueThisWeek: await due(today, weekDays(weekOfDay(today)).to),
      kinds: [...kinds].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count),
      units: await unitsOf(db, today, { open, overdue }, deleted),
    }
  })
}

/** Waiting issues whose last day lies between two days, both included. */
async function dueBetween(db: LedgerDb, from: Day, to: Day, deleted: readonly Issue[]): Promise<number> {
  const counts = await Promise.all(WAITING.map((status) => db.issues.where('[status+deadline]').between([status, from], [status, to], true, true).count()))
  const gone = deleted.filter(({ status, deadline }) => WAITING.includes(status) && deadline !== null && deadline >= from && deadline <= to).length
  return counts.reduce((a, b) => a + b, 0) - gone
}

/** Issues to be dealt with by the second part of an index of two, deleted ones left out. */
async function countedBy(db: LedgerDb, index: '[status+check]' | '[status+unitId]', nameOf: (part: string) => string, deleted: readonly Issue[], partOf: (issue: Issue) => string | null): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const add = (part: string, count: number) => counts.set(nameOf(part), (counts.get(nameOf(part)) ?? 0) + count)
  for (const status of TO_DO) {
    const keys = (await db.issues.where(index).between([status, ''], [status, '￿']).uniqueKeys()) as unknown as [Status, string][]
    const found = await Promise.all(keys.map((key) => db.issues.where(index).equals(key).count()))
    keys.forEach(([, part], n) => add(part, found[n]!))
  }
  for (const issue of deleted) {
    const part = partOf(issue)
    if (part !== null && TO_DO.includes(issue.status)) add(part, -1)
  }
  return new Map([...counts].filter(([, count]) => count > 0))
}

async function unitsOf(db: LedgerDb, today: Day, { open, overdue }: { open: number; overdue: number }, deleted: readonly Issue[]): Promise<Overview['units']> {
  const counts = await countedBy(db, '[status+unitId]', (unitId) => unitId, deleted, ({ unitId }) => unitId)
  const units = await db.units.bulkGet([...counts.keys()])
  const rows = await Promise.all(
    [...counts].map(async ([unitId, count], n) => ({
      unitId, count,
      // A unit that left the roster goes by the name under which its issues were recorded.
      name: units[n]?.name ?? (await db.issues.where('unitId').equals(unitId).first())?.unitName ?? '',
      overdue: await overdueOf(db, unitId, today, deleted),
    })),
  )
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0)
  // An index holds no null: what is left belongs to no unit.
  const none = { unitId: NO_UNIT, name: '', count: open - sum(({ count }) => count), overdue: Math.max(0, overdue - sum((row) => row.overdue)) }
  return [...rows.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)), ...(none.count > 0 ? [none] : [])]
}

async function overdueOf(db: LedgerDb, unitId: string, today: Day, deleted: readonly Issue[]): Promise<number> {
  const counts = await Promise.all(WAITING.map((status) => db.issues.where('[status+unitId+deadline]').between([status, unitId, ''], [status, unitId, today], true, false).count()))
  const gone = deleted.filter((issue) => issue.unitId === unitId && WAITING.includes(issue.status) && issue.deadline !== null && issue.deadline < today).length
  return counts.reduce((a, b) => a + b, 0) - gone
}

/** Changes of status in the weeks that are shown, oldest first. */
async function closings(db: LedgerDb, today: Day): Promise<IssueEvent[]> {
  const first = addDays(weekDays(weekOfDay(today)).from, -7 * (WEEKS - 1))
  return db.events.where('[kind+at]').between(['status', spanOfDays(first, first).from], ['status', '￿']).toArray()
}

async function weeksUntil(db: LedgerDb, today: Day, open: number, events: readonly IssueEvent[], deleted: readonly Issue[]): Promise<OverviewWeek[]> {
  const goneAt = new Set(deleted.map(({ id }) => id))
  const standing = events.filter(({ issueId }) => !goneAt.has(issueId))
  const weeks: OverviewWeek[] = []
  let after = open
  for (let n = 0; n < WEEKS; n++) {
    const week = weekOfDay(addDays(today, -7 * n))
    const { from, to } = weekDays(week)
    const span = spanOfDays(from, to)
    const within = (instant: string) => instant >= span.from && instant < span.to
    const found = (await db.issues.where('foundAt').between(span.from, span.to, true, false).count()) - deleted.filter(({ foundAt }) => within(foundAt)).length
    const steps = standing.filter(({ at }) => within(at)).map(({ changes }) => changes['status'])
    const closed = steps.filter((step) => step?.[1] === 'closed').length
    weeks.unshift({ week: weekName(week), from, to, found, closed, standing: after })
    // Back in time: what was found had not been there, what was dealt with still was.
    after = Math.max(0, after - found + steps.reduce((sum, step) => sum + left(step), 0))
  }
  return weeks
}

/** 1 for a step by which an issue is dealt with, −1 for one by which it is not any more. */
function left(step: [unknown, unknown] | undefined): number {
  const toDo = (status: unknown) => TO_DO.includes(status as Status)
  return step ? Number(toDo(step[0])) - Number(toDo(step[1])) : 0
}

/** So many closings tell the rate; the issues of more are not read. */
const SAMPLE = 5000

/** Of the issues closed in these weeks that had a deadline: how many, and how many were closed by it. */
async function inTime(db: LedgerDb, events: readonly IssueEvent[]): Promise<{ closedDue: number; closedInTime: number }> {
  const closedOn = new Map(events.filter(({ changes }) => changes['status']?.[1] === 'closed').map(({ issueId, at }) => [issueId, dayInShanghai(at)]))
  const issues = (await db.issues.bulkGet([...closedOn.keys()].slice(-SAMPLE))).filter((issue) => issue !== undefined && issue.deletedAt === null && issue.status === 'closed' && issue.deadline !== null)
  return { closedDue: issues.length, closedInTime: issues.filter((issue) => closedOn.get(issue!.id)! <= issue!.deadline!).length }
}
