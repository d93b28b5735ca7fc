import type { Anchor } from '../types/anchor.ts'
import { ANCHOR_CONTEXT } from '../types/anchor.ts'
import type { TextBlock } from '../types/reading.ts'

/** What became of a place: its words stand, others stand between the same context, its block was rewritten, or it is gone. */
export interface PlaceNow {
  state: 'stands' | 'mended' | 'changed' | 'gone'
  /** The words that stand there now; '' where they were taken out or nothing is left. */
  text: string
  /** Where they stand; null where nothing is left. */
  anchor: Anchor | null
}

/** Enough context to know a place by, in characters without spaces. */
const ENOUGH = 6
/** Words that replaced others are at most so much longer. */
const LONGER = 40
const A_LITTLE = 4
/** Characters right beside the words that may have been changed along with them. */
const BESIDE = 3
/** Shares of common pairs of letters from which on a text is the other, edited. */
const EDITED = 0.4
const EDITED_ELSEWHERE = 0.6
/** A cell that was filled anew keeps at least so much of what it held. */
const SAME_CELL = 0.3

const GONE: PlaceNow = { state: 'gone', text: '', anchor: null }

/** A block's text without spaces, and where each character stands in it. */
interface Folded {
  block: TextBlock
  text: string
  at: number[]
}

/**
 * Finds an anchor's place in a page that was read again: by its words with their context, then by its position,
 * then by its selector. Spaces make no difference, because a copy and the page itself differ in them.
 */
export function placeNow(anchor: Anchor, blocks: readonly TextBlock[]): PlaceNow {
  const quote = squeeze(anchor.quote)
  if (quote === '') return GONE
  const before = squeeze(anchor.prefix)
  const after = squeeze(anchor.suffix)
  const folded = blocks.map(fold)
  const own = folded.filter(({ block }) => block.selector === anchor.selector)
  const others = folded.filter(({ block }) => block.selector !== anchor.selector)
  const all = [...own, ...others]
  return (
    first(all, (one) => inContext(one, quote, before, after, true)) ??
    first(all, (one) => lengthened(one, quote, before, after)) ??
    first(all, (one) => inContext(one, quote, before, after, false)) ??
    first(own, (one) => (countOf(one.text, quote) === 1 ? spot('stands', one, one.text.indexOf(quote), quote.length) : null)) ??
    first(own, (one) => between(one, quote, before, after, true)) ??
    first(others, (one) => between(one, quote, before, after, false)) ??
    first(own, (one) => wholeBlock(one, quote, before, after)) ??
    first(own, (one) => (likeness(one.text, before + quote + after) >= EDITED ? spot('changed', one, 0, one.text.length) : null)) ??
    first(others, (one) => (likeness(one.text, before + quote + after) >= EDITED_ELSEWHERE ? spot('changed', one, 0, one.text.length) : null)) ??
    GONE
  )
}

/** Text without spaces and characters nobody sees. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]+/g, '')
}

/** How much two texts have in common: 0 nothing, 1 all (Dice's coefficient of pairs of characters). */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(squeeze(one)), pairsOf(squeeze(other))]
  if (a.size === 0 || b.size === 0) return squeeze(one) === squeeze(other) ? 1 : 0
  let common = 0
  for (const pair of a) if (b.has(pair)) common++
  return (2 * common) / (a.size + b.size)
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2))
  return pairs
}

/** The words with the context they had; at a block's end an empty side is context too. Of long context one side may have been edited. */
function inContext(one: Folded, quote: string, before: string, after: string, exact: boolean): PlaceNow | null {
  if (before === '' && after === '') return one.text === quote ? spot('stands', one, 0, quote.length) : null
  for (let at = one.text.indexOf(quote); at >= 0; at = one.text.indexOf(quote, at + 1)) {
    const left = one.text.slice(0, at)
    const right = one.text.slice(at + quote.length)
    const fits = exact
      ? (before === '' ? left === '' : left.endsWith(before)) && (after === '' ? right === '' : right.startsWith(after))
      : (before.length >= ENOUGH && left.endsWith(before)) || (after.length >= ENOUGH && right.startsWith(after))
    if (fits) return spot('stands', one, at, quote.length)
  }
  return null
}

