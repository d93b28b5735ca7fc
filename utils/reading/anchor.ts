import type { Anchor } from '../types/anchor.ts'
import { ANCHOR_CONTEXT } from '../types/anchor.ts'

/** Separates the part inside an open shadow root from the path to its host; not CSS, `findAnchor` knows it. */
export const SHADOW = ' >>> '

/**
 * Makes selectors for many elements of one page: ancestors' paths and places among siblings are worked out once, so that
 * a list of 20,000 rows costs no more than its length. Good for one reading only: it does not see later changes.
 */
export class Places {
  private readonly paths = new Map<Element, string>()
  private readonly numbers = new Map<Element, number>()

  /** CSS path from the document's root to the element; by id where the id is unique. */
  selectorOf(element: Element): string {
    const known = this.paths.get(element)
    if (known !== undefined) return known
    const root = element.getRootNode()
    const parent = element.parentElement
    const host = (root as Partial<ShadowRoot>).host
    const prefix = host ? this.selectorOf(host) + SHADOW : ''
    const own = element.id && isUnique(element, root) ? prefix + `#${escapeName(element.id)}` : null
    const path = own ?? (parent ? `${this.selectorOf(parent)}>${this.step(element, parent)}` : prefix + this.step(element, null))
    this.paths.set(element, path)
    return path
  }

  private step(element: Element, parent: Element | null): string {
    const tag = /^[A-Za-z][\w-]*$/.test(element.tagName) ? element.tagName.toLowerCase() : '*'
    if (tag === 'html' || tag === 'body') return tag
    if (!this.numbers.has(element)) {
      let n = 0
      const first = (parent ?? (element.parentNode as ParentNode | null))?.firstElementChild ?? element
      for (let sibling: Element | null = first; sibling; sibling = sibling.nextElementSibling) this.numbers.set(sibling, ++n)
    }
    return `${tag}:nth-child(${this.numbers.get(element) ?? 1})`
  }
}

/** CSS path from the document's root to the element; by id where the id is unique. */
export function selectorOf(element: Element): string {
  return new Places().selectorOf(element)
}

function isUnique(element: Element, root: Node): boolean {
  return 'querySelector' in root && (root as ParentNode).querySelector(`#${escapeName(element.id)}`) === element
}

/** `CSS.escape`, which a DOM without layout may lack. */
function escapeName(name: string): string {
  if (typeof CSS !== 'undefined' && typeof CSS.escape === 'function') return CSS.escape(name)
  return name.replace(/^-?\d/, (c) => `\\${c.codePointAt(0)?.toString(16)} ${c.slice(1)}`).replace(/[^\w\u0080-\uffff \\-]/g, (c) => `\\${c}`)
}

/**
 * A place that can be found again. Without `text` the element itself is meant; with it, the words `[start, end)` of the
 * block text `text` that the element holds.
 */
export function anchorOf(element: Element, text = '', start = 0, end = text.length, places = new Places()): Anchor {
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - ANCHOR_CONTEXT), start),
    suffix: text.slice(end, end + ANCHOR_CONTEXT),
    start,
    selector: places.selectorOf(element),
  }
}
