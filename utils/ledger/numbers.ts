import type { LedgerDb } from './db.ts'

/** The highest number that an issue was given here; 0 before the first. */
export async function lastNumber(db: LedgerDb): Promise<number> {
  return (await db.counters.get('issue'))?.last ?? 0
}

/** The next issue gets a higher number than this; never a lower one than it would have got. */
export async function giveNumbersFrom(db: LedgerDb, last: number): Promise<void> {
  await db.transaction('rw', db.counters, async () => {
    if ((await lastNumber(db)) < last) await db.counters.put({ name: 'issue', last })
  })
}
