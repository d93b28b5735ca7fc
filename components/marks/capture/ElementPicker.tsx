import { t } from '../../../utils/locale.ts'
import { ChoiceBar } from './ChoiceBar.tsx'
import { ChoiceCover } from './ChoiceCover.tsx'
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
  return (
    <ChoiceCover
      kind="element"
      name={t('capture.element.name')}
      chosen={box !== null}
      onPointerMove={(event) => onPoint(event.clientX, event.clientY)}
      onPointerDown={(event) => {
        event.preventDefault()
        if (event.button === 0) onPoint(event.clientX, event.clientY)
      }}
      onClick={onTake}
      onKey={({ key, shiftKey }) => {
        const way = key === 'Tab' ? (shiftKey ? 'previous' : 'next') : WAYS[key]
        if (way) onStep(way)
        return way !== undefined
      }}
      onTake={onTake}
      onCancel={onCancel}
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
    </ChoiceCover>
  )
}
