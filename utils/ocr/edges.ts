import type { Grey } from './grey.ts'

/** A step of brightness that counts as an edge, at most and at least: noise of JPEG and scanners stays below, grey 14 px letters above. */
const [MOST, LEAST] = [40, 9]

/** Side of the squares that JPEG cuts a picture into, in pixels: its rings around a stroke reach no further than the next. */
const CELL = 8

/** Weaker than this part of the strongest edge near by is its ring; above this step it is a letter of its own in any case. */
const [RING, RINGS] = [0.36, 80]

/** Edges this strong are the picture's letters, if it has any: the step is a part of theirs. */
const STRONG = 0.985

/**
 * Where brightness changes from one pixel to the next: 1 in a square of two by two that spans more than the threshold. Letters are
 * found so whatever their colour and ground, light on dark as well as dark on light, and a slow gradient is none.
 */
export function edgesOf({ width, height, data }: Grey): Uint8Array {
  const spans = new Uint8Array(width * height)
  const counts = new Uint32Array(256)
  for (let y = 0; y + 1 < height; y++) {
    for (let x = 0, at = y * width; x + 1 < width; x++, at++) {
      const [a, b, c, d] = [data[at]!, data[at + 1]!, data[at + width]!, data[at + width + 1]!]
      const [highA, highB] = [a > b ? a : b, c > d ? c : d]
      const [lowA, lowB] = [a < b ? a : b, c < d ? c : d]
      const span = (highA > highB ? highA : highB) - (lowA < lowB ? lowA : lowB)
      spans[at] = span
      counts[span]!++
    }
  }
  const steps = stepsOf(spans, width, height, stepOf(counts))
  const across = Math.ceil(width / CELL)
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / CELL) * across
    for (let x = 0; x < width; x++, at++) spans[at] = spans[at]! >= steps[row + Math.floor(x / CELL)]! ? 1 : 0
  }
  return spans
}

/** The step that counts in each cell: beside strong edges JPEG leaves rings, which would join letters and lines; faint letters stand elsewhere. */
function stepsOf(spans: Uint8Array, width: number, height: number, least: number): Uint8Array {
  const [across, down] = [Math.ceil(width / CELL), Math.ceil(height / CELL)]
  const most = new Uint8Array(across * down)
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / CELL) * across
    for (let x = 0; x < width; x++, at++) if (spans[at]! > most[row + Math.floor(x / CELL)]!) most[row + Math.floor(x / CELL)] = spans[at]!
  }
  const steps = new Uint8Array(across * down)
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
  const moving = counts.reduce((sum, count, span) => (span >= LEAST ? sum + count : sum), 0)
  let left = moving * (1 - STRONG)
  let strong = 255
  while (strong > LEAST && (left -= counts[strong]!) > 0) strong--
  return Math.max(LEAST, Math.min(MOST, Math.round(strong * 0.22)))
}
