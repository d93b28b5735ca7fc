import { t } from '../../../utils/locale.ts'
import type { OwnWord } from '../../../utils/types/own-word.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import { ConfirmButton } from '../../shared/ConfirmButton.tsx'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { count } from '../../shared/format.ts'
import { Problem } from '../../shared/Problem.tsx'
import { SeverityTag } from '../../shared/SeverityTag.tsx'
import { Switch } from '../../shared/Switch.tsx'
import { FileDrop } from '../../shared/FileDrop.tsx'
import { OwnWordForm, type NewWord } from './OwnWordForm.tsx'
import { OwnWordsPreview, type OwnWordsImportPreview } from './OwnWordsPreview.tsx'

export interface OwnWordsProps {
  on: boolean
  onSwitch: (on: boolean) => void
  /** All words; those that match the search; and the newest of these. */
  total: number
  matching: number
  words: readonly OwnWord[]
  search: string
  onSearch: (text: string) => void
  preview: OwnWordsImportPreview | null
  busy: 'reading' | 'importing' | null
  /** Why a file cannot be imported at all. */
  problem: Phrase | null
  onFile: (file: File) => void
  onImport: () => void
  onCancelImport: () => void
  onTemplate: () => void
  onExport: () => void
  onAdd: (word: NewWord) => void
  onDelete: (word: OwnWord) => void
  onClear: () => void
}

/** 自有词库: the office's own words, imported or added by hand. */
export function OwnWords(props: OwnWordsProps) {
  const { total, preview, busy } = props
  return (
    <section aria-labelledby="set-own">
      <h2 id="set-own">{t('words.own.title', { count: count(total) })}</h2>
      <p>{t('words.own.says')}</p>
      <FileDrop onFile={props.onFile} label={t('words.own.import')}>
        {(choose) => (
          <>
            <div class="words-line">
              <button type="button" class="button button-main" disabled={busy !== null} onClick={choose}>{t('words.own.import')}</button>
              <button type="button" class="button" onClick={props.onTemplate}>{t('words.own.template')}</button>
              {total > 0 && <button type="button" class="button" onClick={props.onExport}>{t('words.own.export')}</button>}
              {total > 0 && <ConfirmButton label={t('words.own.clear')} asks={t('words.own.clearAsk', { count: count(total) })} onConfirm={props.onClear} />}
              <span class="sheet-hint">{t('words.own.drop')}</span>
            </div>
            {busy && <p role="status">{t(`words.own.${busy}`)}</p>}
            {props.problem && <Problem says={props.problem} />}
            {preview && <OwnWordsPreview preview={preview} busy={busy !== null} onImport={props.onImport} onCancel={props.onCancelImport} />}
            {total > 0 ? <OwnWordTable {...props} /> : !preview && <EmptyState title={t('words.own.empty.title')} says={t('words.own.empty.says')} />}
            <OwnWordForm onAdd={props.onAdd} />
          </>
        )}
      </FileDrop>
    </section>
  )
}

function OwnWordTable(props: OwnWordsProps) {
  const { words, matching } = props
  return (
    <>
      <div class="words-line">
        <Switch label={t('words.own.on')} on={props.on} onToggle={props.onSwitch} />
        <input
          type="search"
          class="field"
          aria-label={t('words.own.search')}
          placeholder={t('words.own.search')}
          value={props.search}
          onInput={(event) => props.onSearch(event.currentTarget.value)}
        />
        <span class="sheet-hint" role="status">
          {matching === 0 ? t('words.own.noMatch') : words.length < matching && t('words.own.showing', { shown: count(words.length), count: count(matching) })}
        </span>
      </div>
      {words.length > 0 && (
        <div class="words-box" tabIndex={0} role="group" aria-labelledby="set-own">
          <table class="table" aria-labelledby="set-own">
            <thead>
              <tr>
                <th scope="col">{t('words.form.wrong')}</th>
                <th scope="col">{t('words.form.right')}</th>
                <th scope="col">{t('words.form.severity')}</th>
                <th scope="col">{t('words.form.note')}</th>
                <th scope="col">{t('words.own.delete')}</th>
              </tr>
            </thead>
            <tbody>
              {words.map((word) => (
                <tr key={word.id}>
                  <th scope="row">{word.wrong}</th>
                  <td>{word.right}</td>
                  <td><SeverityTag severity={word.severity} /></td>
                  <td>{word.note}</td>
                  <td>
                    <button type="button" class="button button-small" aria-label={t('words.own.deleteOne', { wrong: word.wrong })} onClick={() => props.onDelete(word)}>
                      {t('words.own.delete')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
