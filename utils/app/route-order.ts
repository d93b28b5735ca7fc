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
  const keys = new Map(columns.map((column) => [column.id, keyOf(column, order, roster, known.get(column.id))]))
  return columns
    .map(({ id }) => id)
    .sort((a, b) => compare(keys.get(a)!, keys.get(b)!))
}

// One for all comparisons: making one is what takes the time.
const BY_NAME = new Intl.Collator('zh-CN')

type Key = (string | number)[]

function keyOf(column: Column, order: RouteOrder, roster: Roster, freshness: Freshness | undefined): Key {
  const url = `http://${column.prefix}`
  const { unit, site } = belongingOf({ url, contentSource: null, columnName: column.name }, roster)
  const place: Key = [site?.name ?? '￿', sameAddress(url)]
  // What belongs to no one comes last.
  if (order === 'unit') return [unit?.name ?? '￿', ...place]
  if (order === 'site') return place
  const over = freshness?.ageDays != null && freshness.limitDays !== null ? freshness.ageDays - freshness.limitDays : 0
  return [RANK[freshness?.state ?? 'unknown'], -over, ...place]
}

function compare(a: Key, b: Key): number {
  for (let n = 0; n < a.length; n++) {
    const [one, other] = [a[n]!, b[n]!]
    if (one !== other) return typeof one === 'number' && typeof other === 'number' ? one - other : BY_NAME.compare(String(one), String(other)) || (String(one) < String(other) ? -1 : 1)
  }
  return 0
}
