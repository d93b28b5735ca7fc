import Papa from 'papaparse'
import { FORMULA_START } from '../types/disarmed.ts'
import { RosterRefused } from './errors.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

export interface CsvRow {
  /** Number of the row as Excel and WPS show it, from 1: a cell with line breaks is still one row. */
  line: number
  /** Outer white space gone; the `'` that disarmed a formula taken back. */
  cells: string[]
}

export interface CsvFile {
  /** Rows with something in them. */
  rows: CsvRow[]
  encoding: Encoding
  separator: ',' | ';' | '\t'
  /** Rows with a quote that has no pair. */
  brokenQuotes: number[]
}

const MOST_MB = 20
/** What of a file tells its separator. */
const HEAD_LINES = 10
const HEAD_LENGTH = 20_000

/**
 * Reads a CSV file as Excel, WPS and LibreOffice save it: UTF-8 with or without BOM, UTF-16 with BOM, else GB18030
 * (what 「CSV（逗号分隔）」 gives on a Chinese Windows); separated by comma, semicolon or tab.
 * Throws RosterRefused for what is no text.
 */
export function readCsv(bytes: Uint8Array): CsvFile {
  if (bytes.length > MOST_MB * 1024 * 1024) throw new RosterRefused('too-large', { limit: MOST_MB })
  const { text, encoding } = decodeText(bytes)
  const said = /^sep=([,;\t])\r?\n/i.exec(text)
  const body = said ? text.slice(said[0].length) : text
  const separator = (said?.[1] as CsvFile['separator'] | undefined) ?? separatorOf(body)
  // One kind of line break, because papaparse settles on one for the whole file.
  const parsed = Papa.parse<string[]>(body.replace(/\r\n?/g, '\n'), { delimiter: separator, newline: '\n' })
  const firstLine = said ? 2 : 1
  const rows = parsed.data.map((cells, at) => ({ line: at + firstLine, cells: cells.map(cellOf) }))
  const broken = parsed.errors.filter(({ type }) => type === 'Quotes').map(({ row }) => (row ?? 0) + firstLine)
  return { rows: rows.filter(({ cells }) => cells.some(Boolean)), encoding, separator, brokenQuotes: [...new Set(broken)] }
}

/** Bytes → text, without the byte order mark. Throws RosterRefused for what is no text or in no known encoding. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)
  // The signatures of ZIP (xlsx, et) and of the old compound file (xls).
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) throw new RosterRefused('spreadsheet')
  const encodings: Encoding[] = starts(0xff, 0xfe) ? ['utf-16le'] : starts(0xfe, 0xff) ? ['utf-16be'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding)
    if (text === null || text.includes('\0')) continue
    if (!text.trim()) throw new RosterRefused('empty')
    return { text, encoding }
  }
  throw new RosterRefused('not-text')
}

/** Null where the bytes are not of this encoding. */
function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** The one that stands most often outside quotes in the first line that has any: a title above the header has none. */
function separatorOf(text: string): CsvFile['separator'] {
  const lines = text.trimStart().slice(0, HEAD_LENGTH).split(/[\r\n]+/, HEAD_LINES).map((line) => line.replace(/"[^"]*"/g, ''))
  const first = lines.find((line) => /[,;\t]/.test(line)) ?? ''
  const count = (mark: string) => first.split(mark).length
  return ([';', '\t'] as const).reduce<CsvFile['separator']>((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

/** A cell without outer white space; the `'` that disarmed a formula taken back. */
export function cellOf(text: string): string {
  const cell = text.startsWith("'") && FORMULA_START.test(text.slice(1)) ? text.slice(1) : text
  return cell.trim()
}
