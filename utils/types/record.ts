import type { Anchor } from './anchor.ts'
import type { PageView } from './capture.ts'
import type { PageContext } from './evidence.ts'
import type { Finding, Severity } from './finding.ts'
import type { Phrase } from './phrase.ts'
import type { Day, PageKind } from './reading.ts'

/** A rectangle of the visible page in CSS pixels, from the top left of the window. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** What a recorded issue needs to know of its page. */
export interface PageBrief {
  url: string
  title: string
  /** The page that led here, or ''. */
  parentUrl: string
  kind: PageKind
  columnName: string | null
  contentSource: string | null
  siteName: string | null
  siteIdCode: string | null
  publishedOn: Day | null
}

/** What a person points at when recording. */
export type RecordTarget =
  | { kind: 'finding'; findingId: string }
  | { kind: 'selection'; text: string }
  | { kind: 'image'; src: string }
  | { kind: 'page' }
  /** All dead links of the page as one issue. */
  | { kind: 'dead-links' }
  /** A place that was recorded before, or that a person has framed or picked. */
  | { kind: 'place'; anchor: Anchor | null }
  | { kind: 'manual'; type: string; severity: Severity; description: string; unitId: string | null; anchor?: Anchor | null }

/** The page's answer to "get ready for the picture": what is recorded, and where it stands on the screen. */
export interface RecordDraft {
  page: PageBrief
  finding: Finding | null
  anchor: Anchor | null
  /** The words around the place. */
  context: string
  outline: Box | null
  /** Where personal data is on the screen: what the checks found, and what is typed into fields. */
  personal: Box[]
  /** How the window stands over the page, to scale these to the picture; null where no page answers. */
  view: PageView | null
  /** What the page tells of itself; null where no page answers. */
  evidence: PageContext | null
}

/** What the person is told after recording. */
export interface Recorded {
  issueId: string
  number: number | string
  /** Number of the first issue with the same fingerprint, where there is one: 疑似重复. */
  duplicateOf: number | string | null
  /** 反弹: how often this issue was found again after 已销号, where it was opened again just now. */
  rebounds?: number
  /** `permission`: the user may still allow it; `restricted`: never possible here; `missed`: another tab came to the front; `full`: no room for pictures, words go on. */
  shot: 'taken' | 'permission' | 'restricted' | 'missed' | 'full'
  /** What must be known of the picture: a page too long to be taken whole, a part that stayed hidden. */
  notes?: Phrase[]
}

/** 此处 / 本网站 / 所有网站. */
export type IgnoreScope = 'here' | 'site' | 'everywhere'

/** 忽略 or 误报: a suspicion the person does not want to see again. */
export interface Ignore {
  /** ULID. */
  id: string
  kind: 'ignored' | 'false-alarm'
  scope: IgnoreScope
  check: string
  /** The finding's evidence, so that other words of the same check are still seen. */
  evidence: string
  /** Host for `site`, address for `here`, '' for `everywhere`. */
  where: string
  at: string
}
