/** How a person has a picture taken: the visible part of the window, a frame, an element, the whole page. */
export const CAPTURE_KINDS = ['visible', 'region', 'element', 'page'] as const

export type CaptureKind = (typeof CAPTURE_KINDS)[number]

/** Rectangle of the document in CSS pixels, from the document's top left corner: it stays the same while the window scrolls. */
export interface DocArea {
  x: number
  y: number
  width: number
  height: number
}

/** How the window stands over its document. CSS pixels, but for `ratio`. */
export interface PageView {
  scrollX: number
  scrollY: number
  /** What the window shows of the document, without scroll bars. */
  width: number
  height: number
  docWidth: number
  docHeight: number
  /** Pixels of a picture to one CSS pixel: the screen's density times the zoom, also that of two fingers. */
  ratio: number
  /** What two fingers have moved the picture by, against the window's own top left corner. */
  offsetX: number
  offsetY: number
}
