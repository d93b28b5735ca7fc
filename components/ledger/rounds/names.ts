import { t } from '../../../utils/locale.ts'
import type { Round } from '../../../utils/types/round.ts'

/** Name of a round: its own, else the week or quarter; a span goes by its days. */
export function roundName({ id, kind, name }: Round): string {
  if (name) return name
  const [year = '', rest = ''] = id.split('-')
  if (kind === 'week') return t('rounds.week', { year, week: Number(rest.slice(1)) })
  if (kind === 'quarter') return t('rounds.quarter', { year, quarter: Number(rest.slice(1)) })
  return t('rounds.span')
}

/** `2026-11-16 至 2026-11-22`. */
export function roundDays({ from, to }: Round): string {
  return t('rounds.days', { from, to })
}

/** Seconds as people say them: 40 秒, 12 分钟, 3 小时 5 分. */
export function duration(seconds: number): string {
  if (seconds < 60) return t('rounds.seconds', { count: Math.round(seconds) })
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? t('rounds.minutes', { count: minutes }) : t('rounds.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

/** Whole per cent; 100 only when nothing is left out. */
export function percent(part: number, whole: number): number {
  if (whole === 0) return 0
  return part === whole ? 100 : Math.min(99, Math.round((part / whole) * 100))
}
