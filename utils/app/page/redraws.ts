/** Our layer is drawn again at most this often while links come in, in ms. */
const REDRAW = 250
/** … and on a page whose layer takes long to draw, for at most this part of the time. */
const SHARE = 0.05

/** When a page's layer is drawn again: news come in faster than is worth drawing. */
export class Redraws {
  private timer: number | null = null
  /** How long the layer took to draw last, in ms. */
  private took = 0
  private readonly win: Window

  constructor(win: Window) {
    this.win = win
  }

  /** Has it drawn soon, once however often it is asked. `draw` is told how to ask whether it is still wanted: somebody may draw while it prepares. */
  later(draw: (isWanted: () => boolean) => void): void {
    const timer = (this.timer ??= this.win.setTimeout(() => draw(() => this.timer === timer), Math.max(REDRAW, this.took / SHARE)))
  }

  isWaiting(): boolean {
    return this.timer !== null
  }

  /** Whoever draws now has drawn for what was to be drawn later. */
  begin(): void {
    if (this.timer !== null) this.win.clearTimeout(this.timer)
    this.timer = null
  }

  ended(took: number): void {
    this.took = took
  }
}
