/**
 * Whether a link that is "shown" can be seen by nobody: the ways in which planted links (暗链) are hidden by style sheets and layout.
 * Asks the browser for styles and boxes, so it is meant for the few links that leave the site.
 */

/** Boxes and letters below this size are for nobody; CSS pixels. */
const TINY = 2
/** Less than this high or wide, a box that cuts off what stands in it shows no letter; CSS pixels. */
const SLIT = 6
/** Below this opacity nothing can be made out. */
const FAINT = 0.05
/** A box so far outside the page was put there on purpose; CSS pixels. */
const FAR = 500
/** Text moved so far out of its own box is not shown; shorter is an indent. */
const INDENTED = -200
/** Differences a colour channel may have and still not be told from its background, 0–255. */
const SAME = 12
/** How far up boxes are looked at. */
const UP = 25

type Colour = [red: number, green: number, blue: number, alpha: number]

function colourOf(text: string): Colour | null {
  const parts = /^rgba?\(([^)]+)\)$/.exec(text)?.[1]?.split(/[\s,/]+/).filter(Boolean).map(Number)
  if (!parts || parts.length < 3 || parts.some(Number.isNaN)) return null
  return [parts[0]!, parts[1]!, parts[2]!, parts[3] ?? 1]
}

/** The places of the element's own box and of what it holds: an inline link may be empty around a picture that is not. */
function hasBox(element: Element): boolean {
  const boxes = [element, ...Array.from(element.querySelectorAll('*')).slice(0, 12)].map((one) => one.getBoundingClientRect())
  return boxes.some(({ width, height }) => width >= TINY && height >= TINY)
}

/** Clipped to nothing: `clip: rect(0 0 0 0)`, `clip-path: inset(50%)`, `circle(0)`. */
function isClippedAway({ clip, position, clipPath }: CSSStyleDeclaration): boolean {
  if ((position === 'absolute' || position === 'fixed') && /^rect\((?:[01](?:px)?[\s,]*){4}\)$/.test(clip)) return true
  const inset = /^inset\(([\d.]+)%/.exec(clipPath)?.[1]
  return (inset !== undefined && Number(inset) >= 50) || /^circle\(0(?:px|%)?[\s)]/.test(clipPath) || /^polygon\((?:0(?:px|%)? 0(?:px|%)?[,\s]*)+\)$/.test(clipPath)
}

/** Hidden by this box, whatever stands in it. */
function isClosed(box: Element, style: CSSStyleDeclaration): boolean {
  if (isClippedAway(style) || /opacity\(0%?\)/.test(style.filter)) return true
  const { width, height } = box.getBoundingClientRect()
  // scaled or turned away to nothing, or a box of no size that shows nothing beyond itself
  if (style.transform !== 'none' && (width < 1 || height < 1)) return true
  return (style.overflowX !== 'visible' && width < SLIT) || (style.overflowY !== 'visible' && height < SLIT)
}

/** The words' own box: a block pulled aside by its margin is still as wide as the page. */
function boxOfWords(element: Element): DOMRect {
  const words = element.ownerDocument.createRange()
  words.selectNodeContents(element)
  const box = words.getBoundingClientRect()
  return box.width > 0 ? box : element.getBoundingClientRect()
}

/** Far outside the page, and not in a window of its own (a carousel's next picture is). */
function isFarOutside(element: Element, view: Window, pictured: boolean): boolean {
  const { left, right, top, bottom } = pictured ? element.getBoundingClientRect() : boxOfWords(element)
  const outside = (x: number, y: number) => x < -FAR || y < -FAR
  const doc = element.ownerDocument.documentElement
  const away = outside(right + view.scrollX, bottom + view.scrollY) || left + view.scrollX > Math.max(doc.scrollWidth, view.innerWidth) + FAR || top + view.scrollY > doc.scrollHeight + FAR
  if (!away) return false
  for (let at = element.parentElement, up = 0; at && at !== element.ownerDocument.body && up < UP; at = at.parentElement, up++) {
    const box = at.getBoundingClientRect()
    if (view.getComputedStyle(at).overflowX !== 'visible' && box.width > FAR / 5 && !outside(box.right + view.scrollX, box.bottom + view.scrollY)) return false
  }
  return true
}

/** The words have the colour of what they stand on. Where a picture or a placed box may lie behind them, nothing is said. */
function isBackgroundsColour(element: Element, view: Window): boolean {
  if (element.querySelector('img,svg,video,canvas,picture')) return false
  const deepest = element.childElementCount === 1 && element.firstElementChild?.textContent === element.textContent ? element.firstElementChild : element
  const style = view.getComputedStyle(deepest)
  const colour = colourOf(style.color)
  if (!colour || style.textShadow !== 'none' || style.textDecorationColor !== style.color) return false
  if (colour[3] < FAINT) return style.backgroundImage === 'none'
  for (let at: Element | null = deepest, up = 0; at && up < UP; at = at.parentElement, up++) {
    const own = view.getComputedStyle(at)
    const behind = colourOf(own.backgroundColor)
    if (own.backgroundImage !== 'none' || !behind || own.position === 'absolute' || own.position === 'fixed') return false
    if (behind[3] > 0.95) return behind.slice(0, 3).every((channel, n) => Math.abs(channel - colour[n]!) <= SAME)
    if (behind[3] > FAINT) return false
  }
  return colour.slice(0, 3).every((channel) => channel >= 255 - SAME)
}

/** True where no reader can see the link. False where nothing is laid out: then there is nothing to ask. */
export function isConcealed(element: Element): boolean {
  const { documentElement, defaultView: view } = element.ownerDocument
  if (!view || documentElement.getBoundingClientRect().width === 0) return false
  const own = view.getComputedStyle(element)
  const pictured = own.backgroundImage !== 'none' || element.querySelector('img,svg,video,canvas,picture') !== null
  if (!pictured && (Number.parseFloat(own.fontSize) < TINY || Number.parseFloat(own.textIndent) < INDENTED)) return true
  let opacity = 1
  for (let at: Element | null = element, up = 0; at && up < UP; at = at.parentElement, up++) {
    const style = view.getComputedStyle(at)
    opacity *= Number(style.opacity)
    if (opacity < FAINT || (at !== element.ownerDocument.body && at !== documentElement && isClosed(at, style))) return true
  }
  return !hasBox(element) || isFarOutside(element, view, pictured) || isBackgroundsColour(element, view)
}
