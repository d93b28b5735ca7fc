import type { WriteSheet } from 'hucre/xlsx'
import zh from '../../../assets/locales/zh-CN/indicators.json' with { type: 'json' }
import type { Day } from '../../types/reading.ts'
import type { CheckState, CountedItem, Place, SelfCheckRow, VetoCounter } from '../../types/round.ts'
import { fileName } from '../file-name.ts'
import { DEFAULT_FONT } from './sheet-styles.ts'
import { tableSheet } from './table-sheet.ts'
import { fill, WORDS } from '../words.ts'
import { finishWorkbook } from './workbook-finish.ts'

/** A row of the table with its sentence in Chinese. */
export interface PrintedRow extends Omit<SelfCheckRow, 'result'> {
  result: string
}

export interface SelfCheckXlsxInput {
  siteName: string
  /** As people say it: 2026年第47周, 2026年第四季度. */
  period: string
  today: Day
  pages: number
  columns: number
  rows: readonly PrintedRow[]
  /** With the indicator's name. */
  counters: readonly (VetoCounter & { name: string })[]
  /** Columns of the roster that were not read; null where the roster knows none. */
  unread: { known: number; columns: readonly { name: string; unit: string; className: string; url: string }[] } | null
}

export interface Workbook {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

const TEXT = WORDS['self-check']
/** So many pages are named in a cell. */
const SHOWN = 8

/** 指标对照自查表 as offices send it up (检查对象 | 指标 | 评分细则 | 检查情况), with the veto counters and what was not read. */
export async function selfCheckXlsx(input: SelfCheckXlsxInput): Promise<Workbook> {
  const { siteName, period, today } = input
  const title = fill(TEXT.title, { site: siteName, period })
  const made = new Date(`${today}T00:00:00Z`)
  const sheets = [tableOf(title, input), countersOf(input), ...(input.unread ? [unreadOf(input.unread)] : [])]
  // loaded only here: a quarter of the ledger page's program
  const { writeXlsx } = await import('hucre/xlsx')
  const bytes = await writeXlsx({ sheets, defaultFont: DEFAULT_FONT, properties: { title, created: made, modified: made } })
  return { name: fileName(fill(TEXT.file, { site: siteName.slice(0, 30), period: period.slice(0, 30) })), bytes: await finishWorkbook(bytes, new Set()) }
}

function tableOf(title: string, { today, pages, columns, rows }: SelfCheckXlsxInput): WriteSheet {
  return tableSheet({
    name: TEXT.sheet,
    title,
    remarks: [fill(TEXT.made, { day: today, pages, columns }), TEXT.basis],
    columns: [
      { title: TEXT.columns.object, width: 22 },
      { title: TEXT.columns.indicator, width: 24 },
      { title: TEXT.columns.rule, width: 44 },
      { title: TEXT.columns.result, width: 60 },
    ],
    rows: rows.map((row) => [row.object, `${row.name}\n${zh.kind[row.kind]}`, row.rule, resultOf(row)]),
  })
}

function resultOf({ state, result, note, places }: PrintedRow): string {
  return [fill(TEXT.result, { state: stateWord(state), result }), ...(note ? [fill(TEXT.note, { note })] : []), ...placesOf(places)].join('\n')
}

function placesOf(places: readonly Place[]): string[] {
  const shown = places.slice(0, SHOWN).map(({ name, url }) => `${name} ${url}`)
  return places.length > SHOWN ? [...shown, fill(TEXT.more, { count: places.length })] : shown
}

function countersOf({ counters }: SelfCheckXlsxInput): WriteSheet {
  const { indicator, count, warn, limit, state, items, suspected } = TEXT.counter
  return tableSheet({
    name: TEXT.counters,
    title: TEXT.counters,
    remarks: [],
    columns: [
      { title: indicator, width: 30 }, { title: count, width: 7, centred: true }, { title: warn, width: 7, centred: true }, { title: limit, width: 7, centred: true },
      { title: state, width: 14, centred: true }, { title: items, width: 52 }, { title: suspected, width: 40 },
    ],
    rows: counters.map((one) => [
      `${one.name}（${one.indicator}）`, one.count, one.warnAt, one.limit, one.unread ? TEXT['unread-state'] : zh.warning[one.state],
      one.items.map(itemOf).join('\n'), one.suspected.map(itemOf).join('\n'),
    ]),
  })
}

function itemOf({ name, day, ageDays, onHome, url }: CountedItem): string {
  const called = onHome ? fill(TEXT.home, { name }) : name
  return `${day === null || ageDays === null ? called : fill(TEXT.on, { name: called, day, age: ageDays })} ${url}`
}

function unreadOf({ known, columns }: NonNullable<SelfCheckXlsxInput['unread']>): WriteSheet {
  const titles = TEXT['unread-column']
  return tableSheet({
    name: TEXT.unread,
    title: fill(TEXT['unread-title'], { unread: columns.length, known }),
    remarks: [],
    columns: [{ title: titles.name, width: 30 }, { title: titles.unit, width: 34 }, { title: titles.class, width: 16 }, { title: titles.url, width: 60 }],
    rows: columns.map(({ name, unit, className, url }) => [name, unit, className, url]),
  })
}

function stateWord(state: CheckState): string {
  return zh.state[state]
}
