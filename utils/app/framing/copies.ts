import { isQuota, report } from '../../errors.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import { keepPrepared, preparedBytes, roomFor, thinPrepared, usedPrepared, type Prepared } from '../../ledger/prepared.ts'
import type { Estimate } from '../../ledger/space.ts'
import { sha256 } from '../../lists/picture.ts'
import { copyKey, type CopyOf } from './copies-of.ts'
import { isBare } from './marked.ts'

/** Copies that were made before, and those that are made now for the next time. */
export interface Copies {
  /** A copy that is kept and whole; null: to be made. */
  find: (what: CopyOf) => Promise<Pick<Prepared, 'file' | 'sha256'> | null>
  /** Finds it, or makes and keeps it; null where it cannot be made. */
  get: (what: CopyOf, make: () => Promise<Uint8Array | null>) => Promise<Uint8Array | null>
  keep: (what: CopyOf, file: Uint8Array) => Promise<void>
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
  const find: Copies['find'] = async (what) => {
    if (isSame(what)) return null
    const kept = await db.prepared.get(await copyKey(what))
    if (!kept) return null
    // A disk may have lost some of it; evidence is handed out as it was made or made again.
    if ((await sha256(kept.file)) !== kept.sha256) return null
    used.push(kept.key)
    return kept
  }
  const keep: Copies['keep'] = async (what, file) => {
    if (isSame(what) || full) return
    made = true
    waiting.push({ key: await copyKey(what), shot: what.shot, file, sha256: await sha256(file), bytes: file.length, usedAt: now() })
    if (waiting.reduce((sum, { bytes }) => sum + bytes, 0) > AT_ONCE) write()
  }
  return {
    find,
    get: async (what, make) => {
      const kept = await find(what)
      if (kept) return kept.file
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

/** The original itself is what is handed out. */
function isSame({ kind, marks }: CopyOf): boolean {
  return kind === 'whole' && isBare(marks)
}
