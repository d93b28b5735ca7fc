import { laidOut } from './laid-out.ts'
import type { Painter } from './highlights.ts'
import { boxesOf, type Place } from './place.ts'

/** More boxes than this would slow scrolling down; the panel still lists every finding. */
const MOST = 500
/** So many places are measured in one go; a page of hundreds of dead links has a frame before each. */
const AT_ONCE = 80

/** Room that a sign takes above its place, in CSS pixels. */
const SIGN_HEIGHT = 20

/** One rectangle of a place, in CSS pixels from the layer's top left. */
interface Measured {
  place: Place
  left: number
  top: number
  width: number
  height: number
  /** True for the place's first. */
  first: boolean
}

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
  /** Frames that stand, by what they look like: thousands of links come in bit by bit, and most frames stay as they are. */
  let standing = new Map<string, HTMLElement>()
  const frameAt = ({ place, left, top, width, height }: Measured, signs: Map<string, HTMLElement> | null) => {
    const looks = `frame ${place.range ? 'words' : 'thing'} ${place.severity}${place.pointed ? ' pointed' : ''}`
    const css = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`
    const key = `${place.id} ${looks} ${css} ${place.sign?.tone ?? ''}`
    // signs are few, and where one hangs depends on the others: they are made anew
    const known = place.sign ? undefined : standing.get(key)
    if (known) return [key, known] as const
    const frame = doc.createElement('div')
    frame.className = looks
    frame.style.cssText = css
    if (place.sign) frame.classList.add('before', `before-${place.sign.tone}`)
    if (place.sign && signs) sign(frame, place.sign, top, signs)
    return [key, frame] as const
  }
  // All reading before all writing: one layout, however many boxes.
  const measure = (some: readonly Place[], boxes: Measured[]) => {
    const origin = layer.getBoundingClientRect()
    for (const place of some) {
      if (boxes.length >= MOST) return
      for (const [at, { left, top, width, height }] of boxesOf(place).entries()) boxes.push({ place, left: left - origin.left, top: top - origin.top, width, height, first: at === 0 })
    }
  }
  const write = (boxes: readonly Measured[]) => {
    const there = new Map<string, HTMLElement>()
    const wanted = new Map(boxes.slice(0, MOST).map((box) => frameAt(box, box.first ? there : null)))
    for (const [key, frame] of standing) if (wanted.get(key) !== frame) frame.remove()
    let at = layer.firstChild
    for (const frame of wanted.values()) {
      if (frame === at) at = at.nextSibling
      else layer.insertBefore(frame, at)
    }
    standing = wanted
  }
  /** Counts what was begun, so that what was begun before it is not finished. */
  let turn = 0
  const redraw = () => {
    waiting = false
    turn++
    const boxes: Measured[] = []
    measure(places, boxes)
    write(boxes)
  }
  const redrawInBits = async () => {
    const [mine, all, boxes] = [++turn, places, [] as Measured[]]
    for (let from = 0; from < all.length && boxes.length < MOST; from += AT_ONCE) {
      await laidOut(layer, win)
      if (turn !== mine) return
      measure(all.slice(from, from + AT_ONCE), boxes)
    }
    write(boxes)
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
      void redrawInBits()
    },
    clear: () => {
      turn++
      places = []
      standing = new Map()
      sizes?.disconnect()
      win.removeEventListener('resize', later)
      win.removeEventListener('scroll', later, { capture: true })
      layer.replaceChildren()
    },
  }
}
