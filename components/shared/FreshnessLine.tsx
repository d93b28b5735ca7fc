import { t } from '../../utils/locale.ts'
import type { DateReading } from '../../utils/types/reading.ts'
import type { Freshness } from '../../utils/types/roster.ts'
import { ageWords, stateWords } from './freshness-words.ts'

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
