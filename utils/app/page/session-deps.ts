import type { Streams } from '../../messages.ts'
import type { Surface } from '../../marks/surface.ts'
import type { LinkVerdict } from '../../types/link.ts'
import type { PageReading } from '../../types/reading.ts'
import type { Line } from './link-round.ts'
import type { MarkedPlaces } from './marked.ts'
import type { PagePictures } from './pictures/page-pictures.ts'
import type { AskBackground, LinkFindings } from './state.ts'
import type { PageView } from './view.ts'
import type { LateWindows } from './windows.ts'

/** What a page's session depends on. */
export interface SessionDeps {
  win: Window
  surface: Pick<Surface, 'hide'>
  marks: MarkedPlaces
  read: () => Promise<PageReading>
  /** Told what the page shows whenever that changes, for the 读网记录. */
  reads: (url: string, findings: number) => void
  linkFindings: LinkFindings
  pictures: Pick<PagePictures, 'sees' | 'findings' | 'progress' | 'end'>
  ask: AskBackground
  lookAtLinks: (question: Streams['links.check']['in'], told: (verdict: LinkVerdict) => void) => Line
  /** Draws the chip. */
  render: (view: PageView) => void
  windows: Pick<LateWindows, 'here' | 'open'>
}
