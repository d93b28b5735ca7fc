import type { Day } from '../types/reading.ts'
import { dayOf, partsOf } from '../types/day.ts'

/** A row's date before its year is known. */
export interface Yearless {
  day: Day | null
  monthDay: string | null
  /** A day that the item's address carries, or null. */
  addressDay: Day | null
}

/** Rows that may stand on top of a list out of order (置顶). */
const PINNED = 3

/**
 * Gives years to a list that prints only months and days, in order of the rows. The address of an item decides where it
 * carries the same month and day; else no date lies after `today`, and the years fall as the list goes down: a list
 * that begins 12-29, 12-25 … 11-19 in November began last December, not this year's November.
 */
export function resolveYears(rows: readonly Yearless[], today: Day): (Day | null)[] {
  const known = rows.map((r) => r.day ?? (r.monthDay && r.addressDay?.endsWith(r.monthDay) ? r.addressDay : null))
  const open = rows.flatMap((r, i) => (known[i] === null && r.monthDay ? [i] : []))
  if (open.length === 0) return known
  const monthDays = open.map((i) => rows[i]?.monthDay as string)
  const cut = bestCut(monthDays, today.slice(5))
  const [thisYear] = partsOf(today)
  // The newest day of the list is the latest one on or before the cut; the cut itself must not lie in the future.
  const cutYear = cut <= today.slice(5) ? thisYear : thisYear - 1
  for (const [n, i] of open.entries()) {
    const md = monthDays[n] as string
    known[i] = yearOf(md, md <= cut ? cutYear : cutYear - 1)
  }
  return known
}

/** 29 February belongs to the leap year before. */
function yearOf(monthDay: string, year: number): Day | null {
  const month = Number(monthDay.slice(0, 2))
  const day = Number(monthDay.slice(3))
  for (let y = year; y > year - 8; y--) {
    const found = dayOf(y, month, day)
    if (found) return found
  }
  return null
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
