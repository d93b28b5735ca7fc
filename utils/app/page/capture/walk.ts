import type { PageView } from '../../../types/capture.ts'
import { FixedParts, type Part, type Within } from './fixed.ts'
import { settled } from './settle.ts'
import { viewOf } from './view.ts'

/** A stop of the walk as the page reached it. */
export interface WalkStop {
  view: PageView
  /** Pictures in the window that did not load in time. */
  missing: number
}

/** Takes a page along for a long picture, and leaves it exactly as it was found: scroll place and styles. Focus and selection are never taken from it. */
export class PageWalk {
  private readonly win: Window
  private readonly fixed: FixedParts
  private readonly from: { x: number; y: number }
  private readonly over = new AbortController()

  constructor(win: Window, isOurs: (element: Element) => boolean) {
    this.win = win
    this.fixed = new FixedParts(win, isOurs)
    this.from = { x: win.scrollX, y: win.scrollY }
  }

  /** Scrolls to a place of the document (CSS pixels) and waits until what stands there is drawn. */
  async stop(x: number, y: number, part: Part, within: Within): Promise<WalkStop> {
    const { win, fixed } = this
    const root = win.document.documentElement
    // A page that snaps or glides would not stand where it is asked to.
    fixed.set(root, 'scroll-behavior', 'auto')
    fixed.set(root, 'scroll-snap-type', 'none')
    fixed.set(root, 'overflow-anchor', 'none')
    this.scrollTo(x, y)
    fixed.show(part, within)
    const missing = await settled(win, this.over.signal)
    if (this.over.signal.aborted) return { view: viewOf(win), missing }
    // The page may have grown, or put new fixed parts in, while its pictures came.
    if (Math.abs(win.scrollY - y) > 1 || Math.abs(win.scrollX - x) > 1) this.scrollTo(x, y)
    fixed.show(part, within)
    return { view: viewOf(win), missing }
  }

  /** Puts everything back. */
  end(): void {
    if (this.over.signal.aborted) return
    this.over.abort()
    this.fixed.restore()
    this.scrollTo(this.from.x, this.from.y)
  }

  private scrollTo(x: number, y: number): void {
    this.win.scrollTo({ left: x, top: y, behavior: 'instant' as ScrollBehavior })
  }
}
