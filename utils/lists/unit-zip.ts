import type { Issue, Outline } from '../types/issue.ts'
import { HEADER, rowsOf, shotName, type Histories } from './columns.ts'
import { csvBytes, csvOf } from './csv.ts'
import { NothingToExport } from './errors.ts'
import { periodFileName, uniqueName } from './file-name.ts'
import { pictureEnding, sha256 } from './picture.ts'
import { sharesOf, type UnitShare } from './units.ts'
import { clockInShanghai } from './week.ts'
import { fill, WORDS } from './words.ts'
import { ZipStream, type Sink } from './zip-stream.ts'

export interface UnitsZipInput {
  issues: readonly Issue[]
  histories?: Histories
  /** The stored original of a screenshot by its SHA-256, or null where it is gone. Asked one at a time. */
  shots: (hash: string) => Promise<Uint8Array | null>
  /** Draws the frames on a copy of an intact screenshot that has some; where there is no canvas it is left out and the original is written. */
  draw?: (picture: Picture, outlines: readonly Outline[]) => Promise<Picture>
  /** Names the period: `2026-W47`. */
  period: string
  onProgress?: (progress: UnitsZipProgress) => void
  /** Ends the work with the signal's reason; what was written by then is no whole file. */
  signal?: AbortSignal
}

/** In steps: one for each screenshot and each unit's list. */
export interface UnitsZipProgress {
  done: number
  total: number
  unitName: string
}

/** `manifest.json`: what the ZIP holds, so that a copy can be proved whole and a second import recognised. */
export interface UnitsManifest {
  format: 1
  period: string
  /** `updatedAt` of the issue changed last. */
  newestChange: string
  counts: { units: number; issues: number; shots: number; missingShots: number }
  units: { name: string; folder: string; issues: number; shots: number }[]
  /** `original`: hash of the stored screenshot that the file was made from. */
  files: { path: string; size: number; sha256: string; original?: string }[]
  missing: { unit: string; issue: number; issueId: string; name: string; hash: string; reason: 'missing' | 'damaged' }[]
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
  const manifest = emptyManifest(input, shares)
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
    await addShare(share, input, manifest, add, step)
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

type Picture = Uint8Array
type AddFile = (path: string, bytes: Picture, pack: boolean, original?: string) => Promise<void>

/** Screenshots first: the list says what became of them. */
async function addShare(
  share: UnitShare,
  input: UnitsZipInput,
  manifest: UnitsManifest,
  add: AddFile,
  step: () => void,
): Promise<void> {
  const said = new Map<string, string[]>()
  // Two ledgers that were joined may both have a number 12.
  const names = new Set<string>()
  let count = 0
  for (const issue of share.issues) {
    const lines: string[] = []
    for (const [at, shot] of issue.shots.entries()) {
      throwIfAborted(input.signal)
      const name = uniqueName(shotName(issue, at), names)
      const picture = await intactShot(input, shot.hash)
      if (typeof picture === 'string') {
        lines.push(fill(WORDS.shot[picture], { name }))
        manifest.missing.push({ unit: share.unitName, issue: issue.number, issueId: issue.id, name, hash: shot.hash, reason: picture })
      } else {
        const drawn = await framed(input, picture, shot.outlines)
        const path = `${WORDS.file.shots}/${name}.${pictureEnding(drawn) ?? 'bin'}`
        await add(`${share.folder}/${path}`, drawn, false, shot.hash)
        lines.push(path)
        count += 1
      }
      step()
    }
    said.set(issue.id, lines)
  }
  throwIfAborted(input.signal)
  const rows = rowsOf(share.issues, input.histories, (issue) => said.get(issue.id) ?? [])
  await add(`${share.folder}/${WORDS.file['unit-list']}`, csvBytes(csvOf(HEADER, rows)), true)
  manifest.units.push({ name: share.unitName || WORDS['no-unit'], folder: share.folder, issues: share.issues.length, shots: count })
  manifest.counts.shots += count
  manifest.counts.missingShots = manifest.missing.length
  step()
}

async function intactShot({ shots }: UnitsZipInput, hash: string): Promise<Picture | 'missing' | 'damaged'> {
  try {
    const picture = await shots(hash)
    if (!picture) return 'missing'
    return (await sha256(picture)) === hash.toLowerCase() ? picture : 'damaged'
  } catch (error) {
    // What browsers throw when the file behind a stored Blob is gone or broken.
    if (error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name)) return 'damaged'
    throw error
  }
}

async function framed({ draw }: UnitsZipInput, picture: Picture, outlines: readonly Outline[]): Promise<Picture> {
  if (!draw || !outlines.length) return picture
  try {
    return await draw(picture, outlines)
  } catch (error) {
    // A picture that the browser cannot decode has no frame to be drawn on; the evidence is still handed over as it was stored.
    if (error instanceof DOMException && error.name === 'InvalidStateError') return picture
    throw error
  }
}

function emptyManifest({ period }: UnitsZipInput, shares: UnitShare[]): UnitsManifest {
  const issues = shares.flatMap((share) => share.issues)
  const newest = issues.reduce((a, b) => (Date.parse(b.updatedAt) > Date.parse(a.updatedAt) ? b : a)).updatedAt
  const units = shares.filter((share) => share.unitName).length
  return { format: 1, period, newestChange: newest, counts: { units, issues: issues.length, shots: 0, missingShots: 0 }, units: [], files: [], missing: [] }
}

function readme({ period, counts }: UnitsManifest): string {
  const text = fill(WORDS.readme, { period, units: counts.units, issues: counts.issues, shots: counts.shots })
  const missing = counts.missingShots ? fill(WORDS['readme-missing'], { missing: counts.missingShots }) : ''
  return (text + missing).replaceAll('\n', '\r\n')
}

/** `AbortSignal.throwIfAborted` is younger than the oldest browsers we serve. */
function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw signal.reason ?? new DOMException('', 'AbortError')
}
