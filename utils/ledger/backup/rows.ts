import type { Dexie } from 'dexie'
import { DERIVED, INSTALLED } from '../schema.ts'
import { CHARACTERS_A_PART, ROWS_A_PART } from './limits.ts'

/** Rows of one table as JSON, laid aside so that only the part in hand is in memory. */
export interface RowPart {
  table: string
  rows: number
  json: Blob
}

/** Tables whose rows go into a backup one by one: pictures and saved pages are files of their own, staged rows are nobody's yet, and what is worked out is worked out again. */
export function rowTables(db: Dexie): string[] {
  return db.tables.map(({ name }) => name).filter(isRowTable)
}

export function isRowTable(name: string): boolean {
  return name !== 'shots' && name !== 'savedPages' && name !== 'staged' && ![...DERIVED, ...INSTALLED].some((left) => left === name)
}

/** All rows of a table in order of their keys, part by part. Called in a transaction, so that all tables are of one moment. */
export async function partsOfTable(db: Dexie, name: string): Promise<RowPart[]> {
  const table = db.table<object, string>(name)
  const keyPath = table.schema.primKey.keyPath as string
  const writer = partWriter(name)
  for (let last: string | null = null; ; ) {
    const rows: object[] = await (last === null ? table.toCollection() : table.where(':id').above(last)).limit(ROWS_A_PART).toArray()
    for (const row of rows) writer.add(row)
    if (rows.length < ROWS_A_PART) return writer.end()
    last = (rows[rows.length - 1] as Record<string, string>)[keyPath] ?? ''
  }
}

/** Collects rows into parts of a bounded size. */
export function partWriter(table: string): { add: (row: object) => void; end: () => RowPart[] } {
  const parts: RowPart[] = []
  let lines: string[] = []
  let characters = 0
  const close = () => {
    if (lines.length > 0) parts.push({ table, rows: lines.length, json: new Blob(['[', lines.join(',\n'), ']']) })
    lines = []
    characters = 0
  }
  return {
    add: (row) => {
      const line = JSON.stringify(row)
      lines.push(line)
      characters += line.length
      if (characters >= CHARACTERS_A_PART || lines.length >= ROWS_A_PART) close()
    },
    end: () => (close(), parts),
  }
}
