import type { Day } from '../types/reading.ts'

/** A week of ISO 8601 (Monday to Sunday, the year that its Thursday falls in), counted in Asia/Shanghai. */
export interface IsoWeek {
  year: number
  /** 1 to 53. */
  week: number
}

/** Instants, ISO 8601 UTC: `from` belongs to the span, `to` does not. */
export interface Span {
  from: string
  to: string
}

const DAY_MS = 86_400_000
// Asia/Shanghai has had one offset and no summer time since 1991-09-15, before any government site.
// So this needs neither the PC's zone nor its time zone data.
const SHANGHAI_MS = 8 * 3_600_000

/** Milliseconds whose UTC parts are the clock in Asia/Shanghai. Throws RangeError for what is no instant. */
function shanghaiClock(instant: string): Date {
  const clock = new Date(Date.parse(instant) + SHANGHAI_MS)
  if (Number.isNaN(clock.getTime())) throw new RangeError(`not an instant: ${instant}`)
  return clock
}

/** The calendar day of an instant in Asia/Shanghai: `2026-11-18`. */
export function dayInShanghai(instant: string): Day {
  return shanghaiClock(instant).toISOString().slice(0, 10)
}

/** The clock of an instant in Asia/Shanghai, to the minute: `2026-11-18 09:05`. */
export function clockInShanghai(instant: string): string {
  return shanghaiClock(instant).toISOString().slice(0, 16).replace('T', ' ')
}

/** The clock of an instant in Asia/Shanghai, to the second: `2026-11-18 09:05:30`. */
export function secondInShanghai(instant: string): string {
  return shanghaiClock(instant).toISOString().slice(0, 19).replace('T', ' ')
}

/** The ISO week of an instant in Asia/Shanghai. */
export function weekOf(instant: string): IsoWeek {
  return weekOfDay(dayInShanghai(instant))
}

/** The ISO week of a day: the one of that week's Thursday. */
export function weekOfDay(day: Day): IsoWeek {
  const thursday = new Date(mondayOf(Date.parse(`${day}T00:00:00Z`)) + 3 * DAY_MS)
  const year = thursday.getUTCFullYear()
  const dayOfYear = (thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS
  return { year, week: Math.floor(dayOfYear / 7) + 1 }
}

/** From Monday 00:00 to the next Monday 00:00 in Asia/Shanghai, as instants. */
export function spanOfWeek({ year, week }: IsoWeek): Span {
  // 4 January always lies in week 1.
  const monday = mondayOf(Date.UTC(year, 0, 4)) + (week - 1) * 7 * DAY_MS
  const instant = (ms: number) => new Date(ms - SHANGHAI_MS).toISOString()
  return { from: instant(monday), to: instant(monday + 7 * DAY_MS) }
}

/** From the first day's 00:00 to the end of the last day in Asia/Shanghai, as instants. */
export function spanOfDays(first: Day, last: Day): Span {
  const start = Date.parse(`${first}T00:00:00Z`)
  const end = Date.parse(`${last}T00:00:00Z`) + DAY_MS
  return { from: new Date(start - SHANGHAI_MS).toISOString(), to: new Date(end - SHANGHAI_MS).toISOString() }
}

/** True when the instant lies in the span. Compares moments, not texts, so that `…00Z` and `…00.000Z` are the same. */
export function isWithin(instant: string, span: Span): boolean {
  const at = Date.parse(instant)
  return at >= Date.parse(span.from) && at < Date.parse(span.to)
}

/** `2026-W47`. */
export function weekName({ year, week }: IsoWeek): string {
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** Reads `2026-W47`; null for anything else and for a week 53 that the year does not have. */
export function weekNamed(name: string): IsoWeek | null {
  const found = /^(\d{4})-W(\d{2})$/.exec(name)
  if (!found) return null
  const week = { year: Number(found[1]), week: Number(found[2]) }
  return weekName(weekOf(spanOfWeek(week).from)) === name ? week : null
}

/** Monday of the week that a UTC midnight lies in. 1970-01-05 was a Monday. */
function mondayOf(midnight: number): number {
  const days = midnight / DAY_MS - 4
  return midnight - (((days % 7) + 7) % 7) * DAY_MS
}
