import { ROSTER_FIELDS } from '../types/roster-import.ts'
import zh from '../../assets/locales/zh-CN/roster.json' with { type: 'json' }
import Papa from 'papaparse'
import { FORMULA_START } from '../types/disarmed.ts'
import type { Column, Roster, Site, Unit } from '../types/roster.ts'
import { addressParts, pathsUp } from './address.ts'
import { wordOfClass } from './column-class.ts'
import { nameOfField, type Field } from './header.ts'

/** A roster file ready to be saved. */
export interface RosterFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export type FieldTexts = Partial<Record<Field, string>>

/** The roster as a file that `parseRoster` reads back to the same units, sites and columns. */
export function rosterFile(roster: Roster): RosterFile {
  return fileOf(zh.file.roster, rowsOf(roster))
}

/** A roster file with these rows. */
export function fileOf(name: string, rows: FieldTexts[]): RosterFile {
  return csvFile(name, [ROSTER_FIELDS.map(nameOfField), ...rows.map((row) => ROSTER_FIELDS.map((field) => row[field] ?? ''))])
}

/** A CSV file: UTF-8 with BOM, CRLF, every field quoted, formulas disarmed. */
export function csvFile(name: string, rows: readonly (readonly string[])[]): RosterFile {
  const text = `${Papa.unparse(rows.map((row) => row.map(disarm)), { quotes: true, newline: '\r\n' })}\r\n`
  return { name, bytes: new TextEncoder().encode(`\uFEFF${text}`) }
}

/** One row a unit, site or column, from the large to the small. */
export function rowsOf({ units, sites, columns }: Roster): FieldTexts[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const unitOf = (id: string | null) => unitTexts(id === null ? undefined : byId.get(id))
  const siteRows = sites.map((site) => ({ ...unitOf(site.unitId), ...siteTexts(site) }))
  const byPrefix = new Map(sites.map((site) => [site.prefix, site]))
  const columnRows = columns.map((column) => ({ ...unitOf(column.unitId), ...columnTexts(column, siteOf(column, byPrefix)) }))
  const owners = new Set([...sites, ...columns].map(({ unitId }) => unitId))
  const others = units.filter((unit) => !owners.has(unit.id)).map(unitTexts)
  return [...others, ...siteRows, ...columnRows]
}

function unitTexts(unit: Unit | undefined): FieldTexts {
  return unit ? { unit: unit.name, aliases: unit.aliases.join('、') } : {}
}

function siteTexts({ name, prefix, siteIdCode }: Site): FieldTexts {
  return { site: name, address: prefix, code: siteIdCode ?? '' }
}

/** A column with its site's address has none of its own. */
function columnTexts(column: Column, site: Site | null): FieldTexts {
  return {
    ...(site && { site: site.name, address: site.prefix }),
    column: column.name,
    columnAddress: column.prefix === site?.prefix ? '' : column.prefix,
    class: wordOfClass(column.class),
    days: column.deadlineDays === null ? '' : String(column.deadlineDays),
    exemption: column.exemption ?? '',
  }
}

function siteOf(column: Column, sites: Map<string, Site>): Site | null {
  const parts = addressParts(column.prefix)
  const above = parts ? pathsUp(parts.path).flatMap((path) => sites.get(parts.host + path) ?? []) : []
  return above[0] ?? null
}

/** A text that no spreadsheet runs as a formula; `cellOf` undoes it. */
export function disarm(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text
}
