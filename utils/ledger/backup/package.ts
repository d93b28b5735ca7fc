import * as v from 'valibot'
import { migratedRows } from '../migrations.ts'
import { NEWEST, type TableName } from '../schema.ts'
import { MOST_MANIFEST_BYTES, MOST_PAGE_BYTES, MOST_PART_BYTES, MOST_SHOT_BYTES } from './limits.ts'
import { FORM, FORMAT, manifestShape, pathOfPage, pathOfShot, type Manifest, type PackedPage, type PackedShot, type Part } from './manifest.ts'
import { PackageRefused } from './refused.ts'
import { SHAPES } from './shapes.ts'
import { sha256, stopIf, type OnProgress } from './work.ts'
import { readDirectory, readEntry, type ZipEntry } from './zip-reader.ts'

/** A file of ours whose list of contents was read; what is in it was not looked at yet. */
export interface Package {
  file: Blob
  manifest: Manifest
  entries: Map<string, ZipEntry>
}

/** Opens a file: is it ours, of a version that we know, and does it hold all it says? @throws PackageRefused */
export async function openPackage(file: Blob): Promise<Package> {
  const entries = await readDirectory(file)
  const entry = entries.get('manifest.json')
  if (!entry) throw new PackageRefused('foreign')
  const manifest = manifestOf(await readEntry(file, entry, MOST_MANIFEST_BYTES))
  const expected = new Map<string, number>([['manifest.json', entry.size], ...manifest.parts.map(({ path, bytes }) => [path, bytes] as const)])
  for (const shot of manifest.shots) expected.set(pathOfShot(shot), shot.bytes)
  const pages = manifest.pages ?? []
  for (const page of pages) expected.set(pathOfPage(page), page.bytes)
  const listed = 1 + manifest.parts.length + manifest.shots.length + pages.length
  if (expected.size !== listed || entries.size !== listed) throw new PackageRefused('damaged', 'manifest.json')
  for (const [path, size] of expected) {
    if (entries.get(path)?.size !== size) throw new PackageRefused('damaged', path)
  }
  return { file, manifest, entries }
}

function manifestOf(bytes: Uint8Array): Manifest {
  let said: unknown
  try {
    said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new PackageRefused('damaged', 'manifest.json', { cause: error })
  }
  const { format, form, schema } = (said ?? {}) as Partial<Record<string, unknown>>
  if (format !== FORMAT) throw new PackageRefused('foreign')
  // A newer form may have other fields, so this is asked first.
  if ((typeof form === 'number' && form > FORM) || (typeof schema === 'number' && schema > NEWEST)) throw new PackageRefused('newer')
  const { success, output } = v.safeParse(manifestShape, said)
  if (!success) throw new PackageRefused('damaged', 'manifest.json')
  return output
}

/** Rows of a part, brought to the newest version and each looked at. @throws PackageRefused */
export async function readPart({ file, manifest, entries }: Package, part: Part): Promise<{ table: TableName; rows: object[] }[]> {
  const { path, table } = part
  const bytes = await readEntry(file, entries.get(path)!, MOST_PART_BYTES)
  if ((await sha256(bytes)) !== part.sha256) throw new PackageRefused('damaged', path)
  let rows: unknown
  try {
    rows = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new PackageRefused('damaged', path, { cause: error })
  }
  if (!Array.isArray(rows) || rows.length !== part.rows || !Object.keys(SHAPES).includes(table) || !rows.every(isPlainRow)) throw new PackageRefused('damaged', path)
  let moved: ReturnType<typeof migratedRows>
  try {
    moved = migratedRows(table as TableName, rows, manifest.schema)
  } catch (error) {
    throw new PackageRefused('damaged', path, { cause: error })
  }
  for (const one of moved) {
    const shape = SHAPES[one.table as keyof typeof SHAPES]
    if (!one.rows.every((row) => v.is(shape, row))) throw new PackageRefused('damaged', path)
  }
  return moved
}

/** A picture, proved by its own hash. @throws PackageRefused */
export function readShot(given: Package, shot: PackedShot): Promise<Uint8Array<ArrayBuffer>> {
  return readProved(given, pathOfShot(shot), shot.hash, MOST_SHOT_BYTES)
}

/** A saved page, proved by its own hash. @throws PackageRefused */
export function readPage(given: Package, page: PackedPage): Promise<Uint8Array<ArrayBuffer>> {
  return readProved(given, pathOfPage(page), page.hash, MOST_PAGE_BYTES)
}

async function readProved({ file, entries }: Package, path: string, hash: string, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readEntry(file, entries.get(path)!, most)
  if ((await sha256(bytes)) !== hash) throw new PackageRefused('damaged', path)
  return bytes
}

/** Looks at every byte of the file and changes nothing. @throws PackageRefused, and an AbortError when cancelled */
export async function checkPackage(given: Package, onProgress?: OnProgress, signal?: AbortSignal): Promise<void> {
  const { parts, shots, pages = [], counts } = given.manifest
  const total = parts.length + shots.length + pages.length
  const seen = { keys: new Set<string>(), numbers: new Set<string>(), counts: {} as Record<string, number> }
  let done = 0
  for (const part of parts) {
    stopIf(signal)
    const [first] = await readPart(given, part)
    if (first) takeNoDoubles(part, first.rows, seen)
    seen.counts[part.table] = (seen.counts[part.table] ?? 0) + part.rows
    onProgress?.({ stage: 'check', done: ++done, total })
  }
  const tables = new Set([...Object.keys(counts), ...Object.keys(seen.counts)])
  for (const table of tables) if ((counts[table] ?? 0) !== (seen.counts[table] ?? 0)) throw new PackageRefused('damaged', 'manifest.json')
  for (const shot of shots) {
    stopIf(signal)
    await readShot(given, shot)
    onProgress?.({ stage: 'check', done: ++done, total })
  }
  for (const page of pages) {
    stopIf(signal)
    await readPage(given, page)
    onProgress?.({ stage: 'check', done: ++done, total })
  }
}

/** Two rows of one key would undo each other in the swap, and two issues of one number could not be told apart. */
function takeNoDoubles({ path, table }: Part, rows: object[], seen: { keys: Set<string>; numbers: Set<string> }): void {
  for (const row of rows as { id?: string; name?: string; href?: string; day?: string; issueId?: string; doc?: string; hash?: string; number?: number; mark?: string }[]) {
    const own = `${table} ${row.doc ?? row.id ?? row.href ?? row.name ?? row.day ?? row.hash ?? row.issueId}`
    if (seen.keys.has(own)) throw new PackageRefused('damaged', path)
    seen.keys.add(own)
    if (table !== 'issues' || row.number === undefined) continue
    const number = `${row.mark ?? ''}${row.number}`
    if (seen.numbers.has(number)) throw new PackageRefused('damaged', path)
    seen.numbers.add(number)
  }
}

function isPlainRow(row: unknown): row is object {
  return typeof row === 'object' && row !== null && !Array.isArray(row)
}
