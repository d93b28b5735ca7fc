import { storageEstimate } from '../../../browser/estimate.ts'
import { openFolder } from '../../../browser/folder.ts'
import { saveFile } from '../../../browser/save.ts'
import type { LedgerDb } from '../../../ledger/db.ts'
import { changedOnly } from '../../../lists/folder/changed-only.ts'
import type { FileSink } from '../../../lists/folder/unit-files.ts'
import type { UnitsManifest } from '../../../lists/folder/units-manifest.ts'
import type { Phrase } from '../../../types/phrase.ts'
import { createCopies } from '../../framing/copies.ts'
import { startHelpers } from '../../framing/start-helpers.ts'
import { inThread } from './in-thread.ts'
import { doJob, type DocumentKind, type ExportJob, type JobDone, type Running, type UnitsExport } from './job.ts'

/** 按单位打包: one ZIP with a folder per unit. @throws NothingToExport, TooLargeToExport, the signal's reason */
export async function exportUnits(db: LedgerDb, wanted: UnitsExport, running: Running): Promise<Phrase> {
  const done = await run(db, { kind: 'zip', wanted }, NO_FOLDER, running)
  save(done)
  return written(done.counts, { name: done.name }, 'export.done.zip', 'export.done.zip-missing')
}

/** 导出到文件夹: brings the units' folders of a folder on the disk up to date. @throws as `exportUnits`, and FolderRefused */
export async function exportToFolder(db: LedgerDb, wanted: UnitsExport, folder: FileSystemDirectoryHandle, running: Running): Promise<Phrase> {
  const sink = changedOnly(openFolder(folder))
  const { counts } = await run(db, { kind: 'folder', wanted }, sink, running)
  const params = { name: folder.name, ...sink.counts }
  return sink.counts.kept > 0
    ? written(counts, params, 'export.done.folder-kept', 'export.done.folder-kept-missing')
    : written(counts, params, 'export.done.folder', 'export.done.folder-missing')
}

/** One document of one unit. @throws NothingToExport */
export async function exportDocument(db: LedgerDb, wanted: UnitsExport, unit: string, document: DocumentKind, running: Running): Promise<Phrase> {
  const done = await run(db, { kind: 'document', wanted, unit, document }, NO_FOLDER, running)
  save(done)
  return written(done.counts, { name: done.name }, 'export.done.document', 'export.done.document-missing')
}

/** In a thread of its own; where there is none, here. */
async function run(db: LedgerDb, job: ExportJob, folder: FileSink, running: Running): Promise<JobDone> {
  const start = () => new Worker(new URL('./job.worker.ts', import.meta.url), { type: 'module' })
  const done = await inThread(start, job, folder, running)
  if (done) return done
  const helpers = startHelpers()
  try {
    return await doJob(job, { db, helpers, copies: createCopies(db, Date.now, storageEstimate), folder }, running)
  } finally {
    helpers.end()
  }
}

const NO_FOLDER: FileSink = { add: () => Promise.reject(new Error('no folder was opened')) }

function save({ name, file }: JobDone): void {
  if (file) saveFile(name, [file], file.type)
}

function written(counts: UnitsManifest['counts'], params: Record<string, string | number>, whole: string, missing: string): Phrase {
  return { key: counts.missingShots ? missing : whole, params: { units: counts.units, issues: counts.issues, missing: counts.missingShots, ...params } }
}
