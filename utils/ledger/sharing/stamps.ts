import { Dexie, type DBCore, type DBCoreMutateRequest, type DBCoreTable, type DBCoreTransaction } from 'dexie'
import type { DocId, Stamp, StampRow, TeamDevice } from '../../types/team.ts'
import { cameStamps } from './came.ts'
import { partsOfRow, type Cells } from './cells.ts'
import { advance } from './clock.ts'
import { rowsOfCore } from './many.ts'
import { SHARED, sharedTable, type Row, type SharedKind } from './kinds.ts'
import { dated, stampedRow } from './stamp-row.ts'

/** Tables that come along with every change of a shared one. */
const WITH = ['stamps', 'team'] as const

/** The next stamp of this device; what was given last is stored with the change. */
interface Clock {
  device: TeamDevice
  next: () => Stamp
}

/** Pictures first, then histories, then the rest: nobody is to see an issue whose picture is missing. */
export const RANKS: Partial<Record<string, string>> = { shot: '1', page: '1', burnt: '1', event: '2' }
export const LAST_RANK = '3'

const clocks = new WeakMap<DBCoreTransaction, PromiseLike<Clock | null>>()
const merging = new WeakSet<DBCoreTransaction>()

/** What this transaction writes was done and stamped elsewhere, or is put away and not deleted: it is no edit of ours. */
export function asTheyCame({ idbtrans }: { idbtrans: DBCoreTransaction }): void {
  merging.add(idbtrans)
}

/**
 * Stamps every field of a shared row that changes, in the same transaction and whoever does it (as change-log.ts notes issues).
 * A ledger that shares nothing has no stamps and pays one small look per transaction.
 */
export function stampChanges(db: Dexie, now: () => number = Date.now): void {
  db.use({
    stack: 'dbcore',
    name: 'stamps',
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        const stamps = mode === 'readwrite' && hasStamps(core) && stores.some((store) => sharedTable(store))
        return core.transaction(stamps ? [...new Set([...stores, ...WITH])] : stores, mode, options)
      },
      table: (name) => {
        const shared = sharedTable(name)
        return shared && hasStamps(core) ? stamped(core, core.table(name), shared, now) : core.table(name)
      },
    }),
  })
}

/** False while a version without stamps is being brought up to date. */
function hasStamps({ schema }: DBCore): boolean {
  return schema.tables.some(({ name }) => name === 'stamps')
}

function stamped(core: DBCore, table: DBCoreTable, shared: SharedKind, now: () => number): DBCoreTable {
  const [stamps, team] = [core.table('stamps'), core.table('team')]
  return {
    ...table,
    // chained and not awaited: a promise of the browser's own would leave Dexie's transaction
    mutate: (request) => {
      const { trans } = request
      const removes = request.type === 'delete' || request.type === 'deleteRange'
      if (merging.has(trans)) return table.mutate(request)
      if (removes && shared.removal === 'local' && shared.kind !== 'issue') return table.mutate(request)
      return clockOf(team, trans, now).then((clock) => {
        if (!clock || (shared.once && !clock.device.sends)) return table.mutate(request)
        if (removes && shared.removal === 'local') return putAway(request, clock).then(() => table.mutate(request))
        return changesOf(table, shared, request).then((changes) =>
          table.mutate(request).then((done) => {
            const failed = new Set(Object.keys(done.failures).map(Number))
            return write(changes.filter((_, at) => !failed.has(at)), clock, trans).then(() => done)
          }),
        )
      }) as ReturnType<DBCoreTable['mutate']>
    },
  }

  /** What is put away here keeps its stamps, and one from before anything was shared gets some: it is known when it comes again. */
  function putAway(request: DBCoreMutateRequest, clock: Clock): Promise<unknown> {
    const { trans } = request
    return changesOf(table, shared, request).then((changes) => {
      const own = changes.flatMap(({ before }): StampRow[] => {
        const doc = `${shared.kind}:${String(before?.[shared.key])}`
        return before ? [cameStamps(doc, before) ?? { doc, seq: clock.next(), base: dated(shared, before, clock.device), cells: {} }] : []
      })
      if (own.length === 0) return undefined
      return rowsOfCore(stamps, trans, own.map(({ doc }) => doc))
        .then((known) => stamps.mutate({ type: 'put', trans, values: own.filter((_, at) => !known[at]) }))
        .then(() => team.mutate({ type: 'put', trans, values: [clock.device] }))
    }) as Promise<unknown>
  }

  function write(changes: readonly Change[], clock: Clock, trans: DBCoreTransaction): PromiseLike<unknown> {
    const parts = changes.flatMap((change) => partsOf(shared, change))
    if (parts.length === 0) return Dexie.Promise.resolve()
    return rowsOfCore(stamps, trans, parts.map(({ doc }) => doc)).then((found) => {
      const known = found as (StampRow | undefined)[]
      const rows = parts.flatMap((part, at) => {
        const { doc, row, before, after, unstamped } = part
        if (shared.once && known[at]) return []
        const stamping = { doc, now: clock.next(), base: dated(shared, row, clock.device), sends: clock.device.sends, rank: RANKS[shared.kind] ?? LAST_RANK, unstamped }
        return stampedRow(known[at] ?? cameStamps(doc, before && row), before, after, stamping) ?? []
      })
      if (rows.length === 0) return undefined
      return stamps.mutate({ type: 'put', trans, values: rows }).then(() => team.mutate({ type: 'put', trans, values: [clock.device] }))
    })
  }
}

