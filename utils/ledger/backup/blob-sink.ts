import type { Sink } from '../../lists/folder/zip-stream.ts'

/** Bytes gathered before they are laid aside. */
const BLOCK = 8 * 1024 * 1024

/** Takes a file's bytes into Blobs, which the browser keeps on the disk, so that a file of a gigabyte needs a few MB of memory. */
export function blobSink(): { sink: Sink; blob: (type: string) => Blob } {
  const blocks: Blob[] = []
  let chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const close = () => {
    if (chunks.length > 0) blocks.push(new Blob(chunks))
    chunks = []
    size = 0
  }
  return {
    sink: (chunk) => {
      // The writer may use its buffer again.
      chunks.push(chunk.slice())
      size += chunk.length
      if (size >= BLOCK) close()
    },
    blob: (type) => (close(), new Blob(blocks, { type })),
  }
}
