import { useLayoutEffect, useRef } from 'preact/hooks'
import { say, t } from '../../../utils/locale.ts'
import type { CaptureKind } from '../../../utils/types/capture.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import { Toast } from '../Toast.tsx'
import { ElementPicker } from './ElementPicker.tsx'
import { RegionFrame } from './RegionFrame.tsx'
import { WalkBar } from './WalkBar.tsx'
import type { CaptureCallbacks, CaptureShown } from './shown.ts'

export interface CaptureLayerProps extends CaptureShown, CaptureCallbacks {
  state: 'choosing' | 'taking' | 'said'
  kind: CaptureKind
  /** Percent of a walk; null while nothing is walked. */
  progress: number | null
  /** Nothing of ours may be in the picture that is being taken. */
  hidden: boolean
  says: { phrase: Phrase; tone: 'done' | 'problem' } | null
}

/** The layer that takes pictures: choosing, the progress of a long picture, and what came of it. */
export function CaptureLayerView(props: CaptureLayerProps) {
  const { state, kind, hidden, says } = props
  const problem = says?.tone === 'problem' ? say(says.phrase) : ''
  // unseen, not gone: what is pressed meanwhile is still for the bar, not for the page
  if (state === 'taking' && props.progress !== null) return <WalkBar percent={props.progress} problem={problem} unseen={hidden} onEnough={props.onEnough} onCancel={props.onCancel} />
  if (hidden) return null
  if (state === 'taking') return <Waiting />
  if (state === 'said') return <Toast notice={says && { says: says.phrase, tone: says.tone, ...(says.tone === 'problem' ? { action: { label: { key: 'capture.retry' }, run: props.onTake } } : {}) }} onClose={props.onCancel} />
  return kind === 'element' ? <ElementPicker {...props} problem={problem} /> : <RegionFrame {...props} problem={problem} />
}

/** One capture takes a moment, longer where others go before: who waits hears of it, and is not shown it in the picture. */
function Waiting() {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => box.current?.focus(), [])
  return <div class="capture-wait sr-only" role="status" tabIndex={-1} ref={box}>{t('capture.wait')}</div>
}
