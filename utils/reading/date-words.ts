import type { Day } from '../types/reading.ts'
import { addDays, dayOf } from '../types/day.ts'

/** How a date is written, which says how far it can be trusted. */
export type DateForm = 'full' | 'chinese' | 'short-year' | 'english' | 'month-day' | 'relative'

/** A date found in a text. */
export interface FoundDate {
  /** null for a month and day without a year. */
  day: Day | null
  /** `MM-DD`, only for a month and day without a year. */
  monthDay: string | null
  /** `HH:MM` where one stands right after it, 24 hours. */
  time: string | null
  /** Offsets in the searched text; the time is inside. */
  start: number
  end: number
  form: DateForm
}

/** What to look for besides full dates. */
export interface DateOptions {
  /** `15-08-11`: only where a date is certain to stand. */
  shortYear?: boolean
  /** `08-11`, `8月11日`: only in the date column of a list. */
  monthDay?: boolean
  /** Today, for 今天, 昨天, 3天前. */
  today?: Day
}

const CHINESE_DIGITS: Record<string, number> = {
  〇: 0, 零: 0, '○': 0, Ｏ: 0, O: 0, ο: 0, Ο: 0, 0: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}

const SEPARATOR = String.raw`[-/.．。－–—―~_]`
const FULL = new RegExp(
  String.raw`(?<![\d.])((?:19|20|21)\d{2})(?:\s?${SEPARATOR}\s?(\d{1,2})\s?${SEPARATOR}\s?(\d{1,2})(?!\d)|\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?)`,
  'g',
)
const CHINESE = /([一二][〇零○ＯOοΟ0一二三四五六七八九]{3})\s*年\s*([一二三四五六七八九十]{1,2})\s*月\s*([一二三四五六七八九十廿卅]{1,3})\s*[日号]/g
const SHORT_YEAR = /(?<![\d.])(\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])|(?<![\d.])(\d{2})年(\d{1,2})月(\d{1,2})日/g
const MONTH_DAY = /(?<![\d./-])(\d{1,2})(?:\s?[-/.－]\s?(\d{1,2})(?![\d./-])|\s*月\s*(\d{1,2})\s*[日号])/g
const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
/** `Jun 11, 2023`, `11 June 2023` and the clock of Java and JavaScript: `Tue Jun 11 16:20:01 CST 2023`. */
const ENGLISH = new RegExp(
  String.raw`\b(?:(${MONTHS})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+(?:\d{1,2}:\d{2}(?::\d{2})?\s+(?:[A-Z]{3,4}(?:[+-]\d{4})?\s+)?)?)(\d{4})|(\d{1,2})\s+(${MONTHS})[a-z]*\.?,?\s+(\d{4}))\b`,
  'gi',
)
const RELATIVE = /(刚刚|今天|今日|昨天|昨日|前天)|(\d{1,2})\s*(分钟|小时|天)前/g
const TIME =
  /^[\sT,，]{0,4}(?:(?:星期|周)[一二三四五六日天]\s*)?(上午|下午|晚上|凌晨|中午|[AaPp][Mm])?\s*(\d{1,2})\s*(?:[:：]\s*(\d{2})(?:[:：]\d{2}(?:\.\d+)?)?|时\s*(\d{1,2})\s*分(?:\d{1,2}秒)?|时)\s*(上午|下午|[AaPp]\.?[Mm]\.?)?/

const WIDE = /[\uff01-\uff5e\u3000]/
const EVERY_WIDE = new RegExp(WIDE, 'g')

/** Full-width digits, letters and signs as their plain forms, one for one, so that offsets stay. */
export function plainWidth(text: string): string {
  return WIDE.test(text) ? text.replace(EVERY_WIDE, (c) => (c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0))) : text
}

/**
 * The dates in a text, in order, without overlaps. Dates that the calendar does not have (2月30日) are no dates.
 * Characters nobody sees must be gone already (`blockText` does that).
 */
