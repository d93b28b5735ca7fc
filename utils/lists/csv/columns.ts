import { shortNumber, type Issue, type IssueEvent } from '../../types/issue.ts'
import { CELL_LIMIT, cleanText, clip } from '../cell.ts'
import { milestonesOf, type Milestones } from '../life.ts'
import { clockInShanghai, dayInShanghai } from '../week.ts'
import { severityWord, statusWord, typeWords, WORDS } from '../words.ts'

/** The histories that lists need for 整改时间, 复核 and 销号; an issue without one leaves those cells empty. */
export type Histories = ReadonlyMap<string, readonly IssueEvent[]>

/** What a cell may be made from. */
export interface RowSource {
  issue: Issue
  life: Milestones
  /** Place in this list, from 1. */
  row: number
  /** Names of the screenshots, or what became of them; one line each. */
  shots: string[]
}

export type ColumnKey = keyof typeof WORDS.columns

/**
 * The columns of every problem list, in their fixed order: the union of what real lists carry
 * (problem lists of three monitoring systems and the tables of local notices). Documented in the README.
 */
const CELLS: [ColumnKey, (from: RowSource) => string][] = [
  ['row', ({ row }) => String(row)],
  ['number', ({ issue }) => String(shortNumber(issue))],
  ['unit', ({ issue }) => issue.unitName || WORDS['no-unit']],
  ['site', ({ issue }) => issue.siteName],
  ['site-id-code', ({ issue }) => issue.siteIdCode],
  ['column', ({ issue }) => issue.columnName],
  ['group', ({ issue }) => typeWords(issue.check).group],
  ['kind', ({ issue }) => typeWords(issue.check).kind],
  ['severity', ({ issue }) => severityWord(issue.severity)],
  ['description', ({ issue }) => issue.description],
  ['quote', ({ issue }) => issue.quote],
  ['suggestion', ({ issue }) => issue.suggestion],
  ['context', ({ issue }) => issue.context],
  ['page-title', ({ issue }) => issue.pageTitle],
  ['url', ({ issue }) => issue.url],
  ['parent-url', ({ issue }) => issue.parentUrl],
  ['place', ({ issue }) => (issue.onHome ? WORDS.place.home : WORDS.place.other)],
  ['published', ({ issue }) => issue.publishedOn ?? ''],
  ['shots', ({ shots }) => shots.join('\n')],
  ['basis', ({ issue }) => issue.basis],
  ['found-at', ({ issue }) => clockInShanghai(issue.foundAt)],
  ['found-by', ({ issue }) => issue.foundBy],
  ['deadline', ({ issue }) => issue.deadline ?? ''],
  ['status', ({ issue }) => statusWord(issue.status)],
  ['fixed-at', ({ life }) => (life.fixedAt ? dayInShanghai(life.fixedAt) : '')],
  ['reviewed-by', ({ life }) => life.reviewedBy],
  ['review', ({ life }) => (life.review ? WORDS.review[life.review] : '')],
  ['closed-at', ({ life }) => (life.closedAt ? dayInShanghai(life.closedAt) : '')],
  ['note', ({ issue }) => issue.note],
]

/** Columns that an office may add to its own profile: what the unit answered, and by what a screenshot is known to be the one taken. */
const MORE: [ColumnKey, (from: RowSource) => string][] = [
  ['reply-state', ({ issue }) => (issue.reply?.state ? WORDS.sheet.state[issue.reply.state] : '')],
  ['reply-measures', ({ issue }) => issue.reply?.measures ?? ''],
  ['reply-fixed-on', ({ issue }) => issue.reply?.fixedOn ?? ''],
  ['reply-person', ({ issue }) => issue.reply?.person ?? ''],
  ['shot-hashes', ({ issue }) => issue.shots.map(({ hash }) => hash).join('\n')],
]

/** The agreed columns. */
export const COLUMN_KEYS: readonly ColumnKey[] = CELLS.map(([key]) => key)

/** All that a profile may hold. */
export const ALL_COLUMN_KEYS: readonly ColumnKey[] = [...CELLS, ...MORE].map(([key]) => key)

const CELL_OF = new Map([...CELLS, ...MORE])

/** Names of the columns, in order. */
export const HEADER: readonly string[] = COLUMN_KEYS.map((key) => WORDS.columns[key])

// Room for the `'` that disarms a formula and, in a spreadsheet, for the doubled quotes of none.
const LONGEST = CELL_LIMIT - 767

/** The cells of one issue, by default in the order of `HEADER`: clean texts, not yet quoted or disarmed. */
export function cellsOf(from: RowSource, keys: readonly ColumnKey[] = COLUMN_KEYS): string[] {
  return keys.map((key) => clip(cleanText(CELL_OF.get(key)?.(from) ?? ''), LONGEST, WORDS.clipped))
}

/**
 * The rows of a list: one an issue, in the given order.
 * `shotNames` tells what the 截图 cell says of each picture; by default its name without ending, `12-1`.
 */
export function rowsOf(issues: readonly Issue[], histories: Histories = new Map(), shotNames = plainShotNames, keys: readonly ColumnKey[] = COLUMN_KEYS): string[][] {
  return issues.map((issue, at) =>
    cellsOf({ issue, life: milestonesOf(histories.get(issue.id) ?? []), row: at + 1, shots: shotNames(issue) }, keys),
  )
}

/** `<问题编号>-<n>`: the name of an issue's n-th screenshot, from 1, without ending. */
export function shotName(issue: Issue, at: number): string {
  return `${shortNumber(issue)}-${at + 1}`
}

function plainShotNames(issue: Issue): string[] {
  return issue.shots.map((_, at) => shotName(issue, at))
}

/** The fixed order of lists: by number, then (numbers of two ledgers may clash) by id. */
export function inOrder(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
