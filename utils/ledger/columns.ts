import { dayInShanghai, weekName, weekOf } from '../lists/week.ts'
import { quarterOf } from '../lists/quarter.ts'
import { kindOf, NO_UNIT, type Facet } from '../types/filter.ts'
import type { ListedIssue } from '../types/issue-list.ts'
import { shortNumber } from '../types/issue.ts'
import type { Day } from '../types/reading.ts'
import { createWords, type Words } from './words.ts'
import type { Digest } from './digest.ts'

/** Facets whose value stands in the issue; the others depend on the day or on other issues. */
export const CODED = ['status', 'severity', 'unit', 'kind', 'week', 'round', 'site', 'column', 'indicator', 'foundBy', 'origin', 'recheck'] as const satisfies readonly Facet[]

export type Coded = (typeof CODED)[number]

/**
 * All issues of the ledger side by side: one array a field, values of facets as small numbers.
 * 50,000 of them are gone through in a few milliseconds, which no array of objects is.
 * A row is a place in the arrays; places change with `put` and `drop`, so nobody keeps them beyond a `version`.
 */
export interface Columns {
  size: number
  /** Grows with every change. */
  version: number
  digests: Digest[]
  place: Map<string, number>
  codes: Record<Coded, number[]>
  words: Record<Coded, Words>
  /** Day number of the deadline; `NO_DAY` without one. */
  deadline: number[]
  /** Everything that can be searched, in lower case. */
  searched: string[]
  /** How many standing issues name this one as their first, by id. */
  followers: Map<string, number>
}

export const NO_DAY = 0x7fffffff

export function createColumns(): Columns {
  const each = <T>(make: () => T) => Object.fromEntries(CODED.map((facet) => [facet, make()])) as Record<Coded, T>
  return {
    size: 0, version: 0, digests: [], place: new Map(), codes: each((): number[] => []), words: each(createWords),
    deadline: [], searched: [], followers: new Map(),
  }
}

/** Adds issues, or takes their new state. The digests now belong to the columns. */
export function putDigests(columns: Columns, digests: readonly Digest[]): void {
  const { codes, words } = columns
  const set = (facet: Coded, at: number, value: string) => (codes[facet][at] = words[facet].codeOf(value))
  for (const digest of digests) {
    const known = columns.place.get(digest.id)
    const at = known ?? columns.size++
    if (known !== undefined) follow(columns, columns.digests[known]!, -1)
    columns.place.set(digest.id, at)
    columns.digests[at] = digest
    const { week, round } = periodOf(digest.foundAt)
    set('status', at, digest.status)
    set('severity', at, digest.severity)
    set('unit', at, digest.unitId ?? NO_UNIT)
    set('kind', at, kindOf(digest.check))
    set('week', at, week)
    set('round', at, round)
    set('site', at, digest.siteName || digest.host)
    set('column', at, digest.columnName)
    set('indicator', at, digest.indicator ?? '')
    set('foundBy', at, digest.foundBy)
    set('origin', at, digest.check.startsWith('manual/') ? 'hand' : 'check')
    set('recheck', at, digest.recheck)
    columns.deadline[at] = digest.deadline === null ? NO_DAY : dayNumber(digest.deadline)
    columns.searched[at] = searchedOf(digest)
    // the same characters are not kept twice: the end of what is searched, and words that many issues share
    digest.rest = columns.searched[at]!.slice(columns.searched[at]!.length - digest.rest.length)
    for (const field of SHARED) share(digest, field)
    follow(columns, digest, 1)
  }
  columns.version++
}

const SHARED = ['status', 'severity', 'check', 'indicator', 'unitId', 'unitName', 'siteName', 'columnName', 'host', 'foundBy', 'deadline', 'recheck'] as const
const shared = new Map<string, string>()

/** Rows of a database come with own copies of every word; one copy serves them all. */
function share<F extends (typeof SHARED)[number]>(digest: Digest, field: F): void {
  const word = digest[field] as string | null
  if (word === null) return
  const known = shared.get(word)
  if (known === undefined) shared.set(word, word)
  else digest[field] = known as Digest[F]
}

/** Takes issues out: deleted, merged, archived. */
export function dropDigests(columns: Columns, ids: readonly string[]): void {
  for (const id of ids) {
    const at = columns.place.get(id)
    if (at === undefined) continue
    follow(columns, columns.digests[at]!, -1)
    columns.place.delete(id)
    const last = --columns.size
    if (at !== last) columns.place.set(columns.digests[last]!.id, at)
    for (const list of [columns.digests, columns.deadline, columns.searched, ...CODED.map((facet) => columns.codes[facet])]) moveLast<unknown>(list, at)
  }
  columns.version++
}

function moveLast<T>(list: T[], at: number): void {
  const last = list.pop()!
  if (at < list.length) list[at] = last
}

/** 疑似重复: names a first issue that still stands, or is one. */
export function isDuplicate(columns: Columns, row: number): boolean {
  const { id, duplicateOf } = columns.digests[row]!
  return columns.followers.has(id) || (duplicateOf !== null && columns.place.has(duplicateOf))
}

/** What the list shows of a row. */
export function listed(columns: Columns, row: number): ListedIssue {
  const { rest: _rest, shots: _shots, duplicateOf: _first, ...shown } = columns.digests[row]!
  return { ...shown, duplicate: isDuplicate(columns, row) }
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

function quarterName(day: Day): string {
  const { year, quarter } = quarterOf(day)
  return `${year}-Q${quarter}`
}

function follow({ followers }: Columns, { duplicateOf }: Digest, step: 1 | -1): void {
  if (duplicateOf === null) return
  const count = (followers.get(duplicateOf) ?? 0) + step
  if (count > 0) followers.set(duplicateOf, count)
  else followers.delete(duplicateOf)
}

const periods = new Map<string, { week: string; round: string }>()

/** Week and round of an hour: calendar arithmetic is slow, and many issues are found in one hour. */
function periodOf(foundAt: string): { week: string; round: string } {
  const hour = foundAt.slice(0, 13)
  const known = periods.get(hour)
  if (known) return known
  const found = { week: weekName(weekOf(foundAt)), round: quarterName(dayInShanghai(foundAt)) }
  periods.set(hour, found)
  return found
}

function searchedOf(digest: Digest): string {
  const { description, quote, unitName, siteName, columnName, pageTitle, url, foundBy, rest } = digest
  return [shortNumber(digest), description, quote, unitName, siteName, columnName, pageTitle, url, foundBy, rest].join('\n').toLowerCase()
}
