import type { Severity } from './finding.ts'
import type { Phrase } from './phrase.ts'
import type { Day, PageKind } from './reading.ts'
import type { Freshness } from './roster.ts'

/** What a reading round keeps of one page (读网记录): enough for the summary of a site, and nothing of its text. */
export interface PageLog {
  /** ISO week and address: one row a page and week, in which the newest reading stands. */
  id: string
  /** `2026-W47`, Asia/Shanghai. */
  week: string
  url: string
  /** The address with which two readings of one page are known as such. */
  address: string
  host: string
  /** Address of the roster's site without its last `/`, else the host. */
  site: string
  siteName: string
  kind: PageKind
  title: string
  columnName: string | null
  /** Id of the roster's column whose own page this is. */
  columnId: string | null
  /** Marks of the column whose list this page is; two readings that share one are of the same column. Empty for other pages. */
  columnKeys: string[]
  unitId: string | null
  unitName: string
  /** 来源 as the page prints it, where no unit is known: it may be a unit's abbreviation. */
  source?: string
  /** Day of reading, Asia/Shanghai. */
  day: Day
  /** Instant of reading, ISO 8601 UTC. */
  readAt: string
  freshness: Freshness
  /** 空白栏目. */
  blank: boolean
  /** A list's second or further page, which says nothing of the column. */
  laterPage: boolean
  /** Letters shown. */
  letters: number
  /** Marks of letters that have waited for more than three months. */
  waiting: string[]
  /** Required elements of a service guide that are empty. */
  guideMissing: number
  /** Columns that a home page shows as blocks. */
  blocks: BlockLog[]
  /** What the checks found, false alarms left out. */
  findings: LoggedFinding[]
  /** The page's links when all had their verdict; absent before that, and in rows of older versions. */
  links?: LinkLog
}

/** What is counted of a page's links: addresses, each once. */
export interface LinkLog {
  checked: number
  /** 死链, false alarms left out. */
  dead: number
  /** Of those, dead without reservation: on two days or more. */
  confirmed: number
  /** 需人工核实. */
  unsure: number
}

/** A block of a home page whose column has a page of its own on this site. */
export interface BlockLog {
  name: string
  url: string
  columnKeys: string[]
  freshness: Freshness
}

/** Findings of one check on one page, without their words. */
export interface LoggedFinding {
  check: string
  indicator: string | null
  severity: Severity
  count: number
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
  /** Only seen as a block of the home page; its own page was not read. */
  onHome: boolean
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
  /** True where nothing was read that this rule looks at. */
  unread: boolean
}

export interface SiteSummary {
  site: string
  pages: number
  /** Columns whose own page was read. */
  columns: number
  /** Latest instant of reading. */
  readAt: string
  counters: VetoCounter[]
}

/** 合格 / 不合格 / 需人工 / 未检查. */
export type CheckState = 'pass' | 'fail' | 'person' | 'unchecked'

export const CHECK_STATES: readonly CheckState[] = ['pass', 'fail', 'person', 'unchecked']

/** What a person ticked or wrote for an indicator. */
export interface HandTick {
  /** null: only a note; what the machine says stands. */
  state: CheckState | null
  note: string
}

/** Ticks by hand of one site and one round. */
export interface SelfCheckRecord {
  /** Site, first and last week. */
  id: string
  site: string
  from: string
  to: string
  /** By indicator id. */
  ticks: Record<string, HandTick>
  updatedAt: string
}

/** A page that shows what a row says. */
export interface Place {
  name: string
  url: string
}

/** One row of the 指标对照自查表: 检查对象 | 指标 | 评分细则 | 检查情况. */
export interface SelfCheckRow {
  indicator: string
  kind: 'veto' | 'deduction' | 'bonus' | 'local'
  object: string
  name: string
  rule: string
  state: CheckState
  /** 检查情况. */
  result: Phrase
  /** Columns and pages that show it. */
  places: Place[]
  /** What a person wrote. */
  note: string
  /** True where a person decided. */
  byHand: boolean
}

/**
 * A reading round (轮次): a span of days in Asia/Shanghai. ISO weeks and calendar quarters exist by themselves;
 * only what a person changed about one (its name, its span, that it is closed) is kept, and spans of an office's own.
 */
export interface Round {
  /** `2026-W47`, `2026-Q4`, or a ULID for a span of one's own. */
  id: string
  kind: RoundKind
  /** Own name; '' for one that goes by its dates. */
  name: string
  /** First and last day, both included. */
  from: Day
  to: Day
  /** Instant of closing, ISO 8601 UTC; null while it is open. */
  closedAt: string | null
}

export type RoundKind = 'week' | 'quarter' | 'span'
