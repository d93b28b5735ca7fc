import { useLayoutEffect, useRef } from 'preact/hooks'
import { say, t } from '../../utils/locale.ts'
import type { Finding } from '../../utils/types/finding.ts'
import type { PictureState } from '../../utils/types/picture.ts'
import type { FindingCallbacks } from '../shared/FindingActions.tsx'
import { FindingList } from '../shared/FindingList.tsx'
import { PictureWords, plainWords } from '../shared/PictureWords.tsx'
import { SeverityCounts } from '../shared/SeverityCounts.tsx'

export interface PictureSheetProps extends FindingCallbacks {
  picture: PictureState
  /** Suspicions in this picture. */
  findings: readonly Finding[]
  recorded: Record<string, number | string>
  busy?: string | null
  onCopy: (text: string) => void
  onAgain: (id: string) => void
  onCancelPictures: () => void
  onClose: () => void
}

/** What one picture says: its text, what is suspicious in it, and what could not be told. Esc closes. */
export function PictureSheet(props: PictureSheetProps) {
  const { picture, findings, recorded, busy, onCopy, onAgain, onCancelPictures, onClose, ...callbacks } = props
  const sheet = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => sheet.current?.focus(), [picture.id])
  const { text, says, state } = picture
  const ended = state === 'done' || state === 'failed'
  return (
    <div
      class="panel picture-sheet"
      role="dialog"
      aria-label={t('pictures.sheet.name', { name: say(picture.name) })}
      tabIndex={-1}
      ref={sheet}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
      }}
    >
      <header class="panel-head">
        <button type="button" class="button button-small button-plain panel-close" aria-label={t('pictures.sheet.close')} onClick={onClose}>✕</button>
        <p class="panel-date">{t('pictures.sheet.name', { name: say(picture.name) })}</p>
      </header>
      <div class="panel-body">
        {says && <p class="picture-says" role="alert">{say(says)}</p>}
        {!ended && (
          <>
            <p class="picture-words" role="status">{t('pictures.line.at', { name: say(picture.name), stage: t(`pictures.stage.${picture.stage}`), percent: Math.round(picture.done * 100) })}</p>
            <progress class="progress" aria-label={t('pictures.line.progress')} max={1} value={picture.done} />
          </>
        )}
        {text && (
          <>
            {text.notes.length > 0 && <ul class="picture-notes">{text.notes.map((note) => <li key={say(note)}>{say(note)}</li>)}</ul>}
            <PictureWords text={text} />
            {text.paragraphs.length > 0 && findings.length === 0 && <p class="panel-none">{t('pictures.sheet.noneFound')}</p>}
            {findings.length > 0 && (
              <>
                <p class="panel-counts">{t('pictures.sheet.found', { count: findings.length })} <SeverityCounts findings={findings} /></p>
                <FindingList findings={findings} recorded={recorded} busy={busy} label={t('common.findings')} {...callbacks} />
              </>
            )}
          </>
        )}
      </div>
      <footer class="panel-foot">
        {text && text.paragraphs.length > 0 && <button type="button" class="button button-small" onClick={() => onCopy(plainWords(text))}>{t('pictures.sheet.copy')}</button>}
        {ended
          ? <button type="button" class="button button-small" onClick={() => onAgain(picture.id)}>{t('pictures.sheet.again')}</button>
          : <button type="button" class="button button-small" onClick={onCancelPictures}>{t('pictures.line.cancel')}</button>}
      </footer>
    </div>
  )
}
