import type { DraftColumn } from './draft.ts'
import type { DraftSites } from './draft-sites.ts'
import type { DraftUnits } from './draft-units.ts'
import { nameOfField, type Field } from './header.ts'
import { foldName } from './name.ts'
import type { Complain, RosterRow } from './row.ts'

/** Gathers columns over all rows; one that two rows name is taken from the first, and what differs is named. */
export function gatherColumns(rows: readonly RosterRow[], { find }: DraftUnits, sites: DraftSites, complainOf: (line: number) => Complain): DraftColumn[] {
  const roots = new Set(sites.sites.map(({ prefix }) => prefix))
  const columns = new Map<string, DraftColumn>()
  for (const row of rows) {
    const complain = complainOf(row.line)
    if (!row.column) {
      if (row.columnPrefix) complain('address-without-column')
      continue
    }
    const prefix = row.columnPrefix ?? sites.prefixOf(row)
    if (prefix === null) {
      complain('column-without-address', { name: row.column })
      continue
    }
    const key = keyOfColumn({ name: row.column, prefix }, roots)
    const column: DraftColumn = {
      name: row.column, prefix, unitName: find(row.unit)?.name ?? null, class: row.class, deadlineDays: row.days, exemption: row.exemption, line: row.line,
    }
    const first = columns.get(key)
    if (first) join(first, column, complain)
    else columns.set(key, column)
  }
  return [...columns.values()]
}

/** What tells columns apart: the address, or the name where a column only has its site's address. */
export function keyOfColumn({ name, prefix }: { name: string; prefix: string }, roots: ReadonlySet<string>): string {
  return roots.has(prefix) ? `${prefix}\n${foldName(name)}` : prefix
}

/** Fills gaps of the first row from a later one. */
function join(first: DraftColumn, later: DraftColumn, complain: Complain): void {
  const address = first.prefix
  if (first.unitName && later.unitName && first.unitName !== later.unitName) {
    complain('two-owners', { first: first.line, address, owner: first.unitName, other: later.unitName })
    return
  }
  const differs = (field: Field) => complain('column-says-otherwise', { first: first.line, address, field: nameOfField(field) })
  if (foldName(first.name) !== foldName(later.name)) differs('column')
  if (first.class && later.class && first.class !== later.class) differs('class')
  if (first.deadlineDays && later.deadlineDays && first.deadlineDays !== later.deadlineDays) differs('days')
  if (first.exemption && later.exemption && first.exemption !== later.exemption) differs('exemption')
  first.unitName ??= later.unitName
  first.class ??= later.class
  first.deadlineDays ??= later.deadlineDays
  first.exemption ??= later.exemption
}
