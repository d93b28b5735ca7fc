import { sha256 } from '../picture.ts'
import { fill, WORDS } from '../words.ts'
import { bytesOf } from './stored-file.ts'
import type { FileSink } from './unit-files.ts'
import { MANIFEST, type UnitsManifest } from './units-manifest.ts'

/** A folder of the disk, by paths with `/` under it. */
export interface Disk {
  /** null where there is no such file. */
  read: (path: string) => Promise<Uint8Array | null>
  /** All or nothing: the old file stands until the new one is whole. Makes folders on the way. */
  write: (path: string, bytes: Uint8Array) => Promise<void>
  /** Of a file that stands. */
  remove: (path: string) => Promise<void>
}

export interface DiskCounts {
  written: number
  unchanged: number
  /** Files that somebody had changed since; what they held stands beside the new ones. */
  kept: number
}

/** Where the last manifest waits while files are being written. */
const UNFINISHED = 'manifest.unfinished.json'
const MARK_LENGTH = 6

/**
 * Keeps a shared folder up to date: a file that already says the same is left alone, so that others' programs notice only
 * what changed. Nothing is lost: a file that somebody changed since it was written (a unit fills in its list on the shared
 * drive) is kept beside the new one. While files are being written there is no `manifest.json`: it is put away before the
 * first of them and comes last.
 */
export function changedOnly(disk: Disk): FileSink & { counts: DiskCounts } {
  const counts = { written: 0, unchanged: 0, kept: 0 }
  let ours: Promise<Known> | null = null
  const known = () => (ours ??= Promise.all([disk.read(MANIFEST), disk.read(UNFINISHED)]).then(([whole, unfinished]) => filesIn(whole ?? unfinished)))
  let begun = false
  /** Puts the manifest away. */
  const begin = async () => {
    if (begun) return
    begun = true
    const manifest = await disk.read(MANIFEST)
    if (!manifest) return
    await disk.write(UNFINISHED, manifest)
    await disk.remove(MANIFEST)
  }
  return {
    counts,
    add: async (path, file, _, dated) => {
      const bytes = await bytesOf(file)
      const old = await disk.read(path)
      if (old && isSame(old, bytes)) {
        counts.unchanged += 1
        return undefined
      }
      const hash = old && (await sha256(old))
      const last = (await known()).get(path)
      if (old && hash && dated && last?.day && last.sha256 === hash && isSame(old, await dated.of(last.day))) {
        counts.unchanged += 1
        return { size: old.length, sha256: hash, day: last.day }
      }
      await begin()
      if (old && hash && path !== MANIFEST && last?.sha256 !== hash) {
        await disk.write(keptName(path, hash), old)
        counts.kept += 1
      }
      await disk.write(path, bytes)
      counts.written += 1
      if (path === MANIFEST && (await disk.read(UNFINISHED))) await disk.remove(UNFINISHED)
      return undefined
    },
  }
}

type Known = Map<string, UnitsManifest['files'][number]>

function keptName(path: string, hash: string): string {
  const dot = path.lastIndexOf('.')
  return fill(WORDS.file.kept, { name: path.slice(0, dot), mark: hash.slice(0, MARK_LENGTH) }) + path.slice(dot)
}

/** The files as they were written last. What is no manifest of ours knows none. */
function filesIn(manifest: Uint8Array | null): Known {
  try {
    const { files } = JSON.parse(new TextDecoder().decode(manifest ?? new Uint8Array())) as UnitsManifest
    return new Map(files.map((file) => [file.path, file]))
  } catch {
    return new Map()
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
