import type { OwnCalendar } from '../types/calendar.ts'
import { addDays, dayOf, daysBetween } from '../types/day.ts'
import type { Day } from '../types/reading.ts'

/** What a text names: days off, make-up working days, and parts with digits in which no day could be read. */
export interface DaysRead extends OwnCalendar {
  unread: string[]
}

/** The longest run of days off that is believed; more is a slip of the pen. */
const LONGEST = 31

const DATE = /(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?/y
const TO = /\s*(?:至|到|～|~|—+|–|-{1,2})\s*/y
const DAY_ONLY = /(\d{1,2})\s*日/y

/**
 * Reads days from a pasted text: the State Council's notice itself (“2月15日（周日）至23日放假调休，共9天。2月14日（周六）上班。”)
 * or plain dates, one a line. The year is the last one named before, at first `year`; a range may cross a year's end.
 * @param otherwise what days are where their sentence says neither 放假 nor 上班
 */
export function readDays(text: string, year: number, otherwise: keyof OwnCalendar): DaysRead {
  const found: Record<keyof OwnCalendar, Set<Day>> = { holidays: new Set(), workdays: new Set() }
  const unread: string[] = []
  let current = Number(/(\d{4})\s*年/.exec(text)?.[1] ?? year)
  for (const sentence of text.replace(/[（(][^（）()]*[）)]/g, '').split(/[。；;\n\r]+/)) {
    let waiting: Day[] = []
    const give = (kind: keyof OwnCalendar) => {
      for (const day of waiting) found[kind].add(day)
      waiting = []
    }
    for (const part of sentence.split(/[，,]/)) {
      const kind = kindOf(part)
      const read = datesOf(part, current)
      if (read.days.length > 0 && waiting.length > 0 && kind === null) give(otherwise)
      current = read.year
      waiting.push(...read.days)
      if (kind) give(kind)
      else if (read.days.length === 0 && /\d{1,2}\s*[月/.-]\s*\d/.test(part)) unread.push(part.trim())
    }
    give(otherwise)
  }
  // What a notice calls a working day is one, whatever range of days off it lies in.
  return { holidays: [...found.holidays].filter((day) => !found.workdays.has(day)).sort(), workdays: [...found.workdays].sort(), unread }
}

function kindOf(part: string): keyof OwnCalendar | null {
  if (/上班|补班|工作日|\bwork/i.test(part)) return 'workdays'
  return /放假|休息|休假|假期|\b(?:holiday|off)\b/i.test(part) ? 'holidays' : null
}

function datesOf(part: string, given: number): { days: Day[]; year: number } {
  const days: Day[] = []
  let year = given
  for (let at = 0; at < part.length; at++) {
    const first = matchAt(DATE, part, at)
    const day = first && dayOf(Number(first[1] ?? year), Number(first[2]), Number(first[3]))
    if (!first || !day) continue
    at = DATE.lastIndex - 1
    year = Number(first[1] ?? year)
    const last = endOf(part, at + 1, day)
    if (!last) days.push(day)
    else {
      for (let ahead = 0; ahead <= daysBetween(day, last.day); ahead++) days.push(addDays(day, ahead))
      at = last.at - 1
      year = Number(last.day.slice(0, 4))
    }
  }
  return { days, year }
}

/** The end of a range that begins with `from`: 至3日, 至2月3日, 至2027年1月3日; none where it would be too long or run backwards. */
function endOf(part: string, at: number, from: Day): { day: Day; at: number } | null {
  if (!matchAt(TO, part, at)) return null
  const start = TO.lastIndex
  const whole = matchAt(DATE, part, start)
  const only = whole ? null : matchAt(DAY_ONLY, part, start)
  const year = Number(whole?.[1] ?? from.slice(0, 4))
  const end = whole ? dayOf(year, Number(whole[2]), Number(whole[3])) : only ? dayOf(year, Number(from.slice(5, 7)), Number(only[1])) : null
  const next = end && end < from && whole && !whole[1] ? `${year + 1}${end.slice(4)}` : end
  const length = next ? daysBetween(from, next) : -1
  return next && length >= 0 && length <= LONGEST ? { day: next, at: (whole ? DATE : DAY_ONLY).lastIndex } : null
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
