import { showReminder } from '../browser/toolbar.ts'
import { wakeAt } from '../browser/alarms.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { nextWorkingDay, workdayTest, type WorkdayTest } from '../ledger/deadline.ts'
import { readSettings } from '../ledger/settings.ts'
import { dayInShanghai } from '../lists/week.ts'
import { t } from '../locale.ts'
import type { Day } from '../types/reading.ts'

/** Name of the browser's alarm. */
export const REMINDER = 'reminder'

/** When the working morning begins, Asia/Shanghai: hours of the day. */
const MORNING = 8.5
const HOUR_MS = 3_600_000
const SHANGHAI_MS = 8 * HOUR_MS

/** The instant of 8:30 on a day in Asia/Shanghai, whatever the PC's zone, in ms. */
function morningOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) - SHANGHAI_MS + MORNING * HOUR_MS
}

/** The next 8:30 of a working day after an instant. */
export function nextMorning(now: Date, isWorking: WorkdayTest): Date {
  const today = dayInShanghai(now.toISOString())
  const morning = isWorking(today) && now.getTime() < morningOf(today) ? today : nextWorkingDay(today, isWorking)
  return new Date(morningOf(morning))
}

/** Whether the reminder may show: on a working day from 8:30 on, until the ledger was opened that day. */
export function isDue(now: Date, seenOn: Day | '', isWorking: WorkdayTest): boolean {
  const today = dayInShanghai(now.toISOString())
  return isWorking(today) && now.getTime() >= morningOf(today) && seenOn !== today
}

/** Issues still to be mended whose last day is today or gone. Counted by index. */
export async function dueCount(db: LedgerDb, today: Day): Promise<number> {
  const due = (status: string) => db.issues.where('[status+deadline]').between([status, ''], [status, today], true, true).filter(({ deletedAt }) => deletedAt === null).count()
  const counts = await Promise.all(['open', 'doubtful'].map(due))
  return counts.reduce((sum, count) => sum + count, 0)
}

/**
 * The morning's reminder on the toolbar: how many issues are due, once each working morning. Called at each start of the
 * background and by its alarm, so that nothing lives in memory: what is to show is read from the ledger each time.
 * The badge of a tab with findings goes before it; it stands under all others.
 */
export async function remind(db: LedgerDb, now: () => Date): Promise<void> {
  const { remindersOn, seenOn, ownDays } = await readSettings(db)
  const isWorking = workdayTest(ownDays)
  const at = now()
  await wakeAt(REMINDER, nextMorning(at, isWorking).getTime())
  const count = remindersOn && isDue(at, seenOn, isWorking) ? await dueCount(db, dayInShanghai(at.toISOString())) : 0
  await (count > 0 ? showReminder(badgeOf(count), t('reminder.title', { count })) : clearReminder())
}

/** Four letters fit. */
function badgeOf(count: number): string {
  return count > 99 ? '99+' : t('reminder.badge', { count })
}

export async function clearReminder(): Promise<void> {
  await showReminder('', '')
}
