import type { ColumnClass } from '../types/roster.ts'

/** A roster as a file gives it: units go by name, and nothing has an id yet. `line`: the row that it comes from first. */
export interface RosterDraft {
  units: DraftUnit[]
  sites: DraftSite[]
  columns: DraftColumn[]
}

export interface DraftUnit {
  name: string
  aliases: string[]
  line: number
}

export interface DraftSite {
  name: string
  prefix: string
  siteIdCode: string | null
  /** Name of a unit of the draft; null where pages belong to units by column or source. */
  unitName: string | null
  line: number
}

export interface DraftColumn {
  name: string
  /** The column's own address, else its site's: then it is known by its name alone. */
  prefix: string
  unitName: string | null
  /** Null where the file does not say. */
  class: ColumnClass | null
  deadlineDays: number | null
  exemption: string | null
  line: number
}
