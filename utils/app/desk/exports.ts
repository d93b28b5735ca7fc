import { saveFile } from '../../browser/save.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import { historiesOf, issuesBetween } from '../../ledger/query.ts'
import { unitsZip, type UnitsZipProgress } from '../../lists/folder/unit-zip.ts'
import { isSent, sharesOf } from '../../lists/units.ts'
import { spanOfWeek, weekNamed, type Span } from '../../lists/week.ts'
import { periodCsv } from '../../lists/csv/weekly.ts'
import type { Phrase } from '../../types/phrase.ts'
import { outlined } from '../outlined.ts'
import { thumbnailOf } from '../thumbnail.ts'

/** What 按单位导出 would write. */
export interface UnitsPreview {
  units: { unitId: string; name: string; issues: number; shots: number }[]
  issues: number
  shots: number
  withoutUnit: number
}

/** Weeks from one to another, by their names; the same for one week. */
export interface Weeks {
  from: string
  to: string
}

/** Counts what an export of these weeks would hold. */
export async function previewUnits(db: LedgerDb, weeks: Weeks): Promise<UnitsPreview> {
  const issues = (await issuesOf(db, weeks)).filter(isSent)
  const shots = (of: typeof issues) => of.reduce((sum, issue) => sum + issue.shots.length, 0)
  const units = sharesOf(issues).map((share) => ({
    unitId: share.issues[0]?.unitId ?? '',
    name: share.unitName || share.folder,
    issues: share.issues.length,
    shots: shots(share.issues),
  }))
  return { units, issues: issues.length, shots: shots(issues), withoutUnit: issues.filter(({ unitId }) => unitId === null).length }
}

/** 导出本周: the weekly CSV. @throws NothingToExport */
export async function exportWeeks(db: LedgerDb, weeks: Weeks): Promise<Phrase> {
  const issues = await issuesOf(db, weeks)
  const histories = await historiesOf(db, issues)
  const { name, bytes, count } = periodCsv(issues, spanOf(weeks), labelOf(weeks), histories)
  saveFile(name, [bytes], 'text/csv')
  return { key: 'app.exported.week', params: { name, count } }
}

/** 按单位导出: one ZIP with a folder per unit, frames drawn on the screenshots. @throws NothingToExport, and the signal's reason */
export async function exportUnits(
  db: LedgerDb,
  weeks: Weeks,
  onProgress: (progress: UnitsZipProgress) => void,
  signal: AbortSignal,
): Promise<Phrase> {
  const issues = await issuesOf(db, weeks)
  const shots = async (hash: string) => {
    const shot = await db.shots.get(hash)
    return shot ? new Uint8Array(await shot.image.arrayBuffer()) : null
  }
  const histories = await historiesOf(db, issues)
  const { name, parts, manifest } = await unitsZip({ issues, histories, shots, draw: outlined, workbook: { thumbs: (hash) => thumbnailOf(db, hash) }, period: labelOf(weeks), onProgress, signal })
  saveFile(name, parts, 'application/zip')
  const { counts } = manifest
  const key = counts.missingShots ? 'app.exported.units-missing' : 'app.exported.units'
  return { key, params: { name, units: counts.units, issues: counts.issues, missing: counts.missingShots } }
}

function issuesOf(db: LedgerDb, weeks: Weeks) {
  const { from, to } = spanOf(weeks)
  return issuesBetween(db, from, to)
}

function spanOf({ from, to }: Weeks): Span {
  const [first, last] = [weekNamed(from), weekNamed(to)]
  if (!first || !last) throw new RangeError(`not a week: ${from} ${to}`)
  return { from: spanOfWeek(first).from, to: spanOfWeek(last).to }
}

const labelOf = ({ from, to }: Weeks) => (from === to ? from : `${from}至${to}`)
