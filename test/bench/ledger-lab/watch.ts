/** What the page itself has seen of its opening: ms since the navigation began. */
export interface Opening {
  /** The first issue stands in the page and was painted. */
  first: number | null
  /** Everything is read and counted. */
  counted: number | null
}

declare global {
  // set by `watchOpening`, read by the bench
  var opening: Opening
}

/** Runs in the page before its own scripts. */
export function watchOpening(): void {
  globalThis.opening = { first: null, counted: null }
  const painted = (what: keyof Opening) => requestAnimationFrame(() => setTimeout(() => (globalThis.opening[what] ??= performance.now())))
  const observer = new MutationObserver(() => {
    if (globalThis.opening.first === null && document.querySelector('.row-issue')) painted('first')
    if (!document.querySelector('.tools-count')) return
    painted('counted')
    observer.disconnect()
  })
  observer.observe(document, { childList: true, subtree: true })
}

/**
 * Runs in the page: does one thing at the list and gives the ms until what was expected has been painted.
 * `act`: `click` on an element, or a `value` for a field.
 */
export async function timed(step: { selector: string; value?: string; changes: string }): Promise<number> {
  const element = document.querySelector<HTMLInputElement | HTMLSelectElement>(step.selector)
  const watched = document.querySelector(step.changes)
  if (!element || !watched) throw new Error(`not in the page: ${step.selector} ${step.changes}`)
  const begun = performance.now()
  const changed = new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(resolve))
    })
    observer.observe(watched, { childList: true, subtree: true, characterData: true, attributes: true })
  })
  if (step.value === undefined) element.click()
  else {
    element.value = step.value
    element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
  }
  await changed
  return performance.now() - begun
}
