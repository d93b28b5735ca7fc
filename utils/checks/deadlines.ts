import { addMonths, daysBetween } from '../types/day.ts'
import type { Day, PageReading } from '../types/reading.ts'
import type { ColumnClass, Freshness } from '../types/roster.ts'
import type { CheckContext, Deadlines } from './check.ts'
import { classOfColumnName } from './column-class.ts'

/**
 * Calendar days a column may stay without an update. 动态要闻 two weeks, 通知公告 and 政策文件 six months (国办秘函〔2019〕19号
 * W-V4.1), 政策解读 with its files, 人事 and 规划计划 one year (普查 practice). 财政统计, 机构指南 and 法定公开 have no national
 * number ("按要求"): offices set their own. Rules that say months are counted in calendar months, see `limitOf`.
 */
export const NATIONAL_DEADLINES: Deadlines = {
  news: 14,
  notice: 183,
  policy: 183,
  interpretation: 183,
  personnel: 365,
  plan: 365,
  finance: null,
  guide: null,
  statutory: null,
  letters: null,
  archive: null,
  other: null,
}

/** Months of the rules that count in months; they hold as long as an office has set no days of its own. */
const MONTHS: Partial<Record<ColumnClass, number>> = { notice: 6, policy: 6, interpretation: 6, personnel: 12, plan: 12 }

/** 首页: two weeks (W-V3). */
export const HOME_DAYS = 14

/** Days before the deadline from which on it is called near: three for short ones, two weeks for those of half a year and more. */
export function warningDays(limitDays: number): number {
  return limitDays <= 31 ? 3 : 14
}

/** The class of the page's column: the roster's, else guessed by the column's name. */
export function classOf(reading: PageReading, context: CheckContext): ColumnClass {
  return context.belonging.column?.class ?? classOfColumnName(reading.columnName ?? '')
}

/**
 * Calendar days allowed from `day` on, or null where no deadline applies. A column's own deadline goes before its
 * class's; half a year and a year of the national rules are as long as those months are.
 */
export function limitOf(columnClass: ColumnClass, day: Day | null, context: CheckContext): number | null {
  const own = context.belonging.column?.deadlineDays
  if (own !== null && own !== undefined) return own
  const days = context.deadlines[columnClass]
  const months = MONTHS[columnClass]
  if (months !== undefined && day !== null && days === NATIONAL_DEADLINES[columnClass]) return daysBetween(day, addMonths(day, months))
  return days
}

/**
 * How fresh a column or home page is. An article has no deadline: its state is `unknown` and its day null.
 * A page of a list that is not its first says nothing of the column.
 */
export function freshnessOf(reading: PageReading, context: CheckContext): Freshness {
  if (reading.kind === 'home') return judged(newestOfHome(reading), isSiteHome(reading, context) ? HOME_DAYS : null, 'news', context)
  const columnClass = classOf(reading, context)
  const none: Freshness = { day: null, ageDays: null, limitDays: null, class: columnClass, state: 'unknown' }
  if (reading.kind !== 'column' && reading.kind !== 'letters') return none
  const day = reading.list?.newest ?? reading.lastUpdate?.day ?? reading.publication?.day ?? null
  if (context.belonging.column?.exemption || columnClass === 'archive') {
    return { ...none, day, ageDays: day === null ? null : daysBetween(day, context.today), state: 'exempt' }
  }
  const freshness = judged(day, limitOf(columnClass, day, context), columnClass, context)
  return reading.gaps.includes('reading.gap.later-page') && freshness.state !== 'fresh' ? { ...freshness, state: 'unknown' } : freshness
}

function judged(day: Day | null, limitDays: number | null, columnClass: ColumnClass, context: CheckContext): Freshness {
  const ageDays = day === null ? null : daysBetween(day, context.today)
  const state =
    ageDays === null || limitDays === null
      ? 'unknown'
      : ageDays > limitDays
        ? 'overdue'
        : limitDays - ageDays <= warningDays(limitDays) && limitDays > warningDays(limitDays)
          ? 'due-soon'
          : 'fresh'
  return { day, ageDays, limitDays, class: columnClass, state }
}

/** Whether a home page is that of a site, not of a part of one: the root of its host, or the site's own address in the roster. */
export function isSiteHome({ kind, url }: PageReading, { belonging }: CheckContext): boolean {
  if (kind !== 'home') return false
  const bare = url.replace(/^https?:\/\//i, '').replace(/[?#].*$/, '').replace(/(?:index|default|home|main)\.\w+$/i, '')
  return !bare.replace(/\/$/, '').includes('/') || bare.replace(/\/$/, '') === belonging.site?.prefix.replace(/\/$/, '')
}

/** The newest day of any block of a home page. */
function newestOfHome(reading: PageReading): Day | null {
  let newest: Day | null = null
  for (const { newest: day } of reading.sections) if (day !== null && (newest === null || day > newest)) newest = day
  return newest
}
