import { isQuota } from '../../../errors.ts'
import type { LedgerDb } from '../../../ledger/db.ts'
import { newestFound } from '../../../ledger/found.ts'
import { keepPrepared, preparedSizes, roomFor, thinPrepared, usedPrepared, type Prepared } from '../../../ledger/prepared.ts'
import { readSettings } from '../../../ledger/settings.ts'
import type { Estimate } from '../../../ledger/space.ts'
import { letGo } from '../../../lists/let-go.ts'
import { sha256 } from '../../../lists/picture.ts'
import type { Issue } from '../../../types/issue.ts'
import { copiesOf, copyKey, type CopyOf } from '../../framing/copies-of.ts'
import { isSame, preparedOf } from '../../framing/copies.ts'
import type { Helpers } from '../../framing/helpers.ts'
import { withoutPersonalData } from './scope.ts'

/** How far back a pass looks. `newest`: until so many issues in a row have their copies, which is enough after recording. */
export type Reach = 'all' | 'newest'

const ENOUGH = 10

export interface PrepareTools {
  db: LedgerDb
  /** Where pictures are made. */
  mark: Helpers['mark']
  estimate: () => Promise<Estimate | null>
  /** Ms since 1970. */
  now: () => number
  reach?: Reach
}

/** Issues read in one go. */
const ISSUES_AT_ONCE = 500
/** So much is written in one go: a person who records meanwhile waits no longer than for that. */
const WRITE_AT_ONCE = 1024 * 1024

/**
 * Makes the copies of screenshots that the next export will need, as the office usually exports them, newest issues first
 * and one after the other; what takes more room than there is is left, and what was not used for longest goes.
 * Whatever was made when it is broken off is kept.
 * @returns how many were made
 */
export async function prepareCopies({ db, mark, estimate, now, reach = 'all' }: PrepareTools): Promise<number> {
  const { exportContent, shotStrip } = await readSettings(db)
  const sizes = await preparedSizes(db)
  const room = roomFor(await estimate(), [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0))
  const wanted = new Set<string>()
  let waiting: Prepared[] = []
  let [taken, made, kept] = [0, 0, 0]
  const write = async () => {
    await keepPrepared(db, waiting)
    waiting = []
  }
  /** Of these copies those that are not kept; the others are noted. */
  const missing = async ({ file, small }: { file: CopyOf; small: CopyOf }) => {
    const copies: CopyOf[] = []
    for (const what of isSame(file) ? [small] : [file, small]) {
      const key = await copyKey(what)
      if (wanted.has(key)) continue
      if (!sizes.has(key)) copies.push(what)
      else {
        taken += sizes.get(key)!
        wanted.add(key)
      }
    }
    return copies
  }
  try {
    if (exportContent.pictures !== 'none' && room > 0) {
      for await (const issue of newestWithShots(db)) {
        const before = made
        const shown = exportContent.mask ? withoutPersonalData(issue).issue : issue
        for (const shot of shown.shots) {
          const copies = await missing(copiesOf(shown, shot, exportContent, shotStrip))
          for (const copy of copies.length > 0 ? await copiesMade(db, mark, shot.hash, copies, now()) : []) {
            taken += copy.bytes
            wanted.add(copy.key)
            waiting.push(copy)
            made += 1
          }
          if (waiting.reduce((sum, { bytes }) => sum + bytes, 0) > WRITE_AT_ONCE) await write()
        }
        kept = made > before ? 0 : kept + 1
        if (taken > room || (reach === 'newest' && kept >= ENOUGH)) break
      }
    }
    await write()
    await usedPrepared(db, [...wanted].filter((key) => sizes.has(key)), now())
    await thinPrepared(db, room, wanted)
  } catch (error) {
    if (!isQuota(error)) throw error
    await thinPrepared(db, 0)
  }
  return made
}

async function* newestWithShots(db: LedgerDb): AsyncGenerator<Issue> {
  const ids = await newestFound(db)
  for (let at = 0; at < ids.length; at += ISSUES_AT_ONCE) {
    for (const issue of await db.issues.bulkGet(ids.slice(at, at + ISSUES_AT_ONCE))) if (issue && issue.deletedAt === null && issue.shots.length > 0) yield issue
  }
}

/** None where the original is gone or is no longer what it was: then there is nothing to hand out. */
async function copiesMade(db: LedgerDb, mark: Helpers['mark'], hash: string, copies: readonly CopyOf[], now: number): Promise<Prepared[]> {
  try {
    const shot = await db.shots.get(hash)
    if (!shot || (await sumOf(shot.image)) !== hash.toLowerCase()) return []
    const files = await mark(shot.image, copies)
    return await Promise.all(copies.map((what, at) => preparedOf(what, files[at]!, now)))
  } catch (error) {
    // A picture that cannot be decoded, or whose file is broken, is told of when it is exported.
    if (error instanceof DOMException && error.name !== 'QuotaExceededError') return []
    throw error
  }
}

async function sumOf(image: Blob): Promise<string> {
  const bytes = new Uint8Array(await image.arrayBuffer())
  const sum = await sha256(bytes)
  letGo(bytes)
  return sum
}
