import { elementUnder, holds } from '../types/shadow.ts'
import { boxesOf, type Place } from './place.ts'

/** The place under a point of the window (CSS pixels), the smallest first; highlights take no events, so it has to be looked up. */
export function placeAt(doc: Document, places: readonly Place[], x: number, y: number): Place | null {
  const caret = caretAt(doc, x, y)
  const under = elementUnder(doc, x, y)
  if (!under) return null
  const hits = places.filter((place) => {
    // Cheap tests first: this runs while the pointer moves.
    if (place.range) {
      if (!caret || !mayHold(place.range, caret.node, caret.offset)) return false
    } else if (!holds(place.element, under)) return false
    return boxesOf(place).some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)
  })
  return hits.sort((a, b) => lengthOf(a) - lengthOf(b))[0] ?? null
}

function lengthOf(place: Place): number {
  return place.range?.toString().length ?? Infinity
}

function mayHold(range: Range, node: Node, offset: number): boolean {
  try {
    return range.isPointInRange(node, offset)
  } catch {
    return false // the node left the document since
  }
}

/** Chromium before 128 and others know it by two names. */
function caretAt(doc: Document, x: number, y: number): { node: Node; offset: number } | null {
  const modern = doc as Document & {
    caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null
    caretRangeFromPoint?: (x: number, y: number) => Range | null
  }
  const position = modern.caretPositionFromPoint?.(x, y)
  if (position) return { node: position.offsetNode, offset: position.offset }
  const range = modern.caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}
