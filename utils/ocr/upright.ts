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
  const below = middle(letters.map((one) => gap(letters, one, 'x0', 'x1', 'y0', 'y1')))
  const beside = middle(letters.map((one) => gap(letters, one, 'y0', 'y1', 'x0', 'x1')))
  return below < usual * BELOW && beside > Math.max(below, usual * 0.1) * TIMES
}

type Side = 'x0' | 'x1' | 'y0' | 'y1'

/** How far the next letter stands in one direction, among those at the same level across it; infinite where there is none. */
function gap(letters: readonly Blob[], one: Blob, low: Side, high: Side, from: Side, to: Side): number {
  let least = Infinity
  for (const other of letters) {
    const shared = Math.min(one[high], other[high]) - Math.max(one[low], other[low])
    if (other[from] >= one[to] && shared > (one[high] - one[low]) * 0.3) least = Math.min(least, other[from] - one[to])
  }
  return least
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
