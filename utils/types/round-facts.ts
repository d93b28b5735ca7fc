import type { ColumnClass } from './roster.ts'
import type { Round } from './round.ts'

/** A round to choose, counted by index. */
export interface RoundRow {
  round: Round
  /** True where today lies in it. */
  current: boolean
  /** Lines of the 读网记录, and issues found. */
  visits: number
  issues: number
}

/** What one person read in a round. */
export interface ReaderFacts {
  /** '' where no name was given. */
  name: string
  /** Different pages, lines of the log, seconds, suspicions. */
  pages: number
  visits: number
  dwell: number
  findings: number
}

/** A column that no one has opened in a round. */
export interface UnreadStop {
  id: string
  name: string
  class: ColumnClass
  /** Calendar days allowed; null where none applies. */
  limitDays: number | null
  url: string
}

export interface UnreadGroup {
  unitId: string | null
  /** '' for columns that belong to no unit. */
  unit: string
  columns: UnreadStop[]
}

/** What was done in a round. */
export interface RoundFacts {
  round: Round
  current: boolean
  pages: number
  visits: number
  /** Seconds. */
  dwell: number
  /** Days on which something was read. */
  days: number
  /** Who read most comes first. */
  readers: ReaderFacts[]
  /** Issues found in it, and issues closed in it, whenever they were found. */
  found: number
  closed: number
  /** Columns to be kept up, and those whose own page was read; null where the roster has no columns. */
  coverage: { known: number; read: number; unread: UnreadGroup[] } | null
}
