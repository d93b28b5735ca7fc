import type { PageLog } from '../types/round.ts'
import type { Column } from '../types/roster.ts'

/** How much of what the roster knows of a site was read in a round. */
export interface Coverage {
  /** Columns that are to be kept up; exempt and archived ones need no reading. */
  known: number
  /** Those whose own page was not read. */
  unread: Column[]
}

/** Whether a column is to be kept up: one that is exempt (报备) or archived needs no reading. */
export function coverageDue({ exemption, class: columnClass }: Column): boolean {
  return exemption === null && columnClass !== 'archive'
}

/** Which of a site's columns no one has opened yet; an article of a column does not show the column. */
export function coverageOf(columns: readonly Column[], logs: readonly PageLog[]): Coverage {
  const due = columns.filter(coverageDue)
  const read = new Set(logs.filter((log) => !log.laterPage).map((log) => log.columnId))
  return { known: due.length, unread: due.filter((column) => !read.has(column.id)) }
}
