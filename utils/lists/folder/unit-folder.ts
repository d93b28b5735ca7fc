import type { Issue, ShotRef } from '../../types/issue.ts'
import { csvBytes, csvOf } from '../csv/csv.ts'
import { HEADER, rowsOf, shotName, type Histories } from '../csv/columns.ts'
import { uniqueName } from '../file-name.ts'
import { letGo } from '../let-go.ts'
import { pictureEnding, sha256 } from '../picture.ts'
import type { UnitShare } from '../units.ts'
import { fill, WORDS } from '../words.ts'
import { ahead } from './ahead.ts'
import type { Thumbs, UnitDocument } from './documents.ts'
import { storedFile, type FileBytes } from './stored-file.ts'
import type { Dated } from './unit-files.ts'
import type { UnitsManifest } from './units-manifest.ts'

/** What folders are made from, besides the issues. */
export interface FolderSource {
  /** May still be on their way: screenshots and documents are begun without them. */
  histories?: Histories | Promise<Histories>
  /** The stored original of a screenshot by its SHA-256, or null where it is gone. */
  shots: (hash: string) => Promise<Blob | null>
  /** The picture to write (a stored one is PNG), where it was made before and is kept. Asked only for intact screenshots. */
  ready?: (shot: ShotRef, issue: Issue) => Promise<FileBytes | null>
  /** Draws its marks on a copy of an intact screenshot; null: there are none, the original is written. Left out where there is no canvas. */
  draw?: (picture: Blob, shot: ShotRef, issue: Issue) => Promise<FileBytes | null>
  /** Writes small pictures in place of the originals. */
  thumbs?: Thumbs
  /** Written beside the CSV. */
  documents?: readonly UnitDocument[]
  /** Names the period: `2026-W47`. */
  period: string
  /** Ends the work with the signal's reason; what was written by then is no whole file. */
  signal?: AbortSignal
}

/** Adds one file to the export and its manifest. `pack: false` where packing gains nothing; `original`: hash of the screenshot it was made from. */
export type AddFile = (path: string, file: FileBytes, pack: boolean, more?: { original?: string; dated?: Dated }) => Promise<void>

type Counted = Pick<UnitsManifest, 'missing' | 'units' | 'counts'>

/** A screenshot in its place: what to write, or why there is nothing. */
interface Shown {
  share: UnitShare
  issue: Issue
  shot: ShotRef
  name: string
  made: Written | Absence
}

interface Written {
  file: FileBytes
  ending: string
}

type Absence = 'missing' | 'damaged'

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
      const path = `${WORDS.file.shots}/${name}.${made.ending}`
      await add(`${share.folder}/${path}`, made.file, false, { original: shot.hash })
      lines?.push(path)
    }
    step()
  }
  return said
}

async function pictureOf(source: FolderSource, { shot, issue }: Pick<Shown, 'shot' | 'issue'>): Promise<Written | Absence> {
  throwIfAborted(source.signal)
  // Looked at even where a copy is kept: that the evidence itself is lost must be said.
  const picture = await intactShot(source, shot.hash)
  if (typeof picture === 'string') return picture
  const ready = source.ready && (await source.ready(shot, issue))
  if (ready) return written(ready)
  if (!source.thumbs) return drawn(source, picture, shot, issue)
  const small = await source.thumbs(shot, issue)
  return small ? written(small) : 'damaged'
}

/** What was made of a screenshot: whole copies are PNG. */
function written(file: FileBytes): Written {
  return { file, ending: file instanceof Uint8Array ? endingOf(file) : 'png' }
}

function endingOf(bytes: Uint8Array): string {
  return pictureEnding(bytes) ?? 'bin'
}

/** A stored original that is what it was; its bytes stay where they are. */
type Original = { blob: Blob; ending: string }

async function intactShot({ shots }: FolderSource, hash: string): Promise<Original | Absence> {
  try {
    const blob = await shots(hash)
    if (!blob) return 'missing'
    const bytes = new Uint8Array(await blob.arrayBuffer())
    const [sum, ending] = [await sha256(bytes), endingOf(bytes)]
    letGo(bytes)
    return sum === hash.toLowerCase() ? { blob, ending } : 'damaged'
  } catch (error) {
    // What browsers throw when the file behind a stored Blob is gone or broken.
    if (error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name)) return 'damaged'
    throw error
  }
}

async function drawn({ draw }: FolderSource, { blob, ending }: Original, shot: ShotRef, issue: Issue): Promise<Written | 'damaged'> {
  try {
    const file = draw && (await draw(blob, shot, issue))
    if (file) return written(file)
  } catch (error) {
    // A picture that the browser cannot decode has no marks drawn on; the evidence is still handed over as it was stored, but never uncovered.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
    if (shot.personal?.length) return 'damaged'
  }
  return { file: await storedFile(blob), ending }
}

/** `AbortSignal.throwIfAborted` is younger than the oldest browsers we serve. */
function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw signal.reason ?? new DOMException('', 'AbortError')
}
