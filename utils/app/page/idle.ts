import { letOthers } from '../../types/let-others.ts'

/** Resolves when the page has nothing better to do, at the latest after `within` ms, so that our work never delays the page's. */
export function idle(win: Window, within = 500): Promise<void> {
  return new Promise((resolve) => {
    if (typeof win.requestIdleCallback === 'function') win.requestIdleCallback(() => resolve(), { timeout: within })
    else win.setTimeout(resolve, 1)
  })
}

/** Resolves when the window has painted what stands now: two frames, because the first may have begun already. */
export function painted(win: Window): Promise<void> {
  // A window that is not shown draws no frames; waiting for them would be waiting forever.
  if (win.document.visibilityState !== 'visible') return Promise.resolve()
  return new Promise((resolve) => win.requestAnimationFrame(() => win.requestAnimationFrame(() => resolve())))
}

/** A window that says it is shown and draws no frame (one behind others) keeps nobody waiting longer, in ms. */
const FRAME = 200

/** Resolves when the frame that comes next was drawn; at once in a window that is not shown. */
export function framed(win: Window): Promise<void> {
  if (win.document.visibilityState !== 'visible') return Promise.resolve()
  return new Promise((resolve) => {
    win.setTimeout(resolve, FRAME)
    win.requestAnimationFrame(() => void letOthers().then(resolve))
  })
}
