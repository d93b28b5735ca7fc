import { heightOf, widthOf, type Blob } from './blobs.ts'
import type { Ink } from './flatten.ts'
import { DIGIT } from './glyphs.ts'
import type { Letters } from './letters.ts'
import type { Ruling } from './rulings.ts'

/** Where a line of text stands; in a picture that stands askew, `y` is counted along the slope from the left edge. */
export interface Row {
  x0: number
  y0: number
  x1: number
  y1: number
  /** Height of a Chinese character in it, in pixels. */
  em: number
  /** Parts of letters in it. */
  parts: Blob[]
  /** True where all are as narrow as digits and Latin letters. */
  isNarrow?: boolean
  /** How far its letters lean: pixels to the right for each pixel up. */
  slant?: number
  /** What of it is letters. */
  ink?: Ink
}

/** Between two letters of a line there is less than this, in heights of a letter; more is another column. */
const GAP = 1.55

/** So many parts are a line; a letter in pieces leaves fewer. */
export const LINE = 5

/**
 * Puts letters together to lines: neighbours of like height at the same level first, then the small parts (points, strokes of 三)
 * go to the line at whose level they stand.
 */
export function rowsOf({ parts, usual }: Letters, slope: number, rulings: readonly Ruling[] = []): Row[] {
  const level = (blob: Blob): Blob => {
    const shift = ((blob.x0 + blob.x1) / 2) * slope
    return slope === 0 ? blob : { ...blob, y0: blob.y0 - shift, y1: blob.y1 - shift }
  }
  const levelled = parts.map(level).sort((a, b) => a.x0 - b.x0)
  const isTall = (blob: Blob) => heightOf(blob) >= Math.max(6, usual * 0.4) && heightOf(blob) * 6 > widthOf(blob) * 0.3
  const isParted = partedBy(rulings, slope)
  const rows = merged(chained(levelled.filter(isTall), isParted), isParted)
  const small = levelled.filter((blob) => !isTall(blob))
  for (const blob of small) {
    const home = homeOf(blob, rows)
    if (home) attach(home, blob)
  }
  return stacked(alone(merged(rows, isParted))).map(measured)
}

/** Chains of neighbours: each letter joins the row whose last letters are nearest and at its level. */
function chained(letters: readonly Blob[], isParted: Parted): Row[] {
  const rows: Row[] = []
  for (const blob of letters) {
    let best: Row | null = null
    let nearest = Infinity
    for (const row of rows) {
      const em = Math.max(row.em, heightOf(blob))
      const gap = blob.x0 - row.x1
      if (gap > em * GAP || !atLevel(row, blob) || isParted(row, blob)) continue
      if (gap < nearest) [best, nearest] = [row, gap]
    }
    if (best) take(best, blob)
    else rows.push({ x0: blob.x0, y0: blob.y0, x1: blob.x1, y1: blob.y1, em: heightOf(blob), parts: [blob] })
  }
  return rows
}

/** The row at whose level a small part stands; of several the nearest, or a title would swallow the points of the print beside it. */
function homeOf(blob: Blob, rows: readonly Row[]): Row | null {
  const middle = (blob.y0 + blob.y1) / 2
  let home: Row | null = null
  let nearest = Infinity
  for (const row of rows) {
    const gap = Math.max(0, row.x0 - blob.x1, blob.x0 - row.x1)
    if (gap >= row.em * 1.2 || gap >= nearest || middle <= row.y0 - row.em * 0.12 || middle >= row.y1 + row.em * 0.12) continue
    ;[home, nearest] = [row, gap]
  }
  return home
}

/** Overlap by more than half of the lower one, and neither is more than twice as high. */
function atLevel(row: Pick<Row, 'y0' | 'y1' | 'em'>, blob: Pick<Blob, 'y0' | 'y1'>): boolean {
  const [height, other] = [row.y1 - row.y0, blob.y1 - blob.y0]
  const shared = Math.min(row.y1, blob.y1) - Math.max(row.y0, blob.y0)
  return shared > Math.min(height, other) * 0.55 && other < row.em * 1.9 && height < other * 3.2
}

function take(row: Row, blob: Blob): void {
  row.x0 = Math.min(row.x0, blob.x0)
  row.x1 = Math.max(row.x1, blob.x1)
  row.y0 = Math.min(row.y0, blob.y0)
  row.y1 = Math.max(row.y1, blob.y1)
  row.em = Math.max(row.em, Math.min(heightOf(blob), row.y1 - row.y0))
  row.parts.push(blob)
}

/** A small part joins a row without making it much higher: one part after the other would else swallow the picture. */
function attach(row: Row, blob: Blob): void {
  const most = row.em * 1.2
  row.x0 = Math.min(row.x0, blob.x0)
  row.x1 = Math.max(row.x1, blob.x1)
  if (row.y1 - blob.y0 < most) row.y0 = Math.min(row.y0, blob.y0)
  if (blob.y1 - row.y0 < most) row.y1 = Math.max(row.y1, blob.y1)
  row.parts.push(blob)
}

