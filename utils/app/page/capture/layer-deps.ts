import type { CaptureNews, CaptureOrder } from '../../../types/capture.ts'
import type { Box } from '../../../types/record.ts'
import type { CaptureView } from './layer-view.ts'

/** What the layer needs of its page. */
export interface LayerDeps {
  win: Window
  isOurs: (element: Element) => boolean
  newId: () => string
  /** Orders a picture; closing the line cancels it. */
  order: (order: CaptureOrder, told: (news: CaptureNews) => void) => { done: Promise<void>; close: () => void }
  /** The words in a frame of the window are to be read. */
  read: (box: Box) => void
  render: (view: CaptureView | null) => void
}
