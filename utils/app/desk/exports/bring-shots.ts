import type { LedgerDb } from '../../../ledger/db.ts'
import type { ExportContent, ExportScope } from '../../../types/export.ts'
import { bringFiles, type FetchFiles } from '../../bring-files.ts'
import type { Running } from './job.ts'
import { issuesIn, ofUnits } from './scope.ts'

/** Fetches a team's pictures of the issues that are to be written, as far as they are not here. @returns how many the server could not be asked for */
export async function bringShots(db: LedgerDb, scope: ExportScope, { pictures }: Pick<ExportContent, 'pictures'>, fetchFiles: FetchFiles, { signal, onProgress }: Running): Promise<number> {
  if (pictures === 'none') return 0
  const issues = ofUnits(await issuesIn(db, scope), scope.units)
  const hashes = [...new Set(issues.flatMap(({ shots }) => shots.map(({ hash }) => hash)))]
  const here = new Set(await db.shots.where(':id').anyOf(hashes).primaryKeys())
  const missing = hashes.filter((hash) => !here.has(hash)).map((hash) => `shot:${hash}`)
  return bringFiles(missing, fetchFiles, { signal, onProgress: (done, total) => onProgress({ done, total, unitName: '' }) })
}
