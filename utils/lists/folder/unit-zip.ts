import type { Issue } from '../../types/issue.ts'
import { csvBytes } from '../csv/csv.ts'
import { NothingToExport } from '../refusals.ts'
import { periodFileName } from '../file-name.ts'
import { sha256 } from '../picture.ts'
import { addFolder, type AddFile, type FolderSource } from './unit-folder.ts'
import { sharesOf } from '../units.ts'
import { emptyManifest, type UnitsManifest } from './units-manifest.ts'
import { clockInShanghai } from '../week.ts'
import { fill, WORDS } from '../words.ts'
import { ZipStream, type Sink } from './zip-stream.ts'

export type { UnitsManifest } from './units-manifest.ts'

export interface UnitsZipInput extends FolderSource {
  issues: readonly Issue[]
  onProgress?: (progress: UnitsZipProgress) => void
}

/** In steps: one for each screenshot and each unit's list. */
export interface UnitsZipProgress {
  done: number
  total: number
  unitName: string
}

/**
 * Writes one ZIP with a folder per unit (`问题清单.csv`, `截图/<号>-<n>.png`), a readme and `manifest.json` to `sink`.
 * The same data gives the same bytes. A screenshot that is gone or whose bytes no longer have its hash is named
 * in its place in the list and in the manifest; the rest is exported.
 * Throws NothingToExport before the first byte, TooLargeToExport, and whatever `signal` or `sink` throws.
 */
export async function writeUnitsZip(input: UnitsZipInput, sink: Sink): Promise<UnitsManifest> {
  const shares = sharesOf(input.issues)
  if (!shares.length) throw new NothingToExport()
  const manifest = emptyManifest(input.period, shares)
  const zip = new ZipStream(sink, clockInShanghai(manifest.newestChange))
  const add: AddFile = async (path, bytes, pack, original) => {
    manifest.files.push({ path, size: bytes.length, sha256: await sha256(bytes), ...(original && { original }) })
    await zip.add(path, bytes, pack)
  }
  const total = shares.reduce((sum, { issues }) => issues.reduce((n, issue) => n + issue.shots.length, sum + 1), 0)
  let done = 0
  for (const share of shares) {
    const step = () => {
      input.onProgress?.({ done: (done += 1), total, unitName: share.unitName })
    }
    await addFolder(share, input, manifest, add, step)
  }
  await add(WORDS.file.readme, csvBytes(readme(manifest)), true)
  await zip.add('manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`), true)
  await zip.end()
  return manifest
}

/** As `writeUnitsZip`, gathered: `new Blob(parts)` is the file. */
export async function unitsZip(input: UnitsZipInput): Promise<{ name: string; parts: Uint8Array<ArrayBuffer>[]; manifest: UnitsManifest }> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const manifest = await writeUnitsZip(input, (chunk) => {
    parts.push(chunk)
  })
  return { name: periodFileName(WORDS.file.zip, input.period), parts, manifest }
}

function readme({ period, counts }: UnitsManifest): string {
  const text = fill(WORDS.readme, { period, units: counts.units, issues: counts.issues, shots: counts.shots })
  const missing = counts.missingShots ? fill(WORDS['readme-missing'], { missing: counts.missingShots }) : ''
  return (text + missing).replaceAll('\n', '\r\n')
}
