import { shortNumber, type Issue, type ReplyState, type Status } from '../../types/issue.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Day } from '../../types/reading.ts'
import { dayOf, stateOf, textOf } from './reply-cells.ts'
import { readReplySheet, type ReplyRow } from './reply-sheet.ts'
import { foldCell, KEPT, sumOf, type Sent } from './sent.ts'
import { UNIT_COLUMNS, unitCells, type UnitColumnKey } from '../sheet/unit-columns.ts'
import { statusWord, WORDS } from '../words.ts'

/** What a unit says of one issue. */
export interface ReplyLine {
  /** As spreadsheets number rows, from 1. */
  row: number
  issueId: string
  number: number
  /** 整改措施. */
  measures: string
  /** 整改情况; null where nothing or nothing known is written. */
  state: ReplyState | null
  /** 整改时间. */
  fixedOn: Day | null
  /** 责任人. */
  person: string
  /** What the ledger would do: a new status, or none. Only a report of 已整改 on an open issue proposes one; a person applies it. */
  to: Status | null
  says: Phrase
}

/** What could not be taken as it stands. `row` is null for a row that is gone. */
export interface ReplyProblem {
  row: number | null
  says: Phrase
}

export interface Reply {
  lines: ReplyLine[]
  /** Known issues whose row has nothing filled in. */
  blank: number
  problems: ReplyProblem[]
}

/**
 * 回收: reads a returned 单位问题清单 and sets it against the ledger's issues, for a preview; nothing is applied.
 * Rows are known by their id alone and checked by their number; unknown, doubled and altered rows and deleted ones
 * are named, never guessed. Throws ReplyRefused for a file that is no such list.
 */
export async function readReply(bytes: Uint8Array, issues: readonly Issue[]): Promise<Reply> {
  const { rows, sent } = await readReplySheet(bytes)
  const known = new Map(issues.map((issue) => [issue.id, issue]))
  const reply: Reply = { lines: [], blank: 0, problems: [] }
  const complain: Complain = (row, problem, params) => {
    reply.problems.push({ row, says: { key: `lists.reply.problem.${problem}`, params: { ...(row !== null && { row }), ...params } } })
  }
  const filled = new Map<string, ReplyLine[]>()
  for (const row of rows) {
    const issue = issueOf(row, known, complain)
    if (!issue) continue
    nameAltered(row, issue, sent, complain)
    const line = lineOf(row, issue, complain)
    filled.set(issue.id, [...(filled.get(issue.id) ?? []), line])
  }
  for (const [first, ...others] of filled.values()) {
    if (!first) continue
    const other = others.find((line) => !isSame(line, first))
    if (other) complain(other.row, 'twice', { number: first.number, first: first.row })
    else if (isBlank(first)) reply.blank += 1
    else reply.lines.push(first)
  }
  const here = new Set(rows.map(idOf))
  for (const [id, { number }] of sent?.rows ?? []) if (!here.has(id)) complain(null, 'missing', { number })
  reply.problems.sort((a, b) => (a.row ?? Infinity) - (b.row ?? Infinity))
  return reply
}

type Complain = (row: number | null, problem: keyof typeof WORDS.reply.problem, params?: Record<string, string | number>) => void

function idOf({ values }: ReplyRow): string {
  return textOf(values.id)
}

/** The issue of a row, by id; its number must agree. */
function issueOf(row: ReplyRow, known: Map<string, Issue>, complain: Complain): Issue | null {
  const number = textOf(row.values.number)
  if (!idOf(row)) complain(row.row, 'no-id')
  const issue = known.get(idOf(row))
  if (idOf(row) && !issue) complain(row.row, 'unknown', { number })
  if (!issue) return null
  // a list from before ledgers were shared has no letters
  if (Number(number.replace(/^[A-Z]+/, '')) === issue.number) return issue
  complain(row.row, 'number-differs', { number, expected: shortNumber(issue) })
  return null
}

/** Only where the sum of what was sent differs: the ledger's own words may have changed since. */
function nameAltered({ row, values }: ReplyRow, issue: Issue, sent: Sent | null, complain: Complain): void {
  const sum = sent?.rows.get(issue.id)?.sum
  if (!sum || KEPT.some((key) => !(key in values))) return
  const cells = Object.fromEntries(UNIT_COLUMNS.map(({ key }) => [key, textOf(values[key])])) as Record<UnitColumnKey, string>
  if (sumOf(cells) === sum) return
  const ours = unitCells(issue, 0, [])
  const altered = KEPT.filter((key) => foldCell(cells[key]) !== foldCell(ours[key]))
  if (altered.length) complain(row, 'altered', { number: issue.number, columns: altered.map((key) => WORDS.sheet.columns[key]).join('、') })
}

function lineOf({ row, values }: ReplyRow, issue: Issue, complain: Complain): ReplyLine {
  const { number } = issue
  const stateText = textOf(values.state)
  const dayText = textOf(values['fixed-on'])
  const state = stateOf(stateText)
  const fixedOn = dayOf(values['fixed-on'])
  if (stateText && !state) complain(row, 'bad-state', { number, value: stateText })
  if (dayText && !fixedOn) complain(row, 'bad-date', { number, value: dayText })
  const to = state === 'fixed' && issue.status === 'open' ? 'fixed' : null
  return { row, issueId: issue.id, number, measures: textOf(values.measures), state, fixedOn, person: textOf(values.person), to, says: saysOf(issue, state, to) }
}

function saysOf({ number, status }: Issue, state: ReplyState | null, to: Status | null): Phrase {
  const change = state === 'fixed' && !to ? 'settled' : (state ?? 'noted')
  return { key: `lists.reply.change.${change}`, params: { number, ...(change === 'settled' && { status: statusWord(status) }) } }
}

function isBlank({ measures, state, fixedOn, person }: ReplyLine): boolean {
  return !measures && !state && !fixedOn && !person
}

function isSame(a: ReplyLine, b: ReplyLine): boolean {
  return a.measures === b.measures && a.state === b.state && a.fixedOn === b.fixedOn && a.person === b.person
}
