import type { Day } from '../types/reading.ts'
import { dayInShanghai } from '../types/day.ts'
import { Places } from './anchor.ts'
import type { Block } from './blocks.ts'
import { collectBlocks } from './blocks.ts'
import type { Gaps } from './guard.ts'
import type { Steps } from './steps.ts'
import { Zones } from './zone.ts'

/** What every reader may look at: the document, and what was gathered from it once. */
export interface Page {
  doc: Document
  /** The document, and the open shadow roots that people can see. */
  trees: (Document | ShadowRoot)[]
  /** Where the page stands; also the base for its links. */
  url: string
  base: string
  today: Day
  /** Visible text, in document order. */
  blocks: Block[]
  /** The first of them: what stands once on a page (heading, breadcrumb, dates) stands there, however long its list or text is. */
  head: Block[]
  /** Selectors, worked out once. */
  places: Places
  zones: Zones
  /** Elements that people can see, with all that holds them. */
  shown: ReadonlySet<Element>
  /** Keys of `reading.gap.*`. */
  gaps: Gaps
}

/** How many blocks the readers of single things look at. The longest menus of real portals have about a thousand. */
const HEAD = 2500

/** Where a page stands and when it is read. */
export interface About {
  /** The page's address. */
  url: string
  now: Date
  /** Is given the open shadow roots that were read: whoever watches the page sees none of their changes from outside. */
  meets?: (shadows: readonly ShadowRoot[]) => void
}

/** Walks the page once. */
export function* openPage(doc: Document, about: About, gaps: Gaps): Steps<Page> {
  const zones = new Zones(doc.body)
  const shown = new Set<Element>(doc.body ? [doc.body] : [])
  const shadows: ShadowRoot[] = []
  const blocks = doc.body ? yield* collectBlocks(doc.body, zones, shown, shadows) : []
  about.meets?.(shadows)
  const today = dayInShanghai(about.now)
  return { doc, trees: [doc, ...shadows], url: about.url, base: doc.baseURI || about.url, today, blocks, head: blocks.slice(0, HEAD), places: new Places(), zones, shown, gaps }
}

/** Characters of running text (long blocks that are not links): what makes a page an article rather than a list. */
export function proseOf(page: Page): number {
  let sum = 0
  for (const block of page.head) {
    if (block.zone !== 'main' || block.text.length < 40) continue
    const linked = block.links.reduce((n, l) => n + (l.end - l.start), 0)
    if (linked < block.text.length / 2 && !/备案|版权所有|主办单位/.test(block.text)) sum += block.text.length
  }
  return sum
}

/** An absolute address, or null where `raw` is none. */
export function absolute(raw: string, base: string): string | null {
  try {
    return new URL(raw.trim(), base).href
  } catch {
    return null
  }
}

/** Letters and digits only: for comparing titles that differ in spaces and punctuation. */
export function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
