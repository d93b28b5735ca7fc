import type { RecordTarget } from './record.ts'
import type { Phrase } from './phrase.ts'

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
  /** From the left edge of what can be scrolled to, also in a page that is written from right to left. */
  scrollX: number
  scrollY: number
  /** What the window shows of the document, without scroll bars. */
  width: number
  height: number
  docWidth: number
  docHeight: number
  /** Width of the window's content, scroll bar included, as a picture of it shows it. */
  windowWidth: number
  /** Pixels of a picture to one CSS pixel: the screen's density times the zoom, also that of two fingers. */
  ratio: number
  /** What two fingers have moved the picture by, against the window's own top left corner. */
  offsetX: number
  offsetY: number
  /** Where only a box in the page scrolls (and the document is the box's content, with what stands above and under it): so much of the window stays as it is. */
  head?: number
  foot?: number
}

/** What is to be taken, as the layer in the page orders it once a person has chosen. */
export interface CaptureOrder {
  kind: CaptureKind
  /** Of a new issue, chosen by the asker; with `add`, of one that stands and gets one more picture: of what was found, or of how it looks now. */
  issueId: string
  add: 'found' | 'after' | null
  target: RecordTarget
  /** Null: the whole page. */
  area: DocArea | null
}

/** What comes back while it is taken. `says`: told by the layer, because nobody else in the page can. */
export type CaptureNews = { kind: 'progress'; done: number; total: number } | { kind: 'done'; says: Phrase | null }
