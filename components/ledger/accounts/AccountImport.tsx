import { useRef, useState } from 'preact/hooks'
import { say, t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import { count } from '../../shared/format.ts'

/** What an import would do, and which rows have problems. */
export interface AccountsPreview {
  rows: number
  added: number
  changed: number
  unchanged: number
  problems: readonly { line: number; says: Phrase }[]
}

export interface AccountImportProps {
  preview: AccountsPreview | null
  onRead: (given: File | string) => void
  onImport: () => void
  onCancel: () => void
}

/** Problems that are drawn; a file with more is mended in several goes anyway. */
const SHOWN = 100

/** A CSV file, or a table pasted from a spreadsheet, with a look before it is taken. */
export function AccountImport(props: AccountImportProps) {
  const { preview } = props
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  return (
    <section class="box" aria-label={t('selfcheck.accounts.import')}>
      <label class="label">
        {t('selfcheck.accounts.paste')}
        <textarea class="field paste" rows={5} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <p class="box-more">{t('selfcheck.accounts.pasteSays')}</p>
      <input
        type="file"
        hidden
        accept=".csv,.txt,text/csv"
        aria-label={t('selfcheck.accounts.file')}
        ref={input}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) props.onRead(file)
          // so that the same file, mended, can be chosen again
          event.currentTarget.value = ''
        }}
      />
      {preview && (
        <>
          <p role="status">{t('selfcheck.accounts.preview', { rows: count(preview.rows), added: count(preview.added), changed: count(preview.changed), unchanged: count(preview.unchanged) })}</p>
          {preview.problems.length > 0 && (
            <ul class="lines" tabIndex={0} aria-label={t('ledger.preview.problems', { count: count(preview.problems.length) })}>
              {preview.problems.slice(0, SHOWN).map((one, at) => <li key={`${at} ${one.line}`}>{say(one.says)}</li>)}
              {preview.problems.length > SHOWN && <li>{t('ledger.preview.more', { count: count(preview.problems.length - SHOWN) })}</li>}
            </ul>
          )}
        </>
      )}
      <div class="actions">
        {preview && <button type="button" class="button button-main" disabled={preview.added + preview.changed === 0} onClick={props.onImport}>{t('selfcheck.accounts.confirm')}</button>}
        <button type="button" class={preview ? 'button' : 'button button-main'} disabled={text.trim() === ''} onClick={() => props.onRead(text)}>{t('selfcheck.accounts.readPaste')}</button>
        <button type="button" class="button" onClick={() => input.current?.click()}>{t('selfcheck.accounts.file')}</button>
        <button type="button" class="button" onClick={props.onCancel}>{t('common.cancel')}</button>
      </div>
    </section>
  )
}
