import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'

export interface CoverQuestionProps {
  /** Areas to be covered for good. */
  covers: number
  /** Numbers of the other issues that show the same picture, and whether theirs may stay as it is. */
  sharers: { numbers: readonly (string | number)[]; mayStay: boolean }
  busy: boolean
  onSave: (everywhere: boolean) => void
  onBack: () => void
}

/** Before pixels go for good: that this cannot be undone, and what becomes of other issues with the same picture. */
export function CoverQuestion({ covers, sharers, busy, onSave, onBack }: CoverQuestionProps) {
  const [everywhere, setEverywhere] = useState(true)
  const { numbers, mayStay } = sharers
  const says = t('markup.burn.sharers', { count: numbers.length, numbers: numbers.slice(0, 10).join('、') })
  return (
    <Question title={t('markup.burn.title', { count: covers })} onBack={onBack}>
      <p>{t('markup.burn.says')}</p>
      <p>{t('markup.burn.elsewhere')}</p>
      {numbers.length > 0 && !mayStay && <p>{says}</p>}
      {numbers.length > 0 && mayStay && (
        <>
          <label>
            <input type="checkbox" checked={everywhere} onChange={(event) => setEverywhere(event.currentTarget.checked)} />{' '}
            {says}
          </label>
          {!everywhere && <p class="wrong">{t('markup.burn.kept')}</p>}
        </>
      )}
      <div class="actions">
        <button type="button" class="button button-main" disabled={busy} onClick={() => onSave(everywhere)}>{t(busy ? 'markup.saving' : 'markup.burn.save')}</button>
        <button type="button" class="button" disabled={busy} onClick={onBack}>{t('markup.goOn')}</button>
      </div>
    </Question>
  )
}

/** Before unsaved work is left. */
export function LeaveQuestion({ onSave, onLeave, onBack }: { onSave: () => void; onLeave: () => void; onBack: () => void }) {
  return (
    <Question title={t('markup.leave.title')} onBack={onBack}>
      <p>{t('markup.leave.says')}</p>
      <div class="actions">
        <button type="button" class="button button-main" onClick={onSave}>{t('markup.save')}</button>
        <button type="button" class="button button-danger" onClick={onLeave}>{t('markup.leave.drop')}</button>
        <button type="button" class="button" onClick={onBack}>{t('markup.goOn')}</button>
      </div>
    </Question>
  )
}

function Question(props: { title: string; onBack: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      class="editor-question"
      aria-labelledby="editor-question"
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault()
        props.onBack()
      }}
    >
      <h2 id="editor-question">{props.title}</h2>
      {props.children}
    </dialog>
  )
}
