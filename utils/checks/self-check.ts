import type { Indicator } from '../types/indicator.ts'
import type { Phrase } from '../types/phrase.ts'
import type { CheckState, HandTick, PageLog, Place, SelfCheckRow, SiteSummary, VetoCounter } from '../types/round.ts'
import type { Coverage } from './coverage.ts'
import { latestPages } from './summary.ts'

/** A problem that a person recorded on this site in this round, and that still stands. */
export interface RecordedProblem {
  indicator: string | null
  check: string
  /** What it is called in the table: its number and page. */
  name: string
  url: string
}

/** What the table is filled in from. */
export interface SelfCheckInput {
  /** 检查对象: the site's name. */
  object: string
  /** Readings of this site in the round. */
  logs: readonly PageLog[]
  summary: SiteSummary
  issues: readonly RecordedProblem[]
  /** What the roster knows of the site's columns; null where it knows none. */
  coverage: Coverage | null
  /** By indicator id; a tick goes before what the machine says. */
  ticks: Readonly<Record<string, HandTick>>
}

interface Found extends Place {
  /** One where nothing is said. */
  count?: number
}

interface Verdict {
  state: CheckState
  result: Phrase
  places: Place[]
}

/** Findings that speak for an indicator besides those that name it. */
const BY_CHECK: Record<string, RegExp> = {
  'W-D04': /^policy\//, 'W-D05': /^tags\//, 'W-D07': /^footer\//, 'W-D13': /^letters\/(?:late|reply-voice)/, 'W-D18': /^guide\//,
}
/** What must have been read before anything can be said of an indicator; every page where nothing is named. */
const NEEDS: Record<string, (log: PageLog) => boolean> = {
  'W-V3': (l) => l.kind === 'home' && l.freshness.limitDays !== null, 'W-D07': isHome, 'W-D08': isHome,
  'W-V5.2': (l) => l.letters > 0, 'W-D13': (l) => l.letters > 0,
  'W-V6.2': (l) => l.kind === 'guide', 'W-V6.3': (l) => l.kind === 'guide', 'W-D18': (l) => l.kind === 'guide',
  'W-D01': (l) => l.freshness.class === 'policy' && isColumn(l),
  'W-D04': (l) => l.freshness.class === 'policy' || l.freshness.class === 'interpretation',
}
/** Rules over all columns of a site: met only when all of them were read, which only a roster can tell. */
const COLUMN_RULES = new Set(['W-V4.1', 'W-V4.2', 'W-V4.3', 'W-D01', 'W-D10', 'W-D11', 'P15-02'])
/** Deductions for single columns, and the vetoes that count the same columns: no column counts twice. */
const SAME_COLUMNS: Record<string, string[]> = { 'W-D10': ['W-V4.3'], 'W-D11': ['W-V4.1', 'W-V4.2'] }
/** Links are looked at page by page while reading; a page that was left before its links were through tells nothing. */
const LINK_RULES = new Set(['W-D08', 'W-D09'])
/** Rules that a few pages cannot prove kept: nothing found leaves them to a person. */
const SAMPLES = new Set(['W-V5.2'])
const EXAMPLES = 3

/**
 * 指标对照自查表 of one site and round: every website indicator of the list with what was found. Only what a machine can tell is
 * called 合格 or 不合格; what it can only point at stays 需人工; what no page was read for is 未检查, never 合格.
 */
export function selfCheck(input: SelfCheckInput, indicators: readonly Indicator[]): SelfCheckRow[] {
  const whole = { ...input, logs: latestPages(input.logs) }
  return indicators.filter((one) => one.scope === 'website').map((indicator) => {
    const { id, kind, name, rule } = indicator
    const tick = input.ticks[id]
    const machine = judge(indicator, whole)
    const byHand = tick !== undefined && tick.state !== null
    const said: Verdict = byHand ? { ...machine, state: tick.state as CheckState, result: { key: 'indicators.result.byHand' } } : machine
    return { indicator: id, kind, object: input.object, name, rule, ...said, note: tick?.note ?? '', byHand }
  })
}

function isHome(log: PageLog): boolean {
  return log.kind === 'home'
}

function isColumn(log: PageLog): boolean {
  return log.columnKeys.length > 0
}

