import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'

export interface WalkBarProps {
  /** 0 to 100. */
  percent: number
  /** In place of how far it is: another picture was asked for meanwhile. */
  problem: string
  /** It may not be in the picture that is being taken, and keeps the keyboard. */
  unseen: boolean
  onEnough: () => void
  onCancel: () => void
}

/** How far a long picture is, at the window's lower edge: what it covers is taken at the next stop. Esc cancels. */
export function WalkBar({ percent, problem, unseen, onEnough, onCancel }: WalkBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  // At once: what is pressed next is for the bar.
  useLayoutEffect(() => bar.current?.focus({ preventScroll: true }), [])
  return (
    <div
      class={unseen ? 'capture-walk unseen' : 'capture-walk'}
      role="group"
      aria-label={t('capture.walk.name')}
      tabIndex={-1}
      ref={bar}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onCancel()
      }}
    >
      <span role="status">{problem || t('capture.walk.running', { percent })}</span>
      <progress class="progress" aria-label={t('capture.walk.name')} max={100} value={percent} />
      <button type="button" class="button button-small" onClick={onEnough}>{t('capture.walk.enough')}</button>
      <button type="button" class="button button-small" onClick={onCancel}>{t('capture.cancel')}</button>
    </div>
  )
}
