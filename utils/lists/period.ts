import words from '../../assets/documents/period.json' with { type: 'json' }
import { addDays, daysBetween, daysInMonth, partsOf } from '../types/day.ts'
import type { Day } from '../types/reading.ts'
import { weekName, weekOfDay } from './week.ts'
import { fill } from './words.ts'

/** How a span of days is called. */
export interface Period {
  /** In names of files: `2026-W47`, `2026年11月`, `2026-11-01至2026-11-20`. */
  label: string
  /** In documents: 2026年第47周（11月16日至11月22日）. */
  words: string
}

/** Weeks, months and quarters by their names, other spans by their days; both days included. */
export function periodOf(from: Day, to: Day): Period {
  const [year, month, day] = partsOf(from)
  const [lastYear, lastMonth, lastDay] = partsOf(to)
  const whole = day === 1 && year === lastYear && lastDay === daysInMonth(lastYear, lastMonth)
  if (whole && month === lastMonth) return both(fill(words.month, { year, month }))
  if (whole && month % 3 === 1 && lastMonth === month + 2) return both(fill(words.quarter, { year, quarter: words.quarters[(month - 1) / 3] ?? '' }))
  const [first, last] = [weekOfDay(from), weekOfDay(to)]
  const span = { from: dayWords(from, lastYear !== year), to: dayWords(to, lastYear !== year) }
  if (isMonday(from) && isMonday(addDays(to, 1))) {
    if (daysBetween(from, to) === 6) return { label: weekName(first), words: fill(words.week, { ...first, ...span }) }
    return { label: `${weekName(first)}至${weekName(last)}`, words: longSpan(from, to) }
  }
  return { label: from === to ? from : `${from}至${to}`, words: longSpan(from, to) }
}

/** 2026年第47周: without its days, for a title that has brackets of its own. */
export function shortPeriod(words: string): string {
  return words.replace(/（[^（）]*）$/, '')
}

function longSpan(from: Day, to: Day): string {
  const first = dayWords(from, true)
  return from === to ? first : fill(words.span, { from: first, to: dayWords(to, from.slice(0, 4) !== to.slice(0, 4)) })
}

function dayWords(day: Day, long: boolean): string {
  const [year, month, date] = partsOf(day)
  return fill(long ? words['long-day'] : words.day, { year, month, day: date })
}

function isMonday(day: Day): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1
}

const both = (words: string): Period => ({ label: words, words })
