import { say, t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { count } from '../../shared/format.ts'
import { Problem } from '../../shared/Problem.tsx'
import { ExportPreviewTable, type ExportPreview } from './ExportPreviewTable.tsx'
import { weekName } from '../issues/facet-names.ts'

/** An ISO week that can be exported. */
export interface ExportWeek {
  /** `2026-W47`. */
  week: string
  from: Day
  to: Day
  /** Issues found in it. */
  count: number
  /** True for the week of today. */
  current: boolean
}

export interface ExportProgress {
  done: number
  total: number
}

export interface ExportViewProps {
  /** The newest first. */
  weeks: readonly ExportWeek[]
  /** First and last week of the export; the same for one week. */
  from: string
  to: string
  /** What 按单位导出 would write; null while it is being counted. */
  preview: ExportPreview | null
  /** Set while files are being written. */
  progress: ExportProgress | null
  result?: Phrase | null
  problem?: Phrase | null
  onRange: (from: string, to: string) => void
  /** Weekly CSV of the chosen weeks. */
  onExportWeek: () => void
  /** ZIP with a folder per unit. */
  onExportUnits: () => void
  onCancel: () => void
  /** Shows the issues without a unit, so that they can be given one. */
  onShowWithoutUnit: () => void
}

/** 导出: the weeks, the weekly CSV, and the ZIP with a folder for each unit. */
export function ExportView(props: ExportViewProps) {
  const { weeks, from, to, preview, progress } = props
  if (weeks.every((one) => one.count === 0)) {
    return (
      <section class="sheet" aria-label={t('ledger.tab.export')}>
        <EmptyState title={t('ledger.export.empty.title')} says={t('ledger.export.empty.says')} />
      </section>
    )
  }
  const nothing = preview !== null && preview.issues === 0
  return (
    <section class="sheet" aria-label={t('ledger.tab.export')}>
      <header class="sheet-head">
        <WeekChoice label={t('ledger.export.from')} weeks={weeks} value={from} onChange={(week) => props.onRange(week, week > to ? week : to)} />
        <WeekChoice label={t('ledger.export.to')} weeks={weeks} value={to} onChange={(week) => props.onRange(week < from ? week : from, week)} />
        <button type="button" class="button button-main" disabled={progress !== null || nothing} onClick={props.onExportWeek}>
          {t(exportName(weeks, from, to))}
        </button>
        <button type="button" class="button button-main" disabled={progress !== null || nothing} onClick={props.onExportUnits}>
          {t('ledger.export.units')}
        </button>
      </header>
      {progress && (
        <div class="box" role="status">
          <p class="box-says">{t('ledger.export.progress', { done: count(progress.done), total: count(progress.total) })}</p>
          <progress class="progress" aria-label={t('ledger.export.progressName')} max={progress.total} value={progress.done} />
          <div class="actions"><button type="button" class="button" onClick={props.onCancel}>{t('ledger.export.cancel')}</button></div>
        </div>
      )}
      {props.problem && <Problem says={props.problem} />}
      {props.result && <p class="done" role="status">{say(props.result)}</p>}
      {preview === null ? (
        <p class="sheet-busy" role="status">{t('ledger.export.counting')}</p>
      ) : (
        <ExportPreviewTable preview={preview} onShowWithoutUnit={props.onShowWithoutUnit} />
      )}
    </section>
  )
}

/** 导出本周 where the choice is this week, else 导出所选周. */
function exportName(weeks: readonly ExportWeek[], from: string, to: string): string {
  const current = weeks.find((one) => one.current)?.week
  return from === to && from === current ? 'ledger.export.thisWeek' : 'ledger.export.chosenWeeks'
}

function WeekChoice(props: { label: string; weeks: readonly ExportWeek[]; value: string; onChange: (week: string) => void }) {
  return (
    <label class="label">
      {props.label}
      <select class="field" value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.weeks.map((one) => (
          <option key={one.week} value={one.week}>{t('ledger.filter.choice', { name: weekName(one), count: count(one.count) })}</option>
        ))}
      </select>
    </label>
  )
}
