const OPTIONS = { visibilityProperty: true, checkVisibilityCSS: true }

/**
 * True when the element itself is shown (its ancestors are the caller's business when it walks from the top).
 * Uses `checkVisibility` where it exists (Chromium 105, Firefox 106), computed style elsewhere, and takes everything
 * that is not marked hidden for shown in a DOM without layout.
 */
export function isShown(element: Element): boolean {
  const view = element.ownerDocument.defaultView
  // A copy that is open nowhere: `checkVisibility` would call all of it hidden.
  if (!view) return !element.hasAttribute('hidden') && !/display:\s*none|visibility:\s*hidden/i.test(element.getAttribute('style') ?? '')
  if (typeof element.checkVisibility === 'function') {
    if (element.checkVisibility(OPTIONS)) return true
    // `display: contents` has no box of its own, but what it holds is shown.
    return view.getComputedStyle(element).display === 'contents'
  }
  const style = view.getComputedStyle(element)
  return style.display !== 'none' && style.visibility !== 'hidden'
}
