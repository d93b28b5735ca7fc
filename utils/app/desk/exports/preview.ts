import type { LedgerDb } from '../../../ledger/db.ts'
import { isSent, sharesOf } from '../../../lists/units.ts'
import type { ExportScope, UnitsPreview } from '../../../types/export.ts'
import type { Issue } from '../../../types/issue.ts'
import { issuesIn, withoutPersonalData } from './scope.ts'

/** A small picture of a page weighs about so much. */
const THUMBNAIL_BYTES = 25_000
const ISSUE_BYTES = 1_500

/** Counts what an export of these issues would hold; all units, chosen or not. */
export async function previewUnits(db: LedgerDb, scope: ExportScope): Promise<UnitsPreview> {
  const issues = (await issuesIn(db, scope)).filter(isSent)
  const personal = new Set(issues.filter((issue) => withoutPersonalData(issue).count > 0 || issue.shots.some(({ personal }) => personal?.length)).map(({ id }) => id))
  const units = sharesOf(issues).map((share) => ({
    key: share.key,
    name: share.unitName || share.folder,
    issues: share.issues.length,
    shots: shotsOf(share.issues),
    serious: share.issues.filter(({ severity }) => severity === 'serious').length,
    withoutDeadline: share.issues.filter(({ deadline }) => deadline === null).length,
    personal: share.issues.filter(({ id }) => personal.has(id)).length,
  }))
  const hashes = [...new Set(issues.flatMap(({ shots }) => shots.map(({ hash }) => hash)))]
  const texts = issues.length * ISSUE_BYTES
  const pictures = texts + (await bytesOf(db, hashes))
  return {
    units,
    issues: issues.length,
    shots: shotsOf(issues),
    withoutUnit: issues.filter(({ unitName }) => unitName === '').length,
    withoutDeadline: issues.filter(({ deadline }) => deadline === null).length,
    personal: personal.size,
    bytes: { marked: pictures, originals: pictures, thumbnails: texts + hashes.length * THUMBNAIL_BYTES, none: texts },
  }
}

/** From a few of them: the size of a picture is known only once it is looked up. */
async function bytesOf(db: LedgerDb, hashes: readonly string[]): Promise<number> {
  const sample = hashes.filter((_, at) => at % Math.ceil(hashes.length / 20) === 0)
  const shots = await db.shots.bulkGet(sample)
  const sum = shots.reduce((bytes, shot) => bytes + (shot?.image.size ?? 0), 0)
  return sample.length ? Math.round((sum / sample.length) * hashes.length) : 0
}

const shotsOf = (issues: readonly Issue[]) => issues.reduce((sum, { shots }) => sum + shots.length, 0)
