import { holderOf } from '../types/shadow.ts'

/** What of a page is over everything else: its dialogs and what fills the screen, which block all around them, and menus that a click elsewhere closes. */
const HIGH = 'dialog:modal,:fullscreen:not(html,video,iframe,img,canvas),[popover=""]:popover-open,[popover=auto]:popover-open'

/**
 * What of a page is over everything else now; null where nothing is. Whatever is not inside it can be neither seen well nor pressed, or closes it when
 * it is pressed. Also null where the browser (Chromium before 114) has no way to get over it.
 */
export function highest(doc: Document): HTMLElement | null {
  if (!('showPopover' in HTMLElement.prototype)) return null
  // Of several the one that has the keyboard; it may stand in a shadow root.
  let one = doc.activeElement
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
  for (; one; one = holderOf(one)) if (one.matches(HIGH)) return one as HTMLElement
  return Array.from(doc.querySelectorAll<HTMLElement>(HIGH)).pop() ?? null
}

/** Whether an element is over everything, as far as the browser can put it there. */
export function isOnTop(element: HTMLElement): boolean {
  return !('showPopover' in element) || element.matches(':popover-open')
}

/** Puts an element that is in the page over its dialogs, menus and what fills the screen; none of them is closed by that. */
export function putOnTop(element: HTMLElement): void {
  if (isOnTop(element)) return
  element.popover = 'manual'
  element.showPopover()
}
