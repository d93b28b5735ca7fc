import type { Day } from './reading.ts'

/**
 * Arithmetic on calendar days `YYYY-MM-DD`. Pure and without a time zone: a `Day` is what a page prints
 * and what people count in, so the only zone that matters is the one in which "today" is decided.
 */

const MS_PER_DAY = 86_400_000
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/** The day of these parts, or null where the calendar has no such day (30 February, month 13). Years 1900 to 2199. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${year}-${two(month)}-${two(day)}`
}

/** Days of a month of the Gregorian calendar; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Year, month (from 1) and day of a well-formed `Day`. */
export function partsOf(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

function serial(day: Day): number {
  const [y, m, d] = partsOf(day)
  return Date.UTC(y, m - 1, d) / MS_PER_DAY
}

/** Whole days from `from` to `to`; negative when `to` is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return serial(to) - serial(from)
}

/** The day `count` calendar days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date((serial(day) + count) * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The same date `count` months later; the last day of the month where that date does not exist (31 August + 6 → 28 February). */
export function addMonths(day: Day, count: number): Day {
  const [y, m, d] = partsOf(day)
  const months = y * 12 + (m - 1) + count
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  return `${year}-${two(month)}-${two(Math.min(d, daysInMonth(year, month)))}`
}

/** The calendar day in Asia/Shanghai (UTC+8, no summer time since 1991) at an instant, whatever the PC's zone. */
export function dayInShanghai(instant: Date): Day {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}
