import type { CellStamp, Stamp, StampRow } from '../../types/team.ts'
import { cellStamp, pastOf, siblingsOf, timeOf } from './cell-stamp.ts'
import { deviceOf, markedBy } from './clock.ts'

/**
 * Stamps of a row as if another device had made what one made after an instant; it knows what stood up to then. Null where nothing was.
 * @param after stamp of the one that made it
 */
export function remade(row: StampRow, after: Stamp, device: string): Pick<StampRow, 'base' | 'cells'> | null {
  const isLater = (stamp: Stamp) => deviceOf(stamp) === deviceOf(after) && stamp > after
  const renamed = (stamp: Stamp) => (isLater(stamp) ? markedBy(stamp, device) : stamp)
  const base = renamed(row.base)
  let changed = base !== row.base
  const cells = Object.entries(row.cells).map(([name, cell]): [string, CellStamp] => {
    const siblings = siblingsOf(cell)
    if (![timeOf(cell), ...pastOf(cell), ...siblings.map(({ t }) => t)].some(isLater)) return [name, cell]
    changed = true
    return [name, cellStamp(renamed(timeOf(cell)), [after, ...pastOf(cell).map(renamed)], siblings.map(({ t, v }) => ({ t: renamed(t), v })), base)]
  })
  return changed ? { base, cells: Object.fromEntries(cells) } : null
}
