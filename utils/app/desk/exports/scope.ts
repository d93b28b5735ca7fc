import type { LedgerDb } from '../../../ledger/db.ts'
import { issuesBetween, openIssues } from '../../../ledger/query.ts'
import { spanOfDays } from '../../../lists/week.ts'
import { sharesOf } from '../../../lists/units.ts'
import { coverPersonal } from '../../../wording/personal/cover.ts'
import type { ExportScope } from '../../../types/export.ts'
import type { Issue } from '../../../types/issue.ts'

/** The issues of a scope, by number; its units not yet chosen among. */
export async function issuesIn(db: LedgerDb, { from, to, what }: ExportScope): Promise<Issue[]> {
  const span = spanOfDays(from, to)
  const found = await issuesBetween(db, span.from, span.to)
  if (what === 'found') return found
  const known = new Set(found.map(({ id }) => id))
  const older = (await openIssues(db)).filter(({ id, foundAt }) => !known.has(id) && foundAt < span.to)
  return [...older, ...found.filter(({ status }) => status !== 'closed')].sort((a, b) => a.number - b.number)
}

/** Only what goes to the chosen units. */
export function ofUnits(issues: readonly Issue[], units: ExportScope['units']): Issue[] {
  if (units === null) return [...issues]
  return sharesOf(issues).filter(({ key }) => units.includes(key)).flatMap((share) => share.issues)
}

const TEXTS = ['description', 'quote', 'context', 'suggestion', 'pageTitle', 'note', 'url', 'parentUrl'] as const

/** An issue without personal data in its texts, and how many places were covered. Addresses are left as they are: they would lead nowhere. */
export function withoutPersonalData(issue: Issue): { issue: Issue; count: number } {
  let count = 0
  const changed: Partial<Issue> = {}
  for (const field of TEXTS) {
    const covered = coverPersonal(issue[field])
    count += covered.count
    if (covered.count > 0 && field !== 'url' && field !== 'parentUrl') changed[field] = covered.text
  }
  return { issue: count > 0 ? { ...issue, ...changed } : issue, count }
}
