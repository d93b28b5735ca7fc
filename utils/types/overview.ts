import type { Day } from './reading.ts'
import type { Freshness } from './roster.ts'
import type { AccountState } from './account.ts'

/** What an office looks at first. */
export interface Overview {
  today: Day
  /** All issues that stand, whatever their status. */
  total: number
  /** Still to be dealt with: 待整改, 存疑, 已整改 not closed yet. */
  open: number
  overdue: number
  /** Last day for mending lies in this week, not over yet. */
  dueThisWeek: number
  closed: number
  /** Of the issues that were closed in these weeks and had a deadline: how many by then. */
  closedDue: number
  closedInTime: number
  /** Open issues by kind (as `kindOf`) and by unit, most first; `NO_UNIT` for issues without one. */
  kinds: { kind: string; count: number }[]
  units: { unitId: string; name: string; count: number; overdue: number }[]
  /** Oldest first. */
  weeks: OverviewWeek[]
  /** Columns of the roster by freshness, as the newest reading of each tells; null without a roster. */
  columns: Record<Freshness['state'], number> | null
  /** null where no account is known. */
  accounts: Record<AccountState, number> | null
}

export interface OverviewWeek {
  /** `2026-W47`. */
  week: string
  from: Day
  to: Day
  /** Issues found, and issues closed, in it. */
  found: number
  closed: number
  /** Issues that were still to be dealt with at its end. */
  standing: number
}
