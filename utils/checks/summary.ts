import type { CountedItem, PageLog, SiteSummary, VetoCounter, WarningState } from '../types/round.ts'
import { columnsOf, type ColumnState } from './columns.ts'
import { HOME_DAYS } from './deadlines.ts'

/**
 * Veto numbers of 国办秘函〔2019〕19号, and where vendors begin to warn: 10 of 14 days, 3 of 5, 6 of 10 columns.
 * An office may set its own. W-V1.1 never becomes a veto by machine: suspect words are a person's to judge.
 */
const VETO_LIMITS = {
  'W-V1.1': { warnAt: 1, limit: 1 },
  'W-V3': { warnAt: 10, limit: HOME_DAYS + 1 },
  'W-V4.1': { warnAt: 3, limit: 5 },
  'W-V4.2': { warnAt: 6, limit: 10 },
  'W-V4.3': { warnAt: 3, limit: 5 },
  'W-V5.2': { warnAt: 1, limit: 1 },
  'W-V6.2': { warnAt: 3, limit: 5 },
} as const

export type VetoLimits = Record<keyof typeof VETO_LIMITS, { warnAt: number; limit: number }>

/** The national numbers with those that the office set for itself; a warning that comes after its veto comes with it. */
export function vetoLimits(own: Partial<Record<string, { warnAt: number; limit: number }>>): VetoLimits {
  const limits: VetoLimits = { ...VETO_LIMITS }
  for (const id of Object.keys(VETO_LIMITS) as (keyof VetoLimits)[]) {
    const set = own[id]
    if (set) limits[id] = { limit: set.limit, warnAt: Math.min(set.warnAt, set.limit) }
  }
  return limits
}

/** Missing elements that make a guide count towards W-V6.2. */
const GUIDE_KINDS = 4
/** Classes that W-V4.1 counts; the others are 应更新未更新 of W-V4.2. */
const FIRST_GROUP = new Set(['news', 'notice', 'policy'])

interface Counted {
  items: CountedItem[]
  suspected?: CountedItem[]
  /** Where it is not the number of items. */
  count?: number
  /** Where the numbers do not decide it. */
  state?: WarningState
  unread: boolean
}

/**
 * The veto counters of each site over all pages read in a round, whatever weeks it has. Each column counts once, by its
 * latest reading, and under one rule: a blank column is not overdue as well (不重复扣分). Exempt columns do not count. Only
 * suspected are lists without dates and columns that were only seen as blocks of the home page, which may show a selection.
 * 一级栏目 cannot be told from a page, so every 通知公告 and 政策文件 column counts.
 */
export function summarise(logs: readonly PageLog[], limits: VetoLimits = VETO_LIMITS): SiteSummary[] {
  const bySite = new Map<string, PageLog[]>()
  for (const log of logs) bySite.set(log.site, [...(bySite.get(log.site) ?? []), log])
  return [...bySite].map(([site, pages]) => summaryOf(site, pages, limits))
}

/** The summary of one site; all zero and unread where no page of it was read. */
export function summaryOf(site: string, logs: readonly PageLog[], limits: VetoLimits = VETO_LIMITS): SiteSummary {
  const pages = latestPages(logs)
  const columns = columnsOf(logs)
  const counter = (indicator: keyof VetoLimits, { items, suspected = [], count = items.length, unread, ...own }: Counted): VetoCounter => {
    const { warnAt, limit } = limits[indicator]
    const state = own.state ?? stateOf(count, warnAt, limit)
    return { indicator, count, warnAt, limit, state, items: worstFirst(items), suspected: worstFirst(suspected), unread }
  }
  const overdue = (first: boolean): Counted => {
    const group = columns.filter((column) => FIRST_GROUP.has(column.class) === first)
    return {
      items: group.filter(({ state, onHome }) => state === 'overdue' && !onHome).map(itemOf),
      suspected: group.filter(({ state, onHome }) => state === 'undated' || (state === 'overdue' && onHome)).map(itemOf),
      unread: noColumn,
    }
  }
  const noColumn = columns.every((column) => column.onHome)
  return {
    site,
    pages: pages.length,
    columns: columns.filter((column) => !column.onHome).length,
    readAt: logs.reduce((max, { readAt }) => (readAt > max ? readAt : max), ''),
    counters: [
      counter('W-V1.1', suspectWords(pages)),
      counter('W-V3', homeOf(pages, limits['W-V3'].warnAt)),
      counter('W-V4.1', overdue(true)),
      counter('W-V4.2', overdue(false)),
      counter('W-V4.3', { items: columns.filter(({ state }) => state === 'blank').map(itemOf), unread: noColumn }),
      counter('W-V5.2', letters(pages)),
      counter('W-V6.2', { items: pages.filter((log) => log.guideMissing >= GUIDE_KINDS).map(pageItem), unread: !pages.some((log) => log.kind === 'guide') }),
    ],
  }
}

/** Of several readings of a page the latest. */
export function latestPages(logs: readonly PageLog[]): PageLog[] {
  const byAddress = new Map<string, PageLog>()
  for (const log of logs) {
    const known = byAddress.get(log.address)
    if (!known || known.readAt <= log.readAt) byAddress.set(log.address, log)
  }
  return [...byAddress.values()]
}

/** The site's home page. One without a readable date, or with one that a person called wrong, is only suspected. */
function homeOf(pages: readonly PageLog[], warnAt: number): Counted {
  const homes = pages.filter((log) => log.kind === 'home' && log.freshness.limitDays !== null)
  const home = homes.reduce<PageLog | null>((best, log) => (best && best.address.length <= log.address.length ? best : log), null)
  if (!home) return { items: [], count: 0, unread: true }
  const { ageDays, state } = home.freshness
  if (ageDays === null || (state === 'overdue' && !has(home, 'freshness/home-overdue'))) return { items: [], suspected: [pageItem(home)], unread: false }
  return { items: ageDays >= warnAt ? [pageItem(home)] : [], count: Math.max(0, ageDays), unread: false }
}

/** Each letter once, though its own page and the list both show it. */
function letters(pages: readonly PageLog[]): Counted {
  const seen = new Set<string>()
  const items = pages.flatMap((log) =>
    log.waiting.flatMap((mark) => {
      if (seen.has(mark)) return []
      seen.add(mark)
      return pageItem(log)
    }),
  )
  return { items, unread: !pages.some((log) => log.letters > 0) }
}

/** Serious wording is counted as suspected pages, never as a veto. */
function suspectWords(pages: readonly PageLog[]): Counted {
  const suspected = pages.filter((log) => log.findings.some((f) => f.indicator === 'W-V1.1' && f.severity === 'serious')).map(pageItem)
  return { items: [], suspected, state: suspected.length > 0 ? 'warn' : 'none', unread: pages.length === 0 }
}

function has(log: PageLog, check: string): boolean {
  return log.findings.some((f) => f.check === check)
}

function stateOf(count: number, warnAt: number, limit: number): WarningState {
  return count >= limit ? 'veto' : count >= warnAt ? 'warn' : 'none'
}

function itemOf({ name, url, day, ageDays, onHome }: ColumnState): CountedItem {
  return { name, url, day, ageDays, onHome }
}

function pageItem(log: PageLog): CountedItem {
  return { name: log.title || log.columnName || log.url, url: log.url, day: log.freshness.day, ageDays: log.freshness.ageDays, onHome: false }
}

function worstFirst(items: CountedItem[]): CountedItem[] {
  return [...items].sort((a, b) => (b.ageDays ?? 0) - (a.ageDays ?? 0))
}
