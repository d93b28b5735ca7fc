import { heightOf, widthOf, type Blob } from './blobs.ts'

/** Fewer letters show no direction, and so do lower pictures, in heights of a letter. */
const [LETTERS, HIGH] = [14, 5]

/** Between vertical lines so much of the width is blank at least, and so many times as much as between the letters of a line. */
const [BESIDE, TIMES] = [0.22, 2]

/** Whether letters are written from top to bottom: blank columns run through the whole text, wider than the gaps between letters. */
export function isUpright(parts: readonly Blob[], usual: number): boolean {
  const letters = parts.filter((blob) => heightOf(blob) > usual * 0.3 && heightOf(blob) < usual * 2 && widthOf(blob) < usual * 2)
  if (letters.length < LETTERS) return false
  const down = spread(letters.map(({ y0, y1 }) => [y0, y1]))
  const across = spread(letters.map(({ x0, x1 }) => [x0, x1]))
  return down.length > usual * HIGH && across.blank > BESIDE && across.blank > down.blank * TIMES
}

/** How far stretches reach together, and the part of it that none covers. */
function spread(stretches: [number, number][]): { length: number; blank: number } {
  const sorted = [...stretches].sort((a, b) => a[0] - b[0])
  let [blank, end] = [0, sorted[0]![0]]
  for (const [from, to] of sorted) {
    if (from > end) blank += from - end
    end = Math.max(end, to)
  }
  const length = end - sorted[0]![0]
  return { length, blank: blank / Math.max(1, length) }
}
