import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'

/** A line for 备注, without opening the form; Enter adds it. */
export function NoteBox({ onNote }: { onNote: (text: string) => void }) {
  const [text, setText] = useState('')
  return (
    <form
      class="note"
      onSubmit={(event) => {
        event.preventDefault()
        if (!text.trim()) return
        onNote(text.trim())
        setText('')
      }}
    >
      <input class="field" aria-label={t('issue.note.label')} placeholder={t('issue.note.label')} maxLength={2000} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <button type="submit" class="button" disabled={!text.trim()}>{t('issue.note.add')}</button>
    </form>
  )
}
