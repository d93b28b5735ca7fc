import type { Cell, WriteSheet } from 'hucre/xlsx'
import { CELL_LIMIT, cleanText, clip } from '../cell.ts'
import { STYLES } from './sheet-styles.ts'
import { textHeight } from './text-height.ts'
import { WORDS } from '../words.ts'

/** A column of a printed table; widths in characters. */
export interface TableColumn {
  title: string
  width: number
  centred?: boolean
}

/** A table as an office prints and hands it up: title, remarks, header, rows. */
export interface PrintedTable {
  name: string
  title: string
  remarks: readonly string[]
  columns: readonly TableColumn[]
  rows: readonly (readonly (string | number)[])[]
}

/** Spreadsheets cannot make a row higher. */
const HIGHEST_ROW = 409
/** A longer text would push everything else off the page. */
const LONGEST = 2000

/** The sheet: title over all columns, header repeated on each page, A4 landscape, one page wide. */
export function tableSheet({ name, title, remarks, columns, rows }: PrintedTable): WriteSheet {
  const cells = new Map<string, Partial<Cell>>([['0,0', { value: title, type: 'string', style: STYLES.title }]])
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const rowDefs = new Map([[0, { height: 30 }]])
  remarks.forEach((remark, at) => {
    cells.set(`${at + 1},0`, { value: remark, type: 'string', style: STYLES.text })
    rowDefs.set(at + 1, { height: Math.ceil(textHeight(remark, width)) + 2 })
  })
  const header = remarks.length + 1
  columns.forEach((column, at) => cells.set(`${header},${at}`, { value: column.title, type: 'string', style: STYLES.header }))
  rowDefs.set(header, { height: 24 })
  rows.forEach((row, n) => {
    const line = header + 1 + n
    const values = columns.map((_, at) => shown(row[at] ?? ''))
    values.forEach((value, at) => {
      const style = columns[at]?.centred ? STYLES.centred : STYLES.cell
      cells.set(`${line},${at}`, typeof value === 'number' ? { value, type: 'number', style } : { value, type: 'string', style })
    })
    const height = Math.max(...values.map((value, at) => textHeight(String(value), columns[at]?.width ?? 1)))
    rowDefs.set(line, { height: Math.min(HIGHEST_ROW, Math.ceil(height) + 2) })
  })
  const last = columns.length - 1
  return {
    name,
    columns: columns.map((column) => ({ width: column.width })),
    rows: Array.from({ length: header + 1 + rows.length }, () => columns.map(() => null)),
    cells,
    rowDefs,
    merges: Array.from({ length: header }, (_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })),
    freezePane: { rows: header + 1 },
    pageSetup: {
      paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true,
      printTitlesRow: `$${header + 1}:$${header + 1}`,
      margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.2, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&C${WORDS.sheet['page-number']}` },
  }
}

function shown(value: string | number): string | number {
  return typeof value === 'number' ? value : clip(cleanText(value), Math.min(LONGEST, CELL_LIMIT), WORDS.clipped)
}
