import { ROSTER_FIELDS, type Layout } from '../types/roster-import.ts'
import { readCsv, type CsvRow, type Encoding } from './csv-file.ts'
import { gatherColumns } from './draft-columns.ts'
import { gatherSites } from './draft-sites.ts'
import { gatherUnits } from './draft-units.ts'
import type { RosterDraft } from './draft.ts'
import { RosterRefused } from './errors.ts'
import { fillDown } from './fill-down.ts'
import { nameOfField } from './header.ts'
import { guessLayout } from './layout.ts'
import { qualifyTwins } from './qualify.ts'
import { readRow, type Complain, type RosterRow, type RowProblem } from './row.ts'
import type { Table } from './table.ts'

export type { RosterDraft } from './draft.ts'
export type { RowProblem } from './row.ts'

export interface ParsedTable {
  roster: RosterDraft
  /** What is wrong, row by row; everything else was read. */
  problems: RowProblem[]
  /** Rows under the header with something in them. */
  rows: number
}

export interface ParsedRoster extends ParsedTable {
  encoding: Encoding
}

/**
 * Reads a roster file (CSV; header 单位, 单位别名, 网站名称, 网址, 网站标识码, 栏目, 栏目网址, 栏目类别, 更新时限（天）, 免考核原因;
 * order free, others ignored) by the layout that is guessed. Throws RosterRefused for a file that is no CSV, has no column 单位, or no rows.
 */
export function parseRoster(bytes: Uint8Array): ParsedRoster {
  const { rows, encoding, brokenQuotes } = readCsv(bytes)
  const table: Table = { name: '', rows }
  const layout = guessLayout(table)
  if (layout.places.unit === undefined) throw new RosterRefused('missing-field', { fields: nameOfField('unit'), header: ROSTER_FIELDS.map(nameOfField).join('、') })
  return { ...parseTable(table, layout, brokenQuotes), encoding }
}

/**
 * Reads a table by a layout. One row a unit, a site or a column. A bad row or field is named and the rest is read.
 * Throws RosterRefused where nothing stands under the header.
 */
export function parseTable({ rows: all }: Table, layout: Layout, brokenQuotes: readonly number[] = []): ParsedTable {
  const rows = fillDown(all.slice(layout.header + 1), layout.places, layout.fillDown)
  if (rows.length === 0) throw new RosterRefused('no-rows')
  const problems: RowProblem[] = brokenQuotes.map((line) => ({ line, says: { key: 'roster.problem.quote', params: { line } }, leftOut: false }))
  const complainOf =
    (line: number): Complain =>
    (problem, params) =>
      problems.push({ line, says: { key: `roster.problem.${problem}`, params: { line, ...params } }, leftOut: LEFT_OUT.has(problem) })
  const read = qualifyTwins(rows.flatMap((row) => usefulRow(row, layout, complainOf(row.line))))
  const units = gatherUnits(read, complainOf)
  const sites = gatherSites(read, units, complainOf)
  const columns = gatherColumns(read, units, sites, complainOf)
  nameLostSites(read, sites.prefixOf, complainOf)
  problems.sort((a, b) => a.line - b.line)
  return { roster: { units: units.units, sites: sites.sites, columns }, problems, rows: rows.length }
}

/** Problems by which a row, or what it names, is not imported. */
const LEFT_OUT: ReadonlySet<string> = new Set(['empty-row', 'too-long', 'site-without-address', 'column-without-address', 'address-without-column'])

function usefulRow(row: CsvRow, { places, site }: Layout, complain: Complain): RosterRow[] {
  const read = readRow(row, places, complain, site)
  if (!read) return []
  if (read.unit || read.site || read.sitePrefix || read.column || read.columnPrefix) return [read]
  complain('empty-row')
  return []
}

/** A site that no row gives an address cannot be found again; said once for each. */
function nameLostSites(rows: RosterRow[], prefixOf: (row: RosterRow) => string | null, complainOf: (line: number) => Complain): void {
  const said = new Set<string>()
  for (const row of rows) {
    if (!row.site || prefixOf(row) !== null || said.has(row.site)) continue
    said.add(row.site)
    complainOf(row.line)('site-without-address', { name: row.site })
  }
}
