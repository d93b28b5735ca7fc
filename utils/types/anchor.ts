import type { Area } from './drawing.ts'

/** Words that stand in a picture (图中文字). */
export interface InPicture {
  /** Address of the picture; the scheme alone for `data:` and `blob:`, '' where it has none. */
  src: string
  /** Size of the picture in the pixels in which `areas` count, from its top left as it is drawn. */
  width: number
  height: number
  /** Where the words stand, one area a line. */
  areas: Area[]
}

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
  /** The words stand in the picture that the selector names, and `quote` is as they were read there. */
  picture?: InPicture
}

/** How much context an anchor keeps on either side, in UTF-16 units. */
export const ANCHOR_CONTEXT = 32
