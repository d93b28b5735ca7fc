import { heightOf, widthOf, type Blob } from './blobs.ts'

/** Fewer letters show no direction. */
const LETTERS = 14

/** Letters that touch are one blob, up to this many heights long. */
const TOUCHING = 8

/** In vertical writing the next letter below is nearer than this, in heights of a letter; the next one beside is farther by so many times. */
const [BELOW, TIMES] = [0.6, 1.8]

/** Whether letters are written from top to bottom: half of them have their next neighbour much nearer below than beside. */
export function isUpright(parts: readonly Blob[], usual: number): boolean {
  const isLetter = (side: number) => side > usual * 0.4 && side < usual * TOUCHING
  const letters = parts.filter((blob) => isLetter(heightOf(blob)) && isLetter(widthOf(blob)))
  if (letters.length < LETTERS) return false
  const below = middle(gaps(letters, 'x0', 'x1', 'y0', 'y1'))
  const beside = middle(gaps(letters, 'y0', 'y1', 'x0', 'x1'))
  return below < usual * BELOW && beside > Math.max(below, usual * 0.1) * TIMES
}

type Side = 'x0' | 'x1' | 'y0' | 'y1'

/** How far from each letter the next stands in one direction, among those at the same level across it; infinite where there is none. */
function gaps(letters: readonly Blob[], low: Side, high: Side, from: Side, to: Side): number[] {
  const sorted = [...letters].sort((a, b) => a[from] - b[from])
  return sorted.map((one, at) => {
    // In this order the first that stands farther is the nearest.
    for (let next = at + 1; next < sorted.length; next++) {
      const other = sorted[next]!
      const shared = Math.min(one[high], other[high]) - Math.max(one[low], other[low])
      if (other[from] >= one[to] && shared > (one[high] - one[low]) * 0.3) return other[from] - one[to]
    }
    return Infinity
  })
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
