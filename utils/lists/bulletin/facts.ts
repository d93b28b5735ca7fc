import { SEVERITIES, type Severity } from '../../types/finding.ts'
import type { AccountState } from '../../types/account.ts'
import type { Issue } from '../../types/issue.ts'
import type { Day } from '../../types/reading.ts'
import { typeWords, WORDS } from '../words.ts'
import { inOrder } from '../csv/columns.ts'
import { isSent } from '../units.ts'

/** A site as the round's self-check left it. */
export interface CheckedSite {
  name: string
  unit: string
  /** Pages read in the period; 0 where it was not checked. */
  pages: number
  /** Names of the veto indicators that are 不合格. */
  vetoes: readonly string[]
  /** True where a veto indicator still waits for a person. */
  pending: boolean
}

/** A 政务新媒体 account as it stood at the end of the period. */
export interface CheckedAccount {
  name: string
  platform: string
  owner: string
  state: AccountState
  lastUpdate: Day | null
  overDays: number
}

export interface BulletinInput {
  /** As people say it: 2026年第四季度. */
  period: string
  /** 青禾县; '' leaves it out. */
  area: string
  /** 落款; '' leaves a place to fill. */
  signer: string
  /** Day of the bulletin, and of the state it tells. */
  day: Day
  /** Issues found in the period, and in the one before. */
  issues: readonly Issue[]
  previous: readonly Issue[]
  previousPeriod: string
  sites: readonly CheckedSite[]
  accounts: readonly CheckedAccount[]
  /** Units without any update by month, the earliest first; see `zeroUpdates`. */
  zero: readonly { month: string; units: readonly string[] }[]
}

/** A number of the bulletin with what it was counted from. */
export interface Figure<T = Issue> {
  of: readonly T[]
  count: number
}

/** Issues of one type (大类): which units, and what it was mostly. */
export interface GroupFacts {
  group: string
  issues: Figure
  /** Most first. */
  units: { name: string; count: number }[]
  kinds: { kind: string; count: number }[]
}

export interface UnitFacts {
  unit: string
  issues: readonly Issue[]
  done: number
}

/** Every number of a bulletin, each with its issues, sites or accounts. */
export interface BulletinFacts {
  sites: Record<'known' | 'checked' | 'passed' | 'failed' | 'pending', Figure<CheckedSite>>
  accounts: Record<'known' | 'checked' | 'passed' | 'failed', Figure<CheckedAccount>>
  issues: Figure
  bySeverity: Record<Severity, Figure>
  closed: Figure
  fixed: Figure
  open: Figure
  previous: Record<'all' | 'done' | 'open', Figure>
  rebounds: Figure
  groups: GroupFacts[]
  /** With a row for issues without a unit. */
  units: UnitFacts[]
  /** Names of the units that have issues. */
  unitNames: string[]
  withoutUnit: Figure
}

/** Counts a period. False alarms, what needs no action and what was deleted count nowhere. */
export function bulletinFacts(input: BulletinInput): BulletinFacts {
  const issues = inOrder(input.issues.filter(isSent))
  const previous = inOrder(input.previous.filter(isSent))
  const checked = input.sites.filter(({ pages }) => pages > 0)
  const active = input.accounts.filter(({ state }) => state !== 'closed')
  const watched = active.filter(({ state }) => state !== 'unknown')
  const failed = checked.filter(({ vetoes }) => vetoes.length > 0)
  return {
    sites: {
      known: figure(input.sites),
      checked: figure(checked),
      failed: figure(failed),
      pending: figure(checked.filter((site) => site.vetoes.length === 0 && site.pending)),
      passed: figure(checked.filter((site) => site.vetoes.length === 0 && !site.pending)),
    },
    accounts: {
      known: figure(active),
      checked: figure(watched),
      failed: figure(watched.filter(({ state }) => state === 'overdue')),
      passed: figure(watched.filter(({ state }) => state !== 'overdue')),
    },
    issues: figure(issues),
    bySeverity: Object.fromEntries(SEVERITIES.map((severity) => [severity, figure(issues.filter((issue) => issue.severity === severity))])) as Record<Severity, Figure>,
    closed: figure(issues.filter(({ status }) => status === 'closed')),
    fixed: figure(issues.filter(({ status }) => status === 'fixed')),
    open: figure(issues.filter((issue) => !isDone(issue))),
    previous: { all: figure(previous), done: figure(previous.filter(isDone)), open: figure(previous.filter((issue) => !isDone(issue))) },
    rebounds: figure(issues.filter(({ rebounds }) => rebounds > 0)),
    groups: groupsOf(issues),
    units: unitsOf(issues),
    unitNames: countUnits(issues).map(({ name }) => name),
    withoutUnit: figure(issues.filter(({ unitName }) => !unitName)),
  }
}

function isDone({ status }: Issue): boolean {
  return status === 'fixed' || status === 'closed'
}

export function unitOf({ unitName }: Issue): string {
  return unitName || WORDS['no-unit']
}

/** Units of these issues with their counts, most first. Issues without a unit are nobody's and name none. */
export function countUnits(issues: readonly Issue[]): { name: string; count: number }[] {
  return tally(issues.filter(({ unitName }) => unitName), unitOf).map(([name, of]) => ({ name, count: of.length }))
}

function groupsOf(issues: readonly Issue[]): GroupFacts[] {
  return tally(issues, ({ check }) => typeWords(check).group).map(([group, of]) => ({
    group,
    issues: figure(of),
    units: countUnits(of),
    kinds: tally(of, ({ check }) => typeWords(check).kind).map(([kind, some]) => ({ kind, count: some.length })),
  }))
}

function unitsOf(issues: readonly Issue[]): UnitFacts[] {
  return tally(issues, unitOf).map(([unit, of]) => ({ unit, issues: of, done: of.filter(isDone).length }))
}

/** Most first, then by code unit: the same order everywhere. */
function tally<T>(all: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return [...groups].sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
}

const figure = <T>(of: readonly T[]): Figure<T> => ({ of, count: of.length })
