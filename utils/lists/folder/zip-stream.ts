import { strToU8 } from 'fflate'
import { deflated } from '../../zip/deflate.ts'
import { TooLargeToExport } from '../refusals.ts'
import { crc32 } from '../../zip/crc32.ts'
import type { FileBytes } from './stored-file.ts'

/** Takes the bytes of a file as they come, in order; may be slow (a disk). */
export type Sink = (chunk: Uint8Array<ArrayBuffer>) => void | Promise<void>

/** Takes a stored file as one piece, in its turn. */
export type BlobSink = (blob: Blob) => void | Promise<void>

/** What the format without its 64-bit extension can count; some room is left for the directory at the end. */
const MOST_BYTES = 0xffff_ffff - 64 * 1024 * 1024
const MOST_FILES = 0xffff

/** Names are UTF-8 (APPNOTE.TXT 4.4.4, bit 11). Sums and sizes stand before each file: programs that read a ZIP from its start, and old ones, take no others. */
const FLAGS = 0x0800
const VERSION = 20
const [STORED, DEFLATED] = [0, 8]
const LOCAL = 30
const CENTRAL = 46
const END = 22

/**
 * Writes a ZIP to `sink` file by file, so that only one file is in memory. Names with Chinese carry the UTF-8 flag.
 * `clock` (`YYYY-MM-DD HH:MM…`) is every file's time: ZIP keeps a clock without a zone, so the caller says which.
 */
export class ZipStream {
  private readonly sink: Sink
  private readonly takeBlob: BlobSink
  private readonly time: number
  private readonly directory: Uint8Array<ArrayBuffer>[] = []
  private written = 0

  /** @param takeBlob where it is left out, the bytes of stored files go to `sink` too */
  constructor(sink: Sink, clock: string, takeBlob: BlobSink = async (blob) => sink(new Uint8Array(await blob.arrayBuffer()))) {
    this.sink = sink
    this.takeBlob = takeBlob
    const [year = 2000, month = 1, day = 1, hour = 0, minute = 0] = clock.split(/\D/).map(Number)
    this.time = ((Math.max(0, year - 1980) << 25) | (month << 21) | (day << 16) | (hour << 11) | (minute << 5)) >>> 0
  }

  /** Adds one file. `pack: false` for pictures, which do not get smaller. Throws TooLargeToExport. */
  async add(path: string, file: FileBytes, pack: boolean): Promise<undefined> {
    const isStored = !(file instanceof Uint8Array)
    const size = isStored ? file.blob.size : file.length
    if (this.written + size > MOST_BYTES || this.directory.length >= MOST_FILES) throw new TooLargeToExport()
    const packing = !isStored && pack ? await deflated(file) : null
    const sum = isStored ? file.crc32 : (packing?.sum ?? crc32(file))
    const body = isStored ? file.blob : (packing?.packed ?? file)
    const packed = body instanceof Uint8Array ? body.length : body.size
    const name = strToU8(path)
    const about = { method: body === file || isStored ? STORED : DEFLATED, sum, packed, size, name }
    this.directory.push(this.central(about, this.written))
    await this.put(this.local(about))
    if (body instanceof Uint8Array) await this.put(body as Uint8Array<ArrayBuffer>)
    else {
      this.written += packed
      await this.takeBlob(body)
    }
  }

  /** Writes the directory; nothing can be added any more. */
  async end(): Promise<void> {
    const start = this.written
    for (const line of this.directory) await this.put(line)
    const end = new Uint8Array(END)
    const view = new DataView(end.buffer)
    view.setUint32(0, 0x06054b50, true)
    view.setUint16(8, this.directory.length, true)
    view.setUint16(10, this.directory.length, true)
    view.setUint32(12, this.written - start, true)
    view.setUint32(16, start, true)
    await this.put(end)
  }

  private async put(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.written += bytes.length
    await this.sink(bytes)
  }

  private local(about: About): Uint8Array<ArrayBuffer> {
    const header = new Uint8Array(LOCAL + about.name.length)
    const view = new DataView(header.buffer)
    view.setUint32(0, 0x04034b50, true)
    this.describe(view, 4, about)
    header.set(about.name, LOCAL)
    return header
  }

  private central(about: About, place: number): Uint8Array<ArrayBuffer> {
    const line = new Uint8Array(CENTRAL + about.name.length)
    const view = new DataView(line.buffer)
    view.setUint32(0, 0x02014b50, true)
    view.setUint16(4, VERSION, true)
    this.describe(view, 6, about)
    view.setUint32(42, place, true)
    line.set(about.name, CENTRAL)
    return line
  }

  /** What both headers say in the same order. */
  private describe(view: DataView, at: number, { method, sum, packed, size, name }: About): void {
    view.setUint16(at, VERSION, true)
    view.setUint16(at + 2, FLAGS, true)
    view.setUint16(at + 4, method, true)
    view.setUint32(at + 6, this.time, true)
    view.setUint32(at + 10, sum, true)
    view.setUint32(at + 14, packed, true)
    view.setUint32(at + 18, size, true)
    view.setUint16(at + 22, name.length, true)
  }
}

/** One file as its headers tell of it. */
interface About {
  method: number
  sum: number
  packed: number
  size: number
  name: Uint8Array
}
