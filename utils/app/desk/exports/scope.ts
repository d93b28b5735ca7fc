import type { LedgerDb } from '../../../ledger/db.ts'
import { issuesBetween, openIssues } from '../../../ledger/query.ts'
import { spanOfDays } from '../../../lists/week.ts'
import { sharesOf } from '../../../lists/units.ts'
import { coverInAddress, coverPersonal } from '../../../wording/personal/cover.ts'
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

const TEXTS = ['description', 'quote', 'context', 'suggestion', 'pageTitle', 'note'] as const

/**
 * An issue without personal data in its texts, and how many places were covered. The page's own address stays as it is where it is followed (links, the CSV):
 * it goes to those whose server it is asked of, who could not find the page by another; where it stands for a title that is missing, people read it, and it is
 * covered. Nobody needs the page that led there to find the place.
 */
export function withoutPersonalData(issue: Issue): { issue: Issue; count: number } {
  let count = 0
  const changed: Partial<Issue> = {}
  for (const field of TEXTS) {
    const covered = coverPersonal(issue[field])
    count += covered.count
    if (covered.count > 0) changed[field] = covered.text
  }
  const [url, parent] = [coverInAddress(issue.url), coverInAddress(issue.parentUrl)]
  count += url.count + parent.count
  if (url.count > 0 && issue.pageTitle === '') changed.pageTitle = url.text
  if (parent.count > 0) changed.parentUrl = parent.text
  return { issue: count > 0 ? { ...issue, ...changed } : issue, count }
}
