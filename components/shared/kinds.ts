import { t } from '../../utils/locale.ts'
import type { Issue } from '../../utils/types/issue.ts'
import type { Day } from '../../utils/types/reading.ts'
import { daysBetween } from './format.ts'

/** Types that a person chooses where no check found the problem; the stored check id is `manual/<type>`. */
export const MANUAL_TYPES = ['outdated', 'blank', 'link', 'wording', 'privacy', 'picture', 'function', 'other'] as const

export type ManualType = (typeof MANUAL_TYPES)[number]

/**
 * The kind under which an issue is listed and filtered: a manual type or the check itself,
 * but all wording rules as one kind, because there are hundreds of them.
 */
export function kindOf(check: string): string {
  return check.startsWith('wording/') ? 'wording' : check
}

/** Name of a kind or check: its own, else that of its room (`links/…`), else the id, so that a gap is seen. */
export function kindName(check: string): string {
  for (const id of [check, check.split('/')[0] ?? check]) {
    const key = `common.kind.${id}`
    const name = t(key)
    if (name !== key) return name
  }
  return check
}

export type DueState = 'none' | 'later' | 'soon' | 'overdue'

/** How an issue stands against its deadline; only 待整改 and 存疑 can run late. `soon` is today or tomorrow. */
export function dueState(issue: Pick<Issue, 'status' | 'deadline'>, today: Day): DueState {
  if (!issue.deadline || (issue.status !== 'open' && issue.status !== 'doubtful')) return 'none'
  const left = daysBetween(today, issue.deadline)
  return left < 0 ? 'overdue' : left <= 1 ? 'soon' : 'later'
}
