/**
 * A place on a page that can be found again later, or in a refetched copy of it.
 * Several descriptions of one place, tried in order: words with context, position, selector.
 */
export interface Anchor {
  /** The exact words, as `TextBlock.text` has them; empty when the place is an element (a picture, an empty list). */
  quote: string
  /** Up to 32 characters before the quote, in the same block. */
  prefix: string
  /** Up to 32 characters after the quote, in the same block. */
  suffix: string
  /** Offset of the quote in its block's text, in UTF-16 units. */
  start: number
  /** CSS path from the document's root to the element that holds the place. */
  selector: string
}

/** How much context an anchor keeps on either side, in UTF-16 units. */
export const ANCHOR_CONTEXT = 32
