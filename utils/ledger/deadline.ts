// The package's calendar as data: its functions read a bare date as UTC and look at the PC's own clock, which moves days west of it.
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { NO_OWN_DAYS, type OwnCalendar } from '../types/calendar.ts'
import { addDays } from '../types/day.ts'
import type { Severity } from '../types/finding.ts'
import type { Day } from '../types/reading.ts'

/** 整改时限 in working days by severity. Common practice, no official text (domain §4.4): a setting. */
export const DEFAULT_WORKING_DAYS: Record<Severity, number> = { serious: 1, general: 3, minor: 5, doubtful: 5 }

/** True on a working day of the State Council's calendar, make-up days included. */
export type WorkdayTest = (day: Day) => boolean

const { holidays, workdays }: { holidays: Record<Day, string>; workdays: Record<Day, string> } = calendar
const ANNOUNCED = new Set(Object.keys(holidays).map((day) => day.slice(0, 4)))

/** Holidays by date in every year (全国年节及纪念日放假办法): New Year, Labour Day, National Day. */
const EVERY_YEAR = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])

/** Whether the holidays of a year (`2027`) are known: announced when this program was built, or entered by the office. */
export function isYearKnown(year: string, { holidays: own }: OwnCalendar = NO_OWN_DAYS): boolean {
  return ANNOUNCED.has(year) || own.some((day) => day.startsWith(year))
}

/**
 * The test for working days: what the office entered goes first, then the State Council's calendar. That is announced in
 * the November before a year; until then weekends and the holidays of every year are all that can be known.
 */
export function workdayTest(own: OwnCalendar): WorkdayTest {
  const off = new Set(own.holidays)
  const on = new Set(own.workdays)
  return (day) => {
    if (on.has(day)) return true
    if (off.has(day)) return false
    if (day in workdays) return true
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    const weekend = weekday === 0 || weekday === 6
    return !weekend && !(day in holidays) && (ANNOUNCED.has(day.slice(0, 4)) || !EVERY_YEAR.has(day.slice(5)))
  }
}

/** The calendar as it comes, without days of the office's own. */
export const isWorkingDay: WorkdayTest = workdayTest(NO_OWN_DAYS)

/** Longest run of days without work that is believed; a calendar without any working day must not hang the program. */
const LONGEST_REST = 400

/**
 * Last day for mending: the n-th working day after the day of recording (which does not count itself).
 * @param from day of recording in Asia/Shanghai
 * @param workingDays 0 gives the same day
 */
export function deadlineOf(from: Day, workingDays: number, isWorking: WorkdayTest = isWorkingDay): Day {
  let day = from
  for (let left = workingDays; left > 0; left--) day = nextWorkingDay(day, isWorking)
  return day
}

/** The first working day after a day. */
export function nextWorkingDay(from: Day, isWorking: WorkdayTest = isWorkingDay): Day {
  for (let ahead = 1; ahead <= LONGEST_REST; ahead++) {
    const day = addDays(from, ahead)
    if (isWorking(day)) return day
  }
  return addDays(from, 1)
}
