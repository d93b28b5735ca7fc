import { DELETED, type CellStamp, type SharedDoc, type Sibling, type Stamp } from '../types/team.ts'
import { sameValue } from '../ledger/sharing/cells.ts'
import { cellStamp, timeOf } from '../ledger/sharing/cell-stamp.ts'
import { partsOfId, sharedKind } from '../ledger/sharing/kinds.ts'
import { mergeCell } from './merge-cell.ts'

/** Cells that say that a row is deleted: rows that go, and rows that stay as tombstones. */
export const FLAGS = [DELETED, 'deletedAt'] as const

/** A value that lost, with the cell it stood in. */
export interface LostValue extends Sibling {
  cell: string
}

export interface MergedDoc {
  doc: SharedDoc
  lost: LostValue[]
  /** The deletion that an edit made elsewhere has overtaken. */
  returned: Stamp | null
}

/**
 * Merges two states of one row, cell by cell. A pure function of both: the same whatever the order, and however often.
 * Cells and kinds that this version does not know are merged like any other.
 */
export function mergeDocs(a: SharedDoc, b: SharedDoc): MergedDoc {
  const base = a.base > b.base ? a.base : b.base
  const doc: SharedDoc = { _id: a._id, form: Math.max(a.form, b.form), base, values: {}, stamps: {} }
  const lost: LostValue[] = []
  const asks = asksOf(a._id)
  const names = new Set([...cellsOf(a), ...cellsOf(b)])
  for (const name of [...names].sort()) {
    const [mine, theirs] = [sideOf(a, name), sideOf(b, name)]
    if (!mine || !theirs) put(doc, name, (mine ?? theirs)!.value, rebased((mine ?? theirs)!, base))
    else {
      const merged = mergeCell(mine, theirs, asks(name), base)
      put(doc, name, merged.value, merged.stamp)
      for (const one of merged.lost) if (!isQuiet(a._id, name, one.v)) lost.push({ ...one, cell: name })
    }
  }
  const returned = overtaken(doc)
  return { doc, lost, returned: returned !== null && (isDeleted(a) || isDeleted(b)) ? returned : null }
}

function cellsOf({ values, stamps }: SharedDoc): string[] {
  return [...Object.keys(values), ...Object.keys(stamps)]
}

/** Null where a side says nothing of a cell: its version did not know it. */
function sideOf({ values, stamps, base }: SharedDoc, name: string): { stamp: CellStamp; value: unknown; base: Stamp } | null {
  const stamp = Object.prototype.hasOwnProperty.call(stamps, name) ? stamps[name] : undefined
  const value = Object.prototype.hasOwnProperty.call(values, name) ? values[name] : undefined
  return stamp === undefined && value === undefined ? null : { stamp: stamp ?? base, value, base }
}

function rebased({ stamp }: { stamp: CellStamp }, base: Stamp): CellStamp {
  return typeof stamp === 'string' ? stamp : cellStamp(stamp.t, stamp.p ?? [], stamp.c ?? [], base)
}

function put(doc: SharedDoc, name: string, value: unknown, stamp: CellStamp): void {
  if (value !== undefined) doc.values[name] = value
  if (stamp !== doc.base) doc.stamps[name] = stamp
}

/**
 * The deletion that an edit has overtaken: one that is later, by someone who did not know of it, brings the row back. Who knows stamps the
 * deletion anew with what they change (`stamp-row.ts`). Read from the cells, not written into them: they stay what each change made of them.
 */
export function overtaken({ values, stamps, base }: SharedDoc): Stamp | null {
  for (const name of FLAGS) {
    const stamp = stamps[name]
    if (stamp === undefined || !values[name]) continue
    const deleted = timeOf(stamp)
    const later = Object.entries(stamps).some(([cell, one]) => cell !== name && timeOf(one) > deleted)
    return later || base > deleted ? deleted : null
  }
  return null
}

/** Whether a document's row is deleted, as its cells say. */
export function isDeleted(doc: SharedDoc): boolean {
  return FLAGS.some((name) => Boolean(doc.values[name])) && overtaken(doc) === null
}

/** By what two values of a cell are compared where a person decides; null where the later one simply stands. */
function asksOf(id: string): (cell: string) => ((value: unknown) => unknown) | null {
  const rules = sharedKind(partsOfId(id).kind)?.rules ?? []
  const asked = new Map(
    rules.flatMap((rule) => (rule.rule === 'person' ? [[rule.fields[0]!, rule.fields.length > 1] as const] : [])),
  )
  return (cell) => {
    const grouped = asked.get(cell)
    if (grouped === undefined) return null
    return (value) => (grouped ? (value as Record<string, unknown> | null)?.[cell] : value)
  }
}

/** Losing values that are worth nothing to anyone: of a reading that a newer one replaced, of greatest values, of deletions, of mere presence in a list. */
function isQuiet(id: string, cell: string, value: unknown): boolean {
  const shared = sharedKind(partsOfId(id).kind)
  if (value === undefined || value === true || cell === DELETED || cell === 'deletedAt' || shared?.whole || shared?.once) return true
  return (shared?.rules ?? []).some((rule) => rule.rule === 'most' && rule.fields[0] === cell)
}

/** Whether two documents say the same. */
export function sameDoc(a: SharedDoc, b: SharedDoc): boolean {
  return a.base === b.base && sameValue(a.values, b.values) && sameValue(a.stamps, b.stamps)
}
