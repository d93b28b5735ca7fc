import type { GroupRow, ListedIssue } from '../../../utils/types/issue-list.ts'

/** The lines of the list by place: issues, and the heads of their groups. Nothing is made before it is asked for. */
export interface IssueRows {
  /** Lines, heads among them. */
  total: number
  /** Issues, those in collapsed groups among them. */
  issues: number
  /** Id of an issue or key of a head. */
  keyAt: (line: number) => string | null
  issueAt: (line: number) => ListedIssue | null
  groupAt: (line: number) => GroupRow | null
  /** Line of a key, or -1. */
  lineOf: (key: string) => number
  /** Ids of the issues of a line: its own, or all of the group. */
  idsUnder: (line: number) => string[]
  /** Ids of all issues in their order. */
  ids: () => string[]
}

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
