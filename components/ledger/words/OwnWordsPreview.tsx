import { say, t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import { count } from '../../shared/format.ts'

/** What the chosen file would do to the own word list, before it does it. */
export interface OwnWordsImportPreview {
  fileName: string
  /** As recognised: `UTF-8`, `GBK`. */
  encoding: string
  added: number
  changed: number
  unchanged: number
  /** Lines of the file, from one, that are left out. */
  problems: readonly { line: number; says: Phrase }[]
}

export interface OwnWordsPreviewProps {
  preview: OwnWordsImportPreview
  busy: boolean
  onImport: () => void
  onCancel: () => void
}

/** Lines of problems that are drawn. */
const SHOWN = 200

/** Counts, bad lines one by one, and the button that does it. */
export function OwnWordsPreview({ preview, busy, onImport, onCancel }: OwnWordsPreviewProps) {
  const nothing = preview.added + preview.changed === 0
  const more = preview.problems.length - SHOWN
  return (
    <div class="box" role="group" aria-labelledby="own-preview">
      <h3 id="own-preview">{t('words.preview.title', { file: preview.fileName })}</h3>
      <p>
        {t('words.preview.counts', {
          encoding: preview.encoding, added: count(preview.added), changed: count(preview.changed), unchanged: count(preview.unchanged),
        })}
      </p>
      {preview.problems.length > 0 && (
        <>
          <h4 id="own-problems">{t('words.preview.problems', { count: count(preview.problems.length) })}</h4>
          <ul class="lines" tabIndex={0} aria-labelledby="own-problems">
            {preview.problems.slice(0, SHOWN).map(({ line, says }) => (
              <li key={line}>
                <span class="lines-where">{t('words.preview.line', { line })}</span>
                <span>{say(says)}</span>
              </li>
            ))}
            {more > 0 && <li>{t('words.preview.more', { count: count(more) })}</li>}
          </ul>
        </>
      )}
      <div class="actions">
        <button type="button" class="button button-main" disabled={busy || nothing} onClick={onImport}>{t('words.preview.import')}</button>
        <button type="button" class="button" onClick={onCancel}>{t('common.cancel')}</button>
        {nothing && <span class="box-more">{t('words.preview.nothing')}</span>}
      </div>
    </div>
  )
}
