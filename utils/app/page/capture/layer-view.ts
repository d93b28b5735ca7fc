import type { CaptureKind } from '../../../types/capture.ts'
import type { Phrase } from '../../../types/phrase.ts'
import type { Box } from '../../../types/record.ts'

/** What the capture layer is drawn from. Boxes in CSS pixels of the window. */
export interface CaptureView {
  state: 'choosing' | 'taking' | 'said'
  kind: CaptureKind
  /** Number of the issue that gets the picture; null for a new one. */
  number: number | string | null
  box: Box | null
  /** The words in the frame are to be read, and no picture is kept. */
  reads: boolean
  /** Name of the element that is chosen. */
  label: string
  /** Part of it is hidden inside a box that scrolls. */
  cut: boolean
  /** Percent of a walk; null while nothing is walked. */
  progress: number | null
  /** Nothing of ours is drawn: a picture is being taken. */
  hidden: boolean
  says: { phrase: Phrase; tone: 'done' | 'problem' } | null
}
