import { t } from '../../utils/locale.ts'

export interface SavedNoteProps {
  /** Name of the file that was handed over last; null: nothing to say. */
  saved: string | null
  onAgain: () => void
  onSeen: () => void
}

/** A download link tells nobody whether the browser took the file: what to do where it did not come. */
export function SavedNote({ saved, onAgain, onSeen }: SavedNoteProps) {
  if (saved === null) return null
  return (
    <div class="view-note" role="status">
      <span class="note-says">{t('storage.saved.says', { name: saved })}</span>
      <button type="button" class="button button-small" onClick={onAgain}>{t('storage.saved.again')}</button>
      <button type="button" class="button button-small" onClick={onSeen}>{t('storage.saved.seen')}</button>
    </div>
  )
}
