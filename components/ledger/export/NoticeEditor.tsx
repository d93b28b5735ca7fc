import { useState } from 'preact/hooks'
import { say, t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'

/** The parts of a letter that an office writes itself. */
export interface NoticeTemplate {
  title: string
  greeting: string
  body: string
  signer: string
}

export interface NoticeEditorProps {
  template: NoticeTemplate
  /** Names that may stand in braces. */
  places: readonly string[]
  problemsOf: (template: NoticeTemplate) => readonly Phrase[]
  onSave: (template: NoticeTemplate) => void
  /** Back to the words that come with the extension. */
  onReset: () => void
  onCancel: () => void
}

/** 整改通知单模板: title, addressee, body and signature, with places that are filled in for each unit. */
export function NoticeEditor(props: NoticeEditorProps) {
  const [template, setTemplate] = useState(props.template)
  const problems = props.problemsOf(template)
  const change = (part: Partial<NoticeTemplate>) => setTemplate((old) => ({ ...old, ...part }))
  const line = (part: 'title' | 'greeting' | 'signer') => (
    <label class="label">
      {t(`export.template.${part}`)}
      <input class="field" value={template[part]} maxLength={200} onInput={(event) => change({ [part]: event.currentTarget.value })} />
    </label>
  )
  return (
    <form
      class="box export-editor"
      aria-label={t('export.template.edit')}
      onSubmit={(event) => {
        event.preventDefault()
        if (problems.length === 0) props.onSave(template)
      }}
    >
      <h2 class="box-title">{t('export.template.edit')}</h2>
      {line('title')}
      {line('greeting')}
      <label class="label">
        {t('export.template.body')}
        <textarea class="field" rows={9} value={template.body} onInput={(event) => change({ body: event.currentTarget.value })} />
      </label>
      {line('signer')}
      <p class="box-more">{t('export.template.places', { places: props.places.map((name) => `{${name}}`).join(' ') })}</p>
      <div role="status">{problems.length > 0 && <ul class="lines">{problems.map((says, at) => <li key={at}>{say(says)}</li>)}</ul>}</div>
      <div class="actions">
        <button type="submit" class="button button-main" disabled={problems.length > 0}>{t('export.template.save')}</button>
        <button type="button" class="button" onClick={props.onCancel}>{t('common.cancel')}</button>
        <button type="button" class="button button-plain" onClick={props.onReset}>{t('export.template.reset')}</button>
      </div>
    </form>
  )
}
