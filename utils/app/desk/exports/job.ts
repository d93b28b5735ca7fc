import type { LedgerDb } from '../../../ledger/db.ts'
import { historiesOf } from '../../../ledger/query.ts'
import { readSettings } from '../../../ledger/settings.ts'
import type { DocumentsWanted, Thumbs } from '../../../lists/folder/documents.ts'
import { writeUnitFiles, type FileSink, type UnitsInput, type UnitsProgress } from '../../../lists/folder/unit-files.ts'
import { unitsZipName, writeUnitsZip } from '../../../lists/folder/unit-zip.ts'
import type { UnitsManifest } from '../../../lists/folder/units-manifest.ts'
import { periodOf } from '../../../lists/period.ts'
import { NothingToExport } from '../../../lists/refusals.ts'
import { sharesOf } from '../../../lists/units.ts'
import type { ExportContent, ExportScope } from '../../../types/export.ts'
import type { ShotMarks } from '../../../types/drawing.ts'
import type { Issue, ShotRef } from '../../../types/issue.ts'
import type { Day } from '../../../types/reading.ts'
import type { Helpers } from '../../framing/helpers.ts'
import { coversOf, marksOf } from '../../framing/marks-of.ts'
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
  /** Takes the files of a folder. */
  folder: FileSink
}

/** Writes what is asked for. @throws NothingToExport, TooLargeToExport, the signal's reason, what the folder throws */
export async function doJob(job: ExportJob, { db, helpers, folder }: JobTools, running: Running): Promise<JobDone> {
  if (job.kind === 'document') return oneDocument(db, job, helpers)
  const input = { ...(await inputOf(db, job.wanted, helpers)), ...running }
  if (job.kind === 'folder') {
    const { counts } = await writeUnitFiles(input, () => folder)
    return { name: '', file: null, counts }
  }
  const { parts, take } = gathered()
  const { counts } = await writeUnitsZip(input, take)
  return { name: unitsZipName(input.period), file: new Blob(parts(), { type: 'application/zip' }), counts }
}

async function oneDocument(db: LedgerDb, { wanted, unit, document: kind }: ExportJob & { kind: 'document' }, helpers: Helpers): Promise<JobDone> {
  const one = { ...wanted, scope: { ...wanted.scope, units: [unit] }, content: { ...wanted.content, sheet: false, notice: false, page: false, [kind]: true } }
  const { issues, documents } = await inputOf(db, one, helpers)
  const [share] = sharesOf(issues)
  const [document] = documents ?? []
  if (!share || !document) throw new NothingToExport()
  const bytes = (await document.make(share, () => [])) as Uint8Array<ArrayBuffer>
  const counts = { units: 1, issues: share.issues.length, shots: 0, missingShots: 0 }
  return { name: `${share.folder}-${document.name}`, file: new Blob([bytes]), counts }
}

async function inputOf(db: LedgerDb, { scope, content, today }: UnitsExport, helpers: Helpers): Promise<UnitsInput> {
  const chosen = ofUnits(await issuesIn(db, scope), scope.units)
  const issues = chosen
    .map((issue) => (content.mask ? withoutPersonalData(issue).issue : issue))
    .map((issue) => (content.pictures === 'none' ? { ...issue, shots: [] } : issue))
  const { reader, noticeTemplate, shotStrip } = await readSettings(db)
  const { mask: cover, pictures } = content
  const smallOne = (shot: ShotRef, marks: ShotMarks) => thumbnailOf(db, shot.hash, marks, helpers.shrink)
  // In documents the words of a strip stand beside the picture, and would be too small to be read in it.
  const thumbs: Thumbs = (shot, issue) => smallOne(shot, marksOf(issue, shot, { cover, strip: false }))
  const small: Thumbs = (shot, issue) => smallOne(shot, marksOf(issue, shot, { cover, strip: shotStrip }))
  const marksOn = (issue: Issue, shot: ShotRef) => (pictures === 'originals' ? coversOf(shot, cover) : marksOf(issue, shot, { cover, strip: shotStrip }))
  const { label, words } = periodOf(scope.from, scope.to)
  const wanted: DocumentsWanted = { content, period: label, periodWords: words, day: today, reader, ...(noticeTemplate && { template: noticeTemplate }) }
  return {
    issues,
    histories: await historiesOf(db, issues),
    shots: async (hash) => {
      const shot = await db.shots.get(hash)
      return shot ? new Uint8Array(await shot.image.arrayBuffer()) : null
    },
    draw: (picture, shot, issue) => helpers.mark(picture, marksOn(issue, shot)),
    ...(pictures === 'thumbnails' && { thumbs: small }),
    documents: threaded(wanted, thumbs, helpers),
    period: label,
  }
}

/** So much of a file waits in our own memory. */
const IN_MEMORY = 8 * 1024 * 1024

/** The pieces of a file; most of them are handed to the browser, which may put them on the disk. */
function gathered() {
  const whole: Blob[] = []
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const parts = () => {
    whole.push(new Blob(waiting))
    waiting = []
    size = 0
    return whole
  }
  const take = (chunk: Uint8Array<ArrayBuffer>) => {
    waiting.push(chunk)
    size += chunk.length
    if (size > IN_MEMORY) parts()
  }
  return { parts, take }
}
