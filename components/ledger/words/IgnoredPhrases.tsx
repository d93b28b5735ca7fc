import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'

export interface IgnoredPhrasesProps {
  /** Newest first. */
  phrases: readonly string[]
  onAdd: (phrase: string) => void
  onRemove: (phrase: string) => void
}

/** 忽略的词: what is never told, added by hand and taken back. */
export function IgnoredPhrases(props: IgnoredPhrasesProps) {
  const [phrase, setPhrase] = useState('')
  return (
    <section aria-labelledby="set-phrases">
      <h2 id="set-phrases">{t('words.ignored.title', { count: props.phrases.length })}</h2>
      <p>{t('words.ignored.says')}</p>
      <form
        class="words-line"
        onSubmit={(event) => {
          event.preventDefault()
          if (phrase.trim() === '') return
          props.onAdd(phrase.trim())
          setPhrase('')
        }}
      >
        <label class="label">
          {t('words.ignored.label')}
          <input class="field" required maxLength={60} value={phrase} onInput={(event) => setPhrase(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button">{t('words.ignored.add')}</button>
      </form>
      {props.phrases.length === 0 ? (
        <p>{t('words.ignored.none')}</p>
      ) : (
        <ul class="lines" tabIndex={0} aria-labelledby="set-phrases">
          {props.phrases.map((one) => (
            <li key={one}>
              <span class="lines-detail">{one}</span>
              <button type="button" class="button button-small" aria-label={t('words.ignored.removeOne', { phrase: one })} onClick={() => props.onRemove(one)}>
                {t('words.ignored.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
