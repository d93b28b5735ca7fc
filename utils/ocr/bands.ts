/** A part of a high picture from edge to edge: it is looked at from `top` to `bottom`, and answers for what stands between `from` and `to`. */
export interface Band {
  top: number
  bottom: number
  from: number
  to: number
}

/** Bands share this many rows, in pixels: no line of text is higher, so each is seen whole by the band that answers for it. */
export const OVERLAP = 320

/** Splits a picture into bands of at most so many pixels, so that memory stays small however high it is. */
export function bandsOf(width: number, height: number, pixels: number): Band[] {
  const high = Math.max(OVERLAP * 2, Math.floor(pixels / Math.max(1, width)))
  const count = height <= high ? 1 : Math.ceil((height - OVERLAP) / (high - OVERLAP))
  const step = (height - OVERLAP) / count
  const topOf = (at: number) => (at === 0 ? 0 : Math.round(at * step))
  return Array.from({ length: count }, (_, at) => {
    const [isFirst, isLast] = [at === 0, at === count - 1]
    const bottom = isLast ? height : topOf(at + 1) + OVERLAP
    return { top: topOf(at), bottom, from: isFirst ? -Infinity : topOf(at) + OVERLAP / 2, to: isLast ? Infinity : bottom - OVERLAP / 2 }
  })
}

/** What lies for more than half in something larger was seen by two bands, there cut off. */
export function once<T extends { x0: number; y0: number; x1: number; y1: number }>(lines: readonly T[]): T[] {
  const kept: T[] = []
  const area = ({ x0, y0, x1, y1 }: T) => (x1 - x0) * (y1 - y0)
  for (const line of [...lines].sort((a, b) => area(b) - area(a))) if (!kept.some((other) => share(line, other) > 0.5)) kept.push(line)
  return kept
}

function share(a: { x0: number; y0: number; x1: number; y1: number }, b: typeof a): number {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)
  const least = Math.min((a.x1 - a.x0) * (a.y1 - a.y0), (b.x1 - b.x0) * (b.y1 - b.y0))
  return width <= 0 || height <= 0 || least <= 0 ? 0 : (width * height) / least
}
