import { isQuota, report } from '../../errors.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import { keepPrepared, preparedBytes, roomFor, thinPrepared, usedPrepared, type Prepared } from '../../ledger/prepared.ts'
import type { Estimate } from '../../ledger/space.ts'
import { crc32 } from '../../zip/crc32.ts'
import { bytesOf, sizeOf, type FileBytes } from '../../lists/folder/stored-file.ts'
import { sha256 } from '../../lists/picture.ts'
import { copyKey, type CopyOf } from './copies-of.ts'
import { isBare } from './marked.ts'
import { readAhead } from './read-ahead.ts'

/** Copies that were made before, and those that are made now for the next time. */
export interface Copies {
  /** Told which will be looked for, about in this order, they are read many at a time. */
  foresee: (order: readonly CopyOf[]) => Promise<void>
  /** A copy that is kept and whole; null: to be made. */
  find: (what: CopyOf) => Promise<FileBytes | null>
  /** As `find`, of a small one: or makes and keeps it; null where it cannot be made. */
  get: (what: CopyOf, make: () => Promise<Uint8Array | null>) => Promise<Uint8Array | null>
  keep: (what: CopyOf, file: FileBytes) => Promise<void>
  /** Writes what still waits, and notes what was used. Never fails: copies can be made again. */
  end: () => Promise<void>
}

/** So much waits until it is written in one go. */
const AT_ONCE = 2 * 1024 * 1024

/**
 * @param now ms since 1970
 * @param estimate of what is stored
 */
export function createCopies(db: LedgerDb, now: () => number, estimate: () => Promise<Estimate | null>): Copies {
  const used: string[] = []
  let waiting: Prepared[] = []
  let writing: Promise<void> = Promise.resolve()
  let [full, made] = [false, false]

  const write = () => {
    const some = waiting
    waiting = []
    writing = writing.then(() => (full || some.length === 0 ? undefined : keepPrepared(db, some))).catch(async (error: unknown) => {
      if (!isQuota(error)) throw error
      full = true
      await thinPrepared(db, 0)
    })
    // Told when it is waited for.
    writing.catch(() => undefined)
  }
  const read = async (keys: string[]) => wholeOnes(await db.prepared.bulkGet(keys))
  let rows = readAhead([], read)
  const find: Copies['find'] = async (what) => {
    if (isSame(what)) return null
    const kept = await rows(await copyKey(what))
    if (!kept) return null
    used.push(kept.key)
    return kept.file instanceof Uint8Array ? kept.file : { blob: kept.file, sha256: kept.sha256, crc32: kept.crc32 }
  }
  const keep: Copies['keep'] = async (what, file) => {
    if (isSame(what) || full) return
    made = true
    waiting.push(await preparedOf(what, file, now()))
    if (waiting.reduce((sum, { bytes }) => sum + bytes, 0) > AT_ONCE) write()
  }
  return {
    foresee: async (order) => {
      rows = readAhead(await Promise.all(order.filter((what) => !isSame(what)).map(copyKey)), read)
    },
    find,
    get: async (what, make) => {
      const kept = await find(what)
      if (kept) return bytesOf(kept)
      const file = await make()
      if (file) await keep(what, file)
      return file
    },
    keep,
    end: async () => {
      try {
        write()
        await writing
        await usedPrepared(db, used, now())
        if (made) await thinPrepared(db, roomFor(await estimate(), await preparedBytes(db)))
      } catch (error) {
        report(error)
      }
    },
  }
}

/** A copy as it is kept. */
export async function preparedOf(what: CopyOf, file: FileBytes, usedAt: number): Promise<Prepared> {
  const sums = file instanceof Uint8Array ? { sha256: await sha256(file), crc32: crc32(file) } : { sha256: file.sha256, crc32: file.crc32 }
  return { key: await copyKey(what), shot: what.shot, file: file instanceof Uint8Array ? file : file.blob, bytes: sizeOf(file), usedAt, ...sums }
}

/**
 * The rows, less what is not kept any more. A disk may have lost some of it; evidence is handed out as it was made or made again. A large one
 * is not read for that: the browser refuses the file behind a stored Blob when it is gone or another, and its CRC-32 in the ZIP shows what else
 * became of it. All that were read together are looked at in one go, and one by one only where one of them is refused.
 */
async function wholeOnes(rows: readonly (Prepared | undefined)[]): Promise<(Prepared | undefined)[]> {
  const blobs = rows.flatMap((row) => (row && row.file instanceof Blob ? [row.file] : []))
  const areThere = blobs.length === 0 || (await canBeRead(blobs))
  return Promise.all(rows.map(async (row) => (row && (await isWhole(row, areThere)) ? row : undefined)))
}

async function isWhole({ file, bytes, sha256: sum }: Prepared, areThere: boolean): Promise<boolean> {
  if (file instanceof Uint8Array) return (await sha256(file)) === sum
  return file.size === bytes && (areThere || (await canBeRead([file])))
}

async function canBeRead(blobs: readonly Blob[]): Promise<boolean> {
  try {
    const ends = await new Blob(blobs.map((blob) => blob.slice(-1))).arrayBuffer()
    return ends.byteLength === blobs.length
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}

/** The original itself is what is handed out. */
export function isSame({ kind, marks }: CopyOf): boolean {
  return kind === 'whole' && isBare(marks)
}
