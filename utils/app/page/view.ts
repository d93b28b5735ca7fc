import type { Finding } from '../../types/finding.ts'
import type { Glance } from '../../types/glance.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Box } from '../../types/record.ts'
import type { RoundPlace } from '../../types/route.ts'
import type { PictureUnder } from './pictures/hover.ts'

/** A sentence at the bottom of the page, with at most one way back. */
export interface PageNotice {
  says: Phrase
  tone: 'done' | 'problem'
  action: { label: Phrase; run: () => void } | null
  also?: { label: Phrase; run: () => void }
}

/** What is drawn in the page. */
export interface PageView {
  glance: Glance
  panelOpen: boolean
  collapsed: boolean
  card: { finding: Finding; near: Box; takesFocus: boolean } | null
  busy: string | null
  notice: PageNotice | null
  /** The place in a reading route; null before it is known. */
  round: RoundPlace | null
  /** The picture whose text is shown. */
  sheet: string | null
  /** The large picture under the pointer. */
  under: PictureUnder | null
  /** Why nothing but the chip can be shown: the extension was updated under the page, or its windows did not come. */
  trouble: 'outdated' | 'failed' | null
}
