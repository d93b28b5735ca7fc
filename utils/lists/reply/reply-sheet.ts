import { readXlsx, type Workbook } from 'hucre/xlsx'
import { ArchiveTooLarge, namesWithin, stored } from '../../zip/archive.ts'
import { ReplyRefused } from '../refusals.ts'
import { textOf, type SheetValue } from './reply-cells.ts'
import { readSent, SENT_SHEET, type Sent } from './sent.ts'
import { UNIT_COLUMNS, type UnitColumnKey } from '../sheet/unit-columns.ts'
import { WORDS } from '../words.ts'

/** One row of a returned list: what each known column says. */
export interface ReplyRow {
  /** As spreadsheets number rows, from 1. */
  row: number
  values: Partial<Record<UnitColumnKey, SheetValue>>
}

export interface ReplySheet {
  rows: ReplyRow[]
  /** What was sent, by the hidden sheet; null where it got lost. */
  sent: Sent | null
}

const [MOST_MB, MEGA] = [50, 1024 * 1024]
/** A list of 10,000 rows unpacks to some 20 MB; far more is no list. */
const MOST = { file: MOST_MB * MEGA, parts: 400 * MEGA }
const HEADER_WITHIN = 20
const NEEDED: UnitColumnKey[] = ['number', 'id', 'state']

/**
 * Finds the list in a returned workbook, also as saved by WPS or LibreOffice, with columns and sheets moved or renamed
 * in brackets. Throws ReplyRefused for what is no workbook or holds no list.
 */
export async function readReplySheet(bytes: Uint8Array): Promise<ReplySheet> {
  const { sheets } = await read(bytes).catch((cause: unknown) => {
    if (cause instanceof ArchiveTooLarge) throw new ReplyRefused('too-large', { limit: MOST_MB })
    throw new ReplyRefused('not-xlsx', {}, { cause })
  })
  const tables = sheets.filter(({ name }) => name !== SENT_SHEET).map(({ rows }) => ({ rows: rows as SheetValue[][], ...headerOf(rows as SheetValue[][]) }))
  const list = tables.find(({ places }) => NEEDED.every((key) => places[key] !== undefined))
  if (!list) throw new ReplyRefused('no-list', { columns: missingOf(tables.map(({ places }) => places)) })
  const rows = list.rows.slice(list.at + 1).map((cells, n): ReplyRow => ({ row: list.at + 2 + n, values: valuesOf(cells, list.places) }))
  const full = rows.filter(({ values }) => Object.entries(values).some(([key, value]) => key !== 'row' && textOf(value)))
  if (!full.length) throw new ReplyRefused('empty')
  const sent = sheets.find(({ name }) => name === SENT_SHEET)?.rows.map((cells) => cells.map((cell) => textOf(cell as SheetValue)))
  return { rows: full, sent: readSent(sent) }
}

async function read(bytes: Uint8Array): Promise<Workbook> {
  namesWithin(bytes, MOST)
  return readXlsx(stored(bytes))
}

type Places = Partial<Record<UnitColumnKey, number>>

const KEY_OF_NAME = new Map<string, UnitColumnKey>(UNIT_COLUMNS.map(({ key }) => [fold(WORDS.sheet.columns[key]), key]))

/** The row of names: the one among the first that has the most known ones. */
function headerOf(rows: SheetValue[][]): { at: number; places: Places } {
  const all = rows.slice(0, HEADER_WITHIN).map((cells, at) => ({ at, places: placesOf(cells) }))
  return all.reduce((best, one) => (Object.keys(one.places).length > Object.keys(best.places).length ? one : best), { at: 0, places: {} as Places })
}

function placesOf(cells: SheetValue[]): Places {
  const places: Places = {}
  for (const [at, cell] of cells.entries()) {
    const key = KEY_OF_NAME.get(fold(textOf(cell)))
    if (key) places[key] ??= at
  }
  return places
}

function fold(name: string): string {
  return name.normalize('NFKC').replace(/\([^()]*\)|\s/gu, '')
}

function valuesOf(cells: SheetValue[], places: Places): ReplyRow['values'] {
  return Object.fromEntries(Object.entries(places).map(([key, at]) => [key, cells[at]]))
}

/** What is missing from the sheet that comes nearest. */
function missingOf(tables: Places[]): string {
  const missing = tables.map((places) => NEEDED.filter((key) => places[key] === undefined))
  const fewest = missing.reduce((best, one) => (one.length < best.length ? one : best), NEEDED)
  return fewest.map((key) => WORDS.sheet.columns[key]).join('”“')
}
