/** Less is a rounded pixel. CSS pixels. */
const LEAST = 2

/** An element at the seam, and how far under the top of the page it stood. */
interface Stood {
  element: HTMLElement
  y: number
}

/**
 * What stands where one slice ends and the next begins. Pages change above it while one walks on (a head that leaves the text for the window's edge,
 * a notice that comes or goes), and all that is under it moves: rows would be in the picture twice, or not at all.
 */
export class Seam {
  private stood: Stood[] = []
  private height = 0
  private readonly win: Window
  private readonly isOurs: (element: Element) => boolean

  constructor(win: Window, isOurs: (element: Element) => boolean) {
    this.win = win
    this.isOurs = isOurs
  }

  /** Remembers what stands at a height of the window now. @param docHeight of the page as it is */
  remember(y: number, docHeight: number): void {
    const { win } = this
    const at = [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => this.under(win.innerWidth * share, y))
    this.stood = [...new Set(at)].flatMap((element) => (element ? [{ element, y: heightOf(element) }] : []))
    this.height = docHeight
  }

  /** By how much all of that has moved since, in CSS pixels. What moves in a page that stays as long as it was is moved by itself. */
  moved(docHeight: number): number {
    if (Math.abs(docHeight - this.height) < LEAST) return 0
    const by = this.stood.filter(({ element }) => element.isConnected).map(({ element, y }) => heightOf(element) - y)
    const most = by.find((one) => by.filter((other) => Math.abs(other - one) < LEAST).length * 2 > by.length)
    return most !== undefined && Math.abs(most) >= LEAST ? most : 0
  }

  private under(x: number, y: number): HTMLElement | null {
    const { document: doc } = this.win
    const element = doc.elementsFromPoint(x, y).find((one) => !this.isOurs(one) && one instanceof HTMLElement && !this.isFixed(one)) as HTMLElement | undefined
    return !element || element === doc.body || element === doc.documentElement ? null : element
  }

  private isFixed(element: Element): boolean {
    for (let one: Element | null = element; one; one = one.parentElement) if (this.win.getComputedStyle(one).position === 'fixed') return true
    return false
  }
}

/** Where the page lays an element out: neither a box that scrolls nor an animation that is drawn only changes it. */
function heightOf(element: HTMLElement): number {
  let y = 0
  for (let one: HTMLElement | null = element; one; one = one.offsetParent as HTMLElement | null) y += one.offsetTop + (one === element ? 0 : one.clientTop)
  return y
}
