import type { LedgerDb } from './db.ts'
import type { Digest } from './digest.ts'

/** Digests in one row of the database: reading 100 rows of 500 takes a fifth of the time of 50,000 rows of one (measured: 0.25 s, 1.3 s for the issues). */
export interface DigestChunk {
  /** Counts from 0; `HEAD` for what describes the others. */
  id: number
  rows: Digest[]
  head?: SnapshotHead
}

/** What a snapshot covers. */
export interface SnapshotHead {
  chunks: number
  /** Changes up to this line of the log are in it. */
  seq: number
  /** Ids of tombstones, so that issues and digests can be counted against each other. */
  gone: string[]
}

const HEAD = -1
const PER_CHUNK = 500

export async function readHead(db: LedgerDb): Promise<SnapshotHead | null> {
  return (await db.digests.get(HEAD))?.head ?? null
}

/** Hands over the digests, a few chunks at a time so that no reading takes long. */
export async function readChunks(db: LedgerDb, head: SnapshotHead, take: (rows: Digest[]) => void): Promise<void> {
  for (let from = 0; from < head.chunks; from += 4) {
    for (const { rows } of await db.digests.where(':id').between(from, Math.min(from + 4, head.chunks)).toArray()) take(rows)
  }
}

/** Writes a snapshot and forgets the part of the log that it covers, unless another window has written a later one. */
export async function writeSnapshot(db: LedgerDb, rows: readonly Digest[], head: Omit<SnapshotHead, 'chunks'>): Promise<void> {
  const chunks: DigestChunk[] = []
  for (let from = 0; from < rows.length; from += PER_CHUNK) chunks.push({ id: chunks.length, rows: rows.slice(from, from + PER_CHUNK) })
  await db.transaction('rw', db.digests, db.changed, async () => {
    if (((await readHead(db))?.seq ?? -1) > head.seq) return
    await db.digests.clear()
    await db.digests.bulkPut([...chunks, { id: HEAD, rows: [], head: { ...head, chunks: chunks.length } }])
    await db.changed.where(':id').belowOrEqual(head.seq).delete()
  })
}
