import type { Painter } from './highlights.ts'
import { boxesOf, type Place } from './place.ts'

/** More boxes than this would slow scrolling down; the panel still lists every finding. */
const MOST = 500

/** A frame of an issue that was found here before; its first box says what became of it. */
function sign(frame: HTMLElement, { text, tone }: NonNullable<Place['sign']>, first: boolean): void {
  frame.classList.add('past', `past-${tone}`)
  if (!first) return
  const label = frame.ownerDocument.createElement('span')
  label.className = 'past-sign'
  label.textContent = text
  frame.append(label)
}

/**
 * Draws frames over places in our own layer: for pictures and other elements without words,
 * and for words too where the browser cannot highlight. `layer` is placed at the document's top left.
 */
export function createOverlay(layer: HTMLElement, win: Window, only: (place: Place) => boolean): Painter {
  const doc = win.document
  let places: readonly Place[] = []
  let waiting = false
  const redraw = () => {
    waiting = false
    // All reading before all writing: one layout, however many boxes.
    const boxes = places.flatMap((place) => boxesOf(place).map((box, at) => ({ place, box, first: at === 0 }))).slice(0, MOST)
    const origin = layer.getBoundingClientRect()
    layer.replaceChildren(
      ...boxes.map(({ place, box, first }) => {
        const frame = doc.createElement('div')
        frame.className = `frame ${place.range ? 'words' : 'thing'} ${place.severity}${place.pointed ? ' pointed' : ''}`
        if (place.sign) sign(frame, place.sign, first)
        frame.style.cssText = `left:${box.left - origin.left}px;top:${box.top - origin.top}px;width:${box.width}px;height:${box.height}px`
        return frame
      }),
    )
  }
  const later = () => {
    if (waiting || !places.length) return
    waiting = true
    win.requestAnimationFrame(redraw)
  }
  const sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(later) : null
  sizes?.observe(doc.documentElement)
  win.addEventListener('resize', later)
  // Captured: boxes that scroll inside the page move their words too.
  win.addEventListener('scroll', later, { capture: true, passive: true })
  return {
    draw: (wanted) => {
      places = wanted.filter(only)
      redraw()
    },
    clear: () => {
      places = []
      sizes?.disconnect()
      win.removeEventListener('resize', later)
      win.removeEventListener('scroll', later, { capture: true })
      layer.replaceChildren()
    },
  }
}
