import { addressesToAsk, verdictOn } from '../../ledger/recheck-verdict.ts'
import type { Finding } from '../../types/finding.ts'
import type { PageSight, PastIssue, PastPage } from '../../types/recheck.ts'
import type { PageState } from './state.ts'

/**
 * Issues of earlier visits as the page shows them now: 上次发现，仍在 or 已改. What is recorded on this visit is none of them.
 * @param findings of this page, links among them
 * @param since instant at which this visit began, ISO 8601 UTC
 */
export function pastIssues({ reading, verdict, links }: PageState, findings: readonly Finding[], since: string): PastIssue[] {
  const past = verdict?.past.filter(({ foundAt }) => foundAt < since) ?? []
  if (!reading || !verdict || past.length === 0) return []
  const asked = Object.fromEntries((links?.verdicts() ?? []).map((one) => [one.href, one]))
  const sight: PageSight = { reading, findings: [...verdict.pastFindings, ...findings], freshness: verdict.freshness, links: asked, live: true }
  const waits = links !== null && links.progress().done < links.progress().total
  return past.map((issue) => pastIssue(issue, sight, waits))
}

function pastIssue(issue: PastPage, sight: PageSight, waits: boolean): PastIssue {
  const { id, number, status, description, foundAt, severity } = issue
  const base = { id, number, status, description, foundAt, severity }
  if (waits && addressesToAsk(issue, sight).some((href) => !sight.links[href])) {
    return { ...base, state: 'waiting', says: { key: 'recheck.past.waiting' }, now: '', place: null }
  }
  const { result, says, now, place } = verdictOn(issue, sight)
  return { ...base, state: result === 'fixed' || result === 'standing' ? result : 'look', says, now, place }
}
