import { saveFile } from '../../../browser/save.ts'
import type { LedgerDb } from '../../../ledger/db.ts'
import { historiesOf } from '../../../ledger/query.ts'
import { readSettings } from '../../../ledger/settings.ts'
import { soundProfile } from '../../../lists/csv/profile.ts'
import { periodCsv } from '../../../lists/csv/weekly.ts'
import { periodOf } from '../../../lists/period.ts'
import { spanOfDays } from '../../../lists/week.ts'
import type { ExportScope } from '../../../types/export.ts'
import type { Phrase } from '../../../types/phrase.ts'
import { issuesIn, withoutPersonalData } from './scope.ts'

/** So many issues with lost characters are named. */
const NAMED = 10

/** 导出本周: the weekly CSV of all issues found, in the office's profile by its name, '' for the agreed one. @throws NothingToExport */
export async function exportWeek(db: LedgerDb, { from, to }: ExportScope, mask: boolean, profileName: string): Promise<Phrase> {
  const found = await issuesIn(db, { from, to, what: 'found', units: null })
  const issues = mask ? found.map((issue) => withoutPersonalData(issue).issue) : found
  const profile = (await readSettings(db)).csvProfiles.find((one) => one.name === profileName)
  const file = periodCsv(issues, spanOfDays(from, to), periodOf(from, to).label, await historiesOf(db, issues), profile && soundProfile(profile))
  saveFile(file.name, [file.bytes], 'text/csv')
  if (file.lost.length === 0) return { key: 'export.done.week', params: { name: file.name, count: file.count } }
  const numbers = file.lost.slice(0, NAMED).map(({ number, characters }) => `${number}（${characters}）`).join('、')
  return { key: 'export.done.week-lost', params: { name: file.name, count: file.count, lost: file.lost.length, numbers } }
}
