import type { CsvRow, Encoding } from './csv-file.ts'

/** One table of a file: a sheet of a workbook, a whole CSV file, or what was pasted. */
export interface Table {
  /** The sheet's name; '' where a file has only one table. */
  name: string
  /** Rows with something in them, merged cells filled down. */
  rows: CsvRow[]
}

/** A file that may hold a roster, before anyone said which column means what. */
export interface TableFile {
  tables: Table[]
  encoding: Encoding | 'xlsx'
  /** Rows with a quote that has no pair. */
  brokenQuotes: number[]
}
