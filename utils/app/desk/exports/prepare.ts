import { isQuota } from '../../../errors.ts'
import type { LedgerDb } from '../../../ledger/db.ts'
import { keepPrepared, preparedSizes, roomFor, thinPrepared, usedPrepared, type Prepared } from '../../../ledger/prepared.ts'
import { readSettings } from '../../../ledger/settings.ts'
import type { Estimate } from '../../../ledger/space.ts'
import { sha256 } from '../../../lists/picture.ts'
import type { Issue } from '../../../types/issue.ts'
import { copiesOf, copyKey, type CopyOf } from '../../framing/copies-of.ts'
import { isBare } from '../../framing/marked.ts'
import type { Helpers } from '../../framing/helpers.ts'
import { thumbnailOf } from '../../thumbnail.ts'
import { withoutPersonalData } from './scope.ts'

export interface PrepareTools {
  db: LedgerDb
  /** Where pictures are made. */
  helpers: Pick<Helpers, 'mark' | 'shrink'>
  estimate: () => Promise<Estimate | null>
  /** Ms since 1970. */
  now: () => number
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
export async function prepareCopies({ db, helpers, estimate, now }: PrepareTools): Promise<number> {
  const { exportContent, shotStrip } = await readSettings(db)
  const sizes = await preparedSizes(db)
  const room = roomFor(await estimate(), [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0))
  const wanted = new Set<string>()
  let waiting: Prepared[] = []
  let [taken, made] = [0, 0]
  const write = async () => {
    await keepPrepared(db, waiting)
    waiting = []
  }
  try {
    if (exportContent.pictures !== 'none' && room > 0) {
      for await (const issue of newestWithShots(db)) {
        const shown = exportContent.mask ? withoutPersonalData(issue).issue : issue
        for (const shot of shown.shots) {
          const { file, small } = copiesOf(shown, shot, exportContent, shotStrip)
          for (const what of file.kind === 'whole' && isBare(file.marks) ? [small] : [file, small]) {
            const key = await copyKey(what)
            if (wanted.has(key)) continue
            const copy = sizes.has(key) ? null : await copyMade(db, helpers, what)
            if (!copy && !sizes.has(key)) continue
            taken += copy?.length ?? sizes.get(key)!
            wanted.add(key)
            if (!copy) continue
            waiting.push({ key, shot: what.shot, file: copy, sha256: await sha256(copy), bytes: copy.length, usedAt: now() })
            made += 1
            if (waiting.reduce((sum, { bytes }) => sum + bytes, 0) > WRITE_AT_ONCE) await write()
          }
        }
        if (taken > room) break
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
  const ids = ((await db.issues.orderBy('foundAt').primaryKeys()) as string[]).reverse()
  for (let at = 0; at < ids.length; at += ISSUES_AT_ONCE) {
    for (const issue of await db.issues.bulkGet(ids.slice(at, at + ISSUES_AT_ONCE))) if (issue && issue.deletedAt === null && issue.shots.length > 0) yield issue
  }
}

/** null where the original is gone or is no longer what it was: then there is nothing to hand out. */
async function copyMade(db: LedgerDb, { mark, shrink }: PrepareTools['helpers'], { kind, shot: hash, marks }: CopyOf): Promise<Uint8Array | null> {
  try {
    const shot = await db.shots.get(hash)
    const image = shot && new Uint8Array(await shot.image.arrayBuffer())
    if (!image || (await sha256(image)) !== hash.toLowerCase()) return null
    return kind === 'small' ? await thumbnailOf(db, hash, marks, shrink) : await mark(image, marks)
  } catch (error) {
    // A picture that cannot be decoded, or whose file is broken, is told of when it is exported.
    if (error instanceof DOMException && error.name !== 'QuotaExceededError') return null
    throw error
  }
}
