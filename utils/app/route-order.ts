import { warningDays } from '../checks/deadlines.ts'
import { sameAddress } from '../ledger/fingerprint.ts'
import { belongingOf } from '../roster/match.ts'
import { daysBetween } from '../types/day.ts'
import type { Day } from '../types/reading.ts'
import type { Column, Freshness, Roster } from '../types/roster.ts'
import type { RouteOrder } from '../types/route.ts'

/** What is known of a column's freshness, seen from today: a reading of last week says how old the column is now. */
export function freshnessNow({ day, limitDays, state, class: columnClass }: Freshness, today: Day): Freshness {
  const ageDays = day === null ? null : daysBetween(day, today)
  if (state === 'exempt' || ageDays === null || limitDays === null) return { day, limitDays, class: columnClass, ageDays, state: state === 'exempt' ? 'exempt' : 'unknown' }
  const near = limitDays - ageDays <= warningDays(limitDays) && limitDays > warningDays(limitDays)
  return { day, limitDays, class: columnClass, ageDays, state: ageDays > limitDays ? 'overdue' : near ? 'due-soon' : 'fresh' }
}

const RANK: Record<Freshness['state'], number> = { overdue: 0, 'due-soon': 1, unknown: 2, fresh: 3, exempt: 4 }

/**
 * Column ids in the order in which they are read.
 * @param known freshness by column id, as of today; `overdue` puts what is most over its deadline first
 */
export function routeOrder(columns: readonly Column[], order: RouteOrder, roster: Roster, known: ReadonlyMap<string, Freshness>): string[] {
  const rank = ranksOf([...roster.units, ...roster.sites].map(({ name }) => name))
  const keyed = columns.map((column) => ({ id: column.id, address: sameAddress(`http://${column.prefix}`), key: keyOf(column, order, roster, rank, known.get(column.id)) }))
  return keyed.sort((a, b) => compare(a.key, b.key) || (a.address < b.address ? -1 : a.address > b.address ? 1 : 0)).map(({ id }) => id)
}

/** What belongs to no one comes last. */
const LAST = Number.MAX_SAFE_INTEGER

/** Names by their place in a Chinese list: they are few, and comparing numbers 300,000 times is quick where comparing words is not. */
function ranksOf(names: readonly string[]): (name: string | undefined) => number {
  const order = new Map([...new Set(names)].sort(new Intl.Collator('zh-CN').compare).map((name, place) => [name, place]))
  return (name) => (name === undefined ? LAST : (order.get(name) ?? LAST))
}

function keyOf(column: Column, order: RouteOrder, roster: Roster, rank: (name: string | undefined) => number, freshness: Freshness | undefined): number[] {
  const { unit, site } = belongingOf({ url: `http://${column.prefix}`, contentSource: null, columnName: column.name }, roster)
  const place = rank(site?.name)
  if (order === 'unit') return [rank(unit?.name), place]
  if (order === 'site') return [place]
  const over = freshness?.ageDays != null && freshness.limitDays !== null ? freshness.ageDays - freshness.limitDays : 0
  return [RANK[freshness?.state ?? 'unknown'], -over, place]
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let n = 0; n < a.length; n++) if (a[n] !== b[n]) return a[n]! - b[n]!
  return 0
}
