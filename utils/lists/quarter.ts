import type { Day } from '../types/reading.ts'
import { weekName, weekOfDay } from './week.ts'

/** A calendar quarter and the weeks that belong to it. */
export interface Quarter {
  year: number
  /** 1 to 4. */
  quarter: number
  /** Names of the first and last week. */
  from: string
  to: string
}

const DAY_MS = 86_400_000

/** The quarter of a day. A week belongs to the quarter of its Thursday, as it does to its year, so that no week is in two of them. */
export function quarterOf(day: Day): Quarter {
  // The day's own week may belong to the quarter before or after: what counts is its Thursday.
  const thursday = new Date(Date.parse(`${day}T00:00:00Z`) + (3 - ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7)) * DAY_MS)
  const [year, month] = [thursday.getUTCFullYear(), thursday.getUTCMonth()]
  const first = Math.floor(month / 3) * 3
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  return {
    year,
    quarter: first / 3 + 1,
    // The week with the quarter's first Thursday holds its fourth day; that with the last Thursday the fourth but last.
    from: weekName(weekOfDay(dayOf(Date.UTC(year, first, 4)))),
    to: weekName(weekOfDay(dayOf(Date.UTC(year, first + 3, 0) - 3 * DAY_MS))),
  }
}