/** Rows that stand at one level with no gap between them are one. */
function merged(rows: readonly Row[], isParted: Parted): Row[] {
  const sorted = [...rows].sort((a, b) => a.x0 - b.x0)
  const made: Row[] = []
  for (const row of sorted) {
    const home = made.find((one) => row.x0 - one.x1 <= Math.max(one.em, row.em) * GAP && sameLevel(one, row) && !isParted(one, row))
    if (!home) made.push(row)
    else for (const blob of row.parts) take(home, blob)
  }
  return made
}

function sameLevel(a: Row, b: Row): boolean {
  const shared = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)
  const [low, high] = [Math.min(a.y1 - a.y0, b.y1 - b.y0), Math.max(a.y1 - a.y0, b.y1 - b.y0)]
  return shared > low * 0.6 && high < low * 2.2
}

type Parted = (row: Pick<Row, 'x1' | 'y0' | 'y1'>, next: Pick<Row, 'x0'>) => boolean

/** Whether an upright ruling stands between two things of one level. */
function partedBy(rulings: readonly Ruling[], slope: number): Parted {
  if (rulings.length === 0) return () => false
  return ({ x1, y0, y1 }, { x0 }) => {
    const middle = (y0 + y1) / 2
    return rulings.some(({ x, ...ends }) => x >= x1 - 1 && x <= x0 && ends.y0 - x * slope < middle && ends.y1 - x * slope > middle)
  }
}

/** A low row at the level of a higher one and in or next to its letters is a piece of them: a stroke of 二, a comma. Print beside a title goes on far from it. */
function alone(rows: readonly Row[]): Row[] {
  const highest = [...rows].sort((a, b) => b.em - a.em)
  const lines = rows.filter(({ parts }) => parts.length >= LINE)
  const isOfPrint = (row: Row) => lines.some((line) => line !== row && isEndOf(line, row))
  const kept: Row[] = []
  for (const row of highest) {
    const middle = (row.y0 + row.y1) / 2
    const isWithin = ({ x0, x1, y0, y1, em }: Row) => {
      const inside = Math.min(row.x1, x1 + em * 0.5) - Math.max(row.x0, x0 - em * 0.5)
      const width = row.x1 - row.x0
      if (em <= (row.y1 - row.y0) * 1.4 || inside <= 0 || y0 - em * 0.1 >= middle || y1 + em * 0.1 <= middle) return false
      return inside >= width || ((inside > width / 2 || width < em * 2) && !isOfPrint(row))
    }
    const outer = kept.find(isWithin)
    if (!outer) kept.push(row)
    else for (const blob of row.parts) attach(outer, blob)
  }
  return kept.filter(({ em }) => em >= 6)
}

/** Whether a row may be the last letter or two of a paragraph: right under a line (or over it, where another begins), and about as high. */
export function isEndOf(line: Row, row: Row): boolean {
  return Math.abs(line.em - row.em) < line.em * 0.35 && row.x0 < line.x1 && row.x1 > line.x0 && Math.max(row.y0 - line.y1, line.y0 - row.y1) < line.em * 1.2
}

/** Upper and lower half of the letters of a short line (告 is two pieces): together as high as lines are here, alone lower than any. */
function stacked(rows: readonly Row[]): Row[] {
  const isUsual = (height: number) => rows.some(({ em, parts }) => parts.length > 4 && em > height * 0.88 && em < height * 1.12)
  const gone = new Set<Row>()
  for (const upper of rows) {
    for (const lower of rows) {
      const height = lower.y1 - upper.y0
      if (upper === lower || gone.has(upper) || gone.has(lower) || lower.y0 < upper.y1 - height * 0.15 || lower.y0 > upper.y1 + height * 0.2) continue
      const shared = Math.min(upper.x1, lower.x1) - Math.max(upper.x0, lower.x0)
      const isShort = Math.max(upper.x1, lower.x1) - Math.min(upper.x0, lower.x0) < height * 3.2
      if (!isShort || shared < Math.min(upper.x1 - upper.x0, lower.x1 - lower.x0) * 0.6) continue
      if (Math.max(upper.em, lower.em) > height * 0.72 || !isUsual(height)) continue
      for (const blob of lower.parts) take(upper, blob)
      upper.em = height
      gone.add(lower)
    }
  }
  return rows.filter((row) => !gone.has(row))
}

/** Digits and Latin letters alone are lower than Han of the same print: the row is measured as if it had some. */
function measured(row: Row): Row {
  const isNarrow = row.parts.every((blob) => heightOf(blob) < row.em * 0.5 || widthOf(blob) < heightOf(blob) * 0.85)
  return isNarrow ? { ...row, em: row.em / DIGIT, isNarrow } : row
}
