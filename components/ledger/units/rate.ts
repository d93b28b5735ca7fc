import { t } from '../../../utils/locale.ts'
import type { UnitTrend } from '../../../utils/types/unit.ts'

/** 按期办结率: `87%`, and — where nothing that had a deadline was mended yet. */
export function rateWords(trend: Pick<UnitTrend, 'mended' | 'inTime'>): string {
  return trend.mended === 0 ? t('unit.noRate') : `${Math.round((trend.inTime / trend.mended) * 100)}%`
}
