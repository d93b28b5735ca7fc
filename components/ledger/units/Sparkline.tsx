import { t } from '../../../utils/locale.ts'
import type { UnitWeek } from '../../../utils/types/unit.ts'

const [WIDTH, HEIGHT, EDGE] = [96, 24, 2]

/** Found (line) and mended (broken line) by week. What it shows is also its name, in words. */
export function Sparkline({ weeks }: { weeks: readonly UnitWeek[] }) {
  const most = Math.max(1, ...weeks.map(({ found, mended }) => Math.max(found, mended)))
  const line = (of: 'found' | 'mended') =>
    weeks
      .map((week, at) => `${EDGE + (at * (WIDTH - 2 * EDGE)) / Math.max(1, weeks.length - 1)},${HEIGHT - EDGE - (week[of] * (HEIGHT - 2 * EDGE)) / most}`)
      .join(' ')
  const listed = (of: 'found' | 'mended') => weeks.map((week) => week[of]).join(t('common.listComma'))
  return (
    <svg class="spark" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('unit.trend.words', { weeks: weeks.length, found: listed('found'), mended: listed('mended') })}>
      <polyline class="spark-found" points={line('found')} />
      <polyline class="spark-mended" points={line('mended')} />
    </svg>
  )
}
