import type { AccountRow } from './account.ts'
import type { Issue, ReplyState } from './issue.ts'
import type { Day } from './reading.ts'
import type { Column, Freshness, Unit } from './roster.ts'

/** Found and mended in one week; `from` is its Monday. */
export interface UnitWeek {
  from: Day
  found: number
  mended: number
}

/** One unit in the list of 单位. */
export interface UnitLine {
  /** Name '' and id '' for issues without a unit. */
  unit: Unit
  /** 待整改 and 存疑. */
  open: number
  overdue: number
  /** 已整改, to be looked at. */
  fixed: number
  closed: number
}

/** How well a unit keeps its deadlines; counted for the lines that are shown. */
export interface UnitTrend {
  /** Mended issues that had a deadline. */
  mended: number
  /** Of these mended by it. */
  inTime: number
  /** The oldest first. */
  weeks: UnitWeek[]
}

/** A column of a unit with what the newest reading says of it, reckoned to today. */
export interface ColumnLine {
  column: Column
  /** Day of the newest reading; null where it was never read. */
  readOn: Day | null
  freshness: Freshness | null
}

/** All that the ledger knows of one unit. */
export interface UnitSheet {
  line: UnitLine
  trend: UnitTrend
  /** The most pressing open issues: overdue first. */
  pressing: Issue[]
  columns: ColumnLine[]
  accounts: AccountRow[]
  /** Answers by what they say, and issues that wait for one. */
  replies: Record<ReplyState | 'without' | 'none', number>
}
