import type { SavedPage } from '../types/evidence.ts'
import type { Shot } from '../types/issue.ts'
import type { DocId, SharedDoc, StampRow, TeamDevice } from '../types/team.ts'
import { partsOfRow, type Cells } from '../ledger/sharing/cells.ts'
import { stampOf } from '../ledger/sharing/clock.ts'
import type { Row, SharedKind } from '../ledger/sharing/kinds.ts'
import { dated } from '../ledger/sharing/stamp-row.ts'

/** Version of the document's form. */
export const FORM = 1

/** Device of what is the same wherever it was written. */
const ANYONE = '00000000'

/**
 * What a row is as a document.
 * @param cells what its cells hold; null where there is no row (deleted, or of a newer version)
 * @param stamps null for a row that stood before anything was shared and was not changed since
 */
export function docOf(shared: SharedKind | undefined, id: DocId, row: Row | null, cells: Cells | null, stamps: StampRow | undefined, device: TeamDevice): SharedDoc {
  const mine = shared?.kind === 'issue' && cells && cells['mark'] === undefined ? { ...cells, mark: device.mark } : cells
  if (stamps) return { _id: id, form: FORM, base: stamps.base, values: { ...mine, ...stamps.kept }, stamps: stamps.cells }
  return { _id: id, form: FORM, base: row && shared ? dated(shared, row, device) : device.floor, values: { ...mine }, stamps: {} }
}

/** Documents of a row by id. */
export function docsOfRow(shared: SharedKind, row: Row, stampsOf: (id: DocId) => StampRow | undefined, device: TeamDevice): SharedDoc[] {
  if (shared.once) return [onceDoc(shared, row)]
  return [...partsOfRow(shared, row)].map(([key, cells]) => {
    const id = `${shared.kind}:${key}`
    return docOf(shared, id, row, cells, stampsOf(id), device)
  })
}

/** What is written once is the same document whoever sends it. Of a picture it tells the kind and size; its bytes travel beside it. */
export function onceDoc(shared: SharedKind, row: Row): SharedDoc {
  const wall = shared.time ? Date.parse(String(row[shared.time])) : 0
  const base = stampOf(Number.isNaN(wall) ? 0 : wall, 0, ANYONE)
  return { _id: `${shared.kind}:${String(row[shared.key])}`, form: FORM, base, values: valuesOf(shared, row), stamps: {} }
}

function valuesOf(shared: SharedKind, row: Row): Cells {
  if (shared.kind === 'shot') {
    const { image, width, height } = row as unknown as Shot
    return { type: image.type, bytes: image.size, width, height }
  }
  if (shared.kind === 'page') {
    const { file } = row as unknown as SavedPage
    return { type: file.type, bytes: file.size }
  }
  const { [shared.key]: _key, ...rest } = row
  return rest
}
