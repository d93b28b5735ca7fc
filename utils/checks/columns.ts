import type { Day } from '../types/reading.ts'
import type { BlockLog, PageLog } from '../types/round.ts'
import type { ColumnClass } from '../types/roster.ts'

/** What a round says of one column, each column once. */
export interface ColumnState {
  name: string
  url: string
  class: ColumnClass
  day: Day | null
  ageDays: number | null
  /** A blank column is not overdue as well (不重复扣分). */
  state: 'blank' | 'overdue' | 'undated' | 'well'
  /** Only seen as a block of the home page. */
  onHome: boolean
}

/** One sight of a column: its own page, or a block of the home page. */
interface Sight {
  keys: readonly string[]
  readAt: string
  column: ColumnState
}

/**
 * The columns of one site, each once: sights that share a mark are of the same column. The latest sight of its own page
 * stands; a block of the home page stands only where the column's page was not read, and of several blocks the freshest.
 */
export function columnsOf(logs: readonly PageLog[]): ColumnState[] {
  const sights = [...logs.flatMap((log) => sightOf(log) ?? []), ...logs.flatMap((log) => log.blocks.map((block) => blockSight(block, log)))]
  return grouped(sights).map((group) => group.reduce((best, sight) => (isBetter(sight, best) ? sight : best)).column)
}

/** A later page of a list says nothing of its column; a reading that saw no list must not hide one that did. */
function sightOf(log: PageLog): Sight | null {
  const has = (check: string): boolean => log.findings.some((f) => f.check === check)
  const undated = has('freshness/undated-list')
  if (log.columnKeys.length === 0 || log.laterPage || !(log.blank || undated || log.freshness.day !== null)) return null
  const { class: columnClass, day, ageDays, state: freshness } = log.freshness
  // By the findings, so that what a person called a false alarm does not count.
  const state = freshness === 'exempt' ? 'well' : log.blank ? 'blank' : has('freshness/column-overdue') ? 'overdue' : undated ? 'undated' : 'well'
  return { keys: log.columnKeys, readAt: log.readAt, column: { name: log.columnName ?? log.title, url: log.url, class: columnClass, day, ageDays, state, onHome: false } }
}

function blockSight({ name, url, columnKeys, freshness }: BlockLog, { readAt }: PageLog): Sight {
  const { class: columnClass, day, ageDays, state } = freshness
  return { keys: columnKeys, readAt, column: { name, url, class: columnClass, day, ageDays, state: state === 'overdue' ? 'overdue' : 'well', onHome: true } }
}

function isBetter(one: Sight, other: Sight): boolean {
  if (one.column.onHome !== other.column.onHome) return other.column.onHome
  if (one.column.onHome && one.readAt === other.readAt) return (one.column.day ?? '') > (other.column.day ?? '')
  return one.readAt >= other.readAt
}

/** Sights joined by the marks they share, also over a third one. */
function grouped(sights: readonly Sight[]): Sight[][] {
  const groupOf = new Map<string, Sight[]>()
  const groups = new Set<Sight[]>()
  for (const sight of sights) {
    const known = new Set(sight.keys.flatMap((key) => [groupOf.get(key) ?? null]).filter((group) => group !== null))
    const group: Sight[] = [...[...known].flat(), sight]
    for (const old of known) groups.delete(old)
    groups.add(group)
    for (const { keys } of group) for (const key of keys) groupOf.set(key, group)
  }
  return [...groups]
}
