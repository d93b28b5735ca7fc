import type { Placed } from './order.ts'

/** A title's letters are so many times as high as those of the text beside it. */
const TITLE = 2.5
/** It stands beside so many lines at least; with one it is a row. */
const LINES = 2
/** Lines of one text stand no farther apart, in heights of a character; a paragraph begins so far to the right at most. */
const [APART, INDENT] = [2, 3]

/** Large letters beside a text (the title of a poster, a figure) are no line of it: they are read before its first line. */
export function withTitlesBeside<T extends Placed>(lines: readonly T[], ordered: (lines: readonly T[]) => T[]): T[] {
  const beside = new Map<T, Set<T>>()
  for (const line of lines) {
    const text = textBeside(line, lines)
    if (text) beside.set(line, text)
  }
  const order = ordered(lines.filter((line) => !beside.has(line)))
  for (const [title, text] of [...beside].sort(([a], [b]) => a.y0 - b.y0)) {
    const at = order.findIndex((line) => text.has(line))
    order.splice(at < 0 ? order.length : at, 0, title)
  }
  return order
}

/** The text that a line of larger letters stands beside; null where it is no title, or text stands over or under it, too. */
function textBeside<T extends Placed>(title: T, lines: readonly T[]): Set<T> | null {
  const small = lines.filter(({ em }) => em * TITLE < title.em)
  const text = new Set(small.filter((line) => share(title.y0, title.y1, line.y0, line.y1) > (line.y1 - line.y0) / 2))
  if (text.size < LINES) return null
  for (let grown = -1; grown !== text.size; ) {
    grown = text.size
    for (const line of small) if (!text.has(line) && [...text].some((one) => follows(one, line))) text.add(line)
  }
  const [top, bottom] = [Math.min(...[...text].map(({ y0 }) => y0)), Math.max(...[...text].map(({ y1 }) => y1))]
  return small.some((line) => share(title.x0, title.x1, line.x0, line.x1) > 0 && share(top, bottom, line.y0, line.y1) > 0) ? null : text
}

/** Whether two lines stand in one column, right under each other. */
function follows(a: Placed, b: Placed): boolean {
  const em = Math.max(a.em, b.em)
  return -share(a.x0, a.x1, b.x0, b.x1) < em * INDENT && -share(a.y0, a.y1, b.y0, b.y1) < em * APART
}

/** How much two stretches share; negative: how far they are apart. */
function share(a0: number, a1: number, b0: number, b1: number): number {
  return Math.min(a1, b1) - Math.max(a0, b0)
}
