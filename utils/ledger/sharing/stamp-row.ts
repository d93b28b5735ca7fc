import { DELETED, type CellStamp, type DocId, type Stamp, type StampRow, type TeamDevice } from '../../types/team.ts'
import type { Row, SharedKind } from './kinds.ts'
import { sameValue, type Cells } from './cells.ts'
import { overwritten, siblingsOf, timeOf } from './cell-stamp.ts'
import { bumped, deviceOf, stampOf } from './clock.ts'

/** What a change of a row knows of its surroundings. */
export interface Stamping {
  doc: DocId
  /** The clock's stamp for this row. */
  now: Stamp
  /** Which it is dated to where nothing was stamped yet. */
  base: Stamp
  /** There is a server that has to hear of it. */
  sends: boolean
  rank: string
  /** Cells that are compared, but have no stamps of their own. */
  unstamped: ReadonlySet<string>
}

/**
 * Stamps of a row after a change: each cell that holds something else than before gets the new stamp.
 * @param known what was stamped before; absent for a new row and for one from before the time of sharing
 * @param before cells before; null where there was no row
 * @param after cells after; null where the row was removed
 * @returns null where nothing changed
 */
export function stampedRow(known: StampRow | undefined, before: Cells | null, after: Cells | null, stamping: Stamping): StampRow | null {
  const { doc, now, sends, rank, unstamped } = stamping
  const mark = { doc, seq: now, ...(sends ? { pending: rank + now } : {}) }
  if (!known && before === null) return { ...mark, base: now, cells: {} }
  const base = known?.base ?? stamping.base
  const cells: Record<string, CellStamp> = { ...known?.cells }
  const stamp = (cell: string) => (cells[cell] = overwritten(cells[cell] ?? base, now, base))
  const kept = { ...known?.kept }
  const returns: string[] = []
  let changed = false
  if (after === null) {
    if (before === null) return null
    cells[DELETED] = latest(stamp(DELETED), cells, now)
    return clashed({ ...withoutMarks(known), ...mark, base, cells, kept: { ...kept, ...before, [DELETED]: true } })
  }
  const was = before ?? kept
  for (const flag of [DELETED, 'deletedAt']) {
    // deleted and back: by being made anew here, or by an edit elsewhere that overtook the deletion
    if (!kept[flag] || sameValue(kept[flag], after[flag])) continue
    if (before === null) changed = true
    returns.push(flag)
  }
  if (returns.length > 0 && before === null) for (const cell of Object.keys(after)) delete kept[cell]
  for (const cell of new Set([...Object.keys(was), ...Object.keys(after)])) {
    if ((before === null && !(cell in after)) || sameValue(was[cell], after[cell])) continue
    changed = true
    if (!unstamped.has(cell)) stamp(cell)
  }
  if (!changed) return null
  for (const flag of returns) {
    delete kept[flag]
    if (!after[flag]) stamp(flag)
  }
  // Later than all else in the row. Whoever changes a deleted issue knowing that it is one does not bring it back.
  if (after['deletedAt'] && cells['deletedAt']) cells['deletedAt'] = latest(stamp('deletedAt'), cells, now)
  return clashed({ ...withoutMarks(known), ...mark, base, cells, ...(Object.keys(kept).length > 0 ? { kept } : {}) })
}

/** A stamp that no other of the row is later than: a clock far ahead may have stamped one of them. */
function latest(own: CellStamp, cells: Readonly<Record<string, CellStamp>>, now: Stamp): CellStamp {
  const most = Object.values(cells).reduce<Stamp>((latest, cell) => (timeOf(cell) > latest ? timeOf(cell) : latest), timeOf(own))
  if (most === timeOf(own)) return own
  return typeof own === 'string' ? bumped(most, deviceOf(now)) : { ...own, t: bumped(most, deviceOf(now)) }
}

/** The stamp to which a row is dated that stood before anything was shared: its own time, never later than when sharing began. By the id of then, whatever it is now. */
export function dated({ time }: SharedKind, row: Row, { floor, began }: TeamDevice): Stamp {
  const wall = time ? Date.parse(String(row[time])) : NaN
  return Number.isNaN(wall) ? floor : stampOf(Math.min(wall, Date.parse(began)), 0, deviceOf(floor))
}

/** With or without the mark of an open clash, as its cells say. */
export function clashed(row: StampRow): StampRow {
  const { clash: _old, ...rest } = row
  return Object.values(row.cells).some((cell) => siblingsOf(cell).length > 0) ? { ...rest, clash: 1 } : rest
}

function withoutMarks(known: StampRow | undefined): Partial<StampRow> {
  const { pending: _pending, clash: _clash, kept: _kept, ...rest } = known ?? ({} as Partial<StampRow>)
  return rest
}
