import { foldName } from './name.ts'
import type { RosterRow } from './row.ts'

/** Between a column's parent and its own name, where the name alone would mean two columns. */
export const UNDER = ' > '

/**
 * Columns without an address of their own are known by their names. Where a site has two of one name (工作动态 under
 * 教育 and under 医疗), each is named with its parent, as breadcrumbs show it.
 */
export function qualifyTwins(rows: RosterRow[]): RosterRow[] {
  const paths = new Map<string, Set<string>>()
  const keyOf = ({ site, sitePrefix, column }: RosterRow) => `${sitePrefix ?? foldName(site)}\n${foldName(column)}`
  for (const row of rows) {
    if (row.columnPrefix !== null || row.path.length < 2) continue
    const known = paths.get(keyOf(row)) ?? new Set()
    paths.set(keyOf(row), known.add(row.path.map(foldName).join('\n')))
  }
  return rows.map((row) => {
    const isTwin = row.columnPrefix === null && row.path.length > 1 && (paths.get(keyOf(row))?.size ?? 0) > 1
    return isTwin ? { ...row, column: row.path.slice(-2).join(UNDER) } : row
  })
}
