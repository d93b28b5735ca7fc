import type { IssueRows, ListedIssue } from '../../../utils/types/issue-list.ts'

/** Rows of issues that are given as they are, without heads. */
export function rowsOf(issues: readonly ListedIssue[]): IssueRows {
  const ids = issues.map(({ id }) => id)
  return {
    total: issues.length,
    issues: issues.length,
    keyAt: (line) => ids[line] ?? null,
    issueAt: (line) => issues[line] ?? null,
    groupAt: () => null,
    lineOf: (key) => ids.indexOf(key),
    idsUnder: (line) => ids.slice(line, line + 1),
    ids: () => ids,
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
