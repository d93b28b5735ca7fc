/**
 * Ways through a page's open shadow roots, in which components (Web Components) keep what they show. Closed ones stay unseen, as their makers
 * want it: the browser opens them to extensions (`chrome.dom.openOrClosedShadowRoot`), but one call for each element of each page is dear.
 */

/** An element's open shadow root. A form's field of that name is none, whatever the form says. */
export function shadowOf(element: Element): ShadowRoot | null {
  const root = element.shadowRoot
  return root?.nodeType === 11 ? root : null
}

/** What holds an element: its parent, or the host of the shadow root that it stands right in. */
export function holderOf(element: Element): Element | null {
  return element.parentElement ?? (element.parentNode as Partial<ShadowRoot> | null)?.host ?? null
}

/** The hosts through which an element stands in the page, the outermost first, and itself. */
function wayTo(element: Element): Element[] {
  const way = [element]
  for (let host = hostOf(element); host; host = hostOf(host)) way.unshift(host)
  return way
}

function hostOf(element: Element): Element | undefined {
  return (element.getRootNode() as Partial<ShadowRoot>).host
}

/** Whether one element stands in another, or is it. */
export function holds(outer: Element, inner: Element): boolean {
  return outer.contains(inner) || wayTo(inner).some((one) => outer.contains(one))
}

/** Whether one element stands after another, or in it: what is in a shadow root stands where its host does. */
export function isAfter(element: Element, other: Element): boolean {
  const where = other.compareDocumentPosition(element)
  // in one tree
  if (!(where & 1)) return (where & 4) > 0
  const [way, before] = [wayTo(element), wayTo(other)]
  const fork = before.findIndex((one, at) => one !== way[at])
  if (fork < 0) return true
  const turn = way[fork]
  return turn !== undefined && (before[fork]!.compareDocumentPosition(turn) & 4) > 0
}

/** A tree and all open shadow roots in it. */
export function* openTrees(root: ParentNode): Generator<ParentNode, undefined> {
  yield root
  for (const element of root.querySelectorAll('*')) {
    const shadow = shadowOf(element)
    if (shadow) yield* openTrees(shadow)
  }
}

/** What a point of the window (CSS pixels) shows; null outside of it. */
export function elementUnder(doc: Document, x: number, y: number): Element | null {
  let found = doc.elementFromPoint(x, y)
  for (let root = found && shadowOf(found); root; root = found && shadowOf(found)) {
    const inner = root.elementFromPoint(x, y)
    // its host where it shows nothing of its own there
    if (!inner || inner.getRootNode() !== root) break
    found = inner
  }
  return found
}
