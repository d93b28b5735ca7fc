/** Which slice of a long picture is taken next: what stands still in the window is shown in just one of them. */
export type Part = 'first' | 'middle' | 'last' | 'only'

/** What a picture is of: the whole page, an element, or a place that no element holds. */
export type Within = 'page' | 'place' | Element

/** A property that was set on an element of the page, and what its style said before. */
interface Kept {
  element: HTMLElement
  /** The attribute as it was written; null where there was none. */
  before: string | null
  /** The attribute as we left it: whoever finds another has had it changed by the page. */
  left: string | null
  properties: { name: string; value: string; priority: string }[]
}

/** What covers so much of the window is a ground that the page stands on, or a notice over all of it. */
const WHOLE = 0.85
/** So many elements are looked at; a page of more has its fixed parts near the top all the same. */
const MOST_ELEMENTS = 40_000

/**
 * The parts of a page that stay in the window while it scrolls, so that each is in a long picture once: heads and side bars in the first
 * slice, what sticks to the lower edge in the last, and what sticks only while one scrolls by (`position: sticky`) where it stands in the text.
 * Everything is put back by `restore`, each style attribute letter by letter.
 */
export class FixedParts {
  private readonly kept = new Map<HTMLElement, Kept>()
  private readonly seen = new Map<HTMLElement, 'first' | 'last' | 'always'>()
  private readonly win: Window
  private readonly isOurs: (element: Element) => boolean
  private readonly box: HTMLElement | null

  /** @param box the only thing that scrolls: what stands beside it stays in the window as well */
  constructor(win: Window, isOurs: (element: Element) => boolean, box: HTMLElement | null = null) {
    this.win = win
    this.isOurs = isOurs
    this.box = box
    for (const element of box ? beside(box) : []) this.seen.set(element, 'first')
  }

  /** Looks for fixed parts (pages make new ones while they scroll) and shows those of this slice. `within`: of a part of the page only what holds it or is in it is shown at all. */
  show(part: Part, within: Within): void {
    this.find()
    for (const [element, when] of this.seen) {
      const own = typeof within !== 'string' && (element.contains(within) || within.contains(element))
      const shown = within !== 'page' ? own : when === 'always' || part === 'only' || part === when
      if (shown) this.unset(element)
      else {
        this.set(element, 'opacity', '0')
        this.set(element, 'transition', 'none')
        this.set(element, 'pointer-events', 'none')
      }
    }
  }

  /** Sets something on an element until `restore`. */
  set(element: HTMLElement, name: string, value: string): void {
    const { style } = element
    if (style.getPropertyValue(name) === value && style.getPropertyPriority(name) === 'important') return
    const kept: Kept = this.kept.get(element) ?? { element, before: element.getAttribute('style'), left: null, properties: [] }
    if (!kept.properties.some((one) => one.name === name)) kept.properties.push({ name, value: style.getPropertyValue(name), priority: style.getPropertyPriority(name) })
    style.setProperty(name, value, 'important')
    kept.left = element.getAttribute('style')
    this.kept.set(element, kept)
  }

  restore(): void {
    for (const element of Array.from(this.kept.keys())) this.unset(element)
    this.seen.clear()
  }

  private unset(element: HTMLElement): void {
    const kept = this.kept.get(element)
    if (!kept) return
    this.kept.delete(element)
    const now = element.getAttribute('style')
    if (now === kept.left) {
      if (kept.before === null) element.removeAttribute('style')
      else element.setAttribute('style', kept.before)
      return
    }
    // The page has changed its own style meanwhile: only ours is taken back.
    for (const { name, value, priority } of kept.properties) {
      if (value) element.style.setProperty(name, value, priority)
      else element.style.removeProperty(name)
    }
  }

  private find(): void {
    const { win } = this
    let count = 0
    for (const element of elementsIn(win.document.documentElement)) {
      if (++count > MOST_ELEMENTS) return
      if (this.seen.has(element) || !element.style || this.isOurs(element)) continue
      const { position } = win.getComputedStyle(element)
      if (position === 'sticky') this.calm(element)
      else if (position === 'fixed') this.seen.set(element, this.whenOf(element))
    }
  }

  /** A sticky part stays where it is in the text. */
  private calm(element: HTMLElement): void {
    this.set(element, 'position', 'relative')
    for (const side of ['top', 'right', 'bottom', 'left']) this.set(element, side, 'auto')
    this.set(element, 'transition', 'none')
  }

  private whenOf(element: HTMLElement): 'first' | 'last' | 'always' {
    const { top, bottom, width, height } = element.getBoundingClientRect()
    const { innerWidth, innerHeight } = this.win
    // What is walked over stands in it.
    if (this.box && element.contains(this.box)) return 'always'
    if (width >= innerWidth * WHOLE && height >= innerHeight * WHOLE) return this.isOnTop(element) ? 'first' : 'always'
    return bottom >= innerHeight - 2 && top > innerHeight / 2 ? 'last' : 'first'
  }

  /** Whether a press in the middle of the window goes to it: not to what only lies behind, nor to a watermark that lets presses through. */
  private isOnTop(element: HTMLElement): boolean {
    const { innerWidth, innerHeight, document: doc } = this.win
    return element.contains(doc.elementsFromPoint(innerWidth / 2, innerHeight / 2).find((one) => !this.isOurs(one)) ?? null)
  }
}

/** Everything in a tree, also what stands in open shadow roots. */
function* elementsIn(root: Node): Generator<HTMLElement> {
  const walker = root.ownerDocument!.createTreeWalker(root, 1)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    yield node as HTMLElement
    const { shadowRoot } = node as HTMLElement
    if (shadowRoot) yield* elementsIn(shadowRoot)
  }
}

/** What stands at the left or right of a box, whatever holds it. */
function beside(box: HTMLElement): HTMLElement[] {
  const edge = box.getBoundingClientRect()
  const found: HTMLElement[] = []
  for (let inner: HTMLElement = box; inner.parentElement && inner !== box.ownerDocument.body; inner = inner.parentElement) {
    for (const other of Array.from(inner.parentElement.children) as HTMLElement[]) {
      const { top, bottom } = other.getBoundingClientRect()
      if (other !== inner && other.style && bottom > edge.top + 1 && top < edge.bottom - 1) found.push(other)
    }
  }
  return found
}
