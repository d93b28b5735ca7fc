import { ROSTER_LEVELS, type Layout } from '../types/roster-import.ts'
import { hasColumns } from './fill-down.ts'
import { isTemplate, placesOf, type Places } from './header.ts'
import { foldName } from './name.ts'
import type { Table } from './table.ts'

/** Titles and remarks may stand above the header. */
const HEADER_WITHIN = 15
/** From this share of rows without a unit on, empty cells are taken to mean "as above". */
const EMPTY_SHARE = 0.2
/** In a shorter table an empty cell tells nothing, unless its columns stand in levels, which are merged as a rule. */
const ROWS_THAT_TELL = 4

/** Guesses a table's layout: the row that names most fields, a second row of names under it taken in. Never fails; nothing known gives no places. */
export function guessLayout({ rows }: Table): Layout {
  const all = rows.slice(0, HEADER_WITHIN).map(({ cells }, header) => ({ header, places: placesOf(cells) }))
  const best = all.reduce((best, one) => (weight(one.places) > weight(best.places) ? one : best), { header: -1, places: {} as Places })
  const { header, places } = best.header < 0 ? { header: rows.length > 1 ? 0 : -1, places: {} } : withNextRow(best, all[best.header + 1]?.places, rows[best.header + 1]?.cells)
  return { header, places, fillDown: seemsMerged(rows.slice(header + 1).map(({ cells }) => cells), places), site: '' }
}

/** Layout after a person named another header row. */
export function layoutAt({ rows }: Table, header: number): Layout {
  const places = header < 0 ? {} : placesOf(rows[header]?.cells ?? [])
  return { header, places, fillDown: seemsMerged(rows.slice(header + 1).map(({ cells }) => cells), places), site: '' }
}

/** By what a table is known again next time: the names in its header, in their order. */
export function shapeOf({ rows }: Table, { header }: Layout): string {
  return (rows[header]?.cells ?? []).map(foldName).join('|')
}

/** Something can be imported: a unit, a site's address, or a column is known. */
export function isMapped({ places }: Layout): boolean {
  return places.unit !== undefined || places.address !== undefined || hasColumns(places)
}

function weight(places: Places): number {
  return Object.keys(places).length + (places.unit === undefined ? 0 : 1) + (hasColumns(places) ? 1 : 0)
}

/** 栏目名称 over 一级, 二级, 三级: the second row names what the first only groups. */
function withNextRow(best: { header: number; places: Places }, next: Places = {}, cells: readonly string[] = []): { header: number; places: Places } {
  const levels = ROSTER_LEVELS.filter((level) => next[level] !== undefined)
  const named = cells.filter(Boolean).length
  if (levels.length < 2 || named > Object.keys(next).length + 1) return best
  const { column, ...others } = best.places
  const taken = new Set(levels.map((level) => next[level]))
  return { header: best.header + 1, places: { ...(column !== undefined && !taken.has(column) ? { column } : {}), ...others, ...Object.fromEntries(levels.map((level) => [level, next[level]])) } }
}

/** Files of our own never leave a cell out, so that a row without a unit has none. */
function seemsMerged(rows: readonly (readonly string[])[], places: Places): boolean {
  const { unit } = places
  const isLeveled = ROSTER_LEVELS.some((level) => places[level] !== undefined)
  if ((rows.length < ROWS_THAT_TELL && !isLeveled) || unit === undefined || !hasColumns(places) || isTemplate(places)) return false
  const filled = rows.filter((cells) => cells[unit])
  return filled.length > 0 && Boolean(rows[0]?.[unit]) && rows.length - filled.length >= rows.length * EMPTY_SHARE
}
