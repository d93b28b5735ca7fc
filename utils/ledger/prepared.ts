import { Dexie, type DBCore, type DBCoreTable } from 'dexie'
import type { LedgerDb } from './db.ts'
import { spaceLevel, WARN, type Estimate } from './space.ts'

/** A copy of a screenshot as it is handed out, kept so that the next export need not make it. Worked out: whatever is lost is made again. */
export interface Prepared {
  /** Tells the picture, all that is drawn on it, and how; other marks have another key. */
  key: string
  /** Hash of the original. */
  shot: string
  /** Whole pictures as Blobs, which go into a ZIP without passing through memory; small ones, which go into documents, as bytes. */
  file: Blob | Uint8Array
  /** Of the file, hex. */
  sha256: string
  /** Of the file, as ZIP has it. */
  crc32: number
  bytes: number
  /** Ms since 1970, to the day. */
  usedAt: number
}

/** As much is kept where there is room: pictures of some months. */
const MOST_BYTES = 256 * 1024 * 1024
const DAY = 86_400_000

/**
 * Bytes that prepared copies may take. They are the first to go: together with all else they stay below where a person is warned.
 * @param estimate of all that is stored, null where the browser does not say; @param kept bytes of copies in it
 */
export function roomFor(estimate: Estimate | null, kept: number): number {
  if (!estimate || estimate.quota <= 0) return MOST_BYTES
  if (spaceLevel(estimate) === 'full') return 0
  return Math.max(0, Math.min(MOST_BYTES, Math.floor(estimate.quota * WARN) - (estimate.used - kept)))
}

/** Bytes of each copy by its key, the one not used for longest first: from the index, without reading them. */
export async function preparedSizes(db: LedgerDb): Promise<Map<string, number>> {
  return db.transaction('r', db.prepared, async () => {
    const byUse = db.prepared.orderBy('[usedAt+bytes]')
    const [keys, sizes] = await Promise.all([byUse.primaryKeys(), byUse.keys() as unknown as Promise<[number, number][]>])
    return new Map(keys.map((key, at) => [key, sizes[at]![1]]))
  })
}

/** Bytes of all of them. */
export async function preparedBytes(db: LedgerDb): Promise<number> {
  return [...(await preparedSizes(db)).values()].reduce((sum, bytes) => sum + bytes, 0)
}

/** Keeps copies of pictures that still stand: one whose original was covered or taken away meanwhile is not kept. */
export async function keepPrepared(db: LedgerDb, copies: readonly Prepared[]): Promise<void> {
  await db.transaction('rw', db.shots, db.prepared, async () => {
    const standing = new Set(await db.shots.where(':id').anyOf(copies.map(({ shot }) => shot)).primaryKeys())
    await db.prepared.bulkPut(copies.filter(({ shot }) => standing.has(shot)).map((copy) => ({ ...copy, usedAt: dayOf(copy.usedAt) })))
  })
}

/** Notes which copies were used; at most one writing a week for each, because a row is written with its picture. */
export async function usedPrepared(db: LedgerDb, keys: readonly string[], now: number): Promise<void> {
  const today = dayOf(now)
  const wanted = new Set(keys)
  // From the index: to look at the day in each row would read every picture again.
  const older = await db.prepared.where('[usedAt+bytes]').below([today - 6 * DAY, 0]).primaryKeys()
  for (const key of older) if (wanted.has(key)) await db.prepared.update(key, { usedAt: today })
}

/**
 * Drops copies until the others take no more than `room` bytes: those not used for longest first.
 * @param wanted keys of those that go last
 */
export async function thinPrepared(db: LedgerDb, room: number, wanted: ReadonlySet<string> = new Set()): Promise<void> {
  const sizes = await preparedSizes(db)
  const order = [...sizes.keys()].sort((a, b) => Number(wanted.has(a)) - Number(wanted.has(b)))
  let left = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
  const gone: string[] = []
  for (const key of order) {
    if (left <= room) break
    gone.push(key)
    left -= sizes.get(key)!
  }
  if (gone.length > 0) await db.prepared.bulkDelete(gone)
}

/**
 * Takes prepared copies away with their originals, in the same transaction and whoever does it: what was covered for good
 * must not live on in a copy. Works below the tables, as `logChanges` does: nobody has to think of it.
 */
export function dropWithShots(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'prepared copies',
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        const drops = mode === 'readwrite' && stores.includes('shots') && !stores.includes('prepared') && hasCopies(core)
        return core.transaction(drops ? [...stores, 'prepared'] : stores, mode, options)
      },
      table: (name) => (name === 'shots' && hasCopies(core) ? dropping(core, core.table(name)) : core.table(name)),
    }),
  })
}

function dropping(core: DBCore, shots: DBCoreTable): DBCoreTable {
  const copies = core.table('prepared')
  return {
    ...shots,
    // Chained and not awaited: a promise of the browser's own would leave Dexie's transaction.
    mutate: (request) => {
      const { trans, type } = request
      // All pictures, or a stretch of them: rare enough that all copies may go.
      if (type === 'deleteRange') return copies.mutate({ type, trans, range: { type: ANY, lower: undefined, upper: undefined } }).then(() => shots.mutate(request))
      if (type !== 'delete') return shots.mutate(request)
      const index = copies.schema.getIndexByKeyPath('shot')!
      const found = request.keys.map((hash) => copies.query({ trans, values: false, query: { index, range: { type: EQUAL, lower: hash, upper: hash } } }))
      return Dexie.Promise.all(found)
        .then((answers) => answers.flatMap(({ result }) => result))
        .then((keys) => (keys.length > 0 ? copies.mutate({ type: 'delete', trans, keys }).then(() => undefined) : undefined))
        .then(() => shots.mutate(request))
    },
  }
}

/** Kinds of ranges below the tables. */
const EQUAL = 1
const ANY = 3

/** False while a version without copies is being brought up to date. */
function hasCopies({ schema }: DBCore): boolean {
  return schema.tables.some(({ name }) => name === 'prepared')
}

function dayOf(at: number): number {
  return at - (at % DAY)
}
