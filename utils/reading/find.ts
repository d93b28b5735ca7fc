import type { Anchor } from '../types/anchor.ts'
import { SHADOW } from './anchor.ts'
import { isBlock } from './inline.ts'
import type { BlockText } from './text.ts'
import { blockText } from './text.ts'

/** Where an anchor's place is now. `exact` is false when it was found elsewhere than it stood. */
export interface FoundAnchor {
  element: Element
  /** The words; null when the place is an element. */
  range: Range | null
  exact: boolean
}

/** The element of a selector made by `selectorOf`, or null. */
export function findElement(doc: Document, selector: string): Element | null {
  let root: ParentNode = doc
  let found: Element | null = null
  for (const [i, part] of selector.split(SHADOW).entries()) {
    if (i > 0) {
      if (!found?.shadowRoot) return null
      root = found.shadowRoot
    }
    try {
      const there = walked(root, part)
      found = there === undefined ? root.querySelector(part) : there
    } catch {
      return null
    }
  }
  return found
}

/** A step of `selectorOf`: `html`, `body` or a place among siblings. */
const STEP = /^(?:(html|body)|([a-z][\w-]*|\*):nth-child\((\d+)\))$/

/**
 * The element at the end of a path of `selectorOf`, step by step: the browser would try the whole path on every element of the page.
 * Undefined where only the browser can tell.
 */
function walked(root: ParentNode, path: string): Element | null | undefined {
  let parent = root
  let found: Element | null = null
  // from the document's root there is one way only; ids may be there twice
  const missing = path.startsWith('html>') ? null : undefined
  for (const [i, step] of path.split('>').entries()) {
    const [, top, tag, place] = STEP.exec(step) ?? []
    if (top) found = top === 'html' ? (root as Document).documentElement : (root as Document).body
    else if (place !== undefined) found = parent.children[Number(place) - 1] ?? null
    else if (i === 0 && step.startsWith('#')) found = root.querySelector(step)
    else return undefined
    if (!found || (tag !== undefined && tag !== '*' && found.tagName.toLowerCase() !== tag)) return missing
    parent = found
  }
  return found
}

/**
 * Finds an anchor's place again: the same words in the same element, else the same words with the same context anywhere
 * on the page. Words that occur elsewhere with other context are not taken: null says 原文已变 rather than guess.
 */
export function findAnchor(doc: Document, anchor: Anchor): FoundAnchor | null {
  const element = findElement(doc, anchor.selector)
  if (anchor.quote === '' || anchor.picture) return element ? { element, range: null, exact: true } : null
  if (element) {
    const inPlace = findIn(element, anchor, true)
    if (inPlace) return inPlace
  }
  if (!doc.body) return null
  for (const candidate of blocksWith(doc.body, anchor.quote)) {
    const elsewhere = findIn(candidate, anchor, false)
    if (elsewhere) return elsewhere
  }
  return null
}

function findIn(element: Element, anchor: Anchor, inPlace: boolean): FoundAnchor | null {
  const block = blockText(element)
  const masked = anchor.quote.includes(MASKED)
  const starts = masked ? maskedStarts(block.text, anchor.quote) : plainStarts(block.text, anchor.quote)
  if (starts.length === 0) return null
  // Beside masked words no context is kept: they are told from their like by where they stood.
  if (masked && inPlace && starts.includes(anchor.start)) starts.splice(0, starts.length, anchor.start)
  const withContext = starts.filter((s) => contextFits(block, anchor, s))
  // In its own element the words alone are enough when they stand there once: what stood around them was edited.
  const best = nearest(withContext, anchor.start) ?? (inPlace && starts.length === 1 ? starts[0] : undefined)
  if (best === undefined) return null
  const range = block.rangeAt(best, best + anchor.quote.length)
  return range && { element, range, exact: inPlace && best === anchor.start }
}

/** Personal data is kept with * for what is hidden, as many as there are characters. */
const MASKED = '*'

function plainStarts(text: string, quote: string): number[] {
  const starts: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) starts.push(at)
  return starts
}

/** Where the text fits the quote, with any character of the line for a *. */
function maskedStarts(text: string, quote: string): number[] {
  const starts: number[] = []
  for (let at = 0; at + quote.length <= text.length; at++) {
    let k = 0
    while (k < quote.length && (quote[k] === MASKED ? text[at + k] !== '\n' : text[at + k] === quote[k])) k++
    if (k === quote.length) starts.push(at)
  }
  return starts
}

function nearest(starts: readonly number[], wanted: number): number | undefined {
  return [...starts].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]
}

/** Both sides as they were; where the quote filled its block, an empty side is context too. */
function contextFits(block: BlockText, anchor: Anchor, start: number): boolean {
  const before = block.text.slice(Math.max(0, start - anchor.prefix.length), start)
  const end = start + anchor.quote.length
  const after = block.text.slice(end, end + anchor.suffix.length)
  if (anchor.prefix === '' && anchor.suffix === '') return block.text === anchor.quote
  return before === anchor.prefix && after === anchor.suffix
}

function blocksWith(root: Element, quote: string): Element[] {
  const probe = quote.replace(/\s+/g, '').slice(0, 8)
  const hits: Element[] = []
  const look = (element: Element): void => {
    if (!(element.textContent ?? '').replace(/\s+/g, '').includes(probe)) return
    if (isBlock(element) || element.tagName === 'A') hits.push(element)
    for (const child of element.children) look(child)
  }
  look(root)
  return hits.reverse()
}
