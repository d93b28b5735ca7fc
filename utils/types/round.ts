import type { Severity } from './finding.ts'
import type { Phrase } from './phrase.ts'
import type { Day, ListState, PageKind } from './reading.ts'
import type { Freshness } from './roster.ts'

/** What a reading round keeps of one page: enough for the summary of a site, and nothing of its text. */
export interface PageLog {
  url: string
  /** Site id of the roster, else the host. */
  site: string
  kind: PageKind
  title: string
  /** Column id of the roster, else site and breadcrumb; null for pages that are no column. */
  column: string | null
  columnName: string | null
  freshness: Freshness
  listState: ListState
  /** Letters shown, and guide elements missing. */
  letters: number
  guideMissing: number
  findings: LoggedFinding[]
  /** Instant, ISO 8601 UTC. */
  readAt: string
}

export interface LoggedFinding {
  check: string
  indicator: string | null
  severity: Severity
  evidence: string
}

/** How near a veto is. */
export type WarningState = 'none' | 'warn' | 'veto'

/** One thing that counts towards a veto. */
export interface CountedItem {
  name: string
  url: string
  /** Last update, where that is what counts. */
  day: Day | null
  ageDays: number | null
}

/** One veto rule over all pages of a site that were read in a round. */
export interface VetoCounter {
  /** Indicator id. */
  indicator: string
  /** Columns, letters or days, as the rule counts. */
  count: number
  warnAt: number
  limit: number
  state: WarningState
  /** What was counted, worst first. */
  items: CountedItem[]
  /** May count, but only a person can tell: lists without dates, suspect words. */
  suspected: CountedItem[]
}

export interface SiteSummary {
  site: string
  pages: number
  columns: number
  /** Latest instant of reading. */
  readAt: string
  counters: VetoCounter[]
}

/** 合格 / 不合格 / 需人工 / 未检查. */
export type CheckState = 'pass' | 'fail' | 'person' | 'unchecked'

/** One row of the 指标对照自查表: 检查对象 | 指标 | 评分细则 | 检查情况. */
export interface SelfCheckRow {
  indicator: string
  object: string
  name: string
  rule: string
  state: CheckState
  /** 检查情况. */
  result: Phrase
  /** Addresses that show it. */
  urls: string[]
  /** True where a person filled it in. */
  byHand: boolean
}
