import * as v from 'valibot'
import { MOST_MANIFEST_BYTES, MOST_PAGE_BYTES, MOST_SHOT_BYTES } from '../../ledger/backup/limits.ts'
import { pathOfPage, pathOfShot, type PackedPage, type PackedShot } from '../../ledger/backup/manifest.ts'
import { sha256, type OnProgress } from '../../ledger/backup/work.ts'
import { readDirectory, readEntry, type ZipEntry } from '../../ledger/backup/zip-reader.ts'
import type { SharedDoc } from '../../types/team.ts'
import { soundDoc } from '../shape.ts'
import { isTooDeep } from './depth.ts'
import { MOST_PART_BYTES, MOST_RATIO, MOST_UNPACKED_BYTES } from './limits.ts'
import { unlocked } from './lock.ts'
import { FORM, FORMAT, lockedShape, MANIFEST, MANIFEST_SUM, manifestShape, NAMES, pathOfChunk, type DocPart, type Lock, type Manifest } from './manifest.ts'
import { ExchangeRefused, inOurWords } from './refused.ts'

/** A package of ours whose list of contents was read; what is in it was not looked at yet. */
export interface Exchange {
  file: Blob
  manifest: Manifest
  entries: Map<string, ZipEntry>
}

/** One that needs its password first. */
export interface LockedExchange {
  file: Blob
  lock: Lock
  entries: Map<string, ZipEntry>
}

/** Opens a file: is it ours, of a version that we know, and does it hold all it says, and no more? @throws ExchangeRefused */
export function openExchange(file: Blob): Promise<Exchange | LockedExchange> {
  return inOurWords(async () => {
    const entries = await readDirectory(file, NAMES)
    const entry = entries.get(MANIFEST)
    if (!entry) throw new ExchangeRefused('foreign')
    const bytes = await readEntry(file, entry, MOST_MANIFEST_BYTES)
    const said = jsonOf(bytes, MANIFEST)
    const { format, form, lock } = (said ?? {}) as Partial<Record<string, unknown>>
    if (format !== FORMAT) throw new ExchangeRefused('foreign')
    // A newer form may have other fields, so this is asked first.
    if (typeof form === 'number' && form > FORM) throw new ExchangeRefused('newer')
    if (lock !== undefined) return { file, entries, lock: lockOf(said, entries) }
    const sum = entries.get(MANIFEST_SUM)
    if (!sum || new TextDecoder().decode(await readEntry(file, sum, 64)) !== (await sha256(bytes))) throw new ExchangeRefused('damaged', MANIFEST)
    const { success, output } = v.safeParse(manifestShape, said)
    if (!success) throw new ExchangeRefused('damaged', MANIFEST)
    holdsWhatItSays(output, entries)
    return { file, entries, manifest: output }
  })
}

/** Opens what the password locked. @throws ExchangeRefused, an AbortError when cancelled */
export async function unlock({ file, lock, entries }: LockedExchange, password: string, onProgress?: OnProgress, signal?: AbortSignal): Promise<Exchange> {
  const read = (number: number) => inOurWords(() => readEntry(file, entries.get(pathOfChunk(number))!, lock.chunk + 16))
  const inner = await openExchange(await unlocked(password, lock, entries.size - 1, read, onProgress, signal))
  if ('lock' in inner) throw new ExchangeRefused('damaged', MANIFEST)
  return inner
}

function lockOf(said: unknown, entries: ReadonlyMap<string, ZipEntry>): Lock {
  const { success, output } = v.safeParse(lockedShape, said)
  if (!success) throw new ExchangeRefused('damaged', MANIFEST)
  const chunks = entries.size - 1
  for (let number = 1; number <= Math.max(1, chunks); number++) {
    // locked bytes are stored as they are: nothing here can grow
    const entry = entries.get(pathOfChunk(number))
    if (!entry || entry.method !== 0 || entry.size > output.lock.chunk + 16) throw new ExchangeRefused('damaged', pathOfChunk(number))
  }
  return output.lock
}

function holdsWhatItSays({ parts, shots, pages }: Manifest, entries: ReadonlyMap<string, ZipEntry>): void {
  const expected = new Map<string, number>([...parts.map(({ path, bytes }) => [path, bytes] as const), ...pages.map((page) => [pathOfPage(page), page.bytes] as const)])
  const unpacked = [...expected.values()].reduce((sum, bytes) => sum + bytes, 0)
  for (const shot of shots) {
    expected.set(pathOfShot(shot), shot.bytes)
    if (entries.get(pathOfShot(shot))?.method !== 0) throw new ExchangeRefused('damaged', pathOfShot(shot))
  }
  const listed = parts.length + shots.length + pages.length
  if (expected.size !== listed || entries.size !== listed + 2 || unpacked > MOST_UNPACKED_BYTES) throw new ExchangeRefused('damaged', MANIFEST)
  for (const [path, bytes] of expected) {
    const entry = entries.get(path)
    if (entry?.size !== bytes || entry.size > entry.packed * MOST_RATIO) throw new ExchangeRefused('damaged', path)
  }
}

/** Documents of a part, proved by its sum, each looked at. @throws ExchangeRefused */
export async function readPart({ file, entries }: Exchange, { path, docs, sha256: sum }: DocPart): Promise<SharedDoc[]> {
  const bytes = await inOurWords(() => readEntry(file, entries.get(path)!, MOST_PART_BYTES))
  if ((await sha256(bytes)) !== sum) throw new ExchangeRefused('damaged', path)
  const lines = textOf(bytes, path).split('\n')
  if (lines.pop() !== '' || lines.length !== docs) throw new ExchangeRefused('damaged', path)
  return lines.map((line) => {
    const doc = isTooDeep(line) ? null : soundDoc(parsed(line, path))
    if (!doc) throw new ExchangeRefused('damaged', path)
    return doc
  })
}

/** A picture, proved by its own hash. @throws ExchangeRefused */
export function readShot(given: Exchange, shot: PackedShot): Promise<Uint8Array<ArrayBuffer>> {
  return readProved(given, pathOfShot(shot), shot.hash, MOST_SHOT_BYTES)
}

/** A saved page, proved by its own hash. @throws ExchangeRefused */
export function readPage(given: Exchange, page: PackedPage): Promise<Uint8Array<ArrayBuffer>> {
  return readProved(given, pathOfPage(page), page.hash, MOST_PAGE_BYTES)
}

async function readProved({ file, entries }: Exchange, path: string, hash: string, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await inOurWords(() => readEntry(file, entries.get(path)!, most))
  if ((await sha256(bytes)) !== hash) throw new ExchangeRefused('damaged', path)
  return bytes
}

function jsonOf(bytes: Uint8Array, path: string): unknown {
  const text = textOf(bytes, path)
  if (isTooDeep(text)) throw new ExchangeRefused('damaged', path)
  return parsed(text, path)
}

function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new ExchangeRefused('damaged', path, { cause: error })
  }
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ExchangeRefused('damaged', path, { cause: error })
  }
}
