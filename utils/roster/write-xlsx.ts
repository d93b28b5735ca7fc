import { ROSTER_FIELDS } from '../types/roster-import.ts'
import zh from '../../assets/locales/zh-CN/roster.json' with { type: 'json' }
import type { Roster } from '../types/roster.ts'
import { nameOfField } from './header.ts'
import { disarm, rowsOf, type FieldTexts, type RosterFile } from './write.ts'

/** Widths of the columns in characters, in the order of `ROSTER_FIELDS`. */
const WIDTHS = [28, 24, 28, 28, 14, 20, 40, 12, 14, 24]

/** The roster as a workbook that reads back to the same units, sites and columns. Every cell is text, formulas disarmed. */
export function rosterXlsx(roster: Roster): Promise<RosterFile> {
  return workbookOf(zh.file.rosterXlsx, rowsOf(roster))
}

/** The empty table as a workbook, to be filled in with WPS or Excel. */
export function templateXlsx(): Promise<RosterFile> {
  return workbookOf(zh.file.templateXlsx, [])
}

async function workbookOf(name: string, rows: readonly FieldTexts[]): Promise<RosterFile> {
  // loaded only here: a quarter of the ledger page's program
  const { writeXlsx } = await import('hucre/xlsx')
  const bytes = await writeXlsx({
    sheets: [{
      name: zh.file.sheet,
      columns: WIDTHS.map((width) => ({ width })),
      rows: [ROSTER_FIELDS.map(nameOfField), ...rows.map((row) => ROSTER_FIELDS.map((field) => disarm(row[field] ?? '')))],
      freezePane: { rows: 1 },
    }],
    defaultFont: { name: '宋体', size: 11 },
  })
  return { name, bytes: new Uint8Array(bytes) }
}
