import { ROSTER_LEVELS } from '../types/roster-import.ts'
import type { CsvRow } from './csv-file.ts'
import type { Field, Places } from './header.ts'

/** What says which site a row is about. */
const OF_SITE: readonly Field[] = ['site', 'address', 'code']

/** True where the table names columns, in one cell or by levels. */
export function hasColumns(places: Places): boolean {
  return places.column !== undefined || ROSTER_LEVELS.some((level) => places[level] !== undefined)
}

/**
 * Fills what a table leaves out because it stands above. A level above a named one always: 通知公告 under an empty 一级
 * lies where the row above lies. Unit and site only where `shared`.
 */
export function fillDown(rows: readonly CsvRow[], places: Places, shared: boolean): CsvRow[] {
  const levels = ROSTER_LEVELS.flatMap((level) => places[level] ?? [])
  const groups = shared ? [OF_SITE.flatMap((field) => places[field] ?? []), places.unit === undefined ? [] : [places.unit]] : []
  if (levels.length < 2 && !shared) return [...rows]
  let above: readonly string[] = []
  return rows.map(({ line, cells }) => {
    const filled = [...cells]
    const deepest = levels.reduce((last, at, level) => (filled[at] ? level : last), -1)
    let isSame = true
    for (const [level, at] of levels.entries()) {
      if (level >= deepest || !isSame) break
      if (filled[at]) isSame = filled[at] === above[at]
      else filled[at] = above[at] ?? ''
    }
    for (const group of groups) {
      if (group.every((at) => !filled[at])) for (const at of group) filled[at] = above[at] ?? ''
    }
    above = filled
    return { line, cells: filled }
  })
}
