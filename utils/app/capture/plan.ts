import type { Area } from '../../types/drawing.ts'
import type { DocArea, PageView } from '../../types/capture.ts'

/** Longest side and most pixels of a picture: what every browser's canvas takes (32,767 a side), and what an office PC has memory for (256 MB unpacked). */
export const MOST_SIDE = 32_000
export const MOST_PIXELS = 64_000_000
/** A page that has become so many times as long as it was while one scrolled has no end. */
const ENDLESS = 3

/** Where a picture stands in the document, in its own pixels. */
export type Target = Area

/** One stop of the walk: where to scroll to in CSS pixels, and what of the picture is still to be taken. */
export interface Stop {
  x: number
  y: number
  /** Row of the target at which this slice begins, and column. */
  row: number
  column: number
  part: 'first' | 'middle' | 'last' | 'only'
}

/** A slice: what of a captured picture goes where in the long one. */
export interface Cut {
  from: Area
  to: { x: number; y: number }
}

/**
 * Pixels of the picture to a CSS pixel. The page's own word is exact where the picture is as wide as it says; else (a browser that scales
 * what it hands out) the widths tell.
 */
export function scaleOf({ ratio, windowWidth }: Pick<PageView, 'ratio' | 'windowWidth'>, pictureWidth: number): number {
  return Math.abs(windowWidth * ratio - pictureWidth) <= ratio + 1 ? ratio : pictureWidth / windowWidth
}

/** Whole pixels of a length that is one but for the last digits of a division. */
function pixels(length: number): number {
  return Math.floor(length + 0.1)
}

/** A rectangle of the document in pixels of a picture. */
export function targetOf({ x, y, width, height }: DocArea, ratio: number): Target {
  const left = Math.round(x * ratio)
  const top = Math.round(y * ratio)
  return { x: left, y: top, width: Math.max(1, Math.round((x + width) * ratio) - left), height: Math.max(1, Math.round((y + height) * ratio) - top) }
}

/** Highest picture that may be made of this width. */
export function mostHeight(width: number): number {
  return Math.min(MOST_SIDE, Math.floor(MOST_PIXELS / Math.min(width, MOST_SIDE)))
}

/** Whether the window shows all of an area, so that one capture is enough. Half a pixel does not count. */
export function isInView({ x, y, width, height }: DocArea, view: PageView): boolean {
  const slack = 0.5
  return x >= view.scrollX - slack && y >= view.scrollY - slack && x + width <= view.scrollX + view.width + slack && y + height <= view.scrollY + view.height + slack
}

/** A view whose `ratio` is that of a picture of it. */
export function asPictured(view: PageView, picture: { width: number }): PageView {
  return { ...view, ratio: scaleOf(view, picture.width) }
}

/** What of a captured picture shows an area that is wholly in view. */
export function cutInView(area: DocArea, view: PageView, picture: { width: number; height: number }): Area {
  const { ratio, scrollX, scrollY, offsetX, offsetY } = view
  const target = targetOf({ ...area, x: area.x - scrollX - offsetX, y: area.y - scrollY - offsetY }, ratio)
  const x = Math.min(Math.max(0, target.x), picture.width - 1)
  const y = Math.min(Math.max(0, target.y), picture.height - 1)
  return { x, y, width: Math.min(target.x + target.width, picture.width) - x, height: Math.min(target.y + target.height, picture.height) - y }
}

/** Columns of stops that a target needs: pixels from its left edge. One where the window is as wide as it. */
export function columnsOf(target: Target, view: PageView): number[] {
  const width = Math.max(1, pixels(view.width * view.ratio))
  return Array.from({ length: Math.max(1, Math.ceil((target.width - 1) / width)) }, (_, n) => n * width)
}

/** The next stop, when `row` rows are done. */
export function stopAt(target: Target, view: PageView, row: number, column: number): Stop {
  const { ratio } = view
  const head = row > 0 ? (view.head ?? 0) : 0
  const rows = pixels((view.height - head) * ratio)
  const isLast = row + rows >= target.height
  return {
    x: (target.x + column) / ratio,
    y: (target.y + row) / ratio - head,
    row,
    column,
    part: row === 0 ? (isLast ? 'only' : 'first') : isLast ? 'last' : 'middle',
  }
}

/**
 * What of the picture captured at a stop is new. `bar`: height of our own bar at the window's lower edge, in CSS pixels: what is under it is taken at
 * the next stop. Null where the page did not scroll as far as that: there is nothing new in the picture.
 */
export function cutAt(target: Target, stop: Stop, view: PageView, bar: number, picture: { width: number; height: number }): Cut | null {
  const { ratio } = view
  const left = target.x + stop.column - Math.round(view.scrollX * ratio)
  const top = target.y + stop.row - Math.round(view.scrollY * ratio)
  const foot = stop.part === 'first' || stop.part === 'middle' ? (view.foot ?? 0) : 0
  const usable = Math.min(picture.height, pixels(view.height * ratio)) - Math.max(bar > 0 ? Math.ceil(bar * ratio) + 1 : 0, Math.ceil(foot * ratio))
  const wide = Math.min(picture.width, pixels(view.width * ratio))
  const from: Area = { x: Math.max(0, left), y: Math.max(0, top), width: 0, height: 0 }
  from.width = Math.min(wide - from.x, target.width - stop.column)
  from.height = Math.min(usable - from.y, target.height - stop.row)
  return from.width > 0 && from.height > 0 ? { from, to: { x: stop.column, y: stop.row } } : null
}

/** How high the picture becomes, as the page is now; it may grow while it is walked. */
export function heightNow(target: Target, view: PageView, before: number, wholePage: boolean): { height: number; note: 'long' | 'endless' | null } {
  const wanted = wholePage ? Math.round(view.docHeight * view.ratio) - target.y : target.height
  const most = mostHeight(target.width)
  if (wholePage && wanted > before * ENDLESS && wanted - before > 3 * view.height * view.ratio) return { height: Math.min(before * ENDLESS, most), note: 'endless' }
  return wanted > most ? { height: most, note: 'long' } : { height: Math.max(1, wanted), note: null }
}

/** A rectangle of the window, as one picture shows it, in pixels of the whole; null where it begins elsewhere. */
export function boxInWhole({ x, y, width, height }: { x: number; y: number; width: number; height: number }, cut: Cut, view: PageView): Area | null {
  const { ratio } = view
  const left = x * ratio
  const top = y * ratio
  const begins = (at: number, from: number, length: number, first: boolean) => at < from + length && (at >= from || first)
  const here = begins(left, cut.from.x, cut.from.width, cut.to.x === 0) && begins(top, cut.from.y, cut.from.height, cut.to.y === 0)
  if (!here || left + width * ratio <= cut.from.x || top + height * ratio <= cut.from.y) return null
  return { x: Math.round(left - cut.from.x + cut.to.x), y: Math.round(top - cut.from.y + cut.to.y), width: Math.round(width * ratio), height: Math.round(height * ratio) }
}

/** What of an area is inside a picture; null where that is nothing. */
export function clipped({ x, y, width, height }: Area, picture: { width: number; height: number }): Area | null {
  const left = Math.max(0, x)
  const top = Math.max(0, y)
  const right = Math.min(picture.width, x + width)
  const bottom = Math.min(picture.height, y + height)
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null
}
