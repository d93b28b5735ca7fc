import type { Status } from './issue.ts'
import type { Day } from './reading.ts'

/** What the ledger's list shows; null and '' let everything through. */
export interface IssueFilter {
  /** ISO week `2026-W47` of finding. */
  week: string | null
  /** Unit id; `NO_UNIT` for issues that belong to none. */
  unitId: string | null
  /** As `kindOf` gives it: a check id, `wording/<pack>`, or `manual/<type>`. */
  kind: string | null
  /** `overdue` cuts across: 待整改 and 存疑 past their deadline. */
  status: Status | 'overdue' | null
  /** Words to be found in number, description, quote, unit, page title, address. */
  text: string
}

export const NO_UNIT = ''

export const NO_FILTER: IssueFilter = { week: null, unitId: null, kind: null, status: null, text: '' }

/** How many issues each choice of a filter would show, the other filters kept as they are. */
export interface LedgerCounts {
  /** All issues of the ledger. */
  total: number
  /** Issues that pass the filter. */
  matching: number
  /** The newest first. */
  weeks: { week: string; from: Day; to: Day; count: number }[]
  /** `unitId` is `NO_UNIT` for issues without a unit. */
  units: { unitId: string; name: string; count: number }[]
  kinds: { kind: string; count: number }[]
  statuses: Partial<Record<Status | 'overdue', number>>
}

/**
 * The kind under which an issue is listed and filtered: a manual type or the check itself,
 * but the rules of one wording pack as one kind, because there are hundreds of them.
 */
export function kindOf(check: string): string {
  return /^wording\/[^/]+/.exec(check)?.[0] ?? check
}

/** True when nothing is filtered out. */
export function isNoFilter(filter: IssueFilter): boolean {
  return filter.week === null && filter.unitId === null && filter.kind === null && filter.status === null && filter.text.trim() === ''
}
