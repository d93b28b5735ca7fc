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
    scrollTo(win, found)
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

/** The element first, for boxes that scroll in the page; then the words, where the element is higher than the window. */
function scrollTo(win: Window, { element, range }: FoundAnchor): void {
  element.scrollIntoView({ block: 'center' })
  const box = range?.getBoundingClientRect()
  if (box && (box.top < 0 || box.bottom > win.innerHeight)) win.scrollBy(0, box.top - win.innerHeight / 2)
}
