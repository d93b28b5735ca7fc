import { Inflate } from 'fflate'
import { MOST_DIRECTORY_BYTES, MOST_FILES } from './limits.ts'
import { PackageRefused } from './refused.ts'

/** A file in a ZIP as its list of contents has it. */
export interface ZipEntry {
  path: string
  /** 0: stored as it is; 8: deflated. */
  method: 0 | 8
  packed: number
  size: number
  /** Where its local header begins. */
  at: number
}

const END_BYTES = 22
/** The end record may be followed by a comment of up to 64 KiB. */
const TAIL = END_BYTES + 0xffff
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
/** Bytes given to the unpacker at once: they become at most about 16 MB, whatever the file says. */
const STEP = 16 * 1024
/** The only names that our files have; so no path leads anywhere else. */
const OURS = /^(?:manifest\.json|data\/[A-Za-z]{1,40}\/\d{5}\.json|shots\/[0-9a-f]{64}\.(?:png|jpg|webp)|pages\/[0-9a-f]{64}\.mhtml)$/

/**
 * Reads the list of contents at a ZIP's end, never the files. Only what our own writer makes is let in: no other names, no name twice,
 * no encryption, no several disks, nothing that lies outside the file or over another.
 * @param names what its files may be called; none of them may lead out of the file
 * @throws PackageRefused
 */
export async function readDirectory(file: Blob, names: RegExp = OURS): Promise<Map<string, ZipEntry>> {
  const tail = await viewOf(file, Math.max(0, file.size - TAIL), file.size)
  if (file.size < END_BYTES || (await viewOf(file, 0, 4)).getUint32(0, true) !== 0x04034b50) throw new PackageRefused('foreign')
  const end = endOf(tail)
  if (end < 0) throw new PackageRefused('cut')
  const count = tail.getUint16(end + 10, true)
  const size = tail.getUint32(end + 12, true)
  const start = tail.getUint32(end + 16, true)
  const endAt = Math.max(0, file.size - TAIL) + end
  const whole = tail.getUint16(end + 4, true) === 0 && tail.getUint16(end + 8, true) === count && start + size === endAt
  if (!whole || count > MOST_FILES || size > MOST_DIRECTORY_BYTES) throw new PackageRefused('damaged', 'zip')
  return entriesOf(await viewOf(file, start, start + size), count, start, names)
}

function entriesOf(view: DataView, count: number, dataEnd: number, names: RegExp): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  let total = 0
  for (let n = 0; n < count; n++) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new PackageRefused('damaged', 'zip')
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const packed = view.getUint32(at + 20, true)
    const nameLength = view.getUint16(at + 28, true)
    const entry = { packed, size: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true) }
    const path = nameOf(view, at + ENTRY_BYTES, nameLength)
    if (!names.test(path)) throw new PackageRefused('foreign')
    const odd = (flags & 1) !== 0 || (method !== 0 && method !== 8) || entries.has(path) || (method === 0 && packed !== entry.size)
    if (odd || entry.at + LOCAL_BYTES + packed > dataEnd) throw new PackageRefused('damaged', path)
    entries.set(path, { path, method: method as 0 | 8, ...entry })
    total += packed
    at += ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  // Files that lie over one another are how a small ZIP becomes an endless one.
  if (at !== view.byteLength || total > dataEnd) throw new PackageRefused('damaged', 'zip')
  return entries
}

/**
 * The bytes of one file, at most `most` of them and no more than the list of contents says.
 * @throws PackageRefused
 */
export async function readEntry(file: Blob, entry: ZipEntry, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const { path, at, packed, size, method } = entry
  if (size > most) throw new PackageRefused('damaged', path)
  const head = await viewOf(file, at, at + LOCAL_BYTES)
  if (head.getUint32(0, true) !== 0x04034b50) throw new PackageRefused('damaged', path)
  const start = at + LOCAL_BYTES + head.getUint16(26, true) + head.getUint16(28, true)
  const bytes = new Uint8Array((await viewOf(file, start, start + packed)).buffer)
  return method === 0 ? bytes : unpack(bytes, size, path)
}

/** Unpacks in small steps and stops as soon as more comes out than was said. */
function unpack(bytes: Uint8Array, size: number, path: string): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(size)
  let filled = 0
  let ended = false
  const inflate = new Inflate((chunk, final) => {
    if (filled + chunk.length > size) throw new PackageRefused('damaged', path)
    out.set(chunk, filled)
    filled += chunk.length
    ended = final
  })
  try {
    for (let at = 0; at < bytes.length; at += STEP) inflate.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
  } catch (error) {
    throw error instanceof PackageRefused ? error : new PackageRefused('damaged', path, { cause: error })
  }
  if (filled !== size || !ended) throw new PackageRefused('damaged', path)
  return out
}

/** Some bytes of the file. @throws PackageRefused where the browser cannot read it any more (moved, changed, unplugged) */
async function viewOf(file: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  if (to > file.size) throw new PackageRefused('cut')
  try {
    return new DataView(await file.slice(from, to).arrayBuffer())
  } catch (error) {
    throw new PackageRefused('unreadable', '', { cause: error })
  }
}

/** Place of the end record, searched from the back; −1 where there is none. */
function endOf(tail: DataView): number {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) === 0x06054b50 && at + END_BYTES + tail.getUint16(at + 20, true) === tail.byteLength) return at
  }
  return -1
}

function nameOf(view: DataView, at: number, length: number): string {
  if (at + length > view.byteLength) throw new PackageRefused('damaged', 'zip')
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, Math.min(length, 200)))
}
