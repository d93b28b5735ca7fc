import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { TooLargeToExport } from '../refusals.ts'

/** Takes the bytes of a file as they come, in order; may be slow (a disk). */
export type Sink = (chunk: Uint8Array<ArrayBuffer>) => void | Promise<void>

/** What the format without its 64-bit extension can count; some room is left for the directory at the end. */
const MOST_BYTES = 0xffff_ffff - 64 * 1024 * 1024
const MOST_FILES = 0xffff

/**
 * Writes a ZIP to `sink` file by file, so that only one file is in memory. Names with Chinese carry the UTF-8 flag.
 * `clock` (`YYYY-MM-DD HH:MM…`) is every file's time: ZIP keeps a clock without a zone, so the caller says which.
 */
export class ZipStream {
  private readonly chunks: Uint8Array<ArrayBuffer>[] = []
  private failure: Error | null = null
  private readonly zip: Zip
  private readonly mtime: Date
  private readonly sink: Sink
  private written = 0
  private files = 0

  constructor(sink: Sink, clock: string) {
    this.sink = sink
    const [year = 2000, month = 1, day = 1, hour = 0, minute = 0] = clock.split(/\D/).map(Number)
    // fflate reads the local parts of the date.
    this.mtime = new Date(year, month - 1, day, hour, minute)
    this.zip = new Zip((error, chunk) => {
      if (error) this.failure = error
      else this.chunks.push(chunk as Uint8Array<ArrayBuffer>)
    })
  }

  /** Adds one file. `pack: false` for pictures, which do not get smaller. Throws TooLargeToExport. */
  async add(path: string, bytes: Uint8Array, pack: boolean): Promise<undefined> {
    if (this.written + bytes.length > MOST_BYTES || this.files >= MOST_FILES) throw new TooLargeToExport()
    // Packed for speed: lists are a hundredth of what the pictures beside them weigh.
    const file = pack ? new ZipDeflate(path, { level: 1 }) : new ZipPassThrough(path)
    file.mtime = this.mtime
    this.zip.add(file)
    file.push(bytes, true)
    this.files += 1
    await this.drain()
  }

  /** Writes the directory; nothing can be added any more. */
  async end(): Promise<void> {
    this.zip.end()
    await this.drain()
  }

  private async drain(): Promise<void> {
    for (let chunk = this.chunks.shift(); chunk; chunk = this.chunks.shift()) {
      this.written += chunk.length
      await this.sink(chunk)
    }
    if (this.failure) throw this.failure
  }
}
