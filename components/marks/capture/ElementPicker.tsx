import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import { ChoiceBar } from './ChoiceBar.tsx'
import { Hint } from './Hint.tsx'
import type { CaptureCallbacks, CaptureShown } from './shown.ts'

export interface ElementPickerProps extends CaptureShown, CaptureCallbacks {
  /** Why the last try came to nothing, or ''. */
  problem: string
}

const WAYS: Record<string, 'parent' | 'child' | 'next' | 'previous'> = { ArrowUp: 'parent', ArrowDown: 'child', ArrowRight: 'next', ArrowLeft: 'previous' }

/** Outlines what the pointer is over; a click takes it. Keys go through the page's tree. Esc cancels. */
export function ElementPicker(props: ElementPickerProps) {
  const { box, label, cut, onPoint, onStep, onTake, onCancel } = props
  const cover = useRef<HTMLDivElement>(null)
  useEffect(() => cover.current?.focus({ preventScroll: true }), [])
  return (
    <div
      class="capture-cover capture-element"
      role="application"
      aria-label={t('capture.element.name')}
      aria-describedby="capture-how"
      tabIndex={0}
      ref={cover}
      onPointerMove={(event) => onPoint(event.clientX, event.clientY)}
      onPointerDown={(event) => {
        event.preventDefault()
        if (event.button === 0) onPoint(event.clientX, event.clientY)
      }}
      onClick={onTake}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.target !== cover.current && event.key !== 'Escape') return
        const way = event.key === 'Tab' ? (event.shiftKey ? 'previous' : 'next') : WAYS[event.key]
        if (event.key === 'Escape') onCancel()
        else if (event.key === 'Enter') onTake()
        else if (way) onStep(way)
        else return
        event.preventDefault()
      }}
    >
      {box && (
        <>
          <div class="capture-box capture-box-element" style={{ left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` }} />
          <ChoiceBar box={box} says={cut ? t('capture.element.cut') : label} onTake={onTake} onCancel={onCancel} />
        </>
      )}
      <div id="capture-how">
        <Hint says={t('capture.element.start')} problem={props.problem} number={props.number} box={box} />
      </div>
    </div>
  )
}
