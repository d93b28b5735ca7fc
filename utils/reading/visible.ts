const OPTIONS = { visibilityProperty: true, checkVisibilityCSS: true }

/**
 * True when the element itself is shown (its ancestors are the caller's business when it walks from the top).
 * Uses `checkVisibility` where it exists (Chromium 105, Firefox 106), computed style elsewhere, and takes everything
 * that is not marked hidden for shown in a DOM without layout.
 */
export function isShown(element: Element): boolean {
  if (typeof element.checkVisibility === 'function') {
    if (element.checkVisibility(OPTIONS)) return true
    // `display: contents` has no box of its own, but what it holds is shown.
    const view = element.ownerDocument.defaultView
    return view !== null && view.getComputedStyle(element).display === 'contents'
  }
  const view = element.ownerDocument.defaultView
  if (!view) return !element.hasAttribute('hidden') && !/display:\s*none|visibility:\s*hidden/i.test(element.getAttribute('style') ?? '')
  const style = view.getComputedStyle(element)
  return style.display !== 'none' && style.visibility !== 'hidden'
}
