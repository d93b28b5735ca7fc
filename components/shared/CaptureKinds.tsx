import { t } from '../../utils/locale.ts'
import { CAPTURE_KINDS, type CaptureKind } from '../../utils/types/capture.ts'

export interface CaptureKindsProps {
  /** What the pictures are for: name of the group. */
  name: string
  /** Left out where it is another button's. */
  kinds?: readonly CaptureKind[]
  disabled?: boolean
  onCapture: (kind: CaptureKind) => void
}

/** 可见部分, 框选区域, 点选元素, 整页: the same buttons wherever a picture can be taken. */
export function CaptureKinds({ name, kinds = CAPTURE_KINDS, disabled, onCapture }: CaptureKindsProps) {
  return (
    <div class="capture-kinds" role="group" aria-label={name}>
      {kinds.map((kind) => (
        <button key={kind} type="button" class="button button-small" title={t(`common.capture.kindsSays.${kind}`)} disabled={disabled} onClick={() => onCapture(kind)}>
          {t(`common.capture.kinds.${kind}`)}
        </button>
      ))}
    </div>
  )
}
