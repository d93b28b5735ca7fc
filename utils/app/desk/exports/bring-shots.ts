import type { LedgerDb } from '../../../ledger/db.ts'
import type { DocId } from '../../../types/team.ts'
import type { ExportContent, ExportScope } from '../../../types/export.ts'
import { issuesIn, ofUnits } from './scope.ts'

/** Pictures of a team that are not here are fetched. @returns those that came. @throws where the server cannot be reached */
export type FetchFiles = (ids: readonly DocId[]) => Promise<DocId[]>

/**
 * Where a team's pictures come on demand, a list demands them: those of its issues that are not here yet are fetched before it is written.
 * What cannot be had is counted as missing in the list's own result, which says so.
 */
export async function bringShots(db: LedgerDb, scope: ExportScope, { pictures }: Pick<ExportContent, 'pictures'>, fetchFiles: FetchFiles): Promise<void> {
  if (pictures === 'none') return
  const issues = ofUnits(await issuesIn(db, scope), scope.units)
  const hashes = [...new Set(issues.flatMap(({ shots }) => shots.map(({ hash }) => hash)))]
  const here = new Set(await db.shots.where(':id').anyOf(hashes).primaryKeys())
  const missing = hashes.filter((hash) => !here.has(hash))
  if (missing.length > 0) await fetchFiles(missing.map((hash) => `shot:${hash}`)).catch(() => [])
}
