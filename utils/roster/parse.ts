import { readCsv, type CsvRow, type Encoding } from './csv-file.ts'
import { gatherColumns } from './draft-columns.ts'
import { gatherSites } from './draft-sites.ts'
import { gatherUnits } from './draft-units.ts'
import type { RosterDraft } from './draft.ts'
import { RosterRefused } from './errors.ts'
import { FIELDS, nameOfField, placesOf, type Places } from './header.ts'
import { readRow, type Complain, type RosterRow, type RowProblem } from './row.ts'

export type { RosterDraft } from './draft.ts'
export type { RowProblem } from './row.ts'

export interface ParsedRoster {
  roster: RosterDraft
  /** What is wrong, row by row; everything else was read. */
  problems: RowProblem[]
  encoding: Encoding
  /** Rows under the header with something in them. */
  rows: number
}

/** A title may stand above the header. */
const HEADER_WITHIN = 5

/**
 * Reads a roster file (CSV; header 单位, 单位别名, 网站名称, 网址, 网站标识码, 栏目, 栏目网址, 栏目类别, 更新时限（天）, 免考核原因;
 * order free, others ignored). One row a unit, a site or a column. A bad row or field is named and the rest is read.
 * Throws RosterRefused for a file that is no CSV, has no column 单位, or no rows.
 */
export function parseRoster(bytes: Uint8Array): ParsedRoster {
  const file = readCsv(bytes)
  const { places, rows } = underHeader(file.rows)
  const problems: RowProblem[] = file.brokenQuotes.map((line) => ({ line, says: { key: 'roster.problem.quote', params: { line } } }))
  const complainOf =
    (line: number): Complain =>
    (problem, params) =>
      problems.push({ line, says: { key: `roster.problem.${problem}`, params: { line, ...params } } })
  const read = rows.flatMap((row) => readRow(row, places, complainOf(row.line)) ?? []).filter((row) => isUseful(row, complainOf(row.line)))
  const units = gatherUnits(read, complainOf)
  const sites = gatherSites(read, units, complainOf)
  const columns = gatherColumns(read, units, sites, complainOf)
  nameLostSites(read, sites.prefixOf, complainOf)
  problems.sort((a, b) => a.line - b.line)
  return { roster: { units: units.units, sites: sites.sites, columns }, problems, encoding: file.encoding, rows: rows.length }
}

function underHeader(rows: CsvRow[]): { places: Places; rows: CsvRow[] } {
  const at = rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => placesOf(cells).unit !== undefined)
  const header = rows[at]
  if (!header) throw new RosterRefused('missing-field', { fields: nameOfField('unit'), header: FIELDS.map(nameOfField).join('、') })
  if (at + 1 >= rows.length) throw new RosterRefused('no-rows')
  return { places: placesOf(header.cells), rows: rows.slice(at + 1) }
}

function isUseful(row: RosterRow, complain: Complain): boolean {
  const useful = Boolean(row.unit || row.site || row.sitePrefix || row.column || row.columnPrefix)
  if (!useful) complain('empty-row')
  return useful
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
