/** Less is a rounded pixel. CSS pixels. */
const LEAST = 2
/** Where elements are looked for, in parts of what the window shows. */
const ACROSS = [0.1, 0.5, 0.9]
const DOWN = [0.05, 0.2, 0.4, 0.6, 0.8, 1]
/** So many of them must have moved alike: up, because a head has left the text above them; down, where lists that never end put more above their foot alone. */
const MOST = { up: 0.5, down: 0.75 }

/** An element in the window, and how far under the top of the page it stood. */
interface Stood {
  element: HTMLElement
  y: number
}

/**
 * What stands in one slice, down to where the next begins. Pages change above it while one walks on (a head that leaves the text for the window's edge,
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

  /** Remembers what stands in the window now, down to a height of it. @param docHeight of the page as it is */
  remember(bottom: number, docHeight: number): void {
    const { innerWidth } = this.win
    const at = DOWN.flatMap((down) => ACROSS.map((across) => this.under(innerWidth * across, bottom * down)))
    this.stood = [...new Set(at)].flatMap((element) => (element ? [{ element, y: heightOf(element) }] : []))
    this.height = docHeight
  }

  /** By how much all of that has moved since, in CSS pixels. What moves in a page that stays as long as it was is moved by itself. */
  moved(docHeight: number): number {
    if (Math.abs(docHeight - this.height) < LEAST) return 0
    const by = this.stood.filter(({ element }) => element.isConnected).map(({ element, y }) => heightOf(element) - y)
    const share = (one: number) => by.filter((other) => Math.abs(other - one) < LEAST).length / by.length
    return by.find((one) => Math.abs(one) >= LEAST && (one < 0 ? share(one) > MOST.up : share(one) >= MOST.down)) ?? 0
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
