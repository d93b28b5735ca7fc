import type { LedgerDb } from '../ledger/db.ts'
import { siblingsOf, timeOf } from '../ledger/sharing/cell-stamp.ts'
import { deviceOf, wallOf } from '../ledger/sharing/clock.ts'
import { partsOfRow } from '../ledger/sharing/cells.ts'
import { partsOfId, sharedKind, type Row } from '../ledger/sharing/kinds.ts'
import type { Issue } from '../types/issue.ts'
import type { Clash, ClashOption, Stamp, StampRow } from '../types/team.ts'

/** Clashes shown at a time. */
const SHOWN = 200

/** Clashes that wait for a person; the latest change first. */
export async function clashesOf(db: LedgerDb): Promise<Clash[]> {
  const clashes = (await clashing(db)).slice(0, SHOWN).flatMap(([row, issue]) => clashesIn(row, issue as unknown as Row))
  return clashes.sort((a, b) => ((a.options[0]?.stamp ?? '') < (b.options[0]?.stamp ?? '') ? 1 : -1))
}

/** In how many issues a clash waits for a person. */
export async function countClashes(db: LedgerDb): Promise<number> {
  return (await clashing(db)).length
}

/** Found by index. One in an issue that is deleted or archived waits for nobody, unless it comes back. */
function clashing(db: LedgerDb): Promise<[StampRow, Issue][]> {
  return db.transaction('r', db.stamps, db.issues, async () => {
    const rows = await db.stamps.where('clash').equals(1).toArray()
    const issues = await db.issues.bulkGet(rows.map(({ doc }) => partsOfId(doc).key))
    return rows.flatMap((row, at): [StampRow, Issue][] => (issues[at] && issues[at].deletedAt === null ? [[row, issues[at]]] : []))
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
