import { t } from '../../utils/locale.ts'

export interface CaptureNoteProps {
  /** Asks the browser for the permission; called inside the click, because browsers ask for nothing else. */
  onAllowCapture: () => void
}

/** Issues can be recorded, but without a picture: says so, with the button that changes it. */
export function CaptureNote(props: CaptureNoteProps) {
  return (
    <div class="note">
      <span class="note-says">{t('popup.noCapture')}</span>
      <button type="button" class="button button-small" onClick={props.onAllowCapture}>{t('popup.allowCapture')}</button>
    </div>
  )
}
