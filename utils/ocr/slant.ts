import type { OcrLine } from '../types/ocr.ts'
import type { Area } from '../types/drawing.ts'
import type { Row } from './find-lines.ts'
import type { Strip } from './strip.ts'

/** Darker than this is ink, 0 to 255. */
const INK = 150

const slantAt = (degrees: number) => Math.tan((degrees * Math.PI) / 180)

/** Letters that lean do so by one of these, to either side: browsers lean them by 14 degrees, typesetters by 10 to 20. */
const SLANTS = [8, 10, 12, 14, 16, 18, 20, 22, 24].map(slantAt)
const USUAL = slantAt(14)

/** So much sharper than upright, at least, the best slant makes a line: upright ones come to 1.01 of 3 letters and more, leaning ones to 1.04. */
const CLEAR = 1.025

/** Shorter lines alone tell nothing, in heights of a character. */
const LETTERS = 2.8

/**
 * How far the letters of a line lean: pixels to the right for each pixel up, 0 for upright ones. Chinese is full of upright strokes: of all
 * slants the true one lets them fall together in the fewest columns (sum of squares of the ink a column).
 * @param rows the picture's: a line too short to tell leans as the nearest does that is not, if that suits it
 */
export function slantOf(strip: Strip, row: Row, rows: readonly Row[]): number {
  const known = isShort(row) ? nearest(row, rows) : null
  if (known === 0) return 0
  const ink = inkOf(strip)
  const sharpness = (slant: number) => sharpnessAt(ink, strip, slant)
  const upright = sharpness(0)
  const side = [1, -1].find((one) => sharpness(one * USUAL) > upright)
  const slants = known !== null ? [known] : side ? SLANTS.map((slant) => slant * side) : []
  let [best, most] = [0, upright * CLEAR]
  for (const slant of slants) {
    const sum = sharpness(slant)
    if (sum > most) [best, most] = [slant, sum]
  }
  return best
}

const isShort = ({ x0, x1, em }: Row) => x1 - x0 < LETTERS * em

/** How far the nearest line leans that is long enough to tell, of those that were looked at: the longest are first. */
function nearest(row: Row, rows: readonly Row[]): number {
  let [slant, least] = [0, Infinity]
  for (const other of rows) {
    const away = Math.abs(other.y0 + other.y1 - row.y0 - row.y1)
    if (other.slant !== undefined && !isShort(other) && away < least) [slant, least] = [other.slant, away]
  }
  return slant
}

/** Columns and rows with ink, one after the other. */
function inkOf({ width, height, data }: Strip): Uint16Array {
  const places = new Uint16Array(data.length * 2)
  let count = 0
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (data[at]! >= INK) continue
      places[count++] = x
      places[count++] = y
    }
  }
  return places.subarray(0, count)
}

function sharpnessAt(ink: Uint16Array, { width, height }: Strip, slant: number): number {
  const shifts = Int16Array.from({ length: height }, (_, y) => Math.round((y + height) * slant))
  const least = Math.min(shifts[0]!, shifts[height - 1]!)
  const columns = new Uint16Array(width + Math.ceil(Math.abs(slant) * height) + 1)
  for (let at = 0; at < ink.length; at += 2) columns[ink[at]! + shifts[ink[at + 1]!]! - least]!++
  let sum = 0
  for (const count of columns) sum += count * count
  return sum
}

/** A line that was set upright to be read, with each box around its letter where it leans in the picture. */
export function leaning(line: OcrLine, { slant = 0, y0, y1 }: Row, slope: number): OcrLine {
  if (slant === 0) return line
  const middle = (y0 + y1) / 2
  const lean = (box: Area) => {
    const above = middle + (box.x + box.width / 2) * slope - box.y
    const [top, bottom] = [above * slant, (above - box.height) * slant]
    return { ...box, x: box.x + Math.min(top, bottom), width: box.width + Math.abs(top - bottom) }
  }
  return { ...line, box: lean(line.box), chars: line.chars.map((char) => ({ ...char, box: lean(char.box) })) }
}
