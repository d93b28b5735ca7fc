import type { Status } from '../types/issue.ts'

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
