import type { Facet, IssueFilter } from './filter.ts'
import type { Issue } from './issue.ts'

/** What the list shows of an issue: a digest that is kept in memory for all of them, never the evidence. */
export interface ListedIssue
  extends Pick<
    Issue,
    | 'id' | 'number' | 'mark' | 'status' | 'severity' | 'check' | 'indicator' | 'unitId' | 'unitName' | 'siteName' | 'columnName' | 'host'
    | 'pageTitle' | 'url' | 'description' | 'quote' | 'foundAt' | 'foundBy' | 'deadline' | 'rebounds' | 'updatedAt'
  > {
  /** Result of the newest re-check, '' before the first. */
  recheck: string
  /** 疑似重复: another standing issue is the same problem. */
  duplicate: boolean
}

/** Columns of the list in the order they come with. */
export const LIST_COLUMNS = [
  'number', 'severity', 'kind', 'description', 'unit', 'page', 'found', 'deadline', 'status',
  'site', 'column', 'indicator', 'foundBy', 'recheck', 'rebounds', 'updated',
] as const

export type ListColumn = (typeof LIST_COLUMNS)[number]

/** One column as a person has set it. */
export interface ColumnSetting {
  column: ListColumn
  shown: boolean
  /** CSS pixels; null as it comes. */
  width: number | null
}

export const DEFAULT_COLUMNS: readonly ColumnSetting[] = LIST_COLUMNS.map((column, at) => ({ column, shown: at < 9, width: null }))

/** What the rows can stand under: one of the facets, or the first issue of the same problem. */
export const GROUPINGS = ['unit', 'site', 'column', 'kind', 'status', 'week', 'twin'] as const

export type Grouping = (typeof GROUPINGS)[number]

export interface ListSort {
  by: ListColumn
  descending: boolean
}

/** How the list is looked at: which issues, in which order, under which heads. */
export interface ListView {
  filter: IssueFilter
  sort: ListSort
  group: Grouping | null
}

/** A view that a person keeps under a name. */
export interface SavedView extends ListView {
  /** ULID; the built-in ones have plain names. */
  id: string
  name: string
}

/** The newest is what one wants to see first. */
const NEWEST_FIRST: ListSort = { by: 'number', descending: true }

export const WHOLE_LEDGER: ListView = { filter: { text: '' }, sort: NEWEST_FIRST, group: null }

/** A head over rows of one group. */
export interface GroupRow {
  key: string
  /** As `FacetChoice.name`; for `twin` the number of the first issue. */
  name: string
  count: number
  overdue: number
  collapsed: boolean
}

/** Views that come with the list. `week` is the present one, `2026-W47`. */
export function builtInViews(week: string): { id: string; view: ListView }[] {
  const of = (chosen: Partial<Record<Facet, readonly string[]>>, change: Partial<ListView> = {}): ListView => ({
    ...WHOLE_LEDGER, filter: { text: '', ...chosen }, ...change,
  })
  return [
    { id: 'all', view: WHOLE_LEDGER },
    { id: 'open', view: of({ status: ['open'] }) },
    { id: 'overdue', view: of({ due: ['overdue'] }, { sort: { by: 'deadline', descending: false } }) },
    { id: 'soon', view: of({ due: ['soon'] }, { sort: { by: 'deadline', descending: false } }) },
    { id: 'week', view: of({ week: [week] }) },
    { id: 'fixed', view: of({ status: ['fixed'] }) },
    { id: 'duplicate', view: of({ flag: ['duplicate'] }, { group: 'twin' }) },
    { id: 'rebound', view: of({ flag: ['rebound'] }) },
  ]
}

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
