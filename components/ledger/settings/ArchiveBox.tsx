import { t } from '../../../utils/locale.ts'
import { ConfirmButton } from '../../shared/ConfirmButton.tsx'
import { count } from '../../shared/format.ts'
import { FileChoice } from './FileChoice.tsx'
import { WorkLine } from './WorkLine.tsx'
import type { WorkShown } from './work.ts'
import type { Day } from '../../../utils/types/reading.ts'

export interface ArchiveBoxProps {
  /** Weeks before this day. */
  before: Day
  today: Day
  onBefore: (day: Day) => void
  /** The oldest first; null while they are counted. */
  weeks: readonly { week: string; ended: number; waiting: number }[] | null
  /** An archive that was read back and compared; null before. */
  checked: { issues: number; changed: number; unsent: number } | null
  work: WorkShown
  onWrite: (weeks: string[]) => void
  onFile: (file: File) => void
  onRemove: () => void
  onCancel: () => void
}

/** As many held-back weeks as one looks at. */
const SHOWN = 12

/** 归档: write a file, read it back, only then remove. */
export function ArchiveBox(props: ArchiveBoxProps) {
  const { weeks, checked, work } = props
  const busy = work.progress !== null
  const over = (weeks ?? []).filter(({ waiting }) => waiting === 0)
  const held = (weeks ?? []).filter(({ waiting }) => waiting > 0)
  const issues = over.reduce((sum, { ended }) => sum + ended, 0)
  return (
    <section aria-labelledby="set-archive">
      <h2 id="set-archive">{t('storage.archive.title')}</h2>
      <p>{t('storage.archive.says')}</p>
      <label class="label archive-before">
        {t('storage.archive.before')}
        <input class="field" type="date" max={props.today} value={props.before} onChange={(event) => event.currentTarget.value && props.onBefore(event.currentTarget.value)} />
      </label>
      {weeks && (
        <p>{over.length === 0 ? t('storage.archive.none') : t('storage.archive.weeks', { weeks: over.length, issues: count(issues), first: over[0]?.week ?? '', last: over[over.length - 1]?.week ?? '' })}</p>
      )}
      {held.length > 0 && (
        <>
          <p>{t('storage.archive.held')}</p>
          <ul class="lines held">
            {held.slice(0, SHOWN).map(({ week, waiting }) => <li key={week}>{t('storage.archive.heldOne', { week, waiting })}</li>)}
            {held.length > SHOWN && <li>…</li>}
          </ul>
        </>
      )}
      <div class="actions">
        <button type="button" class="button" disabled={busy || over.length === 0} onClick={() => props.onWrite(over.map(({ week }) => week))}>{t('storage.archive.write')}</button>
      </div>
      <p>{t('storage.archive.second')}</p>
      <div class="actions">
        <FileChoice label={t('storage.archive.choose')} accept=".zip,application/zip" disabled={busy} onFile={props.onFile} />
      </div>
      {checked && !busy && (
        <div class="box">
          {(checked.issues > 0 || checked.unsent === 0) && <p>{checked.issues > 0 ? t('storage.archive.checked', { issues: count(checked.issues) }) : t('storage.archive.nothing')}</p>}
          {checked.issues > 0 && checked.changed > 0 && <p>{t('storage.archive.changed', { count: checked.changed })}</p>}
          {checked.unsent > 0 && <p>{t('storage.archive.unsent', { count: checked.unsent })}</p>}
          {checked.issues > 0 && (
            <div class="actions">
              <ConfirmButton label={t('storage.archive.remove')} asks={t('storage.archive.removeAsks', { issues: count(checked.issues) })} onConfirm={props.onRemove} />
            </div>
          )}
        </div>
      )}
      <WorkLine work={work} onCancel={props.onCancel} />
    </section>
  )
}
