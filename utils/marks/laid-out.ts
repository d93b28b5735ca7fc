/** A window that says it is shown and draws no frame (one behind others) keeps nobody waiting longer, in ms. */
const FRAME = 200

/**
 * Resolves in the middle of the window's next frame, when an element's place is known anew and nothing has changed since:
 * who measures then has nothing laid out that the page did not have laid out anyway, whatever the page changes meanwhile.
 * At once in a window that is not shown, and where the browser tells nobody of sizes.
 */
export function laidOut(element: Element, win: Window): Promise<void> {
  if (win.document.visibilityState !== 'visible' || typeof ResizeObserver !== 'function') return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      sizes.disconnect()
      win.clearTimeout(timer)
      resolve()
    }
    // whoever begins to observe is told once, after layout
    const sizes = new ResizeObserver(done)
    const timer = win.setTimeout(done, FRAME)
    sizes.observe(element)
  })
}