export function findDates(raw: string, options: DateOptions = {}): FoundDate[] {
  const text = plainWidth(raw)
  if (!/\d|[一二三四五六七八九十]月|刚刚|今[天日]|昨[天日]|前天/.test(text)) return []
  const found: FoundDate[] = []
  const taken = (start: number, end: number): boolean => found.some((f) => start < f.end && end > f.start)
  const put = (match: RegExpMatchArray, day: Day | null, monthDay: string | null, form: DateForm): void => {
    const start = match.index ?? 0
    const end = start + match[0].length
    if ((day === null && monthDay === null) || taken(start, end)) return
    const time = timeAfter(text.slice(end, end + 40))
    found.push({ day, monthDay, time: time?.clock ?? null, start, end: end + (time?.length ?? 0), form })
  }
  if (/\d{4}/.test(text)) each(FULL, text, (m) => put(m, dayOf(Number(m[1]), Number(m[2] ?? m[4]), Number(m[3] ?? m[5])), null, 'full'))
  if (/[一二][〇零○ＯOοΟ0一二三四五六七八九]{3}/.test(text)) each(CHINESE, text, (m) => put(m, chineseDay(m), null, 'chinese'))
  if (/[a-z]{3}/i.test(text)) each(ENGLISH, text, (m) => put(m, englishDay(m), null, 'english'))
  if (options.shortYear) {
    each(SHORT_YEAR, text, (m) => put(m, dayOf(2000 + Number(m[1] ?? m[5]), Number(m[3] ?? m[6]), Number(m[4] ?? m[7])), null, 'short-year'))
  }
  if (options.monthDay) {
    each(MONTH_DAY, text, (m) => put(m, null, dayOf(2000, Number(m[1]), Number(m[2] ?? m[3]))?.slice(5) ?? null, 'month-day'))
  }
  const { today } = options
  if (today) each(RELATIVE, text, (m) => put(m, relativeDay(m, today), null, 'relative'))
  return found.sort((a, b) => a.start - b.start)
}

/** Every match of a global pattern. `matchAll` would copy the pattern each time, and this is asked of every text of a page. */
function each(pattern: RegExp, text: string, take: (m: RegExpExecArray) => void): void {
  pattern.lastIndex = 0
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) take(m)
}

/** Whether a text holds a date that the calendar does not have: 2月30日, month 13. */
export function hasImpossibleDate(raw: string): boolean {
  let found = false
  const text = plainWidth(raw)
  if (/\d{4}/.test(text)) each(FULL, text, (m) => (found ||= dayOf(Number(m[1]), Number(m[2] ?? m[4]), Number(m[3] ?? m[5])) === null))
  return found
}

/** True when nothing but one date (and its time, brackets, a label) stands in the text. */
export function isOnlyDate(text: string, options: DateOptions = {}): FoundDate | null {
  if (text.length > 48) return null
  const found = findDates(text, options)
  const only = found[0]
  if (!only || found.length > 1) return null
  const rest = text.slice(0, only.start) + text.slice(only.end)
  return /^[\s()（）[\]【】〔〕{}<>《》|｜·•:：,，-]*$/.test(rest.replace(LABEL, '')) ? only : null
}

const LABEL = /(?:信息)?(?:发布|更新|发稿|刊发|公开|上传|添加|录入|登记)?(?:时间|日期|日间)\s*[:：]?|发布于/

function timeAfter(rest: string): { clock: string; length: number } | null {
  const m = TIME.exec(rest)
  if (!m) return null
  const half = m[1] ?? m[5] ?? ''
  let hour = Number(m[2])
  const minute = Number(m[3] ?? m[4] ?? 0)
  if (/下午|晚上|p/i.test(half) && hour < 12) hour += 12
  if (/上午|凌晨|a/i.test(half) && hour === 12) hour = 0
  if (hour > 23 || minute > 59) return null
  const two = (n: number): string => String(n).padStart(2, '0')
  return { clock: `${two(hour)}:${two(minute)}`, length: m[0].length }
}

function chineseDay(m: RegExpMatchArray): Day | null {
  const year = [...(m[1] as string)].map((c) => CHINESE_DIGITS[c] ?? 0).join('')
  return dayOf(Number(year), chineseNumber(m[2] as string), chineseNumber(m[3] as string))
}

/** 1 to 39 in Chinese numerals: 七, 十, 二十一, 廿五. */
function chineseNumber(text: string): number {
  const plain = text.replace('廿', '二十').replace('卅', '三十')
  const ten = plain.indexOf('十')
  if (ten < 0) return plain.length === 1 ? (CHINESE_DIGITS[plain] ?? 0) : 0
  const tens = ten === 0 ? 1 : (CHINESE_DIGITS[plain[0] as string] ?? 0)
  const ones = ten === plain.length - 1 ? 0 : (CHINESE_DIGITS[plain[ten + 1] as string] ?? 0)
  return tens * 10 + ones
}

function englishDay(m: RegExpMatchArray): Day | null {
  const name = (m[1] ?? m[5] ?? '').slice(0, 3).toLowerCase()
  const month = MONTHS.toLowerCase().split('|').indexOf(name) + 1
  return dayOf(Number(m[3] ?? m[6]), month, Number(m[2] ?? m[4]))
}

function relativeDay(m: RegExpMatchArray, today: Day): Day {
  const word = m[1]
  if (word) return addDays(today, word === '前天' ? -2 : word.startsWith('昨') ? -1 : 0)
  return addDays(today, m[3] === '天' ? -Number(m[2]) : 0)
}
