import { letGo } from '../let-go.ts'
import { sha256 } from '../picture.ts'
import { crc32 } from '../../zip/crc32.ts'

/** A file whose bytes stay where they are stored: it goes into a ZIP without passing through memory. Its sums were made when it was. */
export interface StoredFile {
  blob: Blob
  /** Hex. */
  sha256: string
  crc32: number
}

/** What a file of an export holds. */
export type FileBytes = Uint8Array | StoredFile

/** Sums up what was just made. */
export async function storedFile(blob: Blob): Promise<StoredFile> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const file = { blob, sha256: await sha256(bytes), crc32: crc32(bytes) }
  letGo(bytes)
  return file
}

export function sizeOf(file: FileBytes): number {
  return file instanceof Uint8Array ? file.length : file.blob.size
}

export async function bytesOf(file: FileBytes): Promise<Uint8Array> {
  return file instanceof Uint8Array ? file : new Uint8Array(await file.blob.arrayBuffer())
}
