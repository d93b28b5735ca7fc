import { timeOf } from '../../../utils/ledger/sharing/cell-stamp.ts'
import { plain, type Cells } from '../../../utils/ledger/sharing/cells.ts'
import { seen, stampOf, tick } from '../../../utils/ledger/sharing/clock.ts'
import { stampedRow } from '../../../utils/ledger/sharing/stamp-row.ts'
import { isDeleted, mergeDocs, overtaken } from '../../../utils/team/merge-doc.ts'
import type { SharedDoc, StampRow } from '../../../utils/types/team.ts'

/** One issue on one device, without a database: what stands, what was lost, and what a person there has seen. */
export interface Replica {
  device: string
  /** By how much its clock is wrong, ms. */
  skew: number
  last: string
  doc: SharedDoc | null
  /** Values that are in the history as lost, `cell t value`. */
  history: Set<string>
}

export const ID = 'issue:01ISSUE'
export const START = 1_790_000_000_000

export function replica(n: number, skew: number): Replica {
  const device = String(n).padStart(8, '0')
  return { device, skew, last: stampOf(START + skew, 0, device), doc: null, history: new Set() }
}

/** Sets a cell (undefined: takes it out), as the database does it below its tables. @returns the stamp that it got */
export function edit(one: Replica, at: number, cell: string, value: unknown): string {
  one.last = tick(one.last, at + one.skew, one.device)
  const before = one.doc && rowOf(one.doc)
  const after: Cells = { ...before, [cell]: value }
  if (value === undefined) delete after[cell]
  const known = one.doc ? stampsOf(one.doc, before!) : undefined
  const row = stampedRow(known, before, after, { doc: ID, now: one.last, base: one.last, sends: false, rank: '3', unstamped: new Set(['updatedAt']) })
  if (row) one.doc = { _id: ID, form: 1, base: row.base, values: { ...after, ...row.kept }, stamps: row.cells }
  return timeOf(row?.cells[cell] ?? row?.base ?? '')
}

/** What one sends, another merges. */
export function receive(one: Replica, doc: SharedDoc, at: number): void {
  const came = JSON.parse(JSON.stringify(doc)) as SharedDoc
  for (const stamp of [came.base, ...Object.values(came.stamps).map(timeOf)]) one.last = seen(one.last, stamp, at + one.skew)
  if (!one.doc) {
    one.doc = came
    return
  }
  const { doc: merged, lost } = mergeDocs(one.doc, came)
  for (const { cell, t, v } of lost) one.history.add(`${cell} ${t} ${plain(v)}`)
  one.doc = merged
}

/** Cells as the row shows them. */
export function rowOf(doc: SharedDoc): Cells {
  return overtaken(doc) === null ? { ...doc.values } : { ...doc.values, deletedAt: null }
}

export { isDeleted }

function stampsOf(doc: SharedDoc, row: Cells): StampRow {
  const kept = Object.fromEntries(Object.entries(doc.values).filter(([cell, value]) => plain(row[cell]) !== plain(value)))
  return { doc: ID, seq: '', base: doc.base, cells: doc.stamps, ...(Object.keys(kept).length > 0 ? { kept } : {}) }
}
