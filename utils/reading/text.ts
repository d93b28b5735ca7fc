import { findLast } from '../types/find-last.ts'
import { isBlock, isTextless } from './inline.ts'
import { isShown } from './visible.ts'

/** One run of characters that stands in one text node unchanged. Offsets in UTF-16 units. */
export interface Piece {
  node: Text
  /** Where the run begins in `node.data`. */
  at: number
  /** Where the run begins in the block's text. */
  start: number
  length: number
}

/** The text of one block as people see it, with the way back to the page's nodes. */
export interface BlockText {
  text: string
  nodes: readonly Piece[]
  /** The place of `[start, end)` of `text` on the page; null where the page has changed so that the words are gone. */
  rangeAt(start: number, end: number): Range | null
}

/** Spaces that a browser folds into one, and characters nobody sees: zero-width, soft hyphen, direction marks. */
const ODD = /[\t\n\f\r\u00a0]| {2,}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
const SPACE = /[ \t\n\f\r\u00a0]/
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/

/** Joins text nodes to one block's text: spaces folded, unseen characters left out, `<br>` as "\n". */
export class TextBuilder {
  /** Length of the text so far, in UTF-16 units. */
  length = 0
  /** Set when another block stood between two texts of this one. */
  interrupted = false
  private readonly pieces: Piece[] = []
  /** Joined once at the end: a string that grows and is looked at in turn is copied each time. */
  private readonly parts: string[] = []
  private endsInSpace = true

  /** Adds a text node's visible characters. */
  add(node: Text): void {
    const data = node.data
    if (!ODD.test(data)) {
      // The common case: nothing to fold, at most one leading space that repeats the last one.
      this.push(node, this.endsInSpace && data.startsWith(' ') ? 1 : 0, data.length)
      return
    }
    let runStart = 0
    let i = 0
    while (i < data.length) {
      const char = data[i] as string
      if (UNSEEN.test(char)) {
        this.push(node, runStart, i)
        runStart = ++i
      } else if (!SPACE.test(char)) {
        i++
      } else {
        this.push(node, runStart, i)
        let end = i + 1
        while (end < data.length && SPACE.test(data[end] as string)) end++
        if (!this.endsInSpace) this.put(node, i, 1, ' ')
        i = end
        runStart = end
      }
    }
    this.push(node, runStart, data.length)
  }

  /** Adds a line break. */
  addBreak(): void {
    if (this.length === 0 || this.parts[this.parts.length - 1] === '\n') return
    this.parts.push('\n')
    this.length++
    this.endsInSpace = true
  }

  /** The text, without space at its end. */
  done(): BlockText {
    return new BuiltText(this.parts.join('').trimEnd(), this.pieces)
  }

  private push(node: Text, from: number, to: number): void {
    if (to > from) this.put(node, from, to - from, node.data.slice(from, to))
  }

  private put(node: Text, at: number, length: number, words: string): void {
    this.pieces.push({ node, at, start: this.length, length })
    this.parts.push(words)
    this.length += words.length
    this.endsInSpace = words.endsWith(' ')
  }
}

class BuiltText implements BlockText {
  readonly text: string
  readonly nodes: readonly Piece[]

  constructor(text: string, nodes: readonly Piece[]) {
    this.text = text
    this.nodes = nodes
  }

  rangeAt(start: number, end: number): Range | null {
    if (start < 0 || end > this.text.length || start >= end) return null
    const first = this.nodes.find((p) => p.start + p.length > start)
    const last = findLast(this.nodes, (p) => p.start < end)
    if (!first || !last || first.start >= end) return null
    const from = first.at + Math.max(0, start - first.start)
    const to = last.at + Math.min(last.length, end - last.start)
    const doc = first.node.ownerDocument
    if (from > first.node.length || to > last.node.length || !doc) return null
    const range = doc.createRange()
    range.setStart(first.node, from)
    range.setEnd(last.node, to)
    return range
  }
}

/**
 * The element's own text as people see it: inline tags joined, blocks inside it left out (they are blocks themselves),
 * `<br>` as "\n", a "\n" where an inner block stands between two of its texts. Offsets map back to the page by `rangeAt`.
 */
export function blockText(element: Element): BlockText {
  const builder = new TextBuilder()
  addInline(element, builder)
  return builder.done()
}

function addInline(parent: Element, builder: TextBuilder): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      if (builder.interrupted && (node as Text).data.trim() !== '') {
        builder.addBreak()
        builder.interrupted = false
      }
      builder.add(node as Text)
    } else if (node.nodeType === 1) {
      const child = node as Element
      if (child.tagName === 'BR') builder.addBreak()
      else if (isBlock(child)) builder.interrupted = true
      else if (!isTextless(child) && isShown(child)) addInline(child, builder)
    }
  }
}
