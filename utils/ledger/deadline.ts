import { isWorkday } from 'chinese-days'
import type { Severity } from '../types/finding.ts'
import type { Day } from '../types/reading.ts'

/** 整改时限 in working days by severity. Common practice, no official text (domain §4.4): a setting. */
export const DEFAULT_WORKING_DAYS: Record<Severity, number> = { serious: 1, general: 3, minor: 5, doubtful: 5 }

/** True on a working day of the State Council's calendar, make-up days included. */
export type WorkdayTest = (day: Day) => boolean

/** The calendar that the package `chinese-days` knows; other years fall back to Monday to Friday. */
export const isWorkingDay: WorkdayTest = (day) => isWorkday(day)

/**
 * Last day for mending: the n-th working day after the day of recording (which does not count itself).
 * @param from day of recording in Asia/Shanghai
 * @param workingDays 0 gives the same day
 */
export function deadlineOf(from: Day, workingDays: number, isWorking: WorkdayTest = isWorkingDay): Day {
  let day = from
  for (let left = workingDays; left > 0; ) {
    day = nextDay(day)
    if (isWorking(day)) left--
  }
  return day
}

/** Days are counted in UTC, where none is ever 23 hours long. */
function nextDay(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
