import type { OcrChar } from '../types/ocr.ts'

/**
 * The characters of two readings: where they differ, the surer characters stand. What one reading alone has stays only if it is the surer
 * one on the whole.
 */
export function agreed(first: readonly OcrChar[], second: readonly OcrChar[]): OcrChar[] {
  const isFirstSurer = mean(first) >= mean(second)
  const chars: OcrChar[] = []
  for (const [one, other] of aligned(first, second)) {
    if (one && other) chars.push(one.text === other.text || one.confidence >= other.confidence ? one : other)
    else if (isFirstSurer ? one : other) chars.push((one ?? other)!)
  }
  return chars.length === 0 ? [...first] : chars
}

function mean(chars: readonly OcrChar[]): number {
  return chars.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, chars.length)
}

/** Pairs in order, with the fewest replacements and gaps. */
function aligned(a: readonly OcrChar[], b: readonly OcrChar[]): [OcrChar | null, OcrChar | null][] {
  const wide = b.length + 1
  const cost = new Uint16Array((a.length + 1) * wide)
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      cost[i * wide + j] = i === 0 ? j : j === 0 ? i : Math.min(cost[(i - 1) * wide + j - 1]! + (a[i - 1]!.text === b[j - 1]!.text ? 0 : 1), cost[(i - 1) * wide + j]! + 1, cost[i * wide + j - 1]! + 1)
    }
  }
  const pairs: [OcrChar | null, OcrChar | null][] = []
  for (let i = a.length, j = b.length; i > 0 || j > 0; ) {
    const here = cost[i * wide + j]!
    const isPair = i > 0 && j > 0 && here === cost[(i - 1) * wide + j - 1]! + (a[i - 1]!.text === b[j - 1]!.text ? 0 : 1)
    if (isPair) pairs.push([a[--i]!, b[--j]!])
    else if (i > 0 && here === cost[(i - 1) * wide + j]! + 1) pairs.push([a[--i]!, null])
    else pairs.push([null, b[--j]!])
  }
  return pairs.reverse()
}
