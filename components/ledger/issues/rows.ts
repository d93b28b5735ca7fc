import type { Issue } from '../../../utils/types/issue.ts'

/**
 * The issues that pass the filter, by place. `at` answers undefined for a row that is not loaded yet,
 * so that a long ledger can be read from its index a screen at a time (see `onVisible` of the list).
 */
export interface IssueRows {
  total: number
  at: (index: number) => Issue | undefined
  /** Place of an issue, or -1. */
  indexOf: (id: string) => number
}

/** Rows that are all in memory. */
export function rowsOf(issues: readonly Issue[]): IssueRows {
  return {
    total: issues.length,
    at: (index) => issues[index],
    indexOf: (id) => issues.findIndex((issue) => issue.id === id),
  }
}

/** Rows to draw, end exclusive, for a scroll position and a height in CSS pixels: those in view and `spare` on either side. */
export function visibleRange(scrollTop: number, height: number, rowHeight: number, total: number, spare = 8): { first: number; end: number } {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - spare)
  const end = Math.min(total, Math.ceil((scrollTop + height) / rowHeight) + spare)
  return { first: Math.min(first, end), end }
}

/** Where to scroll so that a row is in view, moving no more than needed. */
export function scrollToRow(index: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = index * rowHeight
  if (top < scrollTop) return top
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop
}
