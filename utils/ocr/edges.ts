import type { Grey } from './grey.ts'

/** A step of brightness that counts as an edge, at most and at least: noise of JPEG and scanners stays below, grey 14 px letters above. */
const [MOST, LEAST] = [40, 9]

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
  const step = stepOf(counts)
  for (let at = 0; at < spans.length; at++) spans[at] = spans[at]! >= step ? 1 : 0
  return spans
}

function stepOf(counts: Uint32Array): number {
  const moving = counts.reduce((sum, count, span) => (span >= LEAST ? sum + count : sum), 0)
  let left = moving * (1 - STRONG)
  let strong = 255
  while (strong > LEAST && (left -= counts[strong]!) > 0) strong--
  return Math.max(LEAST, Math.min(MOST, Math.round(strong * 0.22)))
}
