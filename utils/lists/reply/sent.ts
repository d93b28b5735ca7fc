import type { WriteSheet } from 'hucre/xlsx'
import { UNIT_COLUMNS, type UnitColumnKey } from '../sheet/unit-columns.ts'

/** Name of the hidden sheet that tells a returned workbook apart from any other. Not a word for people. */
export const SENT_SHEET = 'duwang'

/** What was sent: kept in a hidden sheet, so that deleted rows and altered cells are noticed when it comes back. */
export interface Sent {
  /** By issue id: its number and the sum of what its row said. */
  rows: Map<string, { number: string | number; sum: string }>
}

/** Columns that a unit should leave as they are. Screenshots' names are left out: pictures and text get lost on the way. */
export const KEPT: readonly UnitColumnKey[] = UNIT_COLUMNS.filter(({ key, asked }) => !asked && !['row', 'shots', 'id'].includes(key)).map(({ key }) => key)

/** A short sum of a row's kept cells. White space does not count: every program breaks lines its own way. */
export function sumOf(cells: Record<UnitColumnKey, string>): string {
  let hash = 0x811c9dc5
  for (const character of KEPT.map((key) => foldCell(cells[key])).join('\u001f')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** A cell as it is compared. */
export function foldCell(text: string): string {
  return text.replace(/\s+/gu, '')
}

export function sentSheet(rows: readonly Record<UnitColumnKey, string>[]): WriteSheet {
  return { name: SENT_SHEET, veryHidden: true, rows: [['duwang', '1', ''], ...rows.map((cells) => [cells.id, cells.number, sumOf(cells)])] }
}

/** Reads the hidden sheet; null where it is missing or not ours. */
export function readSent(rows: readonly (readonly string[])[] | undefined): Sent | null {
  const [head, ...rest] = rows ?? []
  if (head?.[0] !== SENT_SHEET || head[1] !== '1') return null
  const entries = rest.flatMap(([id, number, sum]): [string, { number: string | number; sum: string }][] => (id && number && sum ? [[id, { number: Number(number) || number, sum }]] : []))
  return { rows: new Map(entries) }
}
