import { t } from '../../utils/locale.ts'
import type { Issue } from '../../utils/types/issue.ts'
import type { Day } from '../../utils/types/reading.ts'
import { daysBetween } from './format.ts'

export { kindOf } from '../../utils/types/filter.ts'

/** Types that a person chooses where no check found the problem; the stored check id is `manual/<type>`. */
export const MANUAL_TYPES = ['outdated', 'blank', 'link', 'wording', 'privacy', 'picture', 'function', 'other'] as const

export type ManualType = (typeof MANUAL_TYPES)[number]

/**
 * Name of a kind or check, as the lists print it: its own, else that of the folder it is in (`wording/protected/…`, `wording`), else the id, so that a gap is seen.
 * The popup does not carry the lists' words and needs only the manual types.
 */
export function kindName(check: string): string {
  for (let id = check; id !== ''; id = id.slice(0, Math.max(0, id.lastIndexOf('/')))) {
    for (const key of [`lists.kinds.${id}`, `common.kind.${id}`]) {
      const name = t(key)
      if (name !== key) return name
    }
  }
  return check
}

export type DueState = 'none' | 'later' | 'soon' | 'overdue'

/**
 * How an issue stands against its deadline; only 待整改 and 存疑 can run late. `soon` is today or tomorrow, or up to the next
 * working day where that is given.
 */
export function dueState(issue: Pick<Issue, 'status' | 'deadline'>, today: Day, nextWorkday?: Day): DueState {
  if (!issue.deadline || (issue.status !== 'open' && issue.status !== 'doubtful')) return 'none'
  const left = daysBetween(today, issue.deadline)
  const near = Math.max(1, nextWorkday ? daysBetween(today, nextWorkday) : 1)
  return left < 0 ? 'overdue' : left <= near ? 'soon' : 'later'
}
