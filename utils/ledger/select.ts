import { weekDays } from '../lists/spans.ts'
import { weekOfDay } from '../lists/week.ts'
import { FACETS, isNoFilter, type Facet, type IssueFilter } from '../types/filter.ts'
import type { Day } from '../types/reading.ts'
import { dayNumber, isDuplicate, NO_DAY, type Coded, type Columns } from './columns.ts'
import { roundFacet, type OwnRound, type RoundFacet } from './round-facet.ts'

/** Values of `due` by their codes; `soon` is up to the next working day. From `THIS_WEEK` on the same again, of what is due until Sunday. */
export const DUES = ['none', 'later', 'soon', 'overdue'] as const
const THIS_WEEK = 4

/** What the days and rounds are that the list is looked at with. */
export interface Around {
  /** The working day after today; without it tomorrow. */
  nextWorkday?: Day | undefined
  rounds?: readonly OwnRound[] | undefined
}

const NO_ROUNDS: readonly OwnRound[] = []

export const FLAGS = ['duplicate', 'rebound', 'no-shot'] as const

/** Rows that pass a filter, and by facet and code how many each other choice would show. */
export interface Selection {
  /** In no order. */
  rows: Int32Array
  tallies: Record<Facet, number[]>
  /** Rounds in the order of their tally. */
  rounds: readonly string[]
}

/**
 * One walk over the rows: one that passes everything counts for every choice, one that fails a single facet
 * counts for the choices of that facet, because they are what would show it. 50,000 rows take a few milliseconds.
 */
export function select(columns: Columns, filter: IssueFilter, today: Day, around: Around = {}): Selection {
  const { size } = columns
  const derived = derivedOf(columns, today, around.nextWorkday)
  const round = roundFacet(columns, around.rounds ?? NO_ROUNDS)
  const found = search(columns, filter.text)
  const codesOf = (facet: Facet): ArrayLike<number> => (facet === 'due' ? derived.due : facet === 'flag' ? derived.flag : facet === 'round' ? round.codes : columns.codes[facet])
  const tests = FACETS.flatMap((facet, at) => (filter[facet]?.length ? [{ at, codes: codesOf(facet), lets: letsThrough(columns, facet, filter[facet]!, round) }] : []))
  const rows = new Int32Array(size)
  // the facet that a row fails: none, the only one, or more than one
  const failing = new Int8Array(size)
  let count = 0
  for (let row = 0; row < size; row++) {
    let failed = found !== null && !found[row] ? MANY : NONE
    for (let n = 0; n < tests.length && failed !== MANY; n++) {
      const { at, codes, lets } = tests[n]!
      if (!lets[codes[row]!]) failed = failed === NONE ? at : MANY
    }
    failing[row] = failed
    if (failed === NONE) rows[count++] = row
  }
  const tallies = Object.fromEntries(FACETS.map((facet, at) => [facet, tally(columns, facet, codesOf(facet), failing, at, round)])) as Selection['tallies']
  return { rows: rows.subarray(0, count), tallies, rounds: round.ids }
}

/** How many rows pass, for the figures beside saved views. */
export function countMatching(columns: Columns, filter: IssueFilter, today: Day, around: Around = {}): number {
  return isNoFilter(filter) ? columns.size : select(columns, filter, today, around).rows.length
}

const NONE = -1
const MANY = -2

/** By code: whether it was chosen. Flags are bits, of which one chosen is enough. */
function letsThrough(columns: Columns, facet: Facet, values: readonly string[], round: RoundFacet): boolean[] {
  const chosen = new Set(values)
  if (facet === 'due') return [...DUES.map((due) => chosen.has(due)), ...DUES.map((due) => chosen.has('week') || chosen.has(due))]
  if (facet === 'round') return round.sets.map((ids) => ids.some((id) => chosen.has(id)))
  if (facet === 'flag') return Array.from({ length: 1 << FLAGS.length }, (_, bits) => FLAGS.some((flag, at) => bits & (1 << at) && chosen.has(flag)))
  return columns.words[facet].list.map((word) => chosen.has(word))
}

function tally(columns: Columns, facet: Facet, codes: ArrayLike<number>, failing: Int8Array, at: number, round: RoundFacet): number[] {
  const flags = facet === 'flag'
  const counts = new Int32Array(flags ? 1 << FLAGS.length : facet === 'due' ? THIS_WEEK * 2 : facet === 'round' ? round.sets.length : columns.words[facet as Coded].list.length)
  for (let row = 0; row < columns.size; row++) if (failing[row] === NONE || failing[row] === at) counts[codes[row]!]!++
  if (facet === 'due') return [...DUES.map((_, code) => counts[code]! + counts[code + THIS_WEEK]!), counts.slice(THIS_WEEK).reduce((sum, count) => sum + count, 0)]
  if (facet === 'round') return round.ids.map((id) => round.sets.reduce((sum, ids, place) => sum + (ids.includes(id) ? counts[place]! : 0), 0))
  if (!flags) return [...counts]
  return FLAGS.map((_, bit) => counts.reduce((sum, count, bits) => sum + (bits & (1 << bit) ? count : 0), 0))
}

interface Derived {
  version: number
  today: Day
  /** Days until the next working day. */
  near: number
  due: Uint8Array
  flag: Uint8Array
}

const derivedByColumns = new WeakMap<Columns, Derived>()

/** `due` and `flag` of every row, worked out once a version and day. Who does not name the next working day takes what is there. */
export function derivedOf(columns: Columns, today: Day, nextWorkday?: Day): Derived {
  const known = derivedByColumns.get(columns)
  const now = dayNumber(today)
  const near = nextWorkday ? Math.max(1, dayNumber(nextWorkday) - now) : 1
  if (known && known.version === columns.version && known.today === today && (nextWorkday === undefined || known.near === near)) return known
  const { size, deadline, digests } = columns
  const derived: Derived = { version: columns.version, today, near, due: new Uint8Array(size), flag: new Uint8Array(size) }
  const sunday = dayNumber(weekDays(weekOfDay(today)).to)
  for (let row = 0; row < size; row++) {
    const { status, rebounds, shots } = digests[row]!
    const waits = status === 'open' || status === 'doubtful'
    const left = deadline[row]! - now
    const due = !waits || deadline[row] === NO_DAY ? 0 : left < 0 ? 3 : left <= near ? 2 : 1
    derived.due[row] = (due === 1 || due === 2) && deadline[row]! <= sunday ? due + THIS_WEEK : due
    derived.flag[row] = (isDuplicate(columns, row) ? 1 : 0) | (rebounds > 0 ? 2 : 0) | (shots === 0 ? 4 : 0)
  }
  derivedByColumns.set(columns, derived)
  return derived
}

interface Searched {
  version: number
  text: string
  found: Uint8Array
}

const searches = new WeakMap<Columns, Searched>()

/** 1 for each row that holds all the words; null without words. Typing on only looks where the shorter text was found. */
function search(columns: Columns, text: string): Uint8Array | null {
  const asked = text.trim().toLowerCase()
  if (asked === '') return null
  const last = searches.get(columns)
  const usable = last && last.version === columns.version ? last : null
  if (usable?.text === asked) return usable.found
  const within = usable && asked.startsWith(usable.text) ? usable.found : null
  const words = asked.split(/\s+/)
  const found = new Uint8Array(columns.size)
  for (let row = 0; row < columns.size; row++) {
    if (within && !within[row]) continue
    const searched = columns.searched[row]!
    if (words.every((word) => searched.includes(word))) found[row] = 1
  }
  searches.set(columns, { version: columns.version, text: asked, found })
  return found
}

