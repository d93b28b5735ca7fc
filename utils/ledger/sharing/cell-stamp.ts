import type { CellHistory, CellStamp, Sibling, Stamp } from '../../types/team.ts'
import { bumped, deviceOf } from './clock.ts'

export function timeOf(cell: CellStamp): Stamp {
  return typeof cell === 'string' ? cell : cell.t
}

export function siblingsOf(cell: CellStamp): readonly Sibling[] {
  return typeof cell === 'string' ? [] : (cell.c ?? [])
}

/** All stamps that a cell tells of besides its own. */
export function pastOf(cell: CellStamp): readonly Stamp[] {
  return typeof cell === 'string' ? [] : (cell.p ?? [])
}

/**
 * The stamp of a cell that is set now, by someone who saw what stood there: it knows that, and all that it knew, siblings too.
 * It is later than what it replaces even where that was stamped by a clock far ahead.
 * @param now what the clock says
 * @param base stamp of the row's making, which everyone knows
 */
export function overwritten(before: CellStamp | undefined, now: Stamp, base: Stamp): CellStamp {
  if (before === undefined) return now
  const device = deviceOf(now)
  const known = [timeOf(before), ...siblingsOf(before).map(({ t }) => t), ...pastOf(before)]
  const latest = known.reduce((most, stamp) => (stamp > most ? stamp : most), '')
  return cellStamp(now > latest ? now : bumped(latest, device), known, [], base)
}

/** A cell's stamp in the one form it has: nothing that it says by itself, the past in order. */
export function cellStamp(t: Stamp, known: readonly Stamp[], siblings: readonly Sibling[], base: Stamp): CellStamp {
  const newest = new Map<string, Stamp>()
  for (const stamp of known) {
    const device = deviceOf(stamp)
    if (stamp !== base && stamp > (newest.get(device) ?? '')) newest.set(device, stamp)
  }
  for (const stamp of [t, ...siblings.map((one) => one.t)]) if ((newest.get(deviceOf(stamp)) ?? '') <= stamp) newest.delete(deviceOf(stamp))
  if (newest.size === 0 && siblings.length === 0) return t
  const cell: CellHistory = { t }
  if (newest.size > 0) cell.p = [...newest.values()].sort()
  if (siblings.length > 0) cell.c = [...siblings]
  return cell
}

/** Whether a cell was set or merged by someone who knew of a stamp. */
export function knows(cell: CellStamp, stamp: Stamp, base: Stamp): boolean {
  if (stamp === base) return true
  const device = deviceOf(stamp)
  const covers = (known: Stamp) => known >= stamp && deviceOf(known) === device
  return covers(timeOf(cell)) || siblingsOf(cell).some(({ t }) => covers(t)) || pastOf(cell).some(covers)
}
