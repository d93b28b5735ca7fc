import { addDays, dayOf, daysInMonth } from '../types/day.ts'
import type { Day } from '../types/reading.ts'
import { dayInShanghai, spanOfWeek, type IsoWeek } from './week.ts'

/** First and last day, both included. */
export interface Days {
  from: Day
  to: Day
}

/** Monday and Sunday of an ISO week. */
export function weekDays(week: IsoWeek): Days {
  const from = dayInShanghai(spanOfWeek(week).from)
  return { from, to: addDays(from, 6) }
}

/** First and last day of a calendar quarter, 1 to 4. */
export function quarterDays(year: number, quarter: number): Days {
  const last = quarter * 3
  return { from: dayOf(year, last - 2, 1)!, to: dayOf(year, last, daysInMonth(year, last))! }
}
