import { t } from '../../../utils/locale.ts'
import { minuteOf } from '../../shared/format.ts'
import { WorkLine } from './WorkLine.tsx'
import type { WorkShown } from './work.ts'

export interface BackupBoxProps {
  /** Instant of the newest backup; '' before the first. */
  last: string
  /** Days after which one is reminded; null: never. */
  days: number | null
  onDays: (days: number | null) => void
  work: WorkShown
  onBackup: () => void
  onCancel: () => void
}

/** 备份 of everything in one file. */
export function BackupBox(props: BackupBoxProps) {
  const change = (input: HTMLInputElement) => {
    if (!input.validity.valid) input.value = props.days === null ? '' : String(props.days)
    else props.onDays(input.value === '' ? null : Number(input.value))
  }
  return (
    <section aria-labelledby="set-backup">
      <h2 id="set-backup">{t('storage.backup.title')}</h2>
      <p>{t('storage.backup.says')}</p>
      <p>{props.last ? t('storage.backup.last', { at: minuteOf(props.last) }) : t('storage.backup.never')}</p>
      <div class="actions">
        <button type="button" class="button button-main" disabled={props.work.progress !== null} onClick={props.onBackup}>{t('storage.backup.do')}</button>
      </div>
      <WorkLine work={props.work} onCancel={props.onCancel} />
      <label class="days-one backup-days">
        <span>{t('storage.backup.days')}</span>
        <input key={props.days} class="field" type="number" min={1} max={3650} step={1} defaultValue={props.days === null ? '' : String(props.days)} onChange={(event) => change(event.currentTarget)} />
        <span>{t('storage.backup.daysUnit')}</span>
      </label>
    </section>
  )
}
