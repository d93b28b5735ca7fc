import type { Box } from '../../../types/record.ts'
import { elementUnder } from '../../../types/shadow.ts'
import { shotOf } from './order.ts'
import type { PagePictures } from './page-pictures.ts'

/** The large picture under the pointer, and the part of it that the window shows. */
export interface PictureUnder {
  element: Element
  box: Box
}

/** How long the pointer rests on a picture before its button comes, in ms. */
const DWELL = 150

/**
 * Tells which large picture of the article the pointer is over, for the button on it: null when it is over none. Our own layer
 * counts as the picture that it lies on, or the button would go when it is reached.
 */
export function followPictures(win: Window, pictures: Pick<PagePictures, 'isLarge'>, isOurs: (node: Node) => boolean, told: (under: PictureUnder | null) => void, signal: AbortSignal): void {
  let timer = 0
  let known: Element | null = null
  const look = (x: number, y: number) => {
    const element = elementUnder(win.document, x, y)
    if (element && isOurs(element)) return
    const next = element && pictures.isLarge(element) ? element : null
    if (next === known && next === null) return
    known = next
    const shot = next && shotOf(next, win)
    told(next && shot ? { element: next, box: shot.source.box } : null)
  }
  win.addEventListener('pointermove', ({ clientX, clientY }) => {
    win.clearTimeout(timer)
    timer = win.setTimeout(() => look(clientX, clientY), DWELL)
  }, { passive: true, signal })
  // A button that stays where the picture was is on the wrong place.
  win.addEventListener('scroll', () => {
    if (!known) return
    known = null
    told(null)
  }, { passive: true, capture: true, signal })
}
