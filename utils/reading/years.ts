import type { Day } from '../types/reading.ts'
import { addDays, dayOf, daysBetween, partsOf } from '../types/day.ts'

/** A row's date before its year is known. */
export interface Yearless {
  day: Day | null
  monthDay: string | null
  /** A day that the item's address carries, or null. */
  addressDay: Day | null
}

/** Rows that may stand on top of a list out of order (置顶). */
const PINNED = 3

/** A list that knows the years of some rows is not newer than its newest known row by more than this, in days. */
const LEAD = 31

/**
 * Gives years to a list that prints only months and days, in order of the rows. The address of an item decides where it
 * carries a date; rows without one go with those that have; else no date lies after `today`, and the years fall as the
 * list goes down: a list that begins 12-29, 12-25 … 11-19 in November began last December, not this year's November.
 */
export function resolveYears(rows: readonly Yearless[], today: Day): (Day | null)[] {
  const days = rows.map((r) => r.day ?? (r.monthDay && r.addressDay ? nearest(r.monthDay, r.addressDay, today) : null))
  const open = rows.flatMap((r, i) => (days[i] === null && r.monthDay ? [i] : []))
  if (open.length === 0) return days
  const known = days.filter((day) => day !== null)
  const cut = known.length >= 2 && known.length >= open.length ? earlier(addDays(newestOf(known), LEAD), today) : cutOf(open.map((i) => rows[i]?.monthDay as string), today)
  for (const i of open) days[i] = lastBefore(rows[i]?.monthDay as string, cut)
  return days
}

/** The year that brings the month and day nearest to the address's date, which is that of making the page. */
function nearest(monthDay: string, addressDay: Day, today: Day): Day | null {
  const [year] = partsOf(addressDay)
  let best: Day | null = null
  for (const y of [year - 1, year, year + 1]) {
    const day = onDay(monthDay, y)
    if (day && day <= today && (!best || Math.abs(daysBetween(day, addressDay)) < Math.abs(daysBetween(best, addressDay)))) best = day
  }
  return best
}

function newestOf(days: readonly Day[]): Day {
  return days.reduce((a, b) => (a > b ? a : b))
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b
}

function onDay(monthDay: string, year: number): Day | null {
  return dayOf(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3)))
}

/** The last such day on or before `cut`; 29 February belongs to the leap year before. */
function lastBefore(monthDay: string, cut: Day): Day | null {
  const [year] = partsOf(cut)
  for (let y = year; y > year - 9; y--) {
    const day = onDay(monthDay, y)
    if (day && day <= cut) return day
  }
  return null
}

/** The latest day that the list may hold: today, or the day of its first row in the year before, see `bestCut`. */
function cutOf(monthDays: readonly string[], today: Day): Day {
  const cut = bestCut(monthDays, today.slice(5))
  return lastBefore(cut, today) ?? today
}

/**
 * Where the year turns: the month and day that the newest row may at most have. Today, unless another cut makes the list
 * fall without a break where today's does not, and the break is not that of a few pinned rows.
 */
function bestCut(monthDays: readonly string[], today: string): string {
  const breaks = (cut: string): number[] => {
    const key = (md: string): string => (md <= cut ? `1${md}` : `0${md}`)
    return monthDays.flatMap((md, i) => (i > 0 && key(md) > key(monthDays[i - 1] as string) ? [i] : []))
  }
  const now = breaks(today)
  const first = now[0]
  if (first === undefined) return today
  if (now.length === 1 && first <= PINNED && monthDays.length - first > first) return today
  const head = monthDays[0] as string
  return breaks(head).length < now.length ? head : today
}
