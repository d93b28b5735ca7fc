import { quarterOf } from '../lists/quarter.ts'
import { dayInShanghai, spanOfWeek, weekNamed } from '../lists/week.ts'
import { FACETS, type Facet, type FacetChoice, type IssueFilter, type LedgerCounts } from '../types/filter.ts'
import { SEVERITIES } from '../types/finding.ts'
import { RECHECK_RESULTS, STATUSES } from '../types/issue.ts'
import type { Day } from '../types/reading.ts'
import type { Columns } from './columns.ts'
import type { OwnRound } from './round-facet.ts'
import { DUES, FLAGS, type Selection } from './select.ts'

/** Facets whose choices are always the same and in one order. */
const FIXED: { readonly [F in Facet]?: readonly string[] } = {
  status: STATUSES, severity: SEVERITIES, due: ['overdue', 'soon', 'week', 'later', 'none'], origin: ['check', 'hand'], recheck: [...RECHECK_RESULTS, ''], flag: FLAGS,
}

/** The choices of all facets with their counts; a chosen one stays although it shows nothing. */
export function countsOf(columns: Columns, filter: IssueFilter, { rows, tallies, rounds }: Selection, own: readonly OwnRound[] = []): LedgerCounts {
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, facet === 'round' ? roundChoices(rounds, tallies.round, filter.round ?? [], own) : choicesOf(columns, facet, tallies[facet], filter[facet] ?? [])])) as Record<Facet, FacetChoice[]>
  return { total: columns.size, matching: rows.length, facets }
}

function choicesOf(columns: Columns, facet: Facet, tally: readonly number[], chosen: readonly string[]): FacetChoice[] {
  const values: readonly string[] = facet === 'due' ? [...DUES, 'week'] : facet === 'flag' ? FLAGS : columns.words[facet].list
  const counts = new Map(values.map((value, code) => [value, tally[code] ?? 0]))
  const fixed = FIXED[facet]
  if (fixed) return fixed.map((value) => ({ value, name: value, count: counts.get(value) ?? 0 }))
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0)
  const names = facet === 'unit' ? unitNames(columns) : null
  const choices = [...counts]
    .filter(([value, count]) => count > 0 || chosen.includes(value))
    .map(([value, count]): FacetChoice => ({ value, name: names?.get(value) ?? value, count, ...spanOf(facet, value) }))
  // time runs backwards: the newest is asked for most
  if (facet === 'week') return choices.sort((a, b) => (a.value < b.value ? 1 : -1))
  if (facet === 'unit' || facet === 'site' || facet === 'column') return choices.sort((a, b) => CHINESE.compare(a.name, b.name))
  return choices.sort((a, b) => b.count - a.count)
}

/** Quarters, and rounds of one's own under their names; time runs backwards here too. */
function roundChoices(ids: readonly string[], tally: readonly number[], chosen: readonly string[], own: readonly OwnRound[]): FacetChoice[] {
  const counts = new Map([...chosen.map((id) => [id, 0] as const), ...ids.map((id, at) => [id, tally[at] ?? 0] as const)])
  const choices = [...counts].map(([value, count]): FacetChoice & { to?: Day } => {
    const round = own.find(({ id }) => id === value)
    return round ? { value, name: round.name || value, count, from: round.from, to: round.to } : { value, name: value, count, ...spanOf('round', value) }
  })
  return choices.filter(({ value, count }) => count > 0 || chosen.includes(value)).sort((a, b) => ((a.to ?? a.value) < (b.to ?? b.value) ? 1 : -1))
}

/** Names sort as a Chinese reader looks them up; one collator, because making one is slow. */
export const CHINESE = new Intl.Collator('zh-CN', { numeric: true })

function spanOf(facet: Facet, value: string): { from: Day; to: Day } | object {
  if (facet === 'week') return spanOfWeekName(value, value)
  const quarter = facet === 'round' && /^(\d{4})-Q([1-4])$/.exec(value)
  if (!quarter) return {}
  // the middle month is in no other quarter
  const { from, to } = quarterOf(`${quarter[1]}-${String(Number(quarter[2]) * 3 - 1).padStart(2, '0')}-15`)
  return spanOfWeekName(from, to)
}

function spanOfWeekName(first: string, last: string): { from: Day; to: Day } | object {
  const [from, to] = [weekNamed(first), weekNamed(last)]
  if (!from || !to) return {}
  return { from: dayInShanghai(spanOfWeek(from).from), to: dayInShanghai(new Date(Date.parse(spanOfWeek(to).to) - 1).toISOString()) }
}

const namesByColumns = new WeakMap<Columns, { version: number; names: Map<string, string> }>()

/** Unit names by id, as the newest issue of each has them. */
export function unitNames(columns: Columns): Map<string, string> {
  const known = namesByColumns.get(columns)
  if (known?.version === columns.version) return known.names
  const names = new Map<string, string>()
  const newest = new Map<string, number>()
  for (let row = 0; row < columns.size; row++) {
    const { unitId, unitName, number } = columns.digests[row]!
    const id = unitId ?? ''
    if (number > (newest.get(id) ?? -1)) {
      newest.set(id, number)
      names.set(id, unitName)
    }
  }
  namesByColumns.set(columns, { version: columns.version, names })
  return names
}
