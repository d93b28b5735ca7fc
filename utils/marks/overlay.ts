import type { Painter } from './highlights.ts'
import { boxesOf, type Place } from './place.ts'

/** More boxes than this would slow scrolling down; the panel still lists every finding. */
const MOST = 500

/** Room that a sign takes above its place, in CSS pixels. */
const SIGN_HEIGHT = 20

/** What became of an issue that was found here before. Signs of one place stand side by side, in the first one's frame. */
function sign(frame: HTMLElement, { text, tone }: NonNullable<Place['sign']>, top: number, there: Map<string, HTMLElement>): void {
  const doc = frame.ownerDocument
  const { left, top: at } = frame.style
  const known = there.get(`${left} ${at}`)
  const signs = known ?? doc.createElement('span')
  if (!known) {
    signs.className = top < SIGN_HEIGHT ? 'signs below' : 'signs'
    there.set(`${left} ${at}`, signs)
    frame.append(signs)
  }
  const label = doc.createElement('span')
  label.className = `sign sign-${tone}`
  label.textContent = text
  signs.append(label)
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
    const there = new Map<string, HTMLElement>()
    layer.replaceChildren(
      ...boxes.map(({ place, box, first }) => {
        const frame = doc.createElement('div')
        frame.className = `frame ${place.range ? 'words' : 'thing'} ${place.severity}${place.pointed ? ' pointed' : ''}`
        frame.style.cssText = `left:${box.left - origin.left}px;top:${box.top - origin.top}px;width:${box.width}px;height:${box.height}px`
        if (place.sign) frame.classList.add('before', `before-${place.sign.tone}`)
        if (place.sign && first) sign(frame, place.sign, box.top - origin.top, there)
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
