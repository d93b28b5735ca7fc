import type { LedgerDb } from '../ledger/db.ts'
import { siblingsOf, timeOf } from '../ledger/sharing/cell-stamp.ts'
import { deviceOf, wallOf } from '../ledger/sharing/clock.ts'
import { partsOfRow } from '../ledger/sharing/cells.ts'
import { partsOfId, sharedKind, type Row } from '../ledger/sharing/kinds.ts'
import type { Clash, ClashOption, Stamp, StampRow } from '../types/team.ts'

/** Clashes that wait for a person, found by index; the latest change first. */
export async function clashesOf(db: LedgerDb, limit = 200): Promise<Clash[]> {
  return db.transaction('r', db.stamps, db.issues, async () => {
    const rows = await db.stamps.where('clash').equals(1).limit(limit).toArray()
    const issues = await db.issues.bulkGet(rows.map(({ doc }) => partsOfId(doc).key))
    const clashes = rows.flatMap((row, at) => (issues[at] && issues[at].deletedAt === null ? clashesIn(row, issues[at] as unknown as Row) : []))
    return clashes.sort((a, b) => ((a.options[0]?.stamp ?? '') < (b.options[0]?.stamp ?? '') ? 1 : -1))
  })
}

function clashesIn(row: StampRow, issue: Row): Clash[] {
  const { kind, key } = partsOfId(row.doc)
  const shared = sharedKind(kind)
  const cells = (shared && partsOfRow(shared, issue).get(key)) ?? {}
  return Object.entries(row.cells).flatMap(([cell, stamp]) => {
    const siblings = siblingsOf(stamp)
    if (siblings.length === 0) return []
    return [{ doc: row.doc, issueId: key, cell, options: [optionOf(cell, cells[cell], timeOf(stamp)), ...siblings.map(({ v, t }) => optionOf(cell, v, t))] }]
  })
}

function optionOf(cell: string, value: unknown, stamp: Stamp): ClashOption {
  const fields = typeof value === 'object' && value !== null ? (value as Row) : { [cell]: value }
  return { value: fields, stamp, device: deviceOf(stamp), at: new Date(wallOf(stamp)).toISOString() }
}
