import words from '../../../assets/documents/bulletin.json' with { type: 'json' }
import { SEVERITIES } from '../../types/finding.ts'
import type { Issue } from '../../types/issue.ts'
import { dayInWords } from '../letter/blocks.ts'
import { fill } from '../words.ts'
import { countUnits, type BulletinFacts, type BulletinInput, type GroupFacts } from './facts.ts'

/** So many units are named in a sentence; the annex has all. */
const NAMED = 8
const KINDS = 5
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** The body, a paragraph a line. Headings start as GB/T 9704 numbers them, so that `bodyLine` sets them. */
export function bulletinBody(facts: BulletinFacts, input: BulletinInput): string[] {
  return [
    fill(words.opening, { period: input.period }),
    words.overall,
    sitesLine(facts),
    accountsLine(facts),
    foundLine(facts, input),
    previousLine(facts, input),
    words.problems,
    ...(facts.groups.length ? facts.groups.map(groupLine) : [words['problems-none']]),
    words.demands,
    words['demands-blank'],
  ]
}

/** 96.5%, 100%; — where there is nothing to divide by. */
export function rateOf(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part * 1000) / whole) / 10}%`
}

function sitesLine({ sites }: BulletinFacts): string {
  const { known, checked, passed, failed, pending } = sites
  if (checked.count === 0) return words['sites-none']
  const share = known.count > checked.count ? fill(words.share, { known: known.count, share: rateOf(checked.count, known.count) }) : ''
  const more = [
    failed.count ? fill(words['sites-failed'], { names: named(failed.of.map(({ name }) => name)) }) : '',
    pending.count ? fill(words['sites-pending'], { count: pending.count }) : '',
  ].join('')
  return fill(words.sites, { checked: checked.count, share, passed: passed.count, rate: pending.count ? words['rate-pending'] : fill(words.rate, { rate: rateOf(passed.count, checked.count) }), failed: more })
}

function accountsLine({ accounts }: BulletinFacts): string {
  const { known, checked, passed, failed } = accounts
  if (checked.count === 0) return words['accounts-none']
  const share = known.count > checked.count ? fill(words['accounts-share'], { known: known.count, share: rateOf(checked.count, known.count) }) : ''
  const more = failed.count ? fill(words['accounts-failed'], { names: named(failed.of.map(({ name }) => name)) }) : ''
  return fill(words.accounts, { checked: checked.count, share, passed: passed.count, rate: rateOf(passed.count, checked.count), failed: more })
}

function foundLine(facts: BulletinFacts, { day }: BulletinInput): string {
  const { issues, closed, fixed, open } = facts
  if (issues.count === 0) return words['found-none']
  const without = facts.withoutUnit.count ? fill(words['without-unit'], { count: facts.withoutUnit.count }) : ''
  const rebounds = facts.rebounds.count ? fill(words.rebounds, { count: facts.rebounds.count, involved: involving(facts.rebounds.of) }) : ''
  return fill(words.found, {
    issues: issues.count, units: facts.unitNames.length, day: dayInWords(day), closed: closed.count, fixed: fixed.count, open: open.count,
    rate: rateOf(closed.count + fixed.count, issues.count),
    ...Object.fromEntries(SEVERITIES.map((severity) => [severity, facts.bySeverity[severity].count])),
  }) + without + rebounds
}

function previousLine({ previous }: BulletinFacts, { previousPeriod }: BulletinInput): string {
  const { all, done, open } = previous
  if (all.count === 0) return words['previous-none']
  const rest = open.count ? fill(words['previous-open'], { open: open.count, involved: involving(open.of) }) : words['previous-done']
  return fill(words.previous, { period: previousPeriod, issues: all.count, done: done.count, rate: rateOf(done.count, all.count), open: rest })
}

function groupLine({ group, issues, units, kinds }: GroupFacts, at: number): string {
  const counted = units.slice(0, NAMED).map(({ name, count }) => fill(words.counted, { name, count }))
  const names = counted.join('、') + (units.length > NAMED ? fill(words['more-units'], { count: units.length }) : '')
  const shown = kinds.slice(0, KINDS).map(({ kind, count }) => fill(words.kind, { kind, count }))
  const involved = units.length ? fill(words['group-units'], { units: units.length, names }) : ''
  return fill(words.group, { n: NUMERALS[at] ?? at + 1, group, issues: issues.count, involved, kinds: shown.join('、') })
}

/** ，涉及A、B; '' where no unit is known. */
function involving(issues: readonly Issue[]): string {
  const units = countUnits(issues).map(({ name }) => name)
  return units.length ? fill(words.involved, { units: named(units, words['more-units']) }) : ''
}

function named(names: readonly string[], more = ''): string {
  if (!more || names.length <= NAMED) return names.join('、')
  return names.slice(0, NAMED).join('、') + fill(more, { count: names.length })
}
