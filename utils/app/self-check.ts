import list from '../../assets/indicators.json' with { type: 'json' }
import { coverageOf } from '../checks/coverage.ts'
import { selfCheck, type RecordedProblem } from '../checks/self-check.ts'
import { summaryOf, type VetoLimits } from '../checks/summary.ts'
import { belongingOf } from '../roster/match.ts'
import type { Indicator } from '../types/indicator.ts'
import type { Issue } from '../types/issue.ts'
import type { PageLog, SelfCheckRecord, SelfCheckRow, SiteSummary } from '../types/round.ts'
import type { Column, ColumnClass, Roster } from '../types/roster.ts'
import { rehomed, siteAt } from './rehome.ts'

// The file's shape is the one above; its unions are strings to the compiler, its thresholds a union of shapes.
const INDICATORS = list.indicators as unknown as readonly Indicator[]

/** A site to choose. */
export interface RoundSite {
  key: string
  name: string
  /** Pages read in the round. */
  pages: number
}

/** A column that was not read, ready to be shown. */
export interface UnreadColumn {
  id: string
  name: string
  unit: string
  class: ColumnClass
  url: string
}

/** Everything that 自查 shows of one site and round. */
export interface SelfCheckState {
  sites: RoundSite[]
  site: RoundSite
  summary: SiteSummary
  rows: SelfCheckRow[]
  coverage: { known: number; unread: UnreadColumn[] } | null
}

export interface RoundData {
  /** All readings of the round. */
  logs: readonly PageLog[]
  roster: Roster
  /** All issues found in the round. */
  issues: readonly Issue[]
  /** 否决项限值 as the office set them; the national ones where nothing is said. */
  limits?: VetoLimits
}

/** Sites of the roster and sites that were read, those with the most pages first. */
export function sitesOf({ logs, roster }: Pick<RoundData, 'logs' | 'roster'>): RoundSite[] {
  const sites = new Map<string, RoundSite>()
  const pages = new Map<string, Set<string>>()
  for (const { site, siteName, address } of logs.map((log) => rehomed(log, roster))) {
    sites.set(site, { key: site, name: siteName, pages: 0 })
    pages.set(site, (pages.get(site) ?? new Set()).add(address))
  }
  for (const site of roster.sites) {
    const { key, name } = siteAt(`http://${site.prefix}`, roster)
    sites.set(key, { key, name, pages: 0 })
  }
  return [...sites.values()].map((site) => ({ ...site, pages: pages.get(site.key)?.size ?? 0 })).sort((a, b) => b.pages - a.pages || (a.name < b.name ? -1 : 1))
}

/** The table, counters and gaps of one site. */
export function selfCheckOf(site: RoundSite, sites: RoundSite[], { logs, roster, issues, limits }: RoundData, ticks: SelfCheckRecord['ticks']): SelfCheckState {
  const own = logs.map((log) => rehomed(log, roster)).filter((log) => log.site === site.key)
  const summary = summaryOf(site.key, own, limits)
  const columns = roster.columns.filter((column) => siteAt(`http://${column.prefix}`, roster).key === site.key)
  const coverage = columns.length > 0 ? coverageOf(columns, own) : null
  const recorded = issues.filter(stillStands).filter((issue) => siteAt(issue.url, roster).key === site.key).map(problemOf)
  return {
    sites,
    site,
    summary,
    rows: selfCheck({ object: site.name, logs: own, summary, issues: recorded, coverage, ticks }, INDICATORS),
    coverage: coverage && { known: coverage.known, unread: coverage.unread.map((column) => unreadOf(column, roster)) },
  }
}

/** What was no problem, and what is settled, speaks for nothing. */
function stillStands({ status }: Issue): boolean {
  return status !== 'false-alarm' && status !== 'no-action' && status !== 'closed'
}

function problemOf({ number, indicator, check, pageTitle, url }: Issue): RecordedProblem {
  return { indicator, check, name: `#${number} ${pageTitle || url}`, url }
}

function unreadOf(column: Column, roster: Roster): UnreadColumn {
  const url = `http://${column.prefix}`
  const { unit } = belongingOf({ url, contentSource: null, columnName: column.name }, roster)
  return { id: column.id, name: column.name, unit: unit?.name ?? '', class: column.class, url }
}
