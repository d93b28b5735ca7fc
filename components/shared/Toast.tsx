import { useEffect, useState } from 'preact/hooks'
import { say, t } from '../../utils/locale.ts'
import type { Phrase } from '../../utils/types/phrase.ts'

/** One sentence after something happened, with at most one way back (撤销) and one way on. */
export interface Notice {
  says: Phrase
  /** `problem` is announced at once and stays until closed. */
  tone?: 'done' | 'problem'
  action?: { label: Phrase; run: () => void }
  /** One way on, beside the way back. */
  also?: { label: Phrase; run: () => void }
}

export interface ToastProps {
  notice: Notice | null
  onClose: () => void
  /** Milliseconds until a `done` notice closes itself; 0: never. Long enough to reach 撤销. */
  stays?: number
}

/**
 * The live region stays in the page while it is empty, so that screen readers announce what appears in it.
 * A notice does not leave while the pointer is over it or the focus in it.
 */
export function Toast(props: ToastProps) {
  const { notice, onClose, stays = 8000 } = props
  const problem = notice?.tone === 'problem'
  const [held, setHeld] = useState(false)
  // what was held is gone with its buttons, and tells nobody that the pointer or the focus has left it
  useEffect(() => {
    if (!notice) setHeld(false)
  }, [notice])
  useEffect(() => {
    if (!notice || problem || held || stays === 0) return
    const timer = setTimeout(onClose, stays)
    return () => clearTimeout(timer)
  }, [notice, held])
  const hold = () => setHeld(true)
  const release = () => setHeld(false)
  return (
    <div class="toast-place" onMouseEnter={hold} onMouseLeave={release} onFocusCapture={hold} onBlurCapture={release}>
      <div role="status" aria-live="polite">{notice && !problem && <Words notice={notice} onClose={onClose} />}</div>
      <div role="alert">{notice && problem && <Words notice={notice} onClose={onClose} />}</div>
    </div>
  )
}

function Words(props: { notice: Notice; onClose: () => void }) {
  const { says, action, also, tone } = props.notice
  return (
    <div class={`toast toast-${tone ?? 'done'}`}>
      <span class="toast-says">{say(says)}</span>
      {also && <button type="button" class="button button-small" onClick={also.run}>{say(also.label)}</button>}
      {action && <button type="button" class="button button-small" onClick={action.run}>{say(action.label)}</button>}
      <button type="button" class="button button-small" aria-label={t('common.close')} onClick={props.onClose}>✕</button>
    </div>
  )
}
