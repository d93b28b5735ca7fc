import type { LedgerDb } from '../ledger/db.ts'
import { workdayTest } from '../ledger/deadline.ts'
import { dutyCount, dutyDays } from '../ledger/duty.ts'
import { sameAddress } from '../ledger/fingerprint.ts'
import { issuesBetween } from '../ledger/query.ts'
import { readSettings } from '../ledger/settings.ts'
import { shiftOf, visitsBetween } from '../ledger/visits.ts'
import { dayInShanghai, spanOfDays } from '../lists/week.ts'
import { daysInMonth } from '../types/day.ts'
import type { DutyMonth, LoggedVisit } from '../types/duty.ts'
import type { Issue } from '../types/issue.ts'
import type { Day } from '../types/reading.ts'
import type { Visit } from '../types/visit.ts'

/** First and last day of a month, `2026-11`. */
export function monthDays(month: string): { from: Day; to: Day } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return { from: `${month}-01`, to: `${month}-${daysInMonth(year, number)}` }
}

/** Lines of the log with the issues found from each: an issue belongs to the last visit of its page that began before it was recorded, on the same day. */
export function withIssues(visits: readonly Visit[], issues: readonly Pick<Issue, 'url' | 'foundAt' | 'status'>[]): LoggedVisit[] {
  const byPage = new Map<string, LoggedVisit[]>()
  const logged = [...visits].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)).map((visit) => ({ ...visit, issues: 0, handled: 0 }))
  for (const visit of logged) {
    const key = `${visit.day} ${visit.address}`
    byPage.set(key, [...(byPage.get(key) ?? []), visit])
  }
  for (const { url, foundAt, status } of issues) {
    const candidates = byPage.get(`${dayInShanghai(foundAt)} ${sameAddress(url)}`) ?? []
    const before = candidates.filter(({ startedAt }) => startedAt <= foundAt)
    // A page may be told of a moment after its first issue was recorded.
    const visit = before[before.length - 1] ?? candidates[0]
    if (!visit) continue
    visit.issues++
    if (status === 'fixed' || status === 'closed') visit.handled++
  }
  return logged
}

/** All lines of some days, with their issues. */
export async function loggedBetween(db: LedgerDb, from: Day, to: Day): Promise<LoggedVisit[]> {
  const span = spanOfDays(from, to)
  const [visits, issues] = await Promise.all([visitsBetween(db, from, to), issuesBetween(db, span.from, span.to)])
  return withIssues(visits, issues)
}

/** The duty calendar of a month. */
export async function dutyMonth(db: LedgerDb, month: string, now: Date): Promise<DutyMonth> {
  const { from, to } = monthDays(month)
  const [visits, notes, first, { ownDays }] = await Promise.all([
    loggedBetween(db, from, to),
    db.dutyNotes.where('day').between(from, to, true, true).toArray(),
    db.visits.orderBy('day').filter(({ deletedAt }) => deletedAt === null).first(),
    readSettings(db),
  ])
  const at = now.toISOString()
  const context = { today: dayInShanghai(at), shift: shiftOf(at), since: first?.day ?? null, notes: new Map(notes.map(({ day, note }) => [day, note])), isWorking: workdayTest(ownDays) }
  const days = dutyDays(visits, from, to, context)
  return { month, days, ...dutyCount(days) }
}
