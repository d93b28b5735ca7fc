import { coverageDue } from '../checks/coverage.ts'
import { NATIONAL_DEADLINES } from '../checks/deadlines.ts'
import type { Deadlines } from '../checks/check.ts'
import { sameAddress } from '../ledger/fingerprint.ts'
import { belongingOf } from '../roster/match.ts'
import type { Column, Roster } from '../types/roster.ts'
import type { ReaderFacts, RoundFacts, UnreadGroup } from '../types/round-facts.ts'
import type { Round } from '../types/round.ts'
import type { Visit } from '../types/visit.ts'

/** What the facts of a round are made of. */
export interface RoundData {
  visits: readonly Visit[]
  roster: Roster
  /** Deadlines by class, as the office has set them. */
  deadlines: Deadlines
  found: number
  closed: number
}

/** What was read in a round, by whom, and what was not. */
export function roundFacts(round: Round, current: boolean, { visits, roster, deadlines, found, closed }: RoundData): RoundFacts {
  return {
    round,
    current,
    pages: new Set(visits.map(({ address }) => address)).size,
    visits: visits.length,
    dwell: visits.reduce((sum, { dwell }) => sum + dwell, 0),
    days: new Set(visits.map(({ day }) => day)).size,
    readers: readersOf(visits),
    found,
    closed,
    coverage: coverageOfRound(visits, roster, deadlines),
  }
}

function readersOf(visits: readonly Visit[]): ReaderFacts[] {
  const readers = new Map<string, { facts: ReaderFacts; pages: Set<string> }>()
  for (const { reader, address, dwell, findings } of visits) {
    const one = readers.get(reader) ?? { facts: { name: reader, pages: 0, visits: 0, dwell: 0, findings: 0 }, pages: new Set<string>() }
    readers.set(reader, one)
    one.pages.add(address)
    one.facts.visits++
    one.facts.dwell += dwell
    one.facts.findings += findings
  }
  return [...readers.values()].map(({ facts, pages }) => ({ ...facts, pages: pages.size })).sort((a, b) => b.visits - a.visits || (a.name < b.name ? -1 : 1))
}

/** Columns whose own page was read: by the log, and by address where the roster was imported or mended since. */
function coverageOfRound(visits: readonly Visit[], roster: Roster, deadlines: Deadlines): RoundFacts['coverage'] {
  const due = roster.columns.filter(coverageDue)
  if (roster.columns.length === 0) return null
  const ids = new Set(visits.map(({ columnId }) => columnId))
  const addresses = new Set(visits.map(({ address }) => address))
  const unread = due.filter((column) => !ids.has(column.id) && !addresses.has(sameAddress(`http://${column.prefix}`)))
  return { known: due.length, read: due.length - unread.length, unread: grouped(unread, roster, deadlines) }
}

/** The unit with the most unread columns comes first, columns without a unit last. */
function grouped(columns: readonly Column[], roster: Roster, deadlines: Deadlines): UnreadGroup[] {
  const groups = new Map<string | null, UnreadGroup>()
  for (const column of columns) {
    const url = `http://${column.prefix}`
    const { unit } = belongingOf({ url, contentSource: null, columnName: column.name }, roster)
    const group = groups.get(unit?.id ?? null) ?? { unitId: unit?.id ?? null, unit: unit?.name ?? '', columns: [] }
    groups.set(group.unitId, group)
    group.columns.push({ id: column.id, name: column.name, class: column.class, limitDays: column.deadlineDays ?? deadlines[column.class], url })
  }
  return [...groups.values()].sort((a, b) => Number(a.unitId === null) - Number(b.unitId === null) || b.columns.length - a.columns.length || (a.unit < b.unit ? -1 : 1))
}

/** Deadlines by class with the office's own. */
export function deadlinesWith(own: Partial<Deadlines>): Deadlines {
  return { ...NATIONAL_DEADLINES, ...own }
}
