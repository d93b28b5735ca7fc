// The package's calendar as data: its functions read a bare date as UTC and look at the PC's own clock, which moves days west of it.
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
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

/**
 * The State Council announces a year's calendar in the November before it;
 * until then weekends and the holidays of every year are all that can be known.
 */
export const isWorkingDay: WorkdayTest = (day) => {
  if (day in workdays) return true
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const weekend = weekday === 0 || weekday === 6
  return !weekend && !(day in holidays) && (ANNOUNCED.has(day.slice(0, 4)) || !EVERY_YEAR.has(day.slice(5)))
}

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
