import type { Day } from '../../utils/types/reading.ts'

const SHANGHAI = 8 * 3_600_000
const DAY = 86_400_000

/** `YYYY-MM-DD HH:MM` of an ISO 8601 instant, in Asia/Shanghai whatever the PC's zone (UTC+8, no summer time since 1991). */
export function minuteOf(instant: string): string {
  const at = Date.parse(instant)
  return Number.isNaN(at) ? instant : new Date(at + SHANGHAI).toISOString().slice(0, 16).replace('T', ' ')
}

/** The day of an ISO 8601 instant in Asia/Shanghai. */
export function dayOf(instant: string): Day {
  return minuteOf(instant).slice(0, 10)
}

/** Whole calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / DAY)
}

/** `12,345`: the same in both languages. */
export function count(n: number): string {
  return String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Bytes as people read them: `820 KB`, `12.3 MB`, `1.2 GB` (steps of 1,024). */
export function size(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let step = 0
  let value = bytes
  while (value >= 1024 && step < units.length - 1) {
    value /= 1024
    step += 1
  }
  return `${value < 10 && step > 1 ? value.toFixed(1) : Math.round(value)} ${units[step] ?? ''}`
}
