import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { say, t } from '../../utils/locale.ts'
import type { Finding } from '../../utils/types/finding.ts'
import { FindingActions, type FindingCallbacks } from '../shared/FindingActions.tsx'
import { FindingText } from '../shared/FindingText.tsx'
import { placeBeside, type Rect } from './place.ts'

export interface CardProps extends Omit<FindingCallbacks, 'onLocate'> {
  finding: Finding
  /** Number of the issue that was made of it. */
  recorded: number | string | null
  busy?: boolean
  /** The mark's rectangle in the viewport. */
  near: Rect
  /** True when it was opened with the keyboard or a click: then it takes the focus. */
  takesFocus?: boolean
  onClose: () => void
  /** The pointer came in or left, so that whoever opened it on hover can keep it open (WCAG 1.4.13). */
  onEnter?: () => void
  onLeave?: () => void
}

/** Why a mark is there, and what to do about it. Esc closes. */
export function Card(props: CardProps) {
  const { finding, recorded, busy, near, takesFocus, onClose, onEnter, onLeave, ...callbacks } = props
  const card = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  useLayoutEffect(() => {
    const box = card.current
    if (!box) return
    const view = { width: document.documentElement.clientWidth || window.innerWidth, height: window.innerHeight }
    setPlace(placeBeside(near, { width: box.offsetWidth, height: box.offsetHeight }, view))
  }, [near.x, near.y, near.width, near.height, finding.id, recorded])
  // Hidden until it is placed, and what is hidden cannot have the keyboard.
  useLayoutEffect(() => {
    if (takesFocus && place) card.current?.focus()
  }, [takesFocus, finding.id, place === null])
  return (
    <div
      class="card"
      role="dialog"
      aria-label={t('marks.card.name', { about: say(finding.says) })}
      tabIndex={-1}
      ref={card}
      style={place ? { left: `${place.left}px`, top: `${place.top}px` } : { visibility: 'hidden' }}
      onMouseEnter={onEnter}
      onMouseLeave={onLeave}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
      }}
    >
      <button type="button" class="button button-small button-plain card-close" aria-label={t('common.close')} onClick={onClose}>✕</button>
      <FindingText finding={finding} />
      <FindingActions finding={finding} recorded={recorded} busy={busy} {...callbacks} />
    </div>
  )
}
