import { t } from '../../utils/locale.ts'
import type { Freshness } from '../../utils/types/roster.ts'

/** 今天, 昨天, 3 天前. */
export function ageWords(days: number): string {
  if (days === 0) return t('common.freshness.today')
  return t(days < 0 ? 'common.freshness.future' : 'common.freshness.ago', { days: Math.abs(days) })
}

/** What follows from the deadline, or null where nothing needs saying. */
export function stateWords(freshness: Freshness): string | null {
  const { ageDays, limitDays } = freshness
  const left = ageDays === null || limitDays === null ? null : limitDays - ageDays
  if (freshness.state === 'exempt') return t('common.freshness.exempt')
  if (freshness.state === 'unknown') return freshness.limitDays === null ? null : t('common.freshness.unknown')
  if (freshness.state === 'overdue') return left === null ? t('common.freshness.overdue') : t('common.freshness.overdueBy', { days: -left })
  if (freshness.state === 'due-soon') return left === null ? t('common.freshness.dueSoon') : t('common.freshness.left', { days: left })
  return null
}
