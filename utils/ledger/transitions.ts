import type { Issue, Status } from '../types/issue.ts'
import type { Day } from '../types/reading.ts'

/**
 * The life of an issue: 待整改 → 已整改 → 已销号, or 误报 / 存疑 / 无需整改; every end can be opened again.
 * Only these steps are allowed.
 */
export const NEXT: Record<Status, readonly Status[]> = {
  open: ['fixed', 'false-alarm', 'doubtful', 'no-action'],
  fixed: ['closed', 'open'],
  closed: ['open'],
  'false-alarm': ['open'],
  doubtful: ['open', 'false-alarm', 'no-action'],
  'no-action': ['open'],
}

export function mayBecome(from: Status, to: Status): boolean {
  return NEXT[from].includes(to)
}

/** The day of mending once an issue has another status: 已整改 is today, 销号 keeps what stands, everything else has none. */
export function fixedOnAfter({ fixedOn }: Pick<Issue, 'fixedOn'>, to: Status, today: Day): Day | null {
  return to === 'fixed' ? today : to === 'closed' ? (fixedOn ?? today) : null
}
