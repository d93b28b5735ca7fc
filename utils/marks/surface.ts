import { highest, isOnTop, putOnTop } from './top-layer.ts'

/** Our own layer in a visited page. */
export interface Surface {
  /** Puts it into the page, where it stays; before, the page has nothing of it. */
  appear: () => void
  /** Where the interface is rendered. */
  mount: HTMLElement
  /** Where frames are drawn, in coordinates of the document. */
  frames: HTMLElement
  /** Adds a place for what comes later, with a style of its own; it is painted over what was there before. */
  room: (css: string) => HTMLElement
  /**
   * Hides everything of ours, for a picture of the page alone. What is hidden loses the keyboard, and has it again when it is shown.
   * @returns shows it again, once; where several have hidden it, the last of them does
   */
  hide: () => () => void
  /** Puts it over what of the page is over everything now (dialogs, menus, what fills the screen), or back to its own place. What is done in it meanwhile is nothing that the page hears of. */
  lift: (over: boolean) => void
  /** True for our own node, so that watching the page does not see our drawing. A page may have elements of any name. */
  owns: (node: Node) => boolean
  close: () => void
}

/** Not one a page would use; pages may have elements with any id. The second is there only while a picture is chosen. */
type Name = 'duwang-layer' | 'duwang-capture'

/** Inline and important: a page's own rules for unknown elements must not move or hide the layer. */
const LOOK = ['all: initial', 'display: block', 'position: absolute', 'top: 0', 'left: 0', 'z-index: 2147483647']
const HIDDEN = 'visibility: hidden'
const inline = (rules: readonly string[]) => rules.map((rule) => `${rule} !important;`).join(' ')

/** What a person does with an interface. A script may make such events as well, but never trusted ones. */
const DOINGS = [
  'click', 'auxclick', 'dblclick', 'contextmenu', 'keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change', 'submit',
  'pointerdown', 'pointermove', 'pointerup', 'mousedown', 'mousemove', 'mouseup', 'touchstart', 'touchend', 'dragstart', 'drop', 'paste',
]
/** Typing in our forms is not for the page's own shortcuts. */
const TYPING = new Set(['keydown', 'keyup', 'keypress'])

/** Times in a second that we put back what the page has thrown out or changed; then the page is given a second's rest, or the two would go on for ever. */
const RETURNS = 20
const REST = 1000

/**
 * Puts one element beside the page's body, with a closed shadow root: the page cannot style what is inside, nor read it, and clicks that its scripts make
 * do nothing there. Pages that rewrite their document may throw the element out; it then comes back.
 * @param over it is to be over everything, and what is done in it is nothing that the page hears of: its menus stay open
 */
export function openSurface(doc: Document, css: string, name: Name = 'duwang-layer', over = false): Surface {
  const host = doc.createElement(name)
  let style = ''
  const look = (rules: readonly string[]) => {
    // Not the attribute: a page's own policy may forbid that. A page that is drawn larger as a whole draws us as we are.
    host.style.cssText = inline([...rules, `zoom: ${1 / ((doc.documentElement as { currentCSSZoom?: number }).currentCSSZoom ?? 1)}`])
    style = host.style.cssText
  }
  look(LOOK)
  const root = host.attachShadow({ mode: 'closed' })
  const styleOf = (text: string) => {
    const sheet = doc.createElement('style')
    sheet.textContent = text
    return sheet
  }
  const frames = doc.createElement('div')
  frames.className = 'frames'
  frames.setAttribute('aria-hidden', 'true')
  const mount = doc.createElement('div')
  root.append(styleOf(css), frames, mount)
  for (const name of DOINGS) root.addEventListener(name, refuseUntrusted, { capture: true })
  for (const name of DOINGS) host.addEventListener(name, (event) => (over || TYPING.has(name)) && event.stopPropagation())

  // Our two layers cannot see into each other: whoever gives the keyboard back to the element means what had it inside.
  let last: HTMLElement | null = null
  root.addEventListener('focusin', ({ target }) => {
    last = target as HTMLElement
  })
  host.focus = (how) => last?.focus(how)
  let held = false
  const hiders = new Set<object>()

  const home = () => (over ? highest(doc) : null) ?? doc.documentElement
  const isPlaced = () => host.style.cssText === style && host.parentNode === home() && (!over || isOnTop(host))
  const place = () => {
    if (host.style.cssText !== style) host.style.cssText = style
    const at = home()
    if (host.parentNode !== at) at.append(host)
    if (!over) return void (host.popover = null)
    putOnTop(host)
    watch.observe(at, { childList: true, attributes: true, attributeFilter: ['open'] })
    at.addEventListener('toggle', back, { once: true })
  }
  let [returns, since] = [0, 0]
  let resting: ReturnType<typeof setTimeout> | undefined
  const back = () => {
    if (resting !== undefined || isPlaced()) return
    const now = Date.now()
    if (Math.abs(now - since) > REST) [returns, since] = [0, now]
    if (++returns <= RETURNS) return place()
    resting = setTimeout(() => {
      resting = undefined
      back()
    }, REST)
  }
  const watch = new MutationObserver(back)
  host.addEventListener('toggle', back)
  let appeared = false
  const appear = () => {
    if (appeared) return
    appeared = true
    place()
    watch.observe(doc, { childList: true })
    watch.observe(doc.documentElement, { childList: true })
    watch.observe(host, { attributes: true })
  }
  return {
    appear,
    mount,
    frames,
    hide: () => {
      const hider = {}
      hiders.add(hider)
      held ||= root.activeElement !== null
      look([...LOOK, HIDDEN])
      return () => {
        if (!hiders.delete(hider) || hiders.size > 0) return
        look(LOOK)
        const isFree = doc.activeElement === null || doc.activeElement === doc.body
        if (held && isFree) host.focus({ preventScroll: true })
        held = false
      }
    },
    room: (css) => {
      const room = doc.createElement('div')
      root.append(styleOf(css), room)
      return room
    },
    lift: (on) => {
      const lifts = on && (over || highest(doc) !== null)
      if (lifts === over) return
      over = lifts
      place()
    },
    owns: (node) => node === host,
    close: () => {
      watch.disconnect()
      clearTimeout(resting)
      host.remove()
    },
  }
}

function refuseUntrusted(event: Event): void {
  if (event.isTrusted) return
  event.stopImmediatePropagation()
  event.preventDefault()
}
