import words from '../../../assets/documents/bulletin.json' with { type: 'json' }
import type { Issue } from '../../types/issue.ts'
import { fill } from '../words.ts'
import type { BulletinFacts, Figure } from './facts.ts'

/** So many entries are written out; past that a cell is no help to anybody. */
const SHOWN = 400

/** A number of the bulletin and what it was counted from: issues by number, sites and accounts by name. */
export interface Source {
  name: string
  count: number
  from: string
}

/** Every number of the text that was counted, in the order of the text; those that are 0 are left out. */
export function sourcesOf(facts: BulletinFacts): Source[] {
  const { figures } = words
  const names = (name: string, { of, count }: Figure<{ name: string }>): Source => ({ name, count, from: list(of.map((one) => one.name)) })
  const issues = (name: string, { of, count }: Figure): Source => ({ name, count, from: ranges(of) })
  const units: Source = { name: figures.units, count: facts.unitNames.length, from: list(facts.unitNames) }
  return [
    names(figures['sites-known'], facts.sites.known), names(figures['sites-checked'], facts.sites.checked), names(figures['sites-passed'], facts.sites.passed),
    names(figures['sites-failed'], facts.sites.failed), names(figures['sites-pending'], facts.sites.pending),
    names(figures['accounts-known'], facts.accounts.known), names(figures['accounts-checked'], facts.accounts.checked),
    names(figures['accounts-passed'], facts.accounts.passed), names(figures['accounts-failed'], facts.accounts.failed),
    issues(figures.issues, facts.issues), units, issues(figures['without-unit'], facts.withoutUnit),
    issues(figures.serious, facts.bySeverity.serious), issues(figures.general, facts.bySeverity.general),
    issues(figures.minor, facts.bySeverity.minor), issues(figures.doubtful, facts.bySeverity.doubtful),
    issues(figures.closed, facts.closed), issues(figures.fixed, facts.fixed), issues(figures.open, facts.open), issues(figures.rebounds, facts.rebounds),
    issues(figures.previous, facts.previous.all), issues(figures['previous-done'], facts.previous.done), issues(figures['previous-open'], facts.previous.open),
    ...facts.groups.map(({ group, issues: of }) => issues(fill(figures.group, { group }), of)),
  ].filter(({ count }) => count > 0)
}

/** 1—4, 7, 9—10: numbers in order, those in a row joined. With spaces, between which every program may break the line. */
export function ranges(issues: readonly Issue[]): string {
  const numbers = [...new Set(issues.map(({ number }) => number))].sort((a, b) => a - b)
  const parts: string[] = []
  for (let at = 0; at < numbers.length; ) {
    let end = at
    while (numbers[end + 1] === (numbers[end] ?? 0) + 1) end += 1
    parts.push(end - at > 1 ? `${numbers[at]}—${numbers[end]}` : numbers.slice(at, end + 1).join(', '))
    at = end + 1
  }
  return list(parts, ', ')
}

function list(parts: readonly string[], between = '、'): string {
  if (parts.length <= SHOWN) return parts.join(between)
  return parts.slice(0, SHOWN).join(between) + fill(words.sources.more, { count: parts.length })
}
