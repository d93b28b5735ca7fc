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
