import type { Day } from './reading.ts'

/** What the list can be cut down by. Choices of one facet add up, facets cut each other down. */
export const FACETS = [
  'status', 'due', 'severity', 'unit', 'kind', 'week', 'round', 'site', 'column', 'indicator', 'foundBy', 'origin', 'recheck', 'flag',
] as const

/**
 * - `round`: id of a round, else a quarter `2026-Q4`; `week`: ISO week of finding `2026-W47`
 * - `unit`: unit id, `NO_UNIT` for none; `site`, `column`: by name, a site without one by its host
 * - `kind`: as `kindOf` gives it; `origin`: `check` or `hand`
 * - `due`: `overdue`, `soon` (up to the next working day) and `week` (until Sunday, not yet overdue) of work still to do, `later`, `none`
 * - `recheck`: result of the newest, '' before the first; `flag`: `duplicate`, `rebound`, `no-shot`
 */
export type Facet = (typeof FACETS)[number]

/** What the ledger's list shows; a facet left out or empty lets everything through. */
export type IssueFilter = { readonly [F in Facet]?: readonly string[] } & {
  /** Words, all of which must be found somewhere in the issue. */
  readonly text: string
}

export const NO_UNIT = ''

export const NO_FILTER: IssueFilter = { text: '' }

/** One choice of a facet, with how many issues it would show, the other facets kept as they are. */
export interface FacetChoice {
  value: string
  /** What stands in the issues: a unit's name, a site's; the value itself where it has to be translated. */
  name: string
  count: number
  /** First and last day, of weeks and rounds. */
  from?: Day
  to?: Day
}

export interface LedgerCounts {
  /** All issues of the ledger. */
  total: number
  /** Issues that pass the filter. */
  matching: number
  facets: { readonly [F in Facet]: readonly FacetChoice[] }
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
  return filter.text.trim() === '' && FACETS.every((facet) => !filter[facet]?.length)
}

/** The filter with other choices for a facet. */
export function withChoice(filter: IssueFilter, facet: Facet, values: readonly string[]): IssueFilter {
  const { [facet]: _before, ...rest } = filter
  return (values.length ? { ...rest, [facet]: values } : rest) as IssueFilter
}

/** The filter that an address asks for: `unit=<id>&status=open&status=fixed&q=words`, `unit=` for issues without one; null where it asks for none. */
export function filterOfQuery(query: string): IssueFilter | null {
  const asked = new URLSearchParams(query)
  const filter = FACETS.reduce((so, facet) => withChoice(so, facet, asked.getAll(facet)), { text: asked.get('q') ?? '' } as IssueFilter)
  return isNoFilter(filter) ? null : filter
}

/** Address of the list of issues with a filter; `filterOfQuery` reads it. */
export function issuesAt(filter: Partial<IssueFilter>): string {
  const query = new URLSearchParams()
  for (const facet of FACETS) for (const value of filter[facet] ?? []) query.append(facet, value)
  if (filter.text) query.set('q', filter.text)
  return query.toString() ? `#/issues?${query.toString()}` : '#/issues'
}
