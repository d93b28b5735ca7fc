import type { Day } from '../../../utils/types/reading.ts'

const DAY_MS = 86_400_000
const WEEKDAYS = '日一二三四五六'

/** Today in Asia/Shanghai, whatever the machine's zone. */
export function shanghaiToday(now: Date = new Date()): Day {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** The day `days` before (or after, when negative). */
export function before(day: Day, days: number): Day {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10)
}

/** `2026年4月1日`. */
export function chineseDate(day: Day): string {
  const [y, m, d] = day.split('-').map(Number)
  return `${y}年${m}月${d}日`
}

/** `星期三`. */
export function weekday(day: Day): string {
  return `星期${WEEKDAYS[new Date(day).getUTCDay()]}`
}
