import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import { SEVERITIES, type Severity } from '../../../utils/types/finding.ts'
import type { OwnWord } from '../../../utils/types/own-word.ts'

export type NewWord = Omit<OwnWord, 'id'>

export interface OwnWordFormProps {
  onAdd: (word: NewWord) => void
}

const EMPTY: NewWord = { wrong: '', right: '', severity: 'general', note: '' }

/** Adds one word by hand. */
export function OwnWordForm(props: OwnWordFormProps) {
  const [word, setWord] = useState(EMPTY)
  const field = (name: 'wrong' | 'right' | 'note', required = false) => (
    <label class="label">
      {t(`words.form.${name}`)}
      <input
        class="field"
        required={required}
        {...(name === 'note' ? {} : { maxLength: 60 })}
        value={word[name]}
        onInput={(event) => setWord({ ...word, [name]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <form
      class="words-line"
      aria-label={t('words.form.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (word.wrong.trim() === '') return
        props.onAdd({ ...word, wrong: word.wrong.trim(), right: word.right.trim(), note: word.note.trim() })
        setWord({ ...EMPTY, severity: word.severity })
      }}
    >
      {field('wrong', true)}
      {field('right')}
      <label class="label">
        {t('words.form.severity')}
        <select class="field" value={word.severity} onChange={(event) => setWord({ ...word, severity: event.currentTarget.value as Severity })}>
          {SEVERITIES.map((one) => <option key={one} value={one}>{t(`common.severity.${one}`)}</option>)}
        </select>
      </label>
      {field('note')}
      <button type="submit" class="button">{t('words.form.add')}</button>
    </form>
  )
}
