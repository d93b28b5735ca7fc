import type { Box } from '../../../types/record.ts'

/** Where the keyboard goes from an element. */
export type Way = 'parent' | 'child' | 'next' | 'previous'

/** What is under the pointer, past our own layer; null where that is nothing of the page. */
export function elementAt(doc: Document, x: number, y: number, isOurs: (element: Element) => boolean): Element | null {
  return doc.elementsFromPoint(x, y).find((element) => !isOurs(element) && element !== doc.documentElement) ?? doc.body
}

/** The element next to one in the tree that has an area of its own; the same where there is none. */
export function stepFrom(element: Element, way: Way, isOurs: (element: Element) => boolean): Element {
  const { body } = element.ownerDocument
  const fits = (one: Element | null): one is Element => one !== null && !isOurs(one) && isDrawn(one)
  if (way === 'parent') return element !== body && fits(element.parentElement) && element.parentElement !== element.ownerDocument.documentElement ? element.parentElement : element
  if (way === 'child') return Array.from(element.children).find(fits) ?? element
  const go = (one: Element) => (way === 'next' ? one.nextElementSibling : one.previousElementSibling)
  for (let one = go(element); one; one = go(one)) if (fits(one)) return one
  return element
}

function isDrawn(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0
}

/**
 * What of an element can be seen when one scrolls to it: parts that a scrolled box inside the page hides are not there.
 * CSS pixels from the window's top left corner. `cut`: something of it is hidden so.
 */
export function shownBox(element: Element, win: Window): { box: Box; cut: boolean } {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const shown = { left, top, right, bottom }
  const { body, documentElement: root } = element.ownerDocument
  let fixed = win.getComputedStyle(element).position === 'fixed'
  for (let box = element.parentElement; box && box !== body && box !== root && !fixed; box = box.parentElement) {
    const { overflowX, overflowY, position } = win.getComputedStyle(box)
    fixed = position === 'fixed'
    if (overflowX === 'visible' && overflowY === 'visible') continue
    const edge = box.getBoundingClientRect()
    shown.left = Math.max(shown.left, edge.left)
    shown.top = Math.max(shown.top, edge.top)
    shown.right = Math.min(shown.right, edge.right)
    shown.bottom = Math.min(shown.bottom, edge.bottom)
  }
  const width = Math.max(0, shown.right - shown.left)
  const height = Math.max(0, shown.bottom - shown.top)
  return { box: { x: shown.left, y: shown.top, width, height }, cut: width < right - left - 1 || height < bottom - top - 1 }
}

/** The smallest element that holds a frame, for the HTML around it; null where only the page as a whole does. */
export function elementAround(doc: Document, { x, y, width, height }: Box, isOurs: (element: Element) => boolean): Element | null {
  const slack = 3
  let element = elementAt(doc, x + width / 2, y + height / 2, isOurs)
  for (; element && element !== doc.body && element !== doc.documentElement; element = element.parentElement) {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    if (left <= x + slack && top <= y + slack && right >= x + width - slack && bottom >= y + height - slack) return element
  }
  return null
}
