import type { LedgerDb } from './db.ts'
import { unwantedPages } from './evidence.ts'

/**
 * Takes away screenshots and saved pages that no issue refers to (tombstones count: a deletion can be taken back).
 * Looks first without holding anyone up; only where there is something to take, looks again in the transaction that takes it,
 * so that a picture whose issue is recorded meanwhile stays.
 * @returns how many pictures
 */
export async function collectShots(db: LedgerDb): Promise<number> {
  if ((await unwantedPages(db)).length > 0) {
    await db.transaction('rw', db.evidence, db.savedPages, async () => db.savedPages.bulkDelete(await unwantedPages(db)))
  }
  if ((await unreferenced(db)).length === 0) return 0
  return db.transaction('rw', db.issues, db.shots, async () => {
    const gone = await unreferenced(db)
    await db.shots.bulkDelete(gone)
    return gone.length
  })
}

async function unreferenced(db: LedgerDb): Promise<string[]> {
  const hashes = new Set((await db.shots.toCollection().primaryKeys()) as string[])
  // Stops reading issues as soon as every picture is known to be wanted.
  await db.issues.toCollection().until(() => hashes.size === 0).each(({ shots }) => shots.forEach(({ hash }) => hashes.delete(hash)))
  return [...hashes]
}
