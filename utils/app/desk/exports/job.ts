import type { LedgerDb } from '../../../ledger/db.ts'
import { historiesOf } from '../../../ledger/query.ts'
import { readSettings } from '../../../ledger/settings.ts'
import type { DocumentsWanted, Thumbs } from '../../../lists/folder/documents.ts'
import { writeUnitFiles, type FileSink, type UnitsInput, type UnitsProgress } from '../../../lists/folder/unit-files.ts'
import { unitsZipName, writeUnitsZip } from '../../../lists/folder/unit-zip.ts'
import type { UnitsManifest } from '../../../lists/folder/units-manifest.ts'
import { letGo } from '../../../lists/let-go.ts'
import { periodOf } from '../../../lists/period.ts'
import { NothingToExport } from '../../../lists/refusals.ts'
import { sharesOf } from '../../../lists/units.ts'
import type { ExportContent, ExportScope } from '../../../types/export.ts'
import type { Issue, ShotRef } from '../../../types/issue.ts'
import type { Day } from '../../../types/reading.ts'
import type { Helpers } from '../../framing/helpers.ts'
import { copiesOf, type CopyOf } from '../../framing/copies-of.ts'
import { isSame, type Copies } from '../../framing/copies.ts'
import { readAhead } from '../../framing/read-ahead.ts'
import { thumbnailOf } from '../../thumbnail.ts'
import { issuesIn, ofUnits, withoutPersonalData } from './scope.ts'
import { threaded } from './threaded.ts'

export interface UnitsExport {
  scope: ExportScope
  content: ExportContent
  today: Day
}

export type DocumentKind = 'sheet' | 'notice' | 'page'

/** What is to be written: one ZIP, the files of a folder, or one document of one unit. Plain data, that can go to another thread. */
export type ExportJob = { wanted: UnitsExport } & ({ kind: 'zip' } | { kind: 'folder' } | { kind: 'document'; unit: string; document: DocumentKind })

/** What came of it; `file` is null where the files went to a folder. */
export interface JobDone {
  name: string
  file: Blob | null
  counts: UnitsManifest['counts']
}

/** How an export tells where it is and is ended. */
export interface Running {
  onProgress: (progress: UnitsProgress) => void
  signal: AbortSignal
}

export interface JobTools {
  db: LedgerDb
  helpers: Helpers
  copies: Copies
  /** Takes the files of a folder. */
  folder: FileSink
}

/** Writes what is asked for. @throws NothingToExport, TooLargeToExport, the signal's reason, what the folder throws */
export async function doJob(job: ExportJob, tools: JobTools, running: Running): Promise<JobDone> {
  try {
    return await written(job, tools, running)
  } finally {
    // What was made is made for the next time, too, even if this time was broken off.
    await tools.copies.end()
  }
}

async function written(job: ExportJob, tools: JobTools, running: Running): Promise<JobDone> {
  if (job.kind === 'document') return oneDocument(job, tools)
  const input = { ...(await inputOf(job.wanted, tools)), ...running }
  if (job.kind === 'folder') {
    const { counts } = await writeUnitFiles(input, () => tools.folder)
    return { name: '', file: null, counts }
  }
  const { parts, take } = gathered()
  const { counts } = await writeUnitsZip(input, take, take)
  return { name: unitsZipName(input.period), file: new Blob(parts, { type: 'application/zip' }), counts }
}

async function oneDocument({ wanted, unit, document: kind }: ExportJob & { kind: 'document' }, tools: JobTools): Promise<JobDone> {
  const one = { ...wanted, scope: { ...wanted.scope, units: [unit] }, content: { ...wanted.content, sheet: false, notice: false, page: false, [kind]: true } }
  const { issues, documents, lacking } = await inputOf(one, tools)
  const [share] = sharesOf(issues)
  const [document] = documents ?? []
  if (!share || !document) throw new NothingToExport()
  const bytes = (await document.make(share, () => [])) as Uint8Array<ArrayBuffer>
  const counts = { units: 1, issues: share.issues.length, shots: 0, missingShots: lacking.size }
  return { name: `${share.folder}-${document.name}`, file: new Blob([bytes]), counts }
}