function judge(indicator: Indicator, input: SelfCheckInput): Verdict {
  const { id, judged } = indicator
  const checked = COLUMN_RULES.has(id) && !NEEDS[id] ? input.summary.columns : input.logs.filter(NEEDS[id] ?? (() => true)).length
  const found = foundFor(indicator, input)
  const counter = input.summary.counters.find((c) => c.indicator === id)
  if (counter && (!counter.unread || counter.suspected.length > 0)) return byCounter(indicator, counter, checked, input)
  const doubled = input.summary.counters.find((c) => SAME_COLUMNS[id]?.includes(c.indicator) && c.state === 'veto')
  if (doubled && found.length === 0) return { state: 'fail', result: { key: 'indicators.result.elsewhere', params: { indicator: doubled.indicator } }, places: [] }
  // One recorded column is not yet the number that a veto asks for.
  if (found.length > 0) return pointed(judged === 'machine' && !counter ? 'fail' : 'person', found)
  if (checked === 0 && judged !== 'person') return said('unchecked', 'unchecked')
  if (judged === 'person') return said('person', 'person')
  if (LINK_RULES.has(id)) {
    const looked = input.logs.filter((log) => isHome(log) === (id === 'W-D08') && log.links !== undefined)
    return looked.length === 0 ? said('person', 'links') : said('person', 'links-none', { pages: looked.length, checked: looked.reduce((sum, log) => sum + (log.links?.checked ?? 0), 0) })
  }
  if (judged === 'both' || SAMPLES.has(id)) return said('person', 'silent', { checked })
  return partial(id, input) ?? said('pass', 'pass', { checked })
}

/** A rule with a number: met, near it, or reached. */
function byCounter({ id, judged }: Indicator, counter: VetoCounter, checked: number, input: SelfCheckInput): Verdict {
  const { items, suspected, count, limit } = counter
  const recorded = input.issues.filter((issue) => issue.indicator === id && id === 'W-V1.1')
  if (counter.state === 'veto') return pointed(judged === 'machine' ? 'fail' : 'person', items.map(({ name, url }) => ({ name, url })), 1)
  if (recorded.length > 0) return pointed('person', recorded, 0, 'recorded')
  // Enough for a veto if a person confirms what is only suspected.
  if (suspected.length > 0 && id !== 'W-V3' && count + suspected.length >= limit) return pointed('person', [...items, ...suspected])
  if (items.length > 0) {
    const { state } = partial(id, input) ?? { state: judged === 'machine' ? 'pass' : 'person' }
    return { state, result: { key: `indicators.result.${id === 'W-V3' ? 'near-days' : 'near'}`, params: { count, limit, examples: namesOf(items) } }, places: placesOf(items) }
  }
  if (suspected.length > 0) return pointed('person', suspected)
  if (judged === 'both' || SAMPLES.has(id)) return said('person', 'silent', { checked })
  return partial(id, input) ?? said('pass', 'pass', { checked })
}

/** A site is only called good when all of its columns were read; without a roster no one but a person can tell. */
function partial(id: string, { coverage, logs, summary }: SelfCheckInput): Verdict | null {
  if (id === 'W-D05') return kindsMissing(logs)
  if (!COLUMN_RULES.has(id)) return null
  if (coverage === null) return said('person', 'no-roster', { checked: summary.columns })
  if (coverage.unread.length === 0) return null
  return said('unchecked', 'partial', { known: coverage.known, checked: coverage.known - coverage.unread.length })
}

/** 页面标签 are judged on all three kinds of pages. */
function kindsMissing(logs: readonly PageLog[]): Verdict | null {
  const kinds = new Set(logs.map((log) => log.kind))
  return kinds.has('home') && kinds.has('column') && kinds.has('article') ? null : said('unchecked', 'kinds')
}

function foundFor({ id }: Indicator, { logs, summary, issues }: SelfCheckInput): Found[] {
  const same = SAME_COLUMNS[id]
  if (same) return summary.counters.filter((c) => same.includes(c.indicator) && c.state !== 'veto').flatMap((c) => c.items)
  const named = (log: PageLog): Place => ({ name: log.columnName ?? log.title, url: log.url })
  if (id === 'W-D01') return logs.filter((l) => l.freshness.class === 'policy' && l.findings.some((f) => f.check === 'freshness/column-overdue')).map(named)
  const pattern = BY_CHECK[id]
  const found = logs.flatMap((log): Found[] => {
    const count = log.findings.reduce((sum, f) => sum + (f.indicator === id || pattern?.test(f.check) ? f.count : 0), 0)
    return count > 0 ? [{ name: log.title || log.url, url: log.url, count }] : []
  })
  const recorded = issues.filter((issue) => issue.indicator === id && !found.some(({ url }) => url === issue.url))
  return [...found, ...recorded]
}

function said(state: CheckState, key: string, params?: NonNullable<Phrase['params']>): Verdict {
  return { state, result: { key: `indicators.result.${key}`, ...(params && { params }) }, places: [] }
}

function pointed(state: 'fail' | 'person', found: readonly Found[], least = 0, key = state === 'fail' ? 'fail' : 'suspected'): Verdict {
  const count = Math.max(least, found.reduce((sum, one) => sum + (one.count ?? 1), 0))
  return { state, result: { key: `indicators.result.${key}`, params: { count, examples: namesOf(found) } }, places: placesOf(found) }
}

function placesOf(found: readonly Place[]): Place[] {
  return [...new Map(found.map(({ name, url }) => [url, { name, url }])).values()]
}

function namesOf(found: readonly Place[]): string {
  const distinct = [...new Set(found.map(({ name }) => name))]
  return distinct.slice(0, EXAMPLES).join('、') + (distinct.length > EXAMPLES ? '…' : '')
}
