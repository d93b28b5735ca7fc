import type { Indicator } from '../types/indicator.ts'
import type { Phrase } from '../types/phrase.ts'
import type { CheckState, PageLog, SelfCheckRow, SiteSummary, VetoCounter } from '../types/round.ts'

/** What a person ticked or wrote for an indicator. */
export interface HandTick {
  state: CheckState
  note: string
}

/** What the table is filled in from. */
export interface SelfCheckInput {
  /** 检查对象: the site's name. */
  object: string
  /** Pages of this site that were read in the round. */
  logs: readonly PageLog[]
  summary: SiteSummary
  /** Columns that the roster knows of the site; null where there is no roster. */
  knownColumns: number | null
  /** By indicator id; goes before what the machine says. */
  ticks: Readonly<Record<string, HandTick>>
}

interface Verdict {
  state: CheckState
  result: Phrase
  urls: string[]
}

/** Findings that speak for an indicator besides those that name it. */
const BY_CHECK: Record<string, RegExp> = {
  'W-D04': /^policy\//, 'W-D05': /^tags\//, 'W-D07': /^footer\//, 'W-D13': /^letters\/(?:late|reply-voice)/, 'W-D18': /^guide\//,
}
/** What must have been read before an indicator can be called met. */
const NEEDS: Record<string, (log: PageLog) => boolean> = {
  'W-V3': (l) => l.kind === 'home', 'W-D07': (l) => l.kind === 'home', 'W-D08': (l) => l.kind === 'home',
  'W-V5.2': (l) => l.letters > 0, 'W-D13': (l) => l.letters > 0,
  'W-V6.2': (l) => l.kind === 'guide', 'W-V6.3': (l) => l.kind === 'guide', 'W-D18': (l) => l.kind === 'guide',
  'W-D01': (l) => l.freshness.class === 'policy' && l.column !== null,
  'W-D04': (l) => l.freshness.class === 'policy' || l.freshness.class === 'interpretation',
}
const COLUMN_RULES = new Set(['W-V4.1', 'W-V4.2', 'W-V4.3', 'W-D10', 'W-D11'])
const EXAMPLES = 3

/**
 * 指标对照自查表 of one site and round: every website indicator of the list with what was found. Only what a machine can tell is
 * called 合格 or 不合格; what it can only point at stays 需人工; what no page was read for is 未检查.
 */
export function selfCheck(input: SelfCheckInput, indicators: readonly Indicator[]): SelfCheckRow[] {
  return indicators.filter((one) => one.scope === 'website').map((indicator) => {
    const tick = input.ticks[indicator.id]
    const { state, result, urls } = tick ? byHand(tick) : judge(indicator, input)
    return { indicator: indicator.id, object: input.object, name: indicator.name, rule: indicator.rule, state, result, urls, byHand: tick !== undefined }
  })
}

const STATE_WORDS: Record<CheckState, string> = {
  pass: 'indicators.state.pass',
  fail: 'indicators.state.fail',
  person: 'indicators.state.person',
  unchecked: 'indicators.state.unchecked',
}

function byHand({ state, note }: HandTick): Verdict {
  return { state, result: note === '' ? { key: STATE_WORDS[state] } : { key: 'indicators.result.note', params: { note } }, urls: [] }
}

function judge(indicator: Indicator, input: SelfCheckInput): Verdict {
  const needed = input.logs.filter(NEEDS[indicator.id] ?? (COLUMN_RULES.has(indicator.id) ? (l) => l.column !== null : () => true))
  if (indicator.judged === 'person') return { state: 'person', result: { key: 'indicators.result.person' }, urls: [] }
  if (needed.length === 0) return { state: 'unchecked', result: { key: 'indicators.result.unchecked' }, urls: [] }
  const counter = input.summary.counters.find((c) => c.indicator === indicator.id)
  if (counter) return byCounter(counter, needed.length, input)
  const found = foundFor(indicator, input)
  if (found.length > 0) return suspected(indicator, found)
  if (indicator.judged === 'both') return { state: 'person', result: { key: 'indicators.result.silent', params: { checked: needed.length } }, urls: [] }
  return partial(indicator.id, input) ?? { state: 'pass', result: { key: 'indicators.result.pass', params: { checked: needed.length } }, urls: [] }
}

/** A rule with a number: met, near it, or reached. */
function byCounter(counter: VetoCounter, checked: number, input: SelfCheckInput): Verdict {
  const urls = counter.items.map((i) => i.url)
  const examples = namesOf(counter.items.map((i) => i.name))
  if (counter.state === 'veto') return { state: 'fail', result: { key: 'indicators.result.fail', params: { count: Math.max(counter.items.length, 1), examples } }, urls }
  if (counter.items.length > 0) return { state: partialState(counter.indicator, input), result: { key: 'indicators.result.near', params: { count: counter.count, limit: counter.limit, examples } }, urls }
  return partial(counter.indicator, input) ?? { state: 'pass', result: { key: 'indicators.result.pass', params: { checked } }, urls: [] }
}

/** With a roster a site is only called good when all of its columns were read. */
function partial(indicator: string, input: SelfCheckInput): Verdict | null {
  if (partialState(indicator, input) === 'pass') return null
  return { state: 'unchecked', result: { key: 'indicators.result.partial', params: { checked: input.summary.columns, known: input.knownColumns ?? 0 } }, urls: [] }
}

function partialState(indicator: string, { knownColumns, summary }: SelfCheckInput): 'pass' | 'unchecked' {
  return COLUMN_RULES.has(indicator) && knownColumns !== null && summary.columns < knownColumns ? 'unchecked' : 'pass'
}

interface Found {
  evidence: string
  url: string
}

function foundFor(indicator: Indicator, { logs, summary }: SelfCheckInput): Found[] {
  const items = (id: string): Found[] => (summary.counters.find((c) => c.indicator === id)?.items ?? []).map((i) => ({ evidence: i.name, url: i.url }))
  // The deductions for single columns count the same columns as the vetoes, each once.
  if (indicator.id === 'W-D10') return items('W-V4.3')
  if (indicator.id === 'W-D11') return [...items('W-V4.1'), ...items('W-V4.2')]
  if (indicator.id === 'W-D01') return logs.filter((l) => l.freshness.class === 'policy' && l.freshness.state === 'overdue').map((l) => ({ evidence: l.columnName ?? l.title, url: l.url }))
  const pattern = BY_CHECK[indicator.id]
  return logs.flatMap((log) =>
    log.findings.filter((f) => f.indicator === indicator.id || pattern?.test(f.check)).map((f) => ({ evidence: f.evidence, url: log.url })),
  )
}

function suspected(indicator: Indicator, found: readonly Found[]): Verdict {
  const params = { count: found.length, examples: namesOf(found.map((f) => f.evidence)) }
  const urls = [...new Set(found.map((f) => f.url))]
  return indicator.judged === 'machine'
    ? { state: 'fail', result: { key: 'indicators.result.fail', params }, urls }
    : { state: 'person', result: { key: 'indicators.result.suspected', params }, urls }
}

function namesOf(names: readonly string[]): string {
  const distinct = [...new Set(names)]
  return distinct.slice(0, EXAMPLES).join('、') + (distinct.length > EXAMPLES ? '…' : '')
}
