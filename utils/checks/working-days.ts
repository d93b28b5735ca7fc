import calendar from 'chinese-days'
import { addDays, daysBetween } from '../types/day.ts'
import type { Day } from '../types/reading.ts'

// Node sees the package as CommonJS, bundlers as a module: only the default export is there for both.
const { isWorkday } = calendar

/** Beyond this many calendar days nobody needs the exact number of working days. */
const FAR = 400

/** Working days of the State Council's calendar after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day): number {
  const span = Math.min(daysBetween(from, to), FAR)
  let count = 0
  for (let i = 1; i <= span; i++) if (isWorkday(addDays(from, i))) count++
  return count
}
