import type { Phrase } from '../../../utils/types/phrase.ts'
import type { Unit } from '../../../utils/types/roster.ts'

/** One line of the table of units. */
export interface UnitRow {
  unit: Unit
  sites: number
  columns: number
  /** Issues that are neither closed nor set aside. */
  openIssues: number
}

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

export interface ImportProblem {
  /** Line of the file, the header being 1; null where the whole file is meant. */
  line: number | null
  says: Phrase
  /** `left-out`: the line will not be imported; `warning`: it will. */
  effect: 'left-out' | 'warning'
}

/** What an import would do, before it does it. */
export interface RosterImportPreview {
  fileName: string
  /** As recognised: `UTF-8`, `GBK`. */
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
