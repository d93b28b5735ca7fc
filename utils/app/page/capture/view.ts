import type { PageView } from '../../../types/capture.ts'
import type { Box } from '../../../types/record.ts'

/** How the window stands over its document now. */
export function viewOf(win: Window): PageView {
  const { documentElement: root } = win.document
  const body = win.document.body as HTMLElement | null
  const fingers = win.visualViewport
  // Whole pixels only, but a zoomed window is not so wide: two fingers' view tells it exactly.
  const width = exact(root.clientWidth || win.innerWidth, (fingers?.width ?? 0) * (fingers?.scale ?? 1))
  const height = exact(clientHeight(win), (fingers?.height ?? 0) * (fingers?.scale ?? 1))
  const docWidth = Math.max(width, root.scrollWidth)
  return {
    scrollX: win.scrollX + (beginsRight(win) ? docWidth - width : 0),
    scrollY: win.scrollY,
    width,
    height,
    windowWidth: (width + Math.max(0, win.innerWidth - root.clientWidth)) / (fingers?.scale ?? 1),
    docWidth,
    docHeight: Math.max(height, root.scrollHeight, win.document.compatMode === 'BackCompat' ? (body?.scrollHeight ?? 0) : 0),
    ratio: win.devicePixelRatio * (fingers?.scale ?? 1),
    offsetX: fingers?.offsetLeft ?? 0,
    offsetY: fingers?.offsetTop ?? 0,
  }
}

/** Whether a page begins at its right edge (Uyghur, or columns of upright Chinese): scrolled all the way back it stands at 0 there, and negative further on. */
export function beginsRight(win: Window): boolean {
  const { body, documentElement } = win.document
  const { direction, writingMode } = win.getComputedStyle(body ?? documentElement)
  return writingMode === 'vertical-rl' || (direction === 'rtl' && writingMode === 'horizontal-tb')
}

function exact(rounded: number, told: number): number {
  return Math.abs(told - rounded) < 1 ? told : rounded
}

/** In quirks mode the root is as tall as its content, and the body as the window. */
function clientHeight(win: Window): number {
  const { documentElement: root, body, compatMode } = win.document
  const height = compatMode === 'BackCompat' && body ? body.clientHeight : root.clientHeight
  return height > 0 ? Math.min(height, win.innerHeight) : win.innerHeight
}

/** What of a rectangle the window shows; null where that is nothing. CSS pixels from the window's top left corner. */
export function onScreen(win: Window, { x, y, width, height }: Box, air = 0): Box | null {
  const left = Math.max(0, x - air)
  const top = Math.max(0, y - air)
  const right = Math.min(win.innerWidth, x + width + air)
  const bottom = Math.min(win.innerHeight, y + height + air)
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null
}
