import type { Grey } from './grey.ts'

/** A step of brightness that counts as an edge, at most and at least: noise of JPEG and scanners stays below, grey 14 px letters above. */
const [MOST, LEAST] = [40, 9]

/** Side of the squares that JPEG cuts a picture into, in pixels: its rings around a stroke reach no further than the next. */
const SHIFT = 3
const CELL = 1 << SHIFT

/** Weaker than this part of the strongest edge near by is its ring; above this step it is a letter of its own in any case. */
const [RING, RINGS] = [0.36, 80]

/** Edges this strong are the picture's letters, if it has any: the step is a part of theirs. */
const STRONG = 0.985

/**
 * Where brightness changes from one pixel to the next: 1 in a square of two by two that spans more than the threshold. Letters are
 * found so whatever their colour and ground, light on dark as well as dark on light, and a slow gradient is none.
 */
export function edgesOf(picture: Grey): Uint8Array {
  const { width, height } = picture
  const across = Math.ceil(width / CELL)
  const counts = new Uint32Array(256)
  const most = new Uint8Array(across * Math.ceil(height / CELL))
  const spans = spansOf(picture, counts, most)
  const steps = stepsOf(most, across, stepOf(counts))
  for (let y = 0; y < height; y++) {
    const row = (y >> SHIFT) * across
    for (let cell = 0; cell < across; cell++) {
      // Most of a page is blank.
      if (most[row + cell] === 0) continue
      const step = steps[row + cell]!
      const from = y * width + (cell << SHIFT)
      const to = Math.min(y * width + width, from + CELL)
      for (let at = from; at < to; at++) spans[at] = spans[at]! >= step ? 1 : 0
    }
  }
  return spans
}

/** How much brightness changes in each square of two by two, 0 where it is no edge in any case; how often, and the most in each cell. */
function spansOf({ width, height, data }: Grey, counts: Uint32Array, most: Uint8Array): Uint8Array {
  const spans = new Uint8Array(width * height)
  const across = Math.ceil(width / CELL)
  for (let y = 0; y + 1 < height; y++) {
    const row = (y >> SHIFT) * across
    let at = y * width
    let [a, b] = [data[at]!, data[at + width]!]
    // The darker and the lighter of a pixel and the one below it: each pair is looked at once and compared with the next.
    let [low, high] = a < b ? [a, b] : [b, a]
    for (let x = 0; x + 1 < width; x++, at++) {
      a = data[at + 1]!
      b = data[at + width + 1]!
      const nextLow = a < b ? a : b
      const nextHigh = a < b ? b : a
      const span = (high > nextHigh ? high : nextHigh) - (low < nextLow ? low : nextLow)
      low = nextLow
      high = nextHigh
      if (span < LEAST) continue
      spans[at] = span
      counts[span]!++
      const cell = row + (x >> SHIFT)
      if (span > most[cell]!) most[cell] = span
    }
  }
  return spans
}

/** The step that counts in each cell: beside strong edges JPEG leaves rings, which would join letters and lines; faint letters stand elsewhere. */
function stepsOf(most: Uint8Array, across: number, least: number): Uint8Array {
  const down = most.length / across
  const steps = new Uint8Array(most.length)
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      let near = 0
      for (let v = Math.max(0, y - 1); v <= Math.min(down - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(across - 1, x + 1); u++) near = Math.max(near, most[v * across + u]!)
      }
      steps[y * across + x] = Math.max(least, Math.min(RINGS, Math.round(near * RING)))
    }
  }
  return steps
}

function stepOf(counts: Uint32Array): number {
  const moving = counts.reduce((sum, count) => sum + count, 0)
  let left = moving * (1 - STRONG)
  let strong = 255
  while (strong > LEAST && (left -= counts[strong]!) > 0) strong--
  return Math.max(LEAST, Math.min(MOST, Math.round(strong * 0.22)))
}