/** @returns also, filled while documents are made: pictures that one was to show and that are gone or damaged */
async function inputOf({ scope, content, today }: UnitsExport, { db, helpers, copies }: JobTools): Promise<UnitsInput & { lacking: Set<string> }> {
  const chosen = ofUnits(await issuesIn(db, scope), scope.units)
  // Read while the first screenshots are looked at; a failure is told where they are waited for.
  const histories = historiesOf(db, chosen)
  histories.catch(() => undefined)
  const issues = chosen
    .map((issue) => (content.mask ? withoutPersonalData(issue).issue : issue))
    .map((issue) => (content.pictures === 'none' ? { ...issue, shots: [] } : issue))
  const { reader, noticeTemplate, shotStrip } = await readSettings(db)
  const known = new Map<ShotRef, ReturnType<typeof copiesOf>>()
  const copyOf = (shot: ShotRef, issue: Issue) => {
    const copy = known.get(shot) ?? copiesOf(issue, shot, content, shotStrip)
    known.set(shot, copy)
    return copy
  }
  const isShown = (shot: ShotRef, issue: Issue) => content.page || ((content.sheet || content.notice) && shot === issue.shots[0])
  const order = sharesOf(issues.filter(({ shots }) => shots.length > 0)).flatMap((share) => share.issues.flatMap((issue) => issue.shots.map((shot) => ({ shot, issue }))))
  const originals = readAhead(order.map(({ shot }) => shot.hash), (hashes) => db.shots.bulkGet(hashes))
  await copies.foresee(order.flatMap(({ shot, issue }) => (isShown(shot, issue) ? [copyOf(shot, issue).file, copyOf(shot, issue).small] : [copyOf(shot, issue).file])))
  const small = (what: CopyOf) => copies.get(what, () => thumbnailOf(db, what.shot, what.marks, helpers.shrink))
  // Documents are made after their unit's files: what was not found intact by then shows no kept copy either.
  const intact = new Set<string>()
  // Small pictures that were drawn with the whole ones, until their document asks for them.
  const drawn = new Map<string, Uint8Array>()
  const lacking = new Set<string>()
  const thumbs: Thumbs = async (shot, issue) => {
    const name = nameOf(shot, issue)
    const fresh = drawn.get(name)
    drawn.delete(name)
    const what = copyOf(shot, issue).small
    const made = fresh ?? (await (intact.has(shot.hash) ? small(what) : thumbnailOf(db, what.shot, what.marks, helpers.shrink)))
    if (made === null) lacking.add(name)
    return made
  }
  const { label, words } = periodOf(scope.from, scope.to)
  const wanted: DocumentsWanted = { content, period: label, periodWords: words, day: today, reader, ...(noticeTemplate && { template: noticeTemplate }) }
  return {
    issues,
    histories,
    shots: async (hash) => (await originals(hash))?.image ?? null,
    ready: (shot, issue) => {
      intact.add(shot.hash)
      return copies.find(copyOf(shot, issue).file)
    },
    draw: async (picture, shot, issue) => {
      const what = copyOf(shot, issue)
      if (isSame(what.file)) return null
      const [file, small] = await helpers.mark(picture, isShown(shot, issue) ? [what.file, what.small] : [what.file])
      if (small instanceof Uint8Array) {
        drawn.set(nameOf(shot, issue), small)
        await copies.keep(what.small, small)
      }
      await copies.keep(what.file, file!)
      return file!
    },
    ...(content.pictures === 'thumbnails' && { thumbs: (shot, issue) => small(copyOf(shot, issue).file) }),
    documents: threaded(wanted, thumbs, helpers),
    period: label,
    lacking,
  }
}

/** So much of a file waits in our own memory. */
const IN_MEMORY = 2 * 1024 * 1024

/** The pieces of a file; most of them are handed to the browser, which may put them on the disk, or are there already. */
function gathered() {
  const parts: (Blob | Uint8Array<ArrayBuffer>)[] = []
  let size = 0
  const take = (part: Blob | Uint8Array<ArrayBuffer>) => {
    parts.push(part)
    if (part instanceof Blob) return
    size += part.length
    if (size <= IN_MEMORY) return
    for (const gone of parts.splice(0, parts.length, new Blob(parts))) if (!(gone instanceof Blob)) letGo(gone)
    size = 0
  }
  return { parts, take }
}

function nameOf({ hash }: ShotRef, { id }: Issue): string {
  return `${id} ${hash}`
}