/** A character or two were put in beside the words (人民政 → 人民政府): they stand there and are others all the same. */
function lengthened(one: Folded, quote: string, before: string, after: string): PlaceNow | null {
  if (before === '' || after === '') return null
  const [left, right] = sides(one, before, after) ?? []
  if (left === undefined || right === undefined) return null
  const text = one.text.slice(left, right)
  return text !== quote && text.includes(quote) && text.length <= quote.length + A_LITTLE ? spot('mended', one, left, right - left) : null
}

/** Other words between the same context. */
function between(one: Folded, quote: string, before: string, after: string, inPlace: boolean): PlaceNow | null {
  if (before === '' && after === '') return null
  if (!inPlace && before.length + after.length < 2 * ENOUGH) return null
  const [left, right] = sides(one, before, after, BESIDE) ?? []
  if (left === undefined || right === undefined || right - left > quote.length + LONGER) return null
  return spot(one.text.slice(left, right).includes(quote) ? 'stands' : 'mended', one, left, right - left)
}

/**
 * Where the context before ends and the one after begins. Of long context the nearest characters are enough where they stand once;
 * the very nearest `loose` characters may have been changed along with the words (brackets around them).
 */
function sides(one: Folded, before: string, after: string, loose = 0): [number, number] | null {
  const left = before === '' ? 0 : endOf(one.text, before, loose)
  if (left === null) return null
  const right = after === '' ? one.text.length : startOf(one.text.slice(left), after, loose)
  return right === null ? null : [left, left + right]
}

function endOf(text: string, before: string, loose: number): number | null {
  const whole = onlyAt(text, before)
  if (whole !== null) return whole + before.length
  for (let skip = 0; skip <= loose; skip++) {
    const near = before.slice(0, before.length - skip).slice(-ENOUGH)
    const at = near.length === ENOUGH ? onlyAt(text, near) : null
    if (at !== null) return at + near.length
  }
  return null
}

function startOf(text: string, after: string, loose: number): number | null {
  const whole = onlyAt(text, after)
  if (whole !== null) return whole
  for (let skip = 0; skip <= loose; skip++) {
    const near = after.slice(skip, skip + ENOUGH)
    const at = near.length === ENOUGH ? onlyAt(text, near) : null
    if (at !== null) return at
  }
  return null
}

function onlyAt(text: string, part: string): number | null {
  const at = text.indexOf(part)
  return at >= 0 && text.indexOf(part, at + 1) < 0 ? at : null
}

/** A cell whose words were all that it held: it is known by its selector, and by what it still has of them. */
function wholeBlock(one: Folded, quote: string, before: string, after: string): PlaceNow | null {
  if (before !== '' || after !== '' || one.text === '') return null
  return likeness(one.text, quote) >= SAME_CELL ? spot('mended', one, 0, one.text.length) : null
}

function first(among: readonly Folded[], look: (one: Folded) => PlaceNow | null): PlaceNow | null {
  for (const one of among) {
    const found = look(one)
    if (found) return found
  }
  return null
}

function fold(block: TextBlock): Folded {
  const at: number[] = []
  let text = ''
  for (let i = 0; i < block.text.length; i++) {
    const char = block.text.charAt(i)
    if (squeeze(char) === '') continue
    text += char
    at.push(i)
  }
  return { block, text, at }
}

function countOf(text: string, part: string): number {
  let count = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++
  return count
}

/** A place of `length` folded characters, as an anchor in the block's own text. */
function spot(state: PlaceNow['state'], { block, at }: Folded, from: number, length: number): PlaceNow {
  const start = at[from] ?? block.text.length
  const end = length === 0 ? start : (at[from + length - 1] ?? block.text.length - 1) + 1
  const text = block.text.slice(start, end)
  const anchor: Anchor = {
    quote: text,
    prefix: block.text.slice(Math.max(0, start - ANCHOR_CONTEXT), start),
    suffix: block.text.slice(end, end + ANCHOR_CONTEXT),
    start,
    selector: block.selector,
  }
  return { state, text, anchor }
}
