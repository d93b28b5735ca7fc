import type { ComponentChildren } from 'preact'
import { say, t } from '../../../utils/locale.ts'
import type { ExportContent, ExportScope, UnitsPreview } from '../../../utils/types/export.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { count } from '../../shared/format.ts'
import { Problem } from '../../shared/Problem.tsx'
import { ContentChoice } from './ContentChoice.tsx'
import { CsvChoice } from './CsvChoice.tsx'
import { ExportPreviewTable, type UnitDocumentKind } from './ExportPreviewTable.tsx'
import { presetOf, ScopeChoice } from './ScopeChoice.tsx'

export interface ExportProgress {
  done: number
  total: number
  /** The unit whose folder is being written. */
  unitName: string
  /** Seconds left; null while nothing can be said. */
  secondsLeft: number | null
}

export interface ExportViewProps {
  today: Day
  scope: ExportScope
  content: ExportContent
  /** Names of the office's own CSV profiles, and the one in use ('' for the agreed one). */
  profiles: readonly string[]
  profile: string
  /** What would be written; null while it is being counted. */
  preview: UnitsPreview | null
  /** True where nothing was ever recorded. */
  empty: boolean
  /** Name of the folder chosen before; null where none was, undefined where the browser cannot. */
  folderName: string | null | undefined
  /** Set while files are being written. */
  progress: ExportProgress | null
  result?: Phrase | null
  problem?: Phrase | null
  onScope: (scope: ExportScope) => void
  onContent: (content: ExportContent) => void
  onProfile: (name: string) => void
  onEditProfile: () => void
  onEditNotice: () => void
  onExportWeek: () => void
  onExportUnits: () => void
  /** `again`: into the folder chosen before. */
  onExportFolder: (again: boolean) => void
  onDocument: (unit: string, kind: UnitDocumentKind) => void
  onCancel: () => void
  onShowWithoutUnit: () => void
  /** Other documents, under the units. */
  children?: ComponentChildren
}

/** 导出: what, for whom and in which form; the weekly CSV, and a folder for each unit as ZIP or on the disk. */
export function ExportView(props: ExportViewProps) {
  const { scope, content, preview, progress } = props
  if (props.empty) {
    return (
      <section class="sheet export" aria-label={t('ledger.tab.export')}>
        <EmptyState title={t('export.empty.title')} says={t('export.empty.says')} />
        <Told {...props} />
        <div class="export-more">{props.children}</div>
      </section>
    )
  }
  const busy = progress !== null
  const nothing = preview !== null && preview.units.every(({ key }) => scope.units !== null && !scope.units.includes(key))
  return (
    <section class="sheet export" aria-label={t('ledger.tab.export')}>
      <ScopeChoice today={props.today} scope={scope} onScope={props.onScope}>
        <label class="choice">
          <input type="checkbox" checked={content.mask} onChange={(event) => props.onContent({ ...content, mask: event.currentTarget.checked })} />
          {t('export.content.mask')}
        </label>
      </ScopeChoice>
      <div class="export-ways">
        <section class="box" aria-labelledby="export-week">
          <h2 id="export-week" class="box-title">{t('export.week.title')}</h2>
          <p class="box-more">{t('export.week.says')}</p>
          <CsvChoice profiles={props.profiles} profile={props.profile} onProfile={props.onProfile} onEdit={props.onEditProfile} />
          <div class="actions">
            <button type="button" class="button button-main" disabled={busy} onClick={props.onExportWeek}>
              {t(presetOf(scope, props.today) === 'week' ? 'export.week.thisWeek' : 'export.week.chosen')}
            </button>
          </div>
        </section>
        <section class="box" aria-labelledby="export-units">
          <h2 id="export-units" class="box-title">{t('export.units.title')}</h2>
          <ContentChoice content={content} bytes={preview?.bytes ?? null} onContent={props.onContent} onEditNotice={props.onEditNotice} />
          <div class="actions">
            <button type="button" class="button button-main" disabled={busy || nothing} onClick={props.onExportUnits}>{t('export.units.zip')}</button>
            <FolderButtons {...props} disabled={busy || nothing} />
          </div>
        </section>
      </div>
      <Told {...props} />
      {preview === null ? (
        <p class="sheet-busy" role="status">{t('export.counting')}</p>
      ) : (
        <ExportPreviewTable
          preview={preview}
          chosen={scope.units}
          masked={content.mask}
          busy={busy}
          onChosen={(units) => props.onScope({ ...scope, units })}
          onDocument={props.onDocument}
          onShowWithoutUnit={props.onShowWithoutUnit}
        />
      )}
      <div class="export-more">{props.children}</div>
    </section>
  )
}

function FolderButtons({ folderName, disabled, onExportFolder }: Pick<ExportViewProps, 'folderName' | 'onExportFolder'> & { disabled: boolean }) {
  if (folderName === undefined) return null
  if (folderName === null) return <button type="button" class="button" disabled={disabled} onClick={() => onExportFolder(false)}>{t('export.folder.choose')}</button>
  return (
    <>
      <button type="button" class="button" disabled={disabled} onClick={() => onExportFolder(true)}>{t('export.folder.again', { name: folderName })}</button>
      <button type="button" class="button button-plain" disabled={disabled} onClick={() => onExportFolder(false)}>{t('export.folder.other')}</button>
    </>
  )
}

/** How the export in work or the last one goes; in sight also from the documents further down. */
function Told({ progress, problem, result, onCancel }: ExportViewProps) {
  return (
    <div class="export-told">
      {progress && <Progress progress={progress} onCancel={onCancel} />}
      {problem && <Problem says={problem} />}
      {result && <p class="done" role="status">{say(result)}</p>}
    </div>
  )
}

function Progress({ progress, onCancel }: { progress: ExportProgress; onCancel: () => void }) {
  const { done, total, unitName, secondsLeft } = progress
  return (
    <div class="box">
      <p class="box-says" role="status">
        {t('export.progress', { done: count(done), total: count(total) })}
        {unitName && ` ${unitName}`}
        {secondsLeft !== null && ` ${t('export.left', { seconds: count(Math.max(1, secondsLeft)) })}`}
      </p>
      <progress class="progress" aria-label={t('export.progressName')} max={total} value={done} />
      <div class="actions"><button type="button" class="button" onClick={onCancel}>{t('export.cancel')}</button></div>
    </div>
  )
}
