import { useLayoutEffect, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { ShotDeeds, ShotPicture } from './IssueShots.tsx'

export interface ShotBarProps {
  shot: ShotPicture
  /** Its place among the pictures, from 0, and how many there are. */
  at: number
  count: number
  deeds: ShotDeeds
}

/** What can be done with one picture: mark it up, say what it shows, put it elsewhere, take it away. */
export function ShotBar({ shot, at, count, deeds }: ShotBarProps) {
  return (
    <div class="shot-deeds">
      {shot.src !== null && (
        <button type="button" class="button button-small button-main" aria-keyshortcuts={at === 0 ? 'D' : undefined} title={t('markup.annotateSays')} onClick={() => deeds.onMark(at)}>
          {t('markup.annotate')}
        </button>
      )}
      {deeds.words && shot.src !== null && (
        <button type="button" class="button button-small" onClick={() => deeds.words?.onRead(shot.hash)}>{t('pictures.shot.read')}</button>
      )}
      <Caption key={shot.caption ?? ''} value={shot.caption ?? ''} onCaption={(caption) => deeds.onCaption(shot, caption)} />
      {count > 1 && (
        <>
          <button type="button" class="button button-small" disabled={at === 0} onClick={() => deeds.onMove(shot, 0)}>{t('markup.first')}</button>
          <button type="button" class="button button-small" disabled={at === 0} onClick={() => deeds.onMove(shot, at - 1)}>{t('markup.earlier')}</button>
          <button type="button" class="button button-small" disabled={at === count - 1} onClick={() => deeds.onMove(shot, at + 1)}>{t('markup.later')}</button>
        </>
      )}
      <button type="button" class="button button-small button-danger" onClick={() => deeds.onRemove(shot)}>{t('markup.removeOne')}</button>
    </div>
  )
}

/** Kept when the field is left, or with Enter; Esc gives back what stood. */
function Caption({ value, onCaption }: { value: string; onCaption: (caption: string) => void }) {
  const [text, setText] = useState(value)
  useLayoutEffect(() => setText(value), [value])
  const keep = () => {
    if (text.trim() !== value) onCaption(text.trim())
  }
  return (
    <input
      class="field shot-caption"
      aria-label={t('markup.caption')}
      placeholder={t('markup.captionHint')}
      maxLength={100}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setText(value)
      }}
    />
  )
}
