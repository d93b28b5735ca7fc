/** So much of the window shows the page itself; what is smaller is a box beside it. */
const MOST = 0.5
/** A box whose content is so much longer than it scrolls, in CSS pixels. */
const LONGER = 50

/**
 * Whether the page is shown inside a box or frame of its own that scrolls (a frame set, an application's shell, a PDF): scrolling the window
 * shows nothing more then, and a long picture would not be the whole page.
 */
export function scrollsInside(win: Window, isOurs: (element: Element) => boolean): boolean {
  const { document: doc } = win
  // Shown by a plug-in that tells nothing of it.
  if (doc.contentType === 'application/pdf') return true
  return large(win, isOurs).some((element) => {
    if (/^(?:EMBED|OBJECT)$/i.test(element.tagName)) return true
    if (/^I?FRAME$/.test(element.tagName)) return innerLength(element as HTMLIFrameElement, element.getBoundingClientRect().height) > element.getBoundingClientRect().height + LONGER
    return scrollsItself(win, element)
  })
}

/**
 * The box that is walked over in place of the document: nearly all of the window, in a page that itself does not scroll (`html, body { height: 100%;
 * overflow: auto }`, an application's shell). Null where the document scrolls, or such a box reaches out of the window.
 */
export function boxToWalk(win: Window, isOurs: (element: Element) => boolean): HTMLElement | null {
  const { documentElement: root } = win.document
  if (root.scrollHeight > win.innerHeight + LONGER) return null
  const box = large(win, isOurs).find((element) => element instanceof HTMLElement && scrollsItself(win, element))
  if (!box) return null
  const { top, bottom } = box.getBoundingClientRect()
  return top > -1 && bottom < win.innerHeight + 1 ? (box as HTMLElement) : null
}

/** What is under the middle of the window and shows much of it, the innermost first. */
function large({ innerWidth, innerHeight, document: doc }: Window, isOurs: (element: Element) => boolean): Element[] {
  return doc.elementsFromPoint(innerWidth / 2, innerHeight / 2).filter((element) => {
    if (isOurs(element) || element === doc.documentElement) return false
    const { width, height } = element.getBoundingClientRect()
    return width * height >= innerWidth * innerHeight * MOST
  })
}

/** A body's `overflow` is the window's, unless the root has one of its own. */
function scrollsItself(win: Window, element: Element): boolean {
  const { body, documentElement } = win.document
  if (element === body && win.getComputedStyle(documentElement).overflowY === 'visible') return false
  return element.scrollHeight > element.clientHeight + LONGER && /auto|scroll/.test(win.getComputedStyle(element).overflowY)
}

/** Height of what a frame shows; of another site's frame it is not told, and longer is likelier than not. */
function innerLength(frame: HTMLIFrameElement, shown: number): number {
  try {
    return frame.contentDocument?.documentElement.scrollHeight ?? shown + 2 * LONGER
  } catch {
    return shown + 2 * LONGER
  }
}
