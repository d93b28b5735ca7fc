import type { WriteSheet } from 'hucre/xlsx'
import zh from '../../../assets/locales/zh-CN/readinglog.json' with { type: 'json' }
import type { DutyDay, DutyMonth, LoggedVisit } from '../../types/duty.ts'
import type { Day } from '../../types/reading.ts'
import type { Shift } from '../../types/visit.ts'
import { csvOf } from '../csv/csv.ts'
import { fileName } from '../file-name.ts'
import { clockInShanghai } from '../week.ts'
import { fill } from '../words.ts'
import type { Workbook } from './self-check-xlsx.ts'
import { DEFAULT_FONT } from './sheet-styles.ts'
import { tableSheet } from './table-sheet.ts'
import { finishWorkbook } from './workbook-finish.ts'

/** A month of the duty log, ready to be printed. */
export interface PrintedLog {
  month: DutyMonth
  visits: readonly LoggedVisit[]
  today: Day
}

const TEXT = zh.file
const SHIFTS: readonly Shift[] = ['morning', 'afternoon']
/** So many sites and columns are named in a cell; the second sheet has all. */
const NAMED = 12

/**
 * 读网记录 as offices keep and send it up: a row a day and shift (日期、班次、读网人、读了什么、起止、疑点、问题、处理), gaps
 * with what was said of them, and all lines one by one on a second sheet. Fields as in domain §4.5.
 */
export async function readingLogXlsx(log: PrintedLog): Promise<Workbook> {
  const title = fill(TEXT.title, { month: monthWord(log.month.month) })
  const made = new Date(`${log.today}T00:00:00Z`)
  // loaded only here: a quarter of the ledger page's program
  const { writeXlsx } = await import('hucre/xlsx')
  const bytes = await writeXlsx({ sheets: [shiftsOf(title, log), linesOf(log)], defaultFont: DEFAULT_FONT, properties: { title, created: made, modified: made } })
  return { name: fileName(fill(TEXT.name, { month: monthWord(log.month.month) })), bytes: await finishWorkbook(bytes, new Set()) }
}

/** The lines one by one as CSV. */
export function readingLogCsv({ month, visits }: PrintedLog): { name: string; text: string } {
  const { name, text } = { name: fill(TEXT.csv, { month: monthWord(month.month) }), text: csvOf(Object.values(TEXT.lines), visits.map((visit, n) => lineOf(visit, n).map(String))) }
  return { name: fileName(name), text }
}

/** `2026-11` → 2026年11月. */
function monthWord(month: string): string {
  return fill(TEXT.month, { year: month.slice(0, 4), month: Number(month.slice(5)) })
}

function shiftsOf(title: string, { month, visits, today }: PrintedLog): WriteSheet {
  const titles = TEXT.shifts
  const past = month.days.filter(({ state, day }) => state !== 'ahead' && (state !== 'before' || visits.some((visit) => visit.day === day)))
  return tableSheet({
    name: TEXT.sheet,
    title,
    remarks: [fill(TEXT.made, { day: today, asked: month.asked, done: month.done, missing: month.asked - month.done }), TEXT.rule],
    columns: [
      { title: titles.day, width: 12, centred: true }, { title: titles.kind, width: 12, centred: true }, { title: titles.shift, width: 7, centred: true },
      { title: titles.reader, width: 14 }, { title: titles.read, width: 46 }, { title: titles.pages, width: 7, centred: true },
      { title: titles.from, width: 8, centred: true }, { title: titles.to, width: 8, centred: true }, { title: titles.minutes, width: 9, centred: true },
      { title: titles.findings, width: 7, centred: true }, { title: titles.issues, width: 9, centred: true }, { title: titles.handled, width: 9, centred: true },
      { title: titles.note, width: 30 },
    ],
    rows: past.flatMap((day) => rowsOfDay(day, visits.filter((visit) => visit.day === day.day))),
  })
}

function rowsOfDay(day: DutyDay, visits: readonly LoggedVisit[]): (string | number)[][] {
  const asked = day.kind === 'work' || day.kind === 'make-up'
  const rows = SHIFTS.filter((shift) => asked || visits.some((visit) => visit.shift === shift)).map((shift) => rowOf(day, shift, visits.filter((visit) => visit.shift === shift)))
  return rows.length > 0 ? rows : [rowOf(day, null, [])]
}

function rowOf(day: DutyDay, shift: Shift | null, visits: readonly LoggedVisit[]): (string | number)[] {
  const head = [`${day.day}\n${weekdayOf(day.day)}`, day.holiday || TEXT.kind[day.kind], shift === null ? TEXT.once : TEXT.shift[shift]]
  const missing = day.missing.some((one) => one === shift || one === 'once')
  if (visits.length === 0) return [...head, '', missing ? TEXT.missing : '', 0, '', '', 0, 0, 0, 0, missing || day.state === 'gap' ? day.note : '']
  const sum = (of: (visit: LoggedVisit) => number) => visits.reduce((all, visit) => all + of(visit), 0)
  return [
    ...head,
    unique(visits.map(({ reader }) => reader)).join('、'),
    named(unique(visits.map(placeOf))),
    new Set(visits.map(({ address, id }) => address || id)).size,
    ...timesOf(visits),
    Math.round(sum(({ dwell }) => dwell) / 60),
    sum(({ findings }) => findings),
    sum(({ issues }) => issues),
    sum(({ handled }) => handled),
    [...unique(visits.map(({ note }) => note)), ...(day.note ? [day.note] : [])].join('；'),
  ]
}

/** Lines entered by hand have no clock of their own. */
function timesOf(visits: readonly LoggedVisit[]): [string, string] {
  const own = visits.filter(({ by }) => by === 'page')
  if (own.length === 0) return ['', '']
  const ends = own.map(({ endedAt }) => endedAt).sort()
  return [clockOf(own[0]!.startedAt), clockOf(ends[ends.length - 1]!)]
}

function linesOf({ visits }: PrintedLog): WriteSheet {
  const titles = Object.values(TEXT.lines)
  const widths = [6, 12, 7, 14, 14, 26, 24, 22, 34, 44, 9, 7, 7, 9, 24]
  return tableSheet({
    name: TEXT.lineSheet,
    title: TEXT.lineSheet,
    remarks: [],
    columns: titles.map((title, n) => ({ title, width: widths[n] ?? 12, centred: [0, 1, 2, 3, 10, 11, 12, 13].includes(n) })),
    rows: visits.map(lineOf),
  })
}

function lineOf(visit: LoggedVisit, n: number): (string | number)[] {
  const { day, shift, reader, unitName, siteName, columnName, title, url, dwell, findings, issues, by, note, startedAt, endedAt } = visit
  const times = by === 'page' ? `${clockOf(startedAt)}—${clockOf(endedAt)}` : ''
  return [n + 1, day, TEXT.shift[shift], times, reader, unitName, siteName, columnName, title, url, dwell, findings, issues, TEXT.by[by], note]
}

function placeOf({ siteName, columnName, title, unitName }: LoggedVisit): string {
  return [siteName || unitName, columnName || title].filter(Boolean).join('：')
}

function named(places: readonly string[]): string {
  const shown = places.slice(0, NAMED).join('；')
  return places.length > NAMED ? fill(TEXT.more, { places: shown, count: places.length }) : shown
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter(Boolean)
}

function clockOf(instant: string): string {
  return clockInShanghai(instant).slice(11)
}

function weekdayOf(day: Day): string {
  const words: Record<string, string> = TEXT.weekdays
  return words[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
}
