import type { FileSink } from './unit-files.ts'

/** A folder of the disk, by paths with `/` under it. */
export interface Disk {
  /** null where there is no such file. */
  read: (path: string) => Promise<Uint8Array | null>
  /** All or nothing: the old file stands until the new one is whole. Makes folders on the way. */
  write: (path: string, bytes: Uint8Array) => Promise<void>
}

export interface DiskCounts {
  written: number
  unchanged: number
}

/** Keeps a shared folder up to date: a file that already says the same is left alone, so that others' programs notice only what changed. Nothing is deleted. */
export function changedOnly(disk: Disk): FileSink & { counts: DiskCounts } {
  const counts = { written: 0, unchanged: 0 }
  return {
    counts,
    add: async (path, bytes) => {
      const old = await disk.read(path)
      if (old && isSame(old, bytes)) {
        counts.unchanged += 1
        return
      }
      await disk.write(path, bytes)
      counts.written += 1
    },
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
