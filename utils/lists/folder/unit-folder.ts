import type { Issue, ShotRef } from '../../types/issue.ts'
import { csvBytes, csvOf } from '../csv/csv.ts'
import { HEADER, rowsOf, shotName, type Histories } from '../csv/columns.ts'
import { uniqueName } from '../file-name.ts'
import { pictureEnding, sha256 } from '../picture.ts'
import type { UnitShare } from '../units.ts'
import { fill, WORDS } from '../words.ts'
import { ahead } from './ahead.ts'
import type { Thumbs, UnitDocument } from './documents.ts'
import type { FileBytes } from './stored-file.ts'
import type { Dated } from './unit-files.ts'
import type { UnitsManifest } from './units-manifest.ts'

/** What folders are made from, besides the issues. */
export interface FolderSource {
  /** May still be on their way: screenshots and documents are begun without them. */
  histories?: Histories | Promise<Histories>
  /** The stored original of a screenshot by its SHA-256, or null where it is gone. */
  shots: (hash: string) => Promise<Uint8Array | null>
  /** The picture to write (a stored one is PNG), where it was made before and is kept. Asked only for intact screenshots. */
  ready?: (shot: ShotRef, issue: Issue) => Promise<FileBytes | null>
  /** Draws its marks on a copy of an intact screenshot; where there is no canvas it is left out and the original is written. */
  draw?: (picture: Picture, shot: ShotRef, issue: Issue) => Promise<FileBytes>
  /** Writes small pictures in place of the originals. */
  thumbs?: Thumbs
  /** Written beside the CSV. */
  documents?: readonly UnitDocument[]
  /** Names the period: `2026-W47`. */
  period: string
  /** Ends the work with the signal's reason; what was written by then is no whole file. */
  signal?: AbortSignal
}

type Picture = Uint8Array
/** Adds one file to the export and its manifest. `pack: false` where packing gains nothing; `original`: hash of the screenshot it was made from. */
export type AddFile = (path: string, file: FileBytes, pack: boolean, more?: { original?: string; dated?: Dated }) => Promise<void>

type Counted = Pick<UnitsManifest, 'missing' | 'units' | 'counts'>

/** A screenshot in its place: bytes to write, or why there are none. */
interface Shown {
  share: UnitShare
  issue: Issue
  shot: ShotRef
  name: string
  made: FileBytes | 'missing' | 'damaged'
}

/** So many screenshots are in work or wait for their turn: they are drawn on threads of their own while a unit's lists are made. */
const AT_ONCE = 8

/** The screenshots of all units in the order in which they are written. */
export function picturesOf(shares: readonly UnitShare[], source: FolderSource): AsyncIterator<Shown, void> {
  const wanted = shares.flatMap((share) => {
    // Two ledgers that were joined may both have a number 12.
    const names = new Set<string>()
    return share.issues.flatMap((issue) => issue.shots.map((shot, at) => ({ share, issue, shot, name: uniqueName(shotName(issue, at), names) })))
  })
  return ahead(wanted, AT_ONCE, async (one) => ({ ...one, made: await pictureOf(source, one) }))
}

/**
 * Writes one unit's screenshots and its CSV, which says what became of them, and has its documents begun.
 * @returns writes the documents; to be called a little later, so that they are made while the next units' pictures are
 * @param step is told of each screenshot and of the documents
 */
export async function addFolder(share: UnitShare, pictures: AsyncIterator<Shown, void>, source: FolderSource, manifest: Counted, add: AddFile, step: () => void): Promise<() => Promise<void>> {
  const missingBefore = manifest.missing.length
  const said = await addShots(share, pictures, source, manifest, add, step)
  throwIfAborted(source.signal)
  const shotNames = (issue: Issue) => said.get(issue.id) ?? []
  const making = (source.documents ?? []).map((document) => ({ ...document, bytes: document.make(share, shotNames) }))
  // Told when its turn comes; until then it must not count as unhandled.
  for (const { bytes } of making) bytes.catch(() => undefined)
  await add(`${share.folder}/${WORDS.file['unit-list']}`, csvBytes(csvOf(HEADER, rowsOf(share.issues, await source.histories, shotNames))), true)
  const shots = [...said.values()].flat().length - (manifest.missing.length - missingBefore)
  manifest.counts.shots += shots
  manifest.counts.missingShots = manifest.missing.length
  manifest.units.push({ name: share.unitName || WORDS['no-unit'], folder: share.folder, issues: share.issues.length, shots })
  return async () => {
    for (const { name, pack, bytes, day, make } of making) {
      throwIfAborted(source.signal)
      await add(`${share.folder}/${name}`, await bytes, pack, day === undefined ? {} : { dated: { day, of: (other) => make(share, shotNames, other) } })
    }
    step()
  }
}

/** Writes the screenshots; returns, by issue id, what the lists say of each. */
async function addShots(share: UnitShare, pictures: AsyncIterator<Shown, void>, source: FolderSource, manifest: Counted, add: AddFile, step: () => void): Promise<Map<string, string[]>> {
  const said = new Map<string, string[]>(share.issues.map(({ id }) => [id, []]))
  for (let left = share.issues.reduce((sum, { shots }) => sum + shots.length, 0); left > 0; left--) {
    const { value: shown } = await pictures.next()
    throwIfAborted(source.signal)
    if (!shown || shown.share !== share) throw new Error('screenshots out of order')
    const { issue, shot, name, made } = shown
    const lines = said.get(issue.id)
    if (typeof made === 'string') {
      lines?.push(fill(WORDS.shot[made], { name }))
      manifest.missing.push({ unit: share.unitName, issue: issue.number, issueId: issue.id, name, hash: shot.hash, reason: made })
    } else {
      const path = `${WORDS.file.shots}/${name}.${made instanceof Uint8Array ? (pictureEnding(made) ?? 'bin') : 'png'}`
      await add(`${share.folder}/${path}`, made, false, { original: shot.hash })
      lines?.push(path)
    }
    step()
  }
  return said
}

async function pictureOf(source: FolderSource, { shot, issue }: Pick<Shown, 'shot' | 'issue'>): Promise<FileBytes | 'missing' | 'damaged'> {
  throwIfAborted(source.signal)
  // Looked at even where a copy is kept: that the evidence itself is lost must be said.
  const picture = await intactShot(source, shot.hash)
  if (typeof picture === 'string') return picture
  const ready = source.ready && (await source.ready(shot, issue))
  if (ready) return ready
  return source.thumbs ? ((await source.thumbs(shot, issue)) ?? 'damaged') : drawn(source, picture, shot, issue)
}

async function intactShot({ shots }: FolderSource, hash: string): Promise<Picture | 'missing' | 'damaged'> {
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

async function drawn({ draw }: FolderSource, picture: Picture, shot: ShotRef, issue: Issue): Promise<FileBytes | 'damaged'> {
  if (!draw) return picture
  try {
    return await draw(picture, shot, issue)
  } catch (error) {
    // A picture that the browser cannot decode has no marks drawn on; the evidence is still handed over as it was stored, but never uncovered.
    if (error instanceof DOMException && error.name === 'InvalidStateError') return shot.personal?.length ? 'damaged' : picture
    throw error
  }
}

/** `AbortSignal.throwIfAborted` is younger than the oldest browsers we serve. */
function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw signal.reason ?? new DOMException('', 'AbortError')
}
