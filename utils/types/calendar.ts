import type { Day } from './reading.ts'

/** What an office adds to the State Council's calendar: years it does not know yet, and days of its own. */
export interface OwnCalendar {
  /** Days off. */
  holidays: Day[]
  /** Make-up working days (调休上班), weekends among them. */
  workdays: Day[]
}

export const NO_OWN_DAYS: OwnCalendar = { holidays: [], workdays: [] }