/** A row before and after; null where there was or is none. */
interface Change {
  before: Row | null
  after: Row | null
}

interface Part {
  doc: DocId
  /** The row by which it is dated. */
  row: Row
  before: Cells | null
  after: Cells | null
  unstamped: ReadonlySet<string>
}

/** The clock of a transaction; null where this ledger shares nothing. */
function clockOf(team: DBCoreTable, trans: DBCoreTransaction, now: () => number): PromiseLike<Clock | null> {
  const known = clocks.get(trans)
  if (known) return known
  const clock = team.get({ trans, key: 'device' }).then((device: TeamDevice | undefined): Clock | null => {
    if (!device) return null
    const mine = { ...device }
    return { device: mine, next: () => advance(mine, now()) }
  })
  clocks.set(trans, clock)
  return clock
}

function changesOf(table: DBCoreTable, shared: SharedKind, request: DBCoreMutateRequest): PromiseLike<Change[]> {
  const { trans } = request
  const keyOf = (row: Row) => row[table.schema.primaryKey.keyPath as string] as string
  if (request.type === 'add') return Dexie.Promise.resolve(request.values.map((after: Row) => ({ before: null, after })))
  if (request.type === 'put') {
    // what is written once has no before: whether it is new is all that counts
    return rowsOfCore(table, trans, request.values.map(keyOf)).then((rows) =>
      request.values.map((after: Row, at) => (shared.once && rows[at] ? { before: null, after: null } : { before: (rows[at] as Row | undefined) ?? null, after })),
    )
  }
  if (request.type === 'delete') return table.getMany({ trans, keys: request.keys }).then((rows: (Row | undefined)[]) => rows.map((row) => ({ before: row ?? null, after: null })))
  return table
    .query({ trans, values: true, query: { index: table.schema.primaryKey, range: request.range } })
    .then(({ result }) => (result as Row[]).map((before) => ({ before, after: null })))
}

const NONE: ReadonlySet<string> = new Set()

function partsOf(shared: SharedKind, { before, after }: Change): Part[] {
  const row = before ?? after
  if (!row) return []
  const idOf = (key: string) => `${shared.kind}:${key}`
  if (shared.once) return [{ doc: idOf(String(row[shared.key])), row, before: null, after: {}, unstamped: NONE }]
  const [was, is] = [before && partsOfRow(shared, before), after && partsOfRow(shared, after)]
  const keys = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])
  return [...keys].map((key) => ({ doc: idOf(key), row, before: was?.get(key) ?? null, after: is?.get(key) ?? null, unstamped: unstamped.get(shared.kind) ?? NONE }))
}

const unstamped = new Map<string, ReadonlySet<string>>(
  SHARED.map(({ kind, rules }) => [kind, new Set(rules.flatMap((rule) => (rule.rule === 'most' ? rule.fields : [])))]),
)
