import { t } from '../../utils/locale.ts'

export interface SpaceNoteProps {
  space: { level: 'ok' | 'warn' | 'full'; percent: number } | null
  /** Days since the last backup, −1 where there was none; null: nothing to say. */
  backupDue: { days: number } | null
  onLater: () => void
}

/** One line above every view: what fills up goes before what is only advised. */
export function SpaceNote({ space, backupDue, onLater }: SpaceNoteProps) {
  if (space && space.level !== 'ok') {
    return (
      <div class={`view-note note-${space.level}`} role="status">
        <span class="note-says">{t(`storage.level.${space.level}`, { percent: space.percent })}</span>
        <a class="button button-small" href="#/settings/storage">{t('storage.level.open')}</a>
      </div>
    )
  }
  if (!backupDue) return null
  return (
    <div class="view-note" role="status">
      <span class="note-says">{backupDue.days < 0 ? t('storage.backup.dueNever') : t('storage.backup.due', { days: backupDue.days })}</span>
      <a class="button button-small" href="#/settings/storage">{t('storage.backup.go')}</a>
      <button type="button" class="button button-small" onClick={onLater}>{t('storage.backup.later')}</button>
    </div>
  )
}
