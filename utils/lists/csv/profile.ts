import { ALL_COLUMN_KEYS, COLUMN_KEYS, type ColumnKey } from './columns.ts'
import { WORDS } from '../words.ts'

export type { ColumnKey } from './columns.ts'

/** How an office wants its CSV: which columns in which order under which names, and in which encoding. */
export interface CsvProfile {
  /** As the office calls it; '' for the agreed one. */
  name: string
  encoding: 'utf-8' | 'gbk'
  columns: { key: ColumnKey; title: string }[]
}

/** The agreed weekly file: the documented columns in the documented order, UTF-8. */
export const AGREED: CsvProfile = { name: '', encoding: 'utf-8', columns: COLUMN_KEYS.map((key) => ({ key, title: WORDS.columns[key] })) }

/** All columns that a profile may hold, with the names they come with. */
export const ALL_COLUMNS: CsvProfile['columns'] = ALL_COLUMN_KEYS.map((key) => ({ key, title: WORDS.columns[key] }))

/** A stored profile as it can be used: unknown and doubled columns left out, names that are empty or taken given back; the agreed columns where none is left. */
export function soundProfile({ name, encoding, columns }: CsvProfile): CsvProfile {
  const taken = new Set<string>()
  const sound = columns.flatMap(({ key, title }, at) => {
    if (!ALL_COLUMN_KEYS.includes(key) || columns.findIndex((other) => other.key === key) < at) return []
    const trimmed = title.trim()
    const wanted = trimmed && !taken.has(trimmed) ? trimmed : WORDS.columns[key]
    taken.add(wanted)
    return [{ key, title: wanted }]
  })
  return { name, encoding: encoding === 'gbk' ? 'gbk' : 'utf-8', columns: sound.length ? sound : AGREED.columns }
}
