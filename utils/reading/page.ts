import type { Day } from '../types/reading.ts'
import { dayInShanghai } from '../types/day.ts'
import { Places } from './anchor.ts'
import type { Block } from './blocks.ts'
import { collectBlocks } from './blocks.ts'
import type { Steps } from './steps.ts'
import { Zones } from './zone.ts'

/** What every reader may look at: the document, and what was gathered from it once. */
export interface Page {
  doc: Document
  /** Where the page stands; also the base for its links. */
  url: string
  base: string
  now: Date
  today: Day
  /** Visible text, in document order. */
  blocks: Block[]
  /** Selectors, worked out once. */
  places: Places
  zones: Zones
  /** Keys of `reading.gap.*`. */
  gaps: Set<string>
}

/** Walks the page once. */
export function* openPage(doc: Document, about: { url: string; now: Date }): Steps<Page> {
  const zones = new Zones(doc.body)
  const blocks = doc.body ? yield* collectBlocks(doc.body, zones) : []
  return { doc, url: about.url, base: doc.baseURI || about.url, now: about.now, today: dayInShanghai(about.now), blocks, places: new Places(), zones, gaps: new Set() }
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
