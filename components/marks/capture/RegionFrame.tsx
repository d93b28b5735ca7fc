import { t } from '../../../utils/locale.ts'
import { ChoiceBar } from './ChoiceBar.tsx'
import { ChoiceCover } from './ChoiceCover.tsx'
import { Hint } from './Hint.tsx'
import type { CaptureCallbacks, CaptureShown } from './shown.ts'

export interface RegionFrameProps extends CaptureShown, CaptureCallbacks {
  /** Why the last try came to nothing, or ''. */
  problem: string
}

/** A frame that is dragged over the page, or moved and sized with the arrow keys. Enter takes what is in it, Esc cancels. The page scrolls under it as ever. */
export function RegionFrame(props: RegionFrameProps) {
  const { box, reads = false, onDragFrom, onDragTo, onDragEnd, onKey, onTake, onCancel } = props
  return (
    <ChoiceCover
      kind="region"
      name={t('capture.region.name')}
      chosen={box !== null}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        // Not taken from the page: its focus and its selection stay.
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        onDragFrom(event.clientX, event.clientY)
      }}
      onPointerMove={(event) => event.buttons === 1 && onDragTo(event.clientX, event.clientY)}
      onPointerUp={onDragEnd}
      onDblClick={onTake}
      onKey={({ key, shiftKey, ctrlKey, metaKey }) => {
        const isArrow = key.startsWith('Arrow')
        if (isArrow) onKey(key, { shift: shiftKey, fine: ctrlKey || metaKey })
        return isArrow
      }}
      onTake={onTake}
      onCancel={onCancel}
    >
      {box ? (
        <>
          <div class="capture-box" style={{ left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` }} />
          <ChoiceBar box={box} says="" {...(reads ? { act: t('capture.read') } : {})} onTake={onTake} onAgain={props.onAgain} onCancel={onCancel} />
        </>
      ) : (
        <div class="capture-shade" />
      )}
      <div id="capture-how">
        <Hint says={t(reads ? 'capture.region.reads' : box ? 'capture.region.ready' : 'capture.region.start')} problem={props.problem} number={props.number} reads={reads} box={box} />
      </div>
    </ChoiceCover>
  )
}
