import type { CheckContext } from '../checks/check.ts'
import { NATIONAL_DEADLINES, freshnessOf } from '../checks/deadlines.ts'
import { checkPage } from '../checks/index.ts'
import { outsideSays } from '../checks/links.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { notIgnored } from '../ledger/ignores.ts'
import { issuesOfPage } from '../ledger/query.ts'
import { rosterOfHost } from '../ledger/roster.ts'
import { readSettings } from '../ledger/settings.ts'
import type { PageVerdict } from '../messages.ts'
import { belongingOf } from '../roster/match.ts'
import { shortNumber, type Issue, type Status } from '../types/issue.ts'
import type { Day, PageReading } from '../types/reading.ts'
import type { Phrase } from '../types/phrase.ts'
import type { PastPage } from '../types/recheck.ts'
import { addressesToAsk } from './link-addresses.ts'
import type { Judged } from './reading-log.ts'
import type { TextCheck } from './text-check.ts'

/** What judging a page needs besides its reading. */
export interface VerdictDeps {
  db: LedgerDb
  today: () => Day
  /** The wording rules as the office has set them. */
  textCheck: TextCheck
  /** Why pictures cannot be read in this browser; null where they can. */
  noPictures?: () => Phrase | null
}

/** Statuses under which an issue may still be met on its page. */
const PAST: ReadonlySet<Status> = new Set<Status>(['open', 'fixed', 'doubtful'])

function pastOf({ id, mark, number, status, check, quote, anchor, context, description, pageTitle, columnName, onHome, foundAt, severity }: Issue): PastPage {
  return { id, ...(mark === undefined ? {} : { mark }), number, status, check, quote, anchor, context, description, pageTitle, columnName, onHome, foundAt, severity }
}

/** Reading → whose page it is, how fresh, and what is suspicious about it, without what was waved aside; and all that was judged, for the log. */
export async function judge({ db, today, textCheck, noPictures }: VerdictDeps, reading: PageReading): Promise<{ verdict: Omit<PageVerdict, 'quiet' | 'round'>; judged: Judged }> {
  const [settings, roster, ignores, issues, checkText] = await Promise.all([
    readSettings(db),
    rosterOfHost(db, new URL(reading.url).hostname),
    db.ignores.toArray(),
    issuesOfPage(db, reading.url),
    textCheck(),
  ])
  const belonging = belongingOf(reading, roster)
  const context: CheckContext = {
    today: today(),
    belonging,
    deadlines: { ...NATIONAL_DEADLINES, ...settings.columnDays },
    letterDays: settings.letterDays,
    checkText,
  }
  const { findings, gaps } = checkPage(reading, context)
  const past = issues.filter(({ status }) => PAST.has(status))
  const hindrance = noPictures?.() ?? null
  const verdict = {
    language: settings.language,
    belonging,
    freshness: freshnessOf(reading, context),
    findings: notIgnored(findings, ignores, reading.url),
    addresses: addressesToAsk(reading),
    unchecked: [...reading.gaps.map((key) => ({ key })), ...gaps, ...outsideSays(reading, settings.listedHosts)],
    // A closed one may be recorded again: that opens it again (反弹).
    recorded: issues.filter(({ status }) => status !== 'closed').map((issue) => ({ issueId: issue.id, number: shortNumber(issue), check: issue.check, quote: issue.quote })),
    ignores,
    past: past.map(pastOf),
    pastFindings: findings.filter(({ check }) => past.some((issue) => issue.check === check)),
    ...(hindrance ? { noPictures: hindrance } : {}),
  }
  return { verdict, judged: { reading, context, findings, ignores, roster } }
}
