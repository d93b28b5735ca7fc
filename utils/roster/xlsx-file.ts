import type { CellValue, Sheet, Workbook } from 'hucre/xlsx'
import { ArchiveTooLarge, namesWithin, stored } from '../zip/archive.ts'
import { cellOf, type CsvRow } from './csv-file.ts'
import { RosterRefused } from './errors.ts'
import type { Table } from './table.ts'

const [MOST_MB, MEGA] = [30, 1024 * 1024]
/** 20,000 rows unpack to some 15 MB; far more is no roster. */
const MOST = { file: MOST_MB * MEGA, parts: 300 * MEGA }

/**
 * Reads a workbook as Excel, WPS and LibreOffice save it: visible sheets with something in them, merged cells filled
 * down, dates as days. Throws RosterRefused for what is none, is too large, or holds nothing.
 */
export async function readXlsxTables(bytes: Uint8Array): Promise<Table[]> {
  const { sheets } = await read(bytes).catch((cause: unknown) => {
    if (cause instanceof RosterRefused) throw cause
    if (cause instanceof ArchiveTooLarge) throw new RosterRefused('too-large', { limit: MOST_MB })
    throw new RosterRefused('not-xlsx', {}, { cause })
  })
  const tables = sheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) })).filter(({ rows }) => rows.length > 0)
  if (tables.length === 0) throw new RosterRefused('empty')
  return tables
}

async function read(bytes: Uint8Array): Promise<Workbook> {
  const names = namesWithin(bytes, MOST)
  // An OpenDocument table, or Excel's binary workbook.
  if (!names.has('[Content_Types].xml') || names.has('xl/workbook.bin')) throw new RosterRefused('other-spreadsheet')
  // loaded only here: a quarter of the ledger page's program
  const { readXlsx } = await import('hucre/xlsx')
  return readXlsx(stored(bytes), { sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden })
}

function rowsOf({ rows, merges = [] }: Sheet): CsvRow[] {
  const filled = rows.map((cells) => [...cells])
  for (const { startRow, endRow, startCol } of merges) {
    const value = filled[startRow]?.[startCol] ?? null
    for (let row = startRow + 1; row <= Math.min(endRow, filled.length - 1); row++) {
      const cells = filled[row]!
      while (cells.length <= startCol) cells.push(null)
      cells[startCol] = value
    }
  }
  return filled.map((cells, at) => ({ line: at + 1, cells: cells.map(textOf) })).filter(({ cells }) => cells.some(Boolean))
}

/** A cell's text as a CSV file would have it. */
function textOf(value: CellValue): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return value === null || value === undefined ? '' : cellOf(String(value))
}
