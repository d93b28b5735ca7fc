import { t } from '../../utils/locale.ts'
import type { DateReading } from '../../utils/types/reading.ts'
import type { Freshness } from '../../utils/types/roster.ts'

export interface FreshnessLineProps {
  freshness: Freshness
  /** The date shown where the freshness has none: publication of an article. */
  date?: DateReading | null
}

/** Below this a date counts as read with doubt, and the interface says 需人工核实. */
const SURE = 0.6

/** 最后更新 2026-11-18，3 天前（时限 14 天），已超期 5 天. */
export function FreshnessLine(props: FreshnessLineProps) {
  const { freshness, date } = props
  const state = stateWords(freshness)
  return (
    <span class="freshness">
      <span class="freshness-date">{dateWords(freshness, date ?? null)}</span>
      {date && date.confidence < SURE && <span class="freshness-doubt">{t('common.freshness.doubt')}</span>}
      {state && <span class={`freshness-state freshness-${freshness.state}`}>{state}</span>}
    </span>
  )
}

function dateWords(freshness: Freshness, date: DateReading | null): string {
  if (!freshness.day) return date ? t('common.freshness.published', { day: date.day }) : t('common.freshness.none')
  const parts = [t('common.freshness.updated', { day: freshness.day })]
  if (freshness.ageDays !== null) parts.push(ageWords(freshness.ageDays))
  const limit = freshness.limitDays === null ? '' : t('common.freshness.limit', { days: freshness.limitDays })
  return parts.join(t('common.comma')) + limit
}

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
