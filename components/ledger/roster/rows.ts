import type { Column, Roster, Site, Unit } from '../../../utils/types/roster.ts'

export type RosterKind = 'units' | 'sites' | 'columns'

export const ROSTER_KINDS: readonly RosterKind[] = ['units', 'sites', 'columns']

/** What narrows the rows; '' and null let everything through. */
export interface RosterFilter {
  text: string
  /** Unit id; `NONE` for rows without a unit. */
  unitId: string
  /** Class of columns; '' for all. */
  class: string
}

export const NONE = '-'

export const NO_ROSTER_FILTER: RosterFilter = { text: '', unitId: '', class: '' }

export type RosterRow =
  | { kind: 'units'; row: Unit; sites: number; columns: number }
  | { kind: 'sites'; row: Site; unit: string }
  | { kind: 'columns'; row: Column; unit: string }

interface Searched {
  of: RosterRow
  text: string
}

/** A roster made ready for searching: once for each roster, so that each key stroke only compares. */
export type RosterIndex = Record<RosterKind, Searched[]>

/** Rows by kind in the order shown: units by name, sites and columns by address. */
export function indexRoster({ units, sites, columns }: Roster): RosterIndex {
  const names = new Map(units.map(({ id, name, aliases }) => [id, { name, text: [name, ...aliases].join(' ') }]))
  const [ofSites, ofColumns] = [tally(sites), tally(columns)]
  const owned = <T extends Site | Column, K extends 'sites' | 'columns'>(kind: K, rows: readonly T[]) =>
    [...rows].sort(byPrefix).map((row) => {
      const unit = names.get(row.unitId ?? '')
      const of = { kind, row, unit: unit?.name ?? '' } as unknown as RosterRow
      return { of, text: fold(`${row.name} ${row.prefix} ${unit?.text ?? ''}`) }
    })
  return {
    units: [...units].sort((a, b) => compare(a.name, b.name)).map((row) => ({
      of: { kind: 'units', row, sites: ofSites.get(row.id) ?? 0, columns: ofColumns.get(row.id) ?? 0 }, text: fold(names.get(row.id)!.text),
    })),
    sites: owned('sites', sites),
    columns: owned('columns', columns),
  }
}

/** The rows of a kind that pass a filter. Every word of the search must be found. */
export function rowsOf(index: RosterIndex, kind: RosterKind, filter: RosterFilter): RosterRow[] {
  const words = filter.text.split(/\s+/).map(fold).filter(Boolean)
  const passes = ({ of, text }: Searched) => {
    if (of.kind !== 'units' && filter.unitId !== '' && (of.row.unitId ?? NONE) !== filter.unitId) return false
    if (of.kind === 'columns' && filter.class !== '' && of.row.class !== filter.class) return false
    return words.every((word) => text.includes(word))
  }
  return index[kind].filter(passes).map(({ of }) => of)
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/** By code points: `localeCompare` of 20,000 names takes a second. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function byPrefix(a: Site | Column, b: Site | Column): number {
  return compare(a.prefix, b.prefix) || compare(a.name, b.name)
}

function tally(rows: readonly { unitId: string | null }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { unitId } of rows) if (unitId !== null) counts.set(unitId, (counts.get(unitId) ?? 0) + 1)
  return counts
}
