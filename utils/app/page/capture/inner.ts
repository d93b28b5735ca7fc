/** So much of the window shows the page itself; what is smaller is a box beside it. */
const MOST = 0.5
/** A box whose content is so much longer than it scrolls, in CSS pixels. */
const LONGER = 50

/**
 * Whether the page is shown inside a box or frame of its own that scrolls (a frame set, an application's shell, a PDF): scrolling the window
 * shows nothing more then, and a long picture would not be the whole page.
 */
export function scrollsInside(win: Window, isOurs: (element: Element) => boolean): boolean {
  const { innerWidth, innerHeight, document: doc } = win
  // Shown by a plug-in that tells nothing of it.
  if (doc.contentType === 'application/pdf') return true
  const under = doc.elementsFromPoint(innerWidth / 2, innerHeight / 2).filter((element) => !isOurs(element) && element !== doc.documentElement && element !== doc.body)
  return under.some((element) => {
    const { width, height } = element.getBoundingClientRect()
    if (width * height < innerWidth * innerHeight * MOST) return false
    if (/^(?:EMBED|OBJECT)$/i.test(element.tagName)) return true
    if (/^I?FRAME$/.test(element.tagName)) return innerLength(element as HTMLIFrameElement, height) > height + LONGER
    return element.scrollHeight > element.clientHeight + LONGER && /auto|scroll/.test(win.getComputedStyle(element).overflowY)
  })
}

/** Height of what a frame shows; of another site's frame it is not told, and longer is likelier than not. */
function innerLength(frame: HTMLIFrameElement, shown: number): number {
  try {
    return frame.contentDocument?.documentElement.scrollHeight ?? shown + 2 * LONGER
  } catch {
    return shown + 2 * LONGER
  }
}
