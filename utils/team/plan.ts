import * as v from 'valibot'
import { SHAPES } from '../ledger/backup/shapes.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { partsOfRow, rulesOf, sameValue, type Cells } from '../ledger/sharing/cells.ts'
import { cameStamps } from '../ledger/sharing/came.ts'
import { timeOf } from '../ledger/sharing/cell-stamp.ts'
import { partsOfId, sharedKind, type Row, type SharedKind } from '../ledger/sharing/kinds.ts'
import { rowsOfTable } from '../ledger/sharing/many.ts'
import { isKnownCell, rowOfCells } from '../ledger/sharing/row.ts'
import type { OwnWord } from '../types/own-word.ts'
import type { DocId, SharedDoc, StampRow, TeamDevice } from '../types/team.ts'
import { docOf, onceDoc } from './doc.ts'
import { FLAGS, isDeleted, mergeDocs, overtaken, sameDoc, type LostValue } from './merge-doc.ts'

/** What one document comes to when it meets what stands here. */
export interface Planned {
  id: DocId
  /** Absent for kinds of a newer version. */
  shared: SharedKind | undefined
  key: string
  /** What was stamped here when this was planned: else it is planned again. */
  known: StampRow | undefined
  before: Row | null
  /** The row as it is to stand; null where none is to. */
  row: Row | null
  merged: SharedDoc
  /** Cells that no row has. */
  kept: Cells
  came: 'added' | 'changed' | 'deleted' | 'same' | 'newer'
  lost: LostValue[]
  /** Stamp of the deletion that an edit has overtaken just now. */
  returned: string | null
  /** Whether the row can be shown and worked with. */
  sound: boolean
  /** We know more than the one who sent it. */
  ahead: boolean
}

/** What stands here for some documents. */
export interface Standing {
  rows: Map<DocId, Row>
  stamps: Map<DocId, StampRow>
}

/** Looks up what stands: a few questions, however many documents. */
export async function standing(db: LedgerDb, ids: readonly DocId[]): Promise<Standing> {
  const rows = new Map<DocId, Row>()
  const byKind = new Map<string, string[]>()
  for (const id of ids) {
    const { kind, key } = partsOfId(id)
    const keys = byKind.get(kind)
    if (keys) keys.push(key)
    else byKind.set(kind, [key])
  }
  const rowsOfKind = async (kind: string, keys: string[]) => {
    const shared = sharedKind(kind)
    if (shared) for (const row of await rowsOf(db, shared, keys)) rows.set(`${kind}:${String(row[shared.key])}`, row)
  }
  const [known] = await Promise.all([rowsOfTable(db.stamps, ids), ...[...byKind].map(([kind, keys]) => rowsOfKind(kind, keys))])
  const stamps = new Map<DocId, StampRow>()
  ids.forEach((id, at) => {
    const row = known[at] ?? cameStamps(id, rows.get(id))
    if (row) stamps.set(id, row)
  })
  return { rows, stamps }
}

async function rowsOf(db: LedgerDb, shared: SharedKind, keys: string[]): Promise<Row[]> {
  if (shared.kind !== 'word') return (await rowsOfTable<Row>(db.table(shared.table), keys)).filter((row) => row !== undefined)
  const wanted = new Set(keys)
  const lists = await db.ownWords.toArray()
  return lists.flatMap(({ words }) => words.filter(({ id }) => wanted.has(id))) as (OwnWord & Row)[]
}

/** Merges one document (all states of it that came) with what stands. Pure. `device`: ours, where something stands. */
export function planned(docs: readonly SharedDoc[], stands: Standing, device: TeamDevice | null): Planned {
  const plan = merging(docs, stands, device)
  return { ...plan, sound: isSoundRow(plan) }
}

type Merging = Omit<Planned, 'sound'>

function merging(docs: readonly SharedDoc[], { rows, stamps }: Standing, device: TeamDevice | null): Merging {
  const id = docs[0]!._id
  const { kind, key } = partsOfId(id)
  const shared = sharedKind(kind)
  const [known, before] = [stamps.get(id), rows.get(id) ?? null]
  if (shared?.once) return onceSide(id, shared, key, docs[0]!, before, known)
  const cells = shared && before ? cellsOf(shared, before, key) : null
  const ours = device && (known || before) ? docOf(shared, id, before, cells, known, device) : null
  const all: LostValue[] = []
  let returned: string | null = null
  const merged = (ours ? [ours, ...docs] : docs).reduce((so, next) => {
    const step = mergeDocs(so, next)
    all.push(...step.lost)
    returned = step.returned ?? returned
    return step.doc
  })
  const [{ inRow, kept }, gone] = [split(merged, shared, key), isDeleted(merged)]
  const flag = FLAGS.find((name) => merged.values[name])
  // the deletion stays in its cell though the row is back, so that the cell is the same everywhere
  if (flag && overtaken(merged) !== null) {
    kept[flag] = merged.values[flag]
    if (flag in inRow) inRow[flag] = null
  }
  const plan = { id, shared, key, known, before, merged, lost: all, returned, ahead: !sameDoc(merged, docs[0]!) }
  if (!shared || rulesOf(shared, key) === null) return { ...plan, row: null, kept: merged.values, came: 'newer' }
  if (shared.removal === 'told' && gone) return { ...plan, row: null, kept: merged.values, came: before ? 'deleted' : 'same' }
  // put away here (archived), and nothing new came
  if (!before && known && !known.kept && sameValue(merged.stamps, known.cells)) return { ...plan, row: null, kept, came: 'same', ahead: false }
  const row = rowOfCells(shared, key, inRow, before ?? undefined, (cell) => timeOf(merged.stamps[cell] ?? merged.base))
  return { ...plan, row, kept, came: before === null ? 'added' : sameValue(before, row) ? 'same' : wasDeleted(row) && !wasDeleted(before) ? 'deleted' : 'changed' }
}

function isSoundRow({ shared, row }: Merging): boolean {
  if (!shared || !row || shared.kind === 'shot' || shared.kind === 'page') return true
  return shared.kind === 'word' ? v.is(SHAPES.ownWords, { name: 'office', words: [row] }) : v.is(SHAPES[shared.table as keyof typeof SHAPES], row)
}

function onceSide(id: DocId, shared: SharedKind, key: string, doc: SharedDoc, before: Row | null, known: StampRow | undefined): Merging {
  const plan = { id, shared, key, known, before, kept: {}, lost: [], returned: null, ahead: false }
  if (before) return { ...plan, row: before, merged: onceDoc(shared, before), came: 'same' }
  return { ...plan, row: { ...doc.values, [shared.key]: key }, merged: doc, came: 'added' }
}

function cellsOf(shared: SharedKind, row: Row, key: string): Cells | null {
  return shared.kind === 'word' ? (partsOfRow(shared, { words: [row] }).get(key) ?? null) : (partsOfRow(shared, row).get(key) ?? null)
}

/** Cells that the row is made of, and those that only a newer version reads. */
function split({ values }: SharedDoc, shared: SharedKind | undefined, key: string): { inRow: Cells; kept: Cells } {
  const [inRow, kept]: [Cells, Cells] = [{}, {}]
  for (const [cell, value] of Object.entries(values)) (shared && isKnownCell(shared, key, cell) ? inRow : kept)[cell] = value
  return { inRow, kept }
}

function wasDeleted(row: Row): boolean {
  return Boolean(row['deletedAt'])
}
