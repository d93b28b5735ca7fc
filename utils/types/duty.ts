import type { Day } from './reading.ts'
import type { Shift, Visit } from './visit.ts'

/** 工作日 / 调休上班 / 休息日 / 节假日. */
export type DayKind = 'work' | 'make-up' | 'rest' | 'holiday'

/** What is missing of a day: a shift of a working day, or the one reading of a day off. */
export type Missing = Shift | 'once'

/** One day of the duty calendar. */
export interface DutyDay {
  day: Day
  kind: DayKind
  /** 国庆节 …; '' where the day has no name. */
  holiday: string
  /** Lines of the log by shift. */
  morning: number
  afternoon: number
  /** Different pages, seconds, suspicions, issues found from them. */
  pages: number
  dwell: number
  findings: number
  issues: number
  readers: string[]
  /** Empty where nothing is missing, and on days that are not over, lie ahead or lie before the log began. */
  missing: Missing[]
  /** `before` the log began, `ahead`: nothing is asked of them. */
  state: 'done' | 'gap' | 'open' | 'ahead' | 'before'
  /** 漏读说明. */
  note: string
}

/** A line of the log with the issues that were found from its page meanwhile. */
export interface LoggedVisit extends Visit {
  issues: number
  /** Of these 已整改 or 已销号. */
  handled: number
}

/** The duty log of a month. */
export interface DutyMonth {
  /** `2026-11`. */
  month: string
  days: DutyDay[]
  /** Shifts asked of the days until now, and how many of them were read. */
  asked: number
  done: number
}
