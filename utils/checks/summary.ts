import type { CountedItem, PageLog, SiteSummary, VetoCounter, WarningState } from '../types/round.ts'
import { HOME_DAYS } from './deadlines.ts'

/** Veto numbers of 国办秘函〔2019〕19号, and where vendors begin to warn. An office may set its own. */
export const VETO_LIMITS = {
  'W-V3': { warnAt: 10, limit: HOME_DAYS + 1 },
  'W-V4.1': { warnAt: 3, limit: 5 },
  'W-V4.2': { warnAt: 6, limit: 10 },
  'W-V4.3': { warnAt: 3, limit: 5 },
  'W-V5.2': { warnAt: 1, limit: 1 },
  'W-V6.2': { warnAt: 3, limit: 5 },
} as const

export type VetoLimits = Record<keyof typeof VETO_LIMITS, { warnAt: number; limit: number }>

/** Missing elements that make a guide count towards W-V6.2. */
const GUIDE_KINDS = 4
const FIRST_GROUP = new Set(['news', 'notice', 'policy'])

/**
 * The veto counters of each site over all pages read in a round. Each column counts once, by its latest reading, and
 * under one rule: a blank column is not overdue as well (不重复扣分). Exempt columns do not count; a list without dates
 * is only suspected. 一级栏目 cannot be told from a page, so every 通知公告 and 政策文件 column counts.
 */
export function summarise(logs: readonly PageLog[], limits: VetoLimits = VETO_LIMITS): SiteSummary[] {
  const bySite = new Map<string, PageLog[]>()
  for (const log of logs) bySite.set(log.site, [...(bySite.get(log.site) ?? []), log])
  return [...bySite].map(([site, pages]) => summaryOf(site, pages, limits))
}

function summaryOf(site: string, logs: readonly PageLog[], limits: VetoLimits): SiteSummary {
  const pages = latest(logs, (log) => log.url)
  const columns = latest(logs.filter((log) => log.column !== null && saysSomething(log)), (log) => log.column ?? '')
  const blank = columns.filter((log) => log.listState === 'blank' && log.freshness.state !== 'exempt')
  const overdue = columns.filter((log) => log.listState !== 'blank' && log.freshness.state === 'overdue')
  const undated = columns.filter((log) => log.findings.some((f) => f.check === 'freshness/undated-list'))
  const home = pages.find((log) => log.kind === 'home')
  const counter = (indicator: keyof VetoLimits, items: CountedItem[], suspected: CountedItem[] = [], count = items.length): VetoCounter => {
    const { warnAt, limit } = limits[indicator]
    return { indicator, count, warnAt, limit, state: stateOf(count, warnAt, limit), items: worstFirst(items), suspected }
  }
  const homeAge = home?.freshness.ageDays ?? 0
  const first = (log: PageLog): boolean => FIRST_GROUP.has(log.freshness.class)
  return {
    site,
    pages: pages.length,
    columns: columns.length,
    readAt: logs.reduce((max, { readAt }) => (readAt > max ? readAt : max), ''),
    counters: [
      counter('W-V3', home && homeAge >= limits['W-V3'].warnAt ? [itemOf(home)] : [], [], homeAge),
      counter('W-V4.1', overdue.filter(first).map(itemOf), undated.filter(first).map(itemOf)),
      counter('W-V4.2', overdue.filter((log) => !first(log)).map(itemOf), undated.filter((log) => !first(log)).map(itemOf)),
      counter('W-V4.3', blank.map(itemOf)),
      counter('W-V5.2', findingsOf(pages, 'letters/unanswered')),
      counter('W-V6.2', pages.filter((log) => log.guideMissing >= GUIDE_KINDS).map(itemOf)),
    ],
  }
}

/** A later page of a list says nothing of its column; a reading that saw no list must not hide one that did. */
function saysSomething(log: PageLog): boolean {
  return log.listState === 'blank' || log.freshness.day !== null || log.findings.some((f) => f.check === 'freshness/undated-list')
}

/** Of several readings of the same thing the latest. */
function latest(logs: readonly PageLog[], keyOf: (log: PageLog) => string): PageLog[] {
  const byKey = new Map<string, PageLog>()
  for (const log of logs) {
    const known = byKey.get(keyOf(log))
    if (!known || known.readAt <= log.readAt) byKey.set(keyOf(log), log)
  }
  return [...byKey.values()]
}

function stateOf(count: number, warnAt: number, limit: number): WarningState {
  return count >= limit ? 'veto' : count >= warnAt ? 'warn' : 'none'
}

function itemOf(log: PageLog): CountedItem {
  return { name: log.columnName ?? log.title, url: log.url, day: log.freshness.day, ageDays: log.freshness.ageDays }
}

function findingsOf(pages: readonly PageLog[], check: string): CountedItem[] {
  return pages.flatMap((log) => log.findings.filter((f) => f.check === check).map((f) => ({ name: f.evidence, url: log.url, day: null, ageDays: null })))
}

function worstFirst(items: CountedItem[]): CountedItem[] {
  return [...items].sort((a, b) => (b.ageDays ?? 0) - (a.ageDays ?? 0))
}
