import { isHan, isLatin } from './glyphs.ts'

/** A character of a line, and about where its middle was seen, in pixels of the strip. */
export interface Seen {
  text: string
  middle: number
}

/** What a step costs: a width unlike the letter's, a place far from where it was seen, a cut through ink, a cell without ink. */
const [WIDTH, PLACE, CUT, EMPTY] = [6, 0.12, 3, 2]

/** No letter begins farther from where it was seen, in widths of a Chinese character. */
const REACH = 5

/**
 * Where the letters of a line end and the next begin. The recogniser knows the letters but only about where each was; Chinese
 * characters are as wide as high, and between most letters there is a blank column. Of all ways to cut, the one that fits both best.
 * @param ink how much ink stands in each column of the strip
 * @param em size of a Chinese character, in pixels of the strip
 * @returns one more than there are letters, rising
 */
export function bordersOf(letters: readonly Seen[], ink: Uint16Array, em: number): number[] {
  const cuts = cutsOf(ink, em)
  const usual = letters.reduce((sum, { text }) => sum + (widthsOf(text)[0] + widthsOf(text)[1]) / 2, 0) * em
  const [first, last] = [cuts[0]!.x, cuts[cuts.length - 1]!.x]
  // Letters set apart, or squeezed.
  const stretch = Math.max(0.8, Math.min(1.6, (last - first) / Math.max(1, usual)))
  const sums = new Uint32Array(ink.length + 1)
  for (let x = 0; x < ink.length; x++) sums[x + 1] = sums[x]! + ink[x]!
  const count = cuts.length
  const reach = em * stretch * REACH
  let costs = new Float64Array(count).fill(Infinity)
  costs[0] = 0
  const came: Int32Array[] = []
  for (const { text, middle } of letters) {
    const [low, high] = widthsOf(text).map((width) => width * em * stretch) as [number, number]
    const next = new Float64Array(count).fill(Infinity)
    const from = new Int32Array(count)
    for (let a = 0; a < count; a++) {
      if (costs[a] === Infinity || Math.abs(cuts[a]!.x - middle) > reach) continue
      for (let b = a + 1; b < count; b++) {
        const width = cuts[b]!.x - cuts[a]!.x
        if (width > high + em * 1.5) break
        const off = (width < low ? low - width : Math.max(0, width - high)) / em
        const away = ((cuts[a]!.x + cuts[b]!.x) / 2 - middle) / em
        const isEmpty = text !== ' ' && sums[cuts[b]!.x] === sums[cuts[a]!.x]
        const cost = costs[a]! + off * off * WIDTH + away * away * PLACE + cuts[b]!.ink * CUT + (isEmpty ? EMPTY : 0)
        if (cost < next[b]!) {
          next[b] = cost
          from[b] = a
        }
      }
    }
    came.push(from)
    costs = next
  }
  if (costs[count - 1] === Infinity) return evenly(letters.length, first, last)
  const borders = [last]
  for (let letter = letters.length - 1, at = count - 1; letter >= 0; letter--) {
    at = came[letter]![at]!
    borders.push(cuts[at]!.x)
  }
  return borders.reverse()
}

/** Least and most that a letter takes in a line, in widths of a Chinese character. */
function widthsOf(text: string): readonly [number, number] {
  if (isHan(text)) return [0.9, 1.08]
  if (isLatin(text)) return [0.28, 0.75]
  if (text === ' ') return [0.1, 1.2]
  return [0.22, 1.05]
}

/** Where a line may be cut: in the middle of blank columns, and within ink that is too wide for one letter. `ink`: the part of a column that is inked. */
function cutsOf(ink: Uint16Array, em: number): { x: number; ink: number }[] {
  const from = Math.max(0, ink.findIndex((count) => count > 0))
  let to = ink.length
  while (to > from + 1 && ink[to - 1] === 0) to--
  const cuts = [{ x: from, ink: 0 }]
  for (let x = from; x < to; ) {
    const start = x
    const isBlank = ink[x] === 0
    while (x < to && (ink[x] === 0) === isBlank) x++
    if (isBlank) cuts.push({ x: Math.round((start + x) / 2), ink: 0 })
    else if (x - start > em * 0.55) for (let cut = start + 3; cut < x - 3; cut += 2) cuts.push({ x: cut, ink: Math.min(1, ink[cut]! / em) })
  }
  return [...cuts, { x: to, ink: 0 }]
}

function evenly(count: number, from: number, to: number): number[] {
  return Array.from({ length: count + 1 }, (_, at) => Math.round(from + ((to - from) * at) / count))
}
