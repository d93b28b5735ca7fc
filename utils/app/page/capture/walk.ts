import type { PageView } from '../../../types/capture.ts'
import { painted } from '../idle.ts'
import { FixedParts, type Part, type Within } from './fixed.ts'
import { boxGround, documentGround, type Ground } from './ground.ts'
import { Seam } from './seam.ts'
import { settled } from './settle.ts'

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
  private readonly ground: Ground
  private readonly seam: Seam
  /** By how much the page has moved down under us since the first stop. */
  private drift = 0
  private readonly over = new AbortController()

  /** @param box what is walked over in place of the document */
  constructor(win: Window, isOurs: (element: Element) => boolean, box: HTMLElement | null) {
    this.win = win
    this.ground = box ? boxGround(win, box) : documentGround(win)
    this.fixed = new FixedParts(win, isOurs, box)
    this.seam = new Seam(win, isOurs)
  }

  /** Whether a box is walked over, and not the document. */
  get isInBox(): boolean {
    return this.ground.box !== null
  }

  /** As the page stood at the first stop: what has moved under us since is left out. */
  view(): PageView {
    const view = this.ground.view()
    return { ...view, scrollY: view.scrollY - this.drift, docHeight: view.docHeight - this.drift }
  }

  /**
   * Scrolls to a place of the document (CSS pixels) and waits until what stands there is drawn.
   * @param covered height at the window's lower edge that is taken at the next stop
   */
  async stop(x: number, y: number, part: Part, within: Within, covered: number): Promise<WalkStop> {
    const { win, fixed } = this
    for (const element of [win.document.documentElement, this.ground.box]) if (element) holdStill(fixed, element)
    this.scrollTo(x, y)
    fixed.show(part, within)
    const missing = await settled(win, this.over.signal)
    if (this.over.signal.aborted) return { view: this.view(), missing }
    // The page may have grown, or put new fixed parts in, while its pictures came.
    fixed.show(part, within)
    this.drift += this.seam.moved(this.ground.view().docHeight)
    const { scrollX, scrollY, height, foot = 0 } = this.view()
    if (Math.abs(scrollY - y) > 1 || Math.abs(scrollX - x) > 1) {
      this.scrollTo(x, y)
      // A page that lets nobody scroll is back where it was a frame later, which is what the picture will show.
      await painted(win)
    }
    this.seam.remember(height - Math.max(covered, foot) - 2, this.ground.view().docHeight)
    return { view: this.view(), missing }
  }

  /** Puts everything back. */
  end(): void {
    if (this.over.signal.aborted) return
    this.over.abort()
    this.fixed.restore()
    this.ground.back()
  }

  private scrollTo(x: number, y: number): void {
    this.ground.scrollTo(x, y + this.drift)
  }
}

/** A page that snaps or glides would not stand where it is asked to. */
function holdStill(fixed: FixedParts, element: HTMLElement): void {
  fixed.set(element, 'scroll-behavior', 'auto')
  fixed.set(element, 'scroll-snap-type', 'none')
  fixed.set(element, 'overflow-anchor', 'none')
}
