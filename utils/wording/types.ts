import type { Day, PageKind, TextBlock } from '../types/reading.ts'
import type { Suspicion } from '../types/wording.ts'

/** What a text belongs to. A rule may be silent on old pages, in lists, in footers. */
export interface About {
  /** Day the page was published; null where it could not be read. */
  pageDay: Day | null
  kind: PageKind
  role: TextBlock['role']
  url?: string
}

/** A block as the page-level rules need it; `selector` tells the cells of one table. */
export type Block = Pick<TextBlock, 'id' | 'text' | 'role'> & Partial<Pick<TextBlock, 'selector'>>

/** What an office does not want to hear of. */
export interface Ignores {
  /** Rule ids, or pack ids to silence a whole pack. */
  rules?: readonly string[]
  /** Phrases; what lies inside one of them is not reported, so a longer phrase wins over a shorter rule. */
  phrases?: readonly string[]
}

/** 严谨 / 均衡 / 全面. */
export type Level = 'strict' | 'balanced' | 'full'

export const LEVELS: readonly Level[] = ['strict', 'balanced', 'full']

export interface WordingOptions {
  ignores?: Ignores
  /** Names of the office's own units and places, from the roster. */
  ownNames?: readonly string[]
  /** Words that the office calls right in its own list: neither suspect nor known to the shipped rules as wrong. */
  rightWords?: readonly string[]
  level?: Level
}

/** One place that a detector found; the engine makes a Suspicion of it. */
export interface Hit {
  /** Offsets into the text, UTF-16 units, end exclusive. */
  start: number
  end: number
  /** What to write instead, or null. */
  right: string | null
  /** 0 to 1; the rule's own where absent. */
  confidence?: number
  /** Personal data: what is shown instead of the words. Has the same length. */
  masked?: string
  /** Values for the rule's sentence. */
  params?: Record<string, string | number>
}

/** Looks at one text. */
export type Detector = (text: string, about: About) => Hit[]

/** Looks at all blocks of a page at once; keys are block ids. */
export type PageDetector = (blocks: readonly Block[], about: Omit<About, 'role'>) => Map<number, Hit[]>

/** The rules tier: synchronous, no model. */
export interface WordingChecker {
  check: (text: string, about: About) => Suspicion[]
  /** Rules that need the whole page: once-a-page counts, numbering, doubled blocks. Keys are block ids. */
  checkPage: (blocks: readonly Block[], about: Omit<About, 'role'>) => Map<number, Suspicion[]>
}
