import { scrollToPlace } from '../../marks/place.ts'
import { findAnchor, type FoundAnchor } from '../../reading/find.ts'
import type { In, Out, ToPage } from '../../messages.ts'
import type { Anchor } from '../../types/anchor.ts'
import type { MarkedPlaces } from './marked.ts'
import type { PageView } from './view.ts'

type Wanted = In<ToPage, 'page.show'>
type Shown = Out<ToPage, 'page.show'>

export interface PointDeps {
  win: Window
  marks: Pick<MarkedPlaces, 'point'>
  show: (change: Partial<PageView>) => void
}

/** How long a page may take to build the place by script, in ms, and how often it is looked for. */
const PATIENCE = 5000
const AGAIN = 250

/**
 * Shows where a recorded issue was: scrolls there, marks it until the page is left, and says so. Where the words are not
 * there any more, nothing else is marked in their stead.
 */
export async function pointAt({ win, marks, show }: PointDeps, { number, severity, anchor, quote }: Wanted): Promise<Shown> {
  const found = anchor && (await findSoon(win, anchor))
  const shown: Shown = !anchor ? 'none' : !found ? 'gone' : found.exact ? 'exact' : 'moved'
  if (found) {
    marks.point({ id: `issue/${number}`, severity, anchor })
    scrollToPlace(win, { id: '', severity, element: found.element, range: found.range, ...(anchor.picture ? { inside: anchor.picture } : {}) })
  }
  const says = { key: `app.shown.${shown}`, params: { number } }
  show({ notice: shown === 'gone' ? { says: { key: 'app.shown.gone-quote', params: { number, quote } }, tone: 'problem', action: null } : { says, tone: 'done', action: null } })
  return shown
}

async function findSoon(win: Window, anchor: Anchor): Promise<FoundAnchor | null> {
  for (let waited = 0; ; waited += AGAIN) {
    const found = findAnchor(win.document, anchor)
    if (found || waited >= PATIENCE) return found
    await new Promise((resolve) => win.setTimeout(resolve, AGAIN))
  }
}
