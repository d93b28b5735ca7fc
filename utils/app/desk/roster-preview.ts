import type { Encoding } from '../../roster/csv-file.ts'
import type { Merged } from '../../roster/merge.ts'
import type { ParsedTable } from '../../roster/parse.ts'
import type { Column, Roster, Site, Unit } from '../../types/roster.ts'
import type { ImportProblem } from '../../types/roster-import.ts'

/** As many changes as a person looks through before importing. */
const SHOWN = 200

const ENCODINGS = { 'utf-8': 'UTF-8', gb18030: 'GBK', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', xlsx: 'XLSX' } as const

export type RosterPreviewData = ReturnType<typeof previewOf>

/** What an import would do, in the words of a person's look at it. */
export function previewOf(fileName: string, encoding: Encoding | 'xlsx', parsed: ParsedTable, { added, changed, unchanged, problems }: Merged) {
  const count = (kind: 'unit' | 'site' | 'column', group: keyof Roster) => ({
    added: added[group].length,
    changed: changed.filter((change) => change.kind === kind).length,
    same: unchanged[group],
  })
  const changes = [
    ...added.units.map(({ name, aliases }: Unit) => ({ kind: 'unit' as const, action: 'added' as const, name, detail: aliases.join('、') })),
    ...added.sites.map(({ name, prefix }: Site) => ({ kind: 'site' as const, action: 'added' as const, name, detail: prefix })),
    ...added.columns.map(({ name, prefix }: Column) => ({ kind: 'column' as const, action: 'added' as const, name, detail: prefix })),
    ...changed.map(({ kind, name, fields }) => ({ kind, action: 'changed' as const, name, detail: Object.values(fields).map(([, after]) => String(after ?? '')).join('、') })),
  ]
  return {
    fileName,
    encoding: ENCODINGS[encoding],
    lines: parsed.rows,
    units: count('unit', 'units'),
    sites: count('site', 'sites'),
    columns: count('column', 'columns'),
    changes: changes.slice(0, SHOWN),
    moreChanges: Math.max(0, changes.length - SHOWN),
    problems: [...parsed.problems, ...problems].map(({ line, says, leftOut }): ImportProblem => ({ line, says, effect: leftOut ? 'left-out' : 'warning' })),
  }
}
