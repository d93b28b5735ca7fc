import type { Issue } from '../../types/issue.ts'
import type { Day } from '../../types/reading.ts'
import { csvBytes } from '../csv/csv.ts'
import { sha256 } from '../picture.ts'
import { NothingToExport } from '../refusals.ts'
import { sharesOf } from '../units.ts'
import { fill, WORDS } from '../words.ts'
import { addFolder, picturesOf, type AddFile, type FolderSource } from './unit-folder.ts'
import { sizeOf, type FileBytes } from './stored-file.ts'
import { emptyManifest, MANIFEST, type UnitsManifest } from './units-manifest.ts'

/** Everything that per-unit folders are made from. */
export interface UnitsInput extends FolderSource {
  issues: readonly Issue[]
  onProgress?: (progress: UnitsProgress) => void
}

/** In steps: one for each screenshot and each unit's lists. */
export interface UnitsProgress {
  done: number
  total: number
  unitName: string
}

/** Takes the files one by one: a ZIP, or a folder on the disk. */
export interface FileSink {
  /** `pack: false` for what does not get smaller. */
  add: (path: string, file: FileBytes, pack: boolean, dated?: Dated) => Promise<Standing | undefined>
}

/** A file that carries a day: it is not to be written anew only because that is another one. */
export interface Dated {
  day: Day
  /** The same with another day. */
  of: (day: Day) => Promise<Uint8Array>
}

/** What stands where a file was left as it was. */
export interface Standing {
  size: number
  sha256: string
  day: Day
}

/** The documents of so many units may still be made while the next unit's pictures are written. */
const DOCUMENTS_BEHIND = 4

/**
 * Writes a folder per unit (`问题清单.csv`, the chosen documents, `截图/<号>-<n>.png`), a readme and last `manifest.json`:
 * where that stands, everything does. The same data gives the same bytes. A screenshot that is gone or whose bytes no longer
 * have its hash is named in its place in the list and in the manifest; the rest is exported.
 * Throws NothingToExport before the first byte, and whatever `signal` or `open` and its sink throw.
 */
export async function writeUnitFiles(input: UnitsInput, open: (manifest: UnitsManifest) => FileSink | Promise<FileSink>): Promise<UnitsManifest> {
  const shares = sharesOf(input.issues)
  if (!shares.length) throw new NothingToExport()
  const manifest = emptyManifest(input.period, shares)
  const sink = await open(manifest)
  const add: AddFile = async (path, file, pack, { original, dated } = {}) => {
    const made = { size: sizeOf(file), sha256: file instanceof Uint8Array ? await sha256(file) : file.sha256, day: dated?.day }
    const { size, sha256: hash, day } = (await sink.add(path, file, pack, dated)) ?? made
    manifest.files.push({ path, size, sha256: hash, ...(original && { original }), ...(day && { day }) })
  }
  const total = shares.reduce((sum, { issues }) => issues.reduce((n, issue) => n + issue.shots.length, sum + 1), 0)
  let done = 0
  const pictures = picturesOf(shares, input)
  const begun: (() => Promise<void>)[] = []
  for (const share of shares) {
    const step = () => {
      input.onProgress?.({ done: (done += 1), total, unitName: share.unitName })
    }
    const writeDocuments = await addFolder(share, pictures, input, manifest, add, step)
    begun.push(writeDocuments)
    if (begun.length > DOCUMENTS_BEHIND) await begun.shift()?.()
  }
  for (const writeDocuments of begun) await writeDocuments()
  await add(WORDS.file.readme, csvBytes(readme(manifest)), true)
  await sink.add(MANIFEST, new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`), true)
  return manifest
}

function readme({ period, counts }: UnitsManifest): string {
  const text = fill(WORDS.readme, { period, units: counts.units, issues: counts.issues, shots: counts.shots })
  const missing = counts.missingShots ? fill(WORDS['readme-missing'], { missing: counts.missingShots }) : ''
  return (text + missing).replace(/\n/g, '\r\n')
}
