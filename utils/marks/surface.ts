/** Our own layer in a visited page. */
export interface Surface {
  /** Where the interface is rendered. */
  mount: HTMLElement
  /** Where frames are drawn, in coordinates of the document. */
  frames: HTMLElement
  /** Adds a place for what comes later, with a style of its own; it is painted over what was there before. */
  room: (css: string) => HTMLElement
  /** Hides everything of ours, for a picture of the page alone. What is hidden loses the keyboard, and has it again when it is shown. */
  hide: () => void
  show: () => void
  /** True for our own node, so that watching the page does not see our drawing. A page may have elements of any name. */
  owns: (node: Node) => boolean
  close: () => void
}

/** Not one a page would use; pages may have elements with any id. The second is there only while a picture is chosen. */
type Name = 'duwang-layer' | 'duwang-capture'

/**
 * Puts one element beside the page's body, with a closed shadow root: the page cannot style what is inside, nor read it.
 * Pages that rewrite their document may throw the element out; it then comes back.
 */
export function openSurface(doc: Document, css: string, name: Name = 'duwang-layer'): Surface {
  const host = doc.createElement(name)
  // Inline and important: a page's own rules for unknown elements must not move or hide the layer.
  for (const [name, value] of [
    ['all', 'initial'],
    ['display', 'block'],
    ['position', 'absolute'],
    ['top', '0'],
    ['left', '0'],
    ['z-index', '2147483647'],
  ]) host.style.setProperty(name!, value!, 'important')
  const root = host.attachShadow({ mode: 'closed' })
  const styleOf = (text: string) => {
    const style = doc.createElement('style')
    style.textContent = text
    return style
  }
  const frames = doc.createElement('div')
  frames.className = 'frames'
  frames.setAttribute('aria-hidden', 'true')
  const mount = doc.createElement('div')
  root.append(styleOf(css), frames, mount)
  // Typing in our forms is not for the page's own shortcuts.
  for (const name of ['keydown', 'keyup', 'keypress'] as const) host.addEventListener(name, (event) => event.stopPropagation())

  // Our two layers cannot see into each other: whoever gives the keyboard back to the element means what had it inside.
  let last: HTMLElement | null = null
  root.addEventListener('focusin', ({ target }) => {
    last = target as HTMLElement
  })
  host.focus = (how) => last?.focus(how)
  let held = false

  const place = () => {
    if (host.parentNode !== doc.documentElement) doc.documentElement.append(host)
  }
  place()
  const watch = new MutationObserver(place)
  watch.observe(doc, { childList: true })
  watch.observe(doc.documentElement, { childList: true })
  return {
    mount,
    frames,
    hide: () => {
      held ||= root.activeElement !== null
      host.style.setProperty('visibility', 'hidden', 'important')
    },
    show: () => {
      host.style.removeProperty('visibility')
      const isFree = doc.activeElement === null || doc.activeElement === doc.body
      if (held && isFree) host.focus({ preventScroll: true })
      held = false
    },
    room: (css) => {
      const room = doc.createElement('div')
      root.append(styleOf(css), room)
      return room
    },
    owns: (node) => node === host,
    close: () => {
      watch.disconnect()
      host.remove()
    },
  }
}

