import { openFolder } from '../../../browser/folder.ts'
import { saveFile } from '../../../browser/save.ts'
import type { LedgerDb } from '../../../ledger/db.ts'
import { historiesOf } from '../../../ledger/query.ts'
import { readSettings } from '../../../ledger/settings.ts'
import { changedOnly } from '../../../lists/folder/changed-only.ts'
import { unitDocuments, type Thumbs } from '../../../lists/folder/documents.ts'
import { writeUnitFiles, type UnitsInput, type UnitsProgress } from '../../../lists/folder/unit-files.ts'
import { unitsZip } from '../../../lists/folder/unit-zip.ts'
import type { UnitsManifest } from '../../../lists/folder/units-manifest.ts'
import { periodOf } from '../../../lists/period.ts'
import { sharesOf } from '../../../lists/units.ts'
import { NothingToExport } from '../../../lists/refusals.ts'
import type { ExportContent, ExportScope } from '../../../types/export.ts'
import type { Issue, ShotRef } from '../../../types/issue.ts'
import type { Phrase } from '../../../types/phrase.ts'
import type { Day } from '../../../types/reading.ts'
import { coversOf, marksOf } from '../../framing/marks-of.ts'
import { createFramer, type Framer } from '../../framing/framer.ts'
import { thumbnailOf } from '../../thumbnail.ts'
import { issuesIn, ofUnits, withoutPersonalData } from './scope.ts'

/** How an export tells where it is and is ended. */
export interface Running {
  onProgress: (progress: UnitsProgress) => void
  signal: AbortSignal
}

export interface UnitsExport {
  scope: ExportScope
  content: ExportContent
  today: Day
}

/** 按单位打包: one ZIP with a folder per unit. @throws NothingToExport, TooLargeToExport, the signal's reason */
export async function exportUnits(db: LedgerDb, wanted: UnitsExport, running: Running): Promise<Phrase> {
  const { name, parts, manifest } = await framing(async (framer) => unitsZip({ ...(await inputOf(db, wanted, framer)), ...running }))
  saveFile(name, parts, 'application/zip')
  return written(manifest, { name }, 'export.done.zip', 'export.done.zip-missing')
}

/** 导出到文件夹: brings the units' folders of a folder on the disk up to date. @throws as `exportUnits`, and FolderRefused */
export async function exportToFolder(db: LedgerDb, wanted: UnitsExport, folder: FileSystemDirectoryHandle, running: Running): Promise<Phrase> {
  const sink = changedOnly(openFolder(folder))
  const manifest = await framing(async (framer) => writeUnitFiles({ ...(await inputOf(db, wanted, framer)), ...running }, () => sink))
  const params = { name: folder.name, ...sink.counts }
  return sink.counts.kept > 0
    ? written(manifest, params, 'export.done.folder-kept', 'export.done.folder-kept-missing')
    : written(manifest, params, 'export.done.folder', 'export.done.folder-missing')
}

/** One document of one unit. @throws NothingToExport */
export async function exportDocument(db: LedgerDb, wanted: UnitsExport, unit: string, kind: 'sheet' | 'notice' | 'page'): Promise<Phrase> {
  const one = { ...wanted, scope: { ...wanted.scope, units: [unit] }, content: { ...wanted.content, sheet: false, notice: false, page: false, [kind]: true } }
  return framing(async (framer) => {
    const { issues, documents } = await inputOf(db, one, framer)
    const [share] = sharesOf(issues)
    const [document] = documents ?? []
    if (!share || !document) throw new NothingToExport()
    const name = `${share.folder}-${document.name}`
    saveFile(name, [(await document.make(share, shotNames)) as Uint8Array<ArrayBuffer>], '')
    return { key: 'export.done.document', params: { name, count: share.issues.length } }
  })
}

/** More threads than this find no more processors, or no more work. */
const MOST_THREADS = 4

/** Does the work with threads for its pictures, and ends them whatever comes of it. */
async function framing<T>(work: (framer: Framer) => Promise<T>): Promise<T> {
  const start = () => new Worker(new URL('../../framing/framing.worker.ts', import.meta.url), { type: 'module' })
  const framer = createFramer(start, Math.min(MOST_THREADS, navigator.hardwareConcurrency || 1))
  try {
    return await work(framer)
  } finally {
    framer.end()
  }
}

const shotNames = () => []

async function inputOf(db: LedgerDb, { scope, content, today }: UnitsExport, framer: Framer): Promise<UnitsInput> {
  const chosen = ofUnits(await issuesIn(db, scope), scope.units)
  const issues = chosen
    .map((issue) => (content.mask ? withoutPersonalData(issue).issue : issue))
    .map((issue) => (content.pictures === 'none' ? { ...issue, shots: [] } : issue))
  const { reader, noticeTemplate, shotStrip } = await readSettings(db)
  const { mask: cover, pictures } = content
  // In documents the words of a strip stand beside the picture, and would be too small to be read in it.
  const thumbs: Thumbs = (shot, issue) => thumbnailOf(db, shot.hash, marksOf(issue, shot, { cover, strip: false }))
  const small: Thumbs = (shot, issue) => thumbnailOf(db, shot.hash, marksOf(issue, shot, { cover, strip: shotStrip }))
  const marksOn = (issue: Issue, shot: ShotRef) => (pictures === 'originals' ? coversOf(shot, cover) : marksOf(issue, shot, { cover, strip: shotStrip }))
  const { label, words } = periodOf(scope.from, scope.to)
  return {
    issues,
    histories: await historiesOf(db, issues),
    shots: async (hash) => {
      const shot = await db.shots.get(hash)
      return shot ? new Uint8Array(await shot.image.arrayBuffer()) : null
    },
    draw: (picture, shot, issue) => framer.draw(picture, marksOn(issue, shot)),
    ...(pictures === 'thumbnails' && { thumbs: small }),
    documents: unitDocuments({ content, period: label, periodWords: words, day: today, reader, thumbs, ...(noticeTemplate && { template: noticeTemplate }) }),
    period: label,
  }
}

function written({ counts }: UnitsManifest, params: Record<string, string | number>, whole: string, missing: string): Phrase {
  return { key: counts.missingShots ? missing : whole, params: { units: counts.units, issues: counts.issues, missing: counts.missingShots, ...params } }
}
