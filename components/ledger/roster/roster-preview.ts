import type { ImportProblem } from '../../../utils/types/roster-import.ts'

export interface ImportCount {
  added: number
  changed: number
  /** Already in the roster, word for word. */
  same: number
}

export interface ImportChange {
  kind: 'unit' | 'site' | 'column'
  action: 'added' | 'changed'
  name: string
  /** Address, unit, class: what tells it from others. */
  detail: string
}

/** What an import would do, before it does it. */
export interface RosterImportPreview {
  fileName: string
  /** As recognised: `UTF-8`, `GBK`, `XLSX`. */
  encoding: string
  /** Lines with data, header left out. */
  lines: number
  units: ImportCount
  sites: ImportCount
  columns: ImportCount
  /** As many as are worth showing; `moreChanges` says how many were left out. */
  changes: ImportChange[]
  moreChanges: number
  problems: ImportProblem[]
}

/** True when nothing would change. */
export function changesNothing(preview: RosterImportPreview): boolean {
  return [preview.units, preview.sites, preview.columns].every((one) => one.added + one.changed === 0)
}
