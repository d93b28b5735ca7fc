import type { Stamp, StampRow } from '../../types/team.ts'
import { cellStamp, pastOf, siblingsOf, timeOf } from './cell-stamp.ts'
import { deviceOf } from './clock.ts'

/**
 * Stamps of a row as if another device had made what one made after an instant; it knows what stood up to then.
 * @param after stamp of the one that made it
 */
export function remade(row: StampRow, after: Stamp, device: string): StampRow {
  const isLater = (stamp: Stamp) => deviceOf(stamp) === deviceOf(after) && stamp > after
  const renamed = (stamp: Stamp) => (isLater(stamp) ? stamp.slice(0, -device.length) + device : stamp)
  const base = renamed(row.base)
  const cells = Object.entries(row.cells).map(([name, cell]) => {
    const t = timeOf(cell)
    return [name, isLater(t) ? cellStamp(renamed(t), [after, ...pastOf(cell)], siblingsOf(cell), base) : cell] as const
  })
  return { ...row, base, cells: Object.fromEntries(cells) }
}
