/** A rectangle in CSS pixels of the viewport, such as `getBoundingClientRect` gives. */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

export interface Size {
  width: number
  height: number
}

const GAP = 6
const EDGE = 8

/**
 * Where a card goes beside a mark: under it where there is room, else over it, else at the edge that hides less of it;
 * never outside the viewport. Left and top in CSS pixels of the viewport.
 */
export function placeBeside(mark: Rect, card: Size, view: Size): { left: number; top: number } {
  const under = mark.y + mark.height + GAP
  const over = mark.y - GAP - card.height
  const lowest = view.height - EDGE - card.height
  const top = under <= lowest ? under : over >= EDGE ? over : lowest
  return {
    left: Math.max(EDGE, Math.min(mark.x, view.width - EDGE - card.width)),
    top: Math.max(EDGE, top),
  }
}
