import { report } from '../../errors.ts'
import type { LedgerDb } from '../db.ts'
import { collectShots } from '../shots.ts'
import { applyStaged, type Applied, type RestoreMode } from './apply.ts'
import { checkPackage, readPage, readPart, readShot, type Package } from './package.ts'
import { alone, stopIf, type OnProgress } from './work.ts'

export interface RestoreOptions {
  mode: RestoreMode
  now: () => Date
  onProgress?: OnProgress
  signal?: AbortSignal
}

/** What saved pages are (RFC 2557). */
const MHTML = 'multipart/related'
/** Pictures put in one transaction, in bytes: more of them at once cost memory, fewer cost time. */
const BATCH_BYTES = 16 * 1024 * 1024

/**
 * 恢复: all or nothing. The file is checked to its last byte first; then its pictures are put beside the others (they stand under
 * their hash and disturb no one) and its rows are staged; then one transaction puts the rows in their places. Whatever fails, is
 * cancelled or killed before that is over leaves the ledger as it was; what was prepared is swept away, at once or at the next start.
 * `replace`: the ledger becomes what the file says. `add`: only what is missing is added.
 * @throws PackageRefused, AbortError, and the browser's error when the disk is full
 */
export function restore(db: LedgerDb, given: Package, { mode, now, onProgress, signal }: RestoreOptions): Promise<Applied> {
  return alone(async () => {
    await checkPackage(given, onProgress, signal)
    try {
      await db.staged.clear()
      await stage(db, given, onProgress, signal)
      stopIf(signal)
      onProgress?.({ stage: 'swap', done: 0, total: 1 })
      return await applyStaged(db, mode, now().toISOString(), given.manifest.madeAt)
    } finally {
      // Also after a success: what was replaced has left pictures that no issue refers to any more. What fails here is swept at the next start.
      await sweep(db).catch(report)
    }
  })
}

/** What an earlier restore has left that was killed. Nothing where one is under way. */
export async function sweepStaged(db: LedgerDb): Promise<void> {
  if ((await db.staged.count()) === 0) return
  // One that is under way ends first, and leaves nothing.
  await alone(async () => ((await db.staged.count()) > 0 ? sweep(db) : undefined))
}

async function sweep(db: LedgerDb): Promise<void> {
  await db.staged.clear()
  await collectShots(db)
}

async function stage(db: LedgerDb, given: Package, onProgress?: OnProgress, signal?: AbortSignal): Promise<void> {
  const { parts, shots, pages = [] } = given.manifest
  const total = parts.length + shots.length + pages.length
  let done = 0
  for (const part of parts) {
    stopIf(signal)
    await db.staged.bulkAdd(await readPart(given, part))
    onProgress?.({ stage: 'stage', done: ++done, total })
  }
  const known = new Set((await db.shots.toCollection().primaryKeys()) as string[])
  let batch: Parameters<typeof db.shots.bulkPut>[0][number][] = []
  let bytes = 0
  const put = async () => {
    await db.shots.bulkPut(batch)
    batch = []
    bytes = 0
  }
  for (const shot of shots) {
    stopIf(signal)
    if (!known.has(shot.hash)) {
      const { hash, type, width, height } = shot
      batch.push({ hash, image: new Blob([await readShot(given, shot)], { type }), thumbnail: null, width, height })
      bytes += shot.bytes
      if (bytes >= BATCH_BYTES) await put()
    }
    onProgress?.({ stage: 'stage', done: ++done, total })
  }
  await put()
  for (const page of pages) {
    stopIf(signal)
    if (!(await db.savedPages.get(page.hash))) await db.savedPages.add({ hash: page.hash, file: new Blob([await readPage(given, page)], { type: MHTML }) })
    onProgress?.({ stage: 'stage', done: ++done, total })
  }
}
