import type { LedgerDb } from '../ledger/db.ts'
import { cameStamps } from '../ledger/sharing/came.ts'
import { stampOf } from '../ledger/sharing/clock.ts'
import { deviceOfLedger } from '../ledger/sharing/device.ts'
import { partsOfId, SHARED, sharedKind, type Row, type SharedKind } from '../ledger/sharing/kinds.ts'
import { dated } from '../ledger/sharing/stamp-row.ts'
import type { IssueEvent } from '../types/issue.ts'
import type { DocId, SharedDoc, Stamp, TeamDevice } from '../types/team.ts'
import { docsOfRow, onceDoc } from './doc.ts'
import { readDocs } from './read-docs.ts'

/** What is asked for. */
export interface ChangeScope {
  /** Instant, ISO 8601 UTC: what came into this ledger from then on, made here or merged; null: all. */
  since: string | null
  /** The same to the single change: what has a later stamp in this ledger. Goes before `since`. */
  after?: Stamp | undefined
  /** Issues of these units only, with their histories and evidence; null: all. The roster and the office's words always come along. */
  unitIds: readonly (string | null)[] | null
}

const STEP = 500

/**
 * The documents of a ledger, some hundred at a time, each issue together with its history. Rows that were never changed since sharing
 * began have no stamps and are dated by themselves. Pictures are not among them: `hashesIn` says which belong to it.
 * @throws RangeError where sharing has not begun
 */
export async function* changedDocs(db: LedgerDb, scope: ChangeScope): AsyncGenerator<SharedDoc[]> {
  const device = await deviceOfLedger(db)
  if (!device) throw new RangeError('sharing has not begun')
  const from = scope.after ?? (scope.since === null ? null : stampOf(Date.parse(scope.since), 0, '00000000'))
  // the stamps last: what is edited meanwhile gets some and is told twice, and what is told twice does no harm
  for (const shared of SHARED) {
    if (shared.kind === 'burnt') yield (await db.burnt.toArray()).map((row) => onceDoc(shared, row as unknown as Row))
    if (!shared.once && (shared.kind === 'issue' || scope.since === null || scope.since < device.began)) yield* unstampedDocs(db, shared, device, from ?? '', scope)
  }
  for (let after = from ?? ''; ; ) {
    const rows = await db.stamps.where('seq').above(after).limit(STEP).toArray()
    if (rows.length === 0) break
    after = rows[rows.length - 1]!.seq
    const ids = rows.map(({ doc }) => doc).filter((doc) => !doc.startsWith('~') && !sharedKind(partsOfId(doc).kind)?.once)
    yield await withHistory(db, [...(await readDocs(db, ids, device)).values()], scope)
  }
}

/** Hashes of the pictures and of the saved pages that documents speak of. */
export function hashesIn(docs: readonly SharedDoc[]): { shots: string[]; pages: string[] } {
  const named = (cells: RegExp, kind: string) =>
    docs.flatMap(({ _id, values }) => (_id.startsWith(kind) ? Object.keys(values).flatMap((cell) => cells.exec(cell)?.[1] ?? []) : []))
  return { shots: [...new Set(named(/^shots\/([0-9a-f]{64})/, 'issue:'))], pages: [...new Set(named(/^pages\/([0-9a-f]{64})/, 'evidence:'))] }
}

/** Rows from before the time of sharing, of those that tell no time all, because nobody knows when they came; and issues with stamps of their own. */
async function* unstampedDocs(db: LedgerDb, shared: SharedKind, device: TeamDevice, from: string, scope: ChangeScope): AsyncGenerator<SharedDoc[]> {
  for (let after = ''; ; ) {
    const keys = (await db.table(shared.table).where(':id').above(after).limit(STEP).primaryKeys()) as string[]
    if (keys.length === 0) return
    after = keys[keys.length - 1]!
    const rows = (await db.table(shared.table).bulkGet(keys)) as (Row | undefined)[]
    const recent = rows.filter((row): row is Row => row !== undefined && isRecent(row))
    const docs = recent.flatMap((row) => docsOfRow(shared, row, (id) => cameStamps(id, row), device))
    const stamped = new Set(docs.length > 0 ? await db.stamps.where(':id').anyOf(docs.map(({ _id }) => _id)).primaryKeys() : [])
    const wanted = docs.filter(({ _id }) => !stamped.has(_id))
    yield await withHistory(db, wanted, scope)
  }

  function isRecent(row: Row): boolean {
    const at = cameStamps(`${shared.kind}:${String(row[shared.key])}`, row)?.seq ?? dated(shared, row, device)
    return at > from || at === device.floor
  }
}

async function withHistory(db: LedgerDb, docs: readonly SharedDoc[], { unitIds }: ChangeScope): Promise<SharedDoc[]> {
  const mine = unitIds === null ? [...docs] : await ofUnits(db, docs, new Set(unitIds))
  const owners = mine.map(({ _id }) => (partsOfId(_id).kind === 'issue' ? partsOfId(_id).key : _id))
  const events = (await db.events.where('issueId').anyOf(owners).toArray()) as (IssueEvent & Row)[]
  return [...events.map((event) => onceDoc(sharedKind('event')!, event)), ...mine]
}

async function ofUnits(db: LedgerDb, docs: readonly SharedDoc[], units: ReadonlySet<string | null>): Promise<SharedDoc[]> {
  const owner = (id: DocId) => (/^(?:issue|evidence):/.test(id) ? partsOfId(id).key : null)
  const issues = await db.issues.bulkGet([...new Set(docs.flatMap(({ _id }) => owner(_id) ?? []))])
  const wanted = new Set(issues.flatMap((issue) => (issue && units.has(issue.unitId) ? [issue.id] : [])))
  return docs.filter(({ _id }) => owner(_id) === null || wanted.has(owner(_id)!))
}
