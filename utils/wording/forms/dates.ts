import type { Detector, Hit } from '../types.ts'
import { matches } from '../matches.ts'

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const FULL = /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})(?=日|号(?!楼|院|线|馆|厅|库|桥|地块|宗地))/gu
const NUMERIC = /(?<![\d.\-/])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.\-/])/gu
const LUNAR = /农历|阴历|夏历|腊月|藏历|回历|傣历|彝历|旧历/

function daysIn(month: number, year: number | null): number {
  if (month === 2 && year !== null && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))) return 28
  return DAYS[month - 1] ?? 0
}

/** Calendar dates that do not exist: 2月30日, 13月5日. Lunar dates are left alone. */
export const dateExists: Detector = (text) => {
  const hits: Hit[] = []
  for (const match of matches(FULL, text)) {
    const month = Number(match[2])
    const date = Number(match[3])
    if (date >= 1 && date <= daysIn(month, match[1] ? Number(match[1]) : null)) continue
    if (LUNAR.test(text.slice(Math.max(0, match.index - 6), match.index))) continue
    hits.push({ start: match.index, end: match.index + match[0].length + 1, right: null })
  }
  for (const match of matches(NUMERIC, text)) {
    const month = Number(match[3])
    const date = Number(match[4])
    // 2026.1.0 may be a version, 2026/13/45 a fraction: only a month that exists with a day that does not.
    if (month < 1 || month > 12 || date < 1 || date <= daysIn(month, Number(match[1])) || date > 31) continue
    hits.push({ start: match.index, end: match.index + match[0].length, right: null })
  }
  return hits
}

const NAMES = '日一二三四五六'
const WITH_WEEKDAY = /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日\s*[（(]?\s*(?:星期|周)([一二三四五六日天])(?:\s*[）)])?/gu
const WITHOUT_YEAR = /(?<![\d年])(\d{1,2})月(\d{1,2})日\s*[（(]\s*(?:星期|周)([一二三四五六日天])\s*[）)]/gu

/** A date whose weekday is another. Without a printed year the page's own year and its neighbours must all disagree. */
export const weekday: Detector = (text, about) => {
  const hits: Hit[] = []
  for (const match of matches(WITH_WEEKDAY, text)) {
    const said = match[4] === '天' ? '日' : match[4]!
    const real = weekdayOf(Number(match[1]), Number(match[2]), Number(match[3]))
    if (real === null || real === said) continue
    hits.push({ start: match.index, end: match.index + match[0].length, right: null, params: { real: `星期${real}` } })
  }
  if (about.pageDay === null) return hits
  const year = Number(about.pageDay.slice(0, 4))
  for (const match of matches(WITHOUT_YEAR, text)) {
    const said = match[3] === '天' ? '日' : match[3]!
    const real = [year, year - 1, year + 1].map((each) => weekdayOf(each, Number(match[1]), Number(match[2])))
    if (real.includes(null) || real.includes(said)) continue
    hits.push({ start: match.index, end: match.index + match[0].length, right: null, confidence: 0.7, params: { real: `星期${real[0]!}` } })
  }
  return hits
}

function weekdayOf(year: number, month: number, date: number): string | null {
  if (month < 1 || month > 12 || date < 1 || date > daysIn(month, year)) return null
  return NAMES[new Date(Date.UTC(year, month - 1, date)).getUTCDay()]!
}

const NO_DAY = /(?<![\d.])(?:\d{4}年)?(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])(?=[，。；）]|起|之?前|以前|[至到—–－~～-]{1,2}(?:\d{4}年)?\d{1,2}月|上午|下午|凌晨|晚上|召开|举行)/gu

/** 5月12， where 日 is missing after a day. */
export const dayMissing: Detector = (text) => {
  const hits: Hit[] = []
  for (const match of matches(NO_DAY, text)) {
    const end = match.index + match[0].length
    hits.push({ start: match.index, end, right: `${match[0]}日` })
  }
  return hits
}
