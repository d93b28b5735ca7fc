import type { Phrase } from './phrase.ts'
import type { ColumnClass } from './roster.ts'

/** The fields of a roster file, in the order of the template. */
export const ROSTER_FIELDS = ['unit', 'aliases', 'site', 'address', 'code', 'column', 'columnAddress', 'class', 'days', 'exemption'] as const

/** Tables of responsibility have a column's place in the site in several columns: 一级栏目, 二级栏目, 三级栏目. */
export const ROSTER_LEVELS = ['level1', 'level2', 'level3'] as const

/** What a column of a file can mean. */
export const MAPPABLE = [...ROSTER_FIELDS, ...ROSTER_LEVELS] as const

export type RosterField = (typeof MAPPABLE)[number]

/** Which column of a table means what. Guessed first; a person may change every part of it. */
export interface Layout {
  /** Index in the table's rows of the (last) header row; -1: the table has none. */
  header: number
  /** Where each field stands in a row; absent where the file has no such column. */
  places: Partial<Record<RosterField, number>>
  /** Empty cells of unit and site take what stands above them: a table whose merged cells were lost on the way to CSV. */
  fillDown: boolean
  /** Address of the site whose columns these are, where the table names none; '' for none. */
  site: string
}

/** What a person chose for a file: one of its tables, its layout, and names that mean known units (name → unit's name). */
export interface ImportChoice {
  table: number
  layout: Layout
  same: Record<string, string>
}

/** Where a page shows an address. */
export type PlaceKind = 'navigation' | 'section' | 'map' | 'link'

/** An address on a home or site-map page that may be a column's or a site's. */
export interface PagePlace {
  name: string
  /** Absolute. */
  url: string
  kind: PlaceKind
  /** Heading above it: 政务公开, 部门网站; '' where there is none. */
  group: string
}

/** What a home or site-map page offers for the roster. Words of a page: data, never trusted. */
export interface PagePlaces {
  url: string
  title: string
  siteName: string
  siteIdCode: string
  sponsor: string
  places: PagePlace[]
}

/** One line that 从本页导入 proposes. */
export interface Proposal {
  /** Its address as the roster keeps it. */
  id: string
  kind: 'column' | 'site'
  name: string
  url: string
  group: string
  /** For columns. */
  class: ColumnClass
  /** Days of the class, for a look; null: no deadline. */
  limitDays: number | null
  /** Name of the unit, '' where none is known. */
  unit: string
  /** New to the roster, or there already. */
  known: boolean
  /** Ticked at first. */
  likely: boolean
}

/** All that a page proposes. */
export interface PageProposals {
  url: string
  siteName: string
  siteIdCode: string
  /** The page's own site is in the roster already. */
  siteKnown: boolean
  proposals: Proposal[]
}

/** A name that looks like an abbreviation of a unit's. */
export interface NameProposal {
  name: string
  unitId: string
  unitName: string
}

/** A problem of an import, in one sentence. */
export interface ImportProblem {
  /** Line of the file, the header being 1; null where the whole file is meant. */
  line: number | null
  says: Phrase
  /** `left-out`: the line will not be imported; `warning`: it will. */
  effect: 'left-out' | 'warning'
}
