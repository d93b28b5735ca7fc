import type { PageSight, RecheckVerdict } from '../types/recheck.ts'
import { isSamePage, ofCheck, otherPage, verdict } from './recheck-page.ts'
import type { Rechecked } from './recheck-verdict.ts'

/** 更新不及时: the newest date against the deadline. A newer item mends it; a longer deadline alone does not. */
export function columnVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const { reading, freshness, live } = sight
  const { day, state, limitDays } = freshness
  const place = reading.list?.items.find((item) => item.day === day)?.anchor ?? reading.sections.find(({ newest }) => newest === day)?.anchor ?? null
  if (ofCheck(issue, sight)) return verdict('standing', 'still-old', { params: { day: day ?? issue.quote }, now: day ?? '', place, sure: live })
  if (!isSamePage(issue, reading) || (reading.kind !== 'column' && reading.kind !== 'home')) return otherPage(sight)
  if (reading.listState === 'blank') return verdict('standing', 'blank-now', { sure: live })
  if (reading.gaps.includes('reading.gap.later-page')) return verdict('person', 'later-page', { sure: false })
  if (day === null) return verdict('person', 'no-date', { sure: false })
  if (state === 'exempt') return verdict('person', 'exempt', { params: { day }, now: day, place })
  if (state === 'overdue' || (state === 'due-soon' && issue.check === 'freshness/column-due-soon')) return verdict('standing', 'still-old', { params: { day }, now: day, place, sure: live })
  if (day <= issue.quote) return verdict('person', 'deadline-moved', { params: { day }, now: day, place, sure: live })
  if (limitDays === null) return verdict('person', 'no-deadline', { params: { day }, now: day, place, sure: live })
  return verdict('fixed', 'updated', { params: { day, before: issue.quote }, now: day, place })
}

/** 未注明发布时间: the list prints dates now. */
export function undatedVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const { reading, live } = sight
  if (ofCheck(issue, sight)) return verdict('standing', 'still-undated', { sure: live })
  if (!isSamePage(issue, reading)) return otherPage(sight)
  const dated = reading.list?.items.filter(({ day }) => day !== null) ?? []
  if (dated.length === 0) return verdict('person', 'no-list', { sure: false })
  return verdict('fixed', 'dated', { params: { count: dated.length, day: reading.list?.newest ?? '' }, now: reading.list?.newest ?? '', place: dated[0]?.anchor ?? null })
}

/** 空白栏目: the list has items now. */
export function blankVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const { reading, live } = sight
  if (!isSamePage(issue, reading)) return otherPage(sight)
  const items = reading.list?.items ?? []
  const { newest = null } = reading.list ?? {}
  if (reading.listState === 'items' && items.length > 0) {
    const now = items[0]?.title ?? ''
    if (newest !== null) return verdict('fixed', 'filled-dated', { params: { count: items.length, day: newest }, now, place: items[0]?.anchor ?? null })
    return verdict('fixed', 'filled', { params: { count: items.length }, now, place: items[0]?.anchor ?? null })
  }
  if (reading.listState === 'blank') return verdict('standing', 'still-blank', { now: reading.blankWords ?? '', place: reading.blankAnchor ?? null, sure: live })
  return verdict('person', 'no-list', { sure: false })
}
