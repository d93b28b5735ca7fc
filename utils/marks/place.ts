import type { InPicture } from '../types/anchor.ts'
import type { Severity } from '../types/finding.ts'
import { boxesInPicture } from './in-picture.ts'

/** A place on the live page to be made visible. */
export interface Place {
  /** Finding id. */
  id: string
  severity: Severity
  element: Element
  /** The words; null when the element as a whole is meant. */
  range: Range | null
  /** Words in the picture that the element shows. */
  inside?: InPicture
  /** The place that a person was led to: framed even where words are highlighted. */
  pointed?: boolean
  /** Words of a small sign at the place, for issues of earlier visits: 上次发现，仍在 / 已改. */
  sign?: { text: string; tone: 'standing' | 'fixed' | 'look' }
}

/** Rectangles of a place in CSS pixels of the window; none when it is not drawn. */
export function boxesOf(place: Place): DOMRect[] {
  if (place.inside) return boxesInPicture(place.element, place.inside)
  const rects = [...(place.range ?? place.element).getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  return rects.length || place.range === null ? rects : [...place.element.getClientRects()]
}

/** The frame around all rectangles of a place, or null when it is not drawn. */
export function frameOf(place: Place): DOMRect | null {
  const boxes = boxesOf(place)
  if (!boxes.length) return null
  const left = Math.min(...boxes.map(({ left }) => left))
  const top = Math.min(...boxes.map(({ top }) => top))
  const right = Math.max(...boxes.map(({ right }) => right))
  const bottom = Math.max(...boxes.map(({ bottom }) => bottom))
  return new DOMRect(left, top, right - left, bottom - top)
}

/** A page may glide to where it is scrolled; who measures where a place stands now cannot wait for that. */
const AT_ONCE = 'instant' as ScrollBehavior

/** Brings a place into the middle of the window: its element first, for boxes that scroll in the page; then the words, where the element is higher than the window. */
export function scrollToPlace(win: Window, place: Place): void {
  place.element.scrollIntoView({ block: place.element === win.document.documentElement ? 'nearest' : 'center', behavior: AT_ONCE })
  const box = frameOf(place)
  if (box && (box.top < 0 || box.bottom > win.innerHeight)) win.scrollBy({ top: box.top + box.height / 2 - win.innerHeight / 2, behavior: AT_ONCE })
}
