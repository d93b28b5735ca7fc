import { t } from '../../../utils/locale.ts'
import type { Box } from '../../../utils/types/record.ts'
import { count } from '../../shared/format.ts'

export interface ChoiceBarProps {
  box: Box
  /** Said beside the size: the element's name, or that it is cut. */
  says: string
  /** What is done with what is chosen; 截取 where it is left out. */
  act?: string
  onTake: () => void
  onAgain?: () => void
  onCancel: () => void
}

/** Height of the bar with its distance to the frame, in CSS pixels. */
const ROOM = 44

/** Size of what is chosen, and what to do with it: under the frame, else over it, else inside. */
export function ChoiceBar({ box, says, act = t('capture.take'), onTake, onAgain, onCancel }: ChoiceBarProps) {
  const { innerWidth, innerHeight } = window
  const below = box.y + box.height + ROOM <= innerHeight
  const top = below ? box.y + box.height + 6 : box.y - ROOM + 6 >= 0 ? box.y - ROOM + 6 : Math.max(6, Math.min(innerHeight, box.y + box.height) - ROOM)
  const right = Math.max(6, Math.min(innerWidth - 6, innerWidth - (box.x + box.width)))
  // What is pressed here is no beginning of a frame.
  const own = (event: Event) => event.stopPropagation()
  return (
    <div class="capture-bar" style={{ top: `${top}px`, right: `${Math.min(right, innerWidth - 320)}px` }} onPointerDown={own} onPointerMove={own}>
      <span class="capture-size">{t('capture.size', { width: count(Math.round(box.width)), height: count(Math.round(box.height)) })}{says && ` · ${says}`}</span>
      <button type="button" class="button button-small button-main" onClick={onTake}>{act}</button>
      {onAgain && <button type="button" class="button button-small" onClick={onAgain}>{t('capture.again')}</button>}
      <button type="button" class="button button-small" onClick={onCancel}>{t('capture.cancel')}</button>
    </div>
  )
}
