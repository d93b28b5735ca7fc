import { t } from '../../utils/locale.ts'
import type { Rect } from './place.ts'

export interface PictureButtonProps {
  /** The part of the picture that the window shows. */
  near: Rect
  onRead: () => void
}

/** 识别图中文字 in the corner of a large picture that the pointer is over; the panel offers the same to the keyboard, picture by picture. */
export function PictureButton(props: PictureButtonProps) {
  const { near, onRead } = props
  return (
    <button type="button" class="picture-button" tabIndex={-1} style={{ left: `${near.x + 8}px`, top: `${near.y + 8}px` }} onClick={onRead}>
      {t('pictures.button')}
    </button>
  )
}
