import type { Finding } from './finding.ts'
import type { PastIssue } from './recheck.ts'
import type { Phrase } from './phrase.ts'
import type { PicturesProgress } from './picture.ts'
import type { DateReading } from './reading.ts'
import type { Belonging, Freshness } from './roster.ts'

/** How far the link check of one page is. */
export interface LinkProgress {
  total: number
  done: number
  alive: number
  dead: number
  unsure: number
  /** Hosts that are still asked, those with the most addresses first; each can be stopped alone. */
  waiting?: { host: string; left: number }[]
  /** True when a person stopped or paused it. */
  paused: boolean
}

/**
 * What the interface shows of one page at a glance: the chip, the panel in the page and the popup all show this.
 * `off`: switched off for this site; `restricted`: a page that no extension may read; `reading`: not ready yet; `unread`: it failed, and why.
 */
export type Glance =
  | { state: 'off' | 'restricted' | 'reading' | 'unread'; url: string; host: string; says: Phrase | null }
  | {
      state: 'ready'
      url: string
      host: string
      title: string
      belonging: Belonging
      columnName: string | null
      freshness: Freshness
      /** The date shown: publication date of an article, newest item of a column. */
      date: DateReading | null
      findings: Finding[]
      /** Ids of findings that were recorded as issues from this page, with the issue's number. */
      recorded: Record<string, number | string>
      /** Issues of earlier visits to this page, and what became of them. */
      past: PastIssue[]
      links: LinkProgress
      /** True while the language model is still reading. */
      pending: boolean
      /** A home or site-map page, from which columns can be taken into the roster. */
      offersPlaces?: boolean
      /** Large pictures of the article and what was read of them; absent where there are none, or none can be read. */
      pictures?: PicturesProgress
      /** What was not checked, and why. */
      unchecked: Phrase[]
    }
