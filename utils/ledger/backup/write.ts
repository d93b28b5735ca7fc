import { ZipStream, type Sink } from '../../lists/folder/zip-stream.ts'
import type { SavedPage } from '../../types/evidence.ts'
import type { Shot } from '../../types/issue.ts'
import type { LedgerDb } from '../db.ts'
import { NEWEST } from '../schema.ts'
import { FORM, FORMAT, pathOfPage, pathOfShot, type Manifest, type PackageKind, type PackedPage, type PackedShot, type Part } from './manifest.ts'
import { partsOfTable, rowTables, type RowPart } from './rows.ts'
import { alone, sha256, stopIf, type OnProgress } from './work.ts'

/** What a package is made of: rows of one moment, and the hashes of its pictures and saved pages. */
export interface Snapshot {
  parts: RowPart[]
  hashes: string[]
  pages: string[]
}

/** Where its files come from. */
export interface SnapshotFiles {
  shotOf: (hash: string) => PromiseLike<Shot | undefined>
  pageOf: (hash: string) => PromiseLike<SavedPage | undefined>
}

/** Files as they stand in a ledger. */
export function filesOf(db: LedgerDb): SnapshotFiles {
  return { shotOf: (hash) => db.shots.get(hash), pageOf: (hash) => db.savedPages.get(hash) }
}

export interface WriteOptions {
  kind: PackageKind
  /** Takes the file's bytes as they come. */
  sink: Sink
  now: () => Date
  /** Version of the extension. */
  program: string
  /** Version of the database the rows come from; the newest where nothing is said. */
  schema?: number
  /** Last day of an archive, not included. */
  until?: string
  onProgress?: OnProgress
  signal?: AbortSignal
}

/** 备份: everything there is in one file, all of one moment. @throws TooLargeToExport, and an AbortError when cancelled */
export function writeBackup(db: LedgerDb, options: Omit<WriteOptions, 'kind'>): Promise<Manifest> {
  return alone(async () => {
    const snapshot = await snapshotAll(db, options.signal)
    return writePackage(snapshot, filesOf(db), { ...options, kind: 'backup' })
  })
}

/** All rows in one read transaction: an issue recorded meanwhile is wholly in or wholly out. */
function snapshotAll(db: LedgerDb, signal: AbortSignal | undefined): Promise<Snapshot> {
  return db.transaction('r', db.tables, async () => {
    const parts: RowPart[] = []
    for (const name of rowTables(db)) {
      stopIf(signal)
      parts.push(...(await partsOfTable(db, name)))
    }
    return { parts, hashes: (await db.shots.toCollection().primaryKeys()) as string[], pages: (await db.savedPages.toCollection().primaryKeys()) as string[] }
  })
}

/** Writes rows, then pictures one at a time, then the list of what is in it. */
export async function writePackage(
  { parts, hashes, pages }: Snapshot,
  { shotOf, pageOf }: SnapshotFiles,
  { kind, sink, now, program, schema = NEWEST, until, onProgress, signal }: WriteOptions,
): Promise<Manifest> {
  const madeAt = now().toISOString()
  const zip = new ZipStream(sink, clockOf(madeAt))
  const manifest: Manifest = { format: FORMAT, form: FORM, kind, schema, madeAt, program, counts: {}, parts: [], shots: [], pages: [], missingShots: [], ...(until && { until }) }
  const total = parts.length + hashes.length + pages.length
  for (const [n, part] of parts.entries()) {
    stopIf(signal)
    manifest.parts.push(await addPart(zip, part, manifest.parts.length + 1))
    manifest.counts[part.table] = (manifest.counts[part.table] ?? 0) + part.rows
    onProgress?.({ stage: 'rows', done: n + 1, total })
  }
  for (const [n, hash] of hashes.entries()) {
    stopIf(signal)
    const packed = await addShot(zip, hash, shotOf)
    if (packed) manifest.shots.push(packed)
    else manifest.missingShots.push(hash)
    onProgress?.({ stage: 'shots', done: parts.length + n + 1, total })
  }
  for (const [n, hash] of pages.entries()) {
    stopIf(signal)
    const packed = await addPage(zip, hash, pageOf)
    if (packed) manifest.pages?.push(packed)
    else manifest.missingShots.push(hash)
    onProgress?.({ stage: 'shots', done: parts.length + hashes.length + n + 1, total })
  }
  await zip.add('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)), true)
  await zip.end()
  return manifest
}

async function addPart(zip: ZipStream, { table, rows, json }: RowPart, number: number): Promise<Part> {
  const bytes = new Uint8Array(await json.arrayBuffer())
  const path = `data/${table}/${String(number).padStart(5, '0')}.json`
  await zip.add(path, bytes, true)
  return { path, table, rows, bytes: bytes.length, sha256: await sha256(bytes) }
}

/** A picture whose bytes are not what they were taken for is left out, and counted. */
export async function addShot(zip: ZipStream, hash: string, shotOf: (hash: string) => PromiseLike<Shot | undefined>): Promise<PackedShot | null> {
  const shot = await shotOf(hash)
  const bytes = shot && (await provedBytes(shot.image, hash))
  if (!shot || !bytes) return null
  const type = shot.image.type === 'image/jpeg' || shot.image.type === 'image/webp' ? shot.image.type : 'image/png'
  const packed: PackedShot = { hash, type, bytes: bytes.length, width: shot.width, height: shot.height }
  await zip.add(pathOfShot(packed), bytes, false)
  return packed
}

/** A saved page, or null as for a picture. */
export async function addPage(zip: ZipStream, hash: string, pageOf: SnapshotFiles['pageOf']): Promise<PackedPage | null> {
  const page = await pageOf(hash)
  const bytes = page && (await provedBytes(page.file, hash))
  if (!bytes) return null
  await zip.add(pathOfPage({ hash }), bytes, true)
  return { hash, bytes: bytes.length }
}

/** A file's bytes; null where they are gone or not what they were taken for. */
async function provedBytes(file: Blob, hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null)
  return bytes && (await sha256(bytes)) === hash ? bytes : null
}

/** An instant as clocks in China show it. */
export function clockOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
}
