import { t } from '../../../utils/locale.ts'
import type { DutyMonth } from '../../../utils/types/duty.ts'
import { Switch } from '../../shared/Switch.tsx'

export interface LogHeadProps {
  duty: DutyMonth
  thisMonth: string
  paused: boolean
  onMonth: (month: string) => void
  onPause: (paused: boolean) => void
  onAdd: () => void
  onExport: () => void
  onExportCsv: () => void
}

/** Month, whether pages are logged, what was missed, and the ways out. */
export function LogHead(props: LogHeadProps) {
  const { duty: { month, asked, done }, thisMonth, paused } = props
  return (
    <>
      <header class="sheet-head">
        <button type="button" class="button" aria-label={t('readinglog.previous')} title={t('readinglog.previous')} onClick={() => props.onMonth(monthAfter(month, -1))}>‹</button>
        <h2 class="log-month" aria-live="polite">{monthName(month)}</h2>
        <button type="button" class="button" aria-label={t('readinglog.next')} title={t('readinglog.next')} disabled={month >= thisMonth} onClick={() => props.onMonth(monthAfter(month, 1))}>›</button>
        {month !== thisMonth && <button type="button" class="button" onClick={() => props.onMonth(thisMonth)}>{t('readinglog.today')}</button>}
        <button type="button" class="button button-main" onClick={props.onExport}>{t('readinglog.export')}</button>
        <button type="button" class="button" onClick={props.onExportCsv}>{t('readinglog.exportCsv')}</button>
        <button type="button" class="button" onClick={props.onAdd}>{t('readinglog.add')}</button>
      </header>
      <div class={paused ? 'note log-state' : 'box log-state'}>
        <Switch label={t('readinglog.log')} on={!paused} onToggle={(on) => props.onPause(!on)} />
        <span>{t(paused ? 'readinglog.logOff' : 'readinglog.logOn')}</span>
        <span class="log-count">{asked === 0 ? t('readinglog.countNone') : t('readinglog.count', { asked, done, missing: asked - done })}</span>
      </div>
      <p class="box-more">{t('readinglog.rule')}</p>
    </>
  )
}

/** 2026年11月. */
export function monthName(month: string): string {
  return t('readinglog.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })
}

function monthAfter(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7)
}
