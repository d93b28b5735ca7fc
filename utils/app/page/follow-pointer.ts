import { placeAt } from '../../marks/hit.ts'
import type { PageSession } from './session.ts'

/** How long the pointer rests on a mark before its card opens, and off it before the card goes, in ms. */
const DWELL = 200

/** Highlights take no events, so the pointer is followed and looked up when it rests. Whatever else a person reads by brings marks back that the page has wiped. */
export function followPointer(win: Window, session: PageSession, signal: AbortSignal): void {
  // Over a frame of another site the pointer is not ours to see, and who reads by keys does not move it.
  for (const doing of ['scroll', 'wheel', 'keydown'] as const) win.addEventListener(doing, () => void session.marked(), { passive: true, capture: true, signal })
  let timer = 0
  win.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      win.clearTimeout(timer)
      if (!session.marked().length) return
      timer = win.setTimeout(() => {
        const place = placeAt(win.document, session.marked(), clientX, clientY)
        if (place) session.hover(place)
        else session.leave()
      }, DWELL)
    },
    { passive: true, signal },
  )
}
