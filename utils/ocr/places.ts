import type { Area } from '../types/drawing.ts'
import type { OcrChar } from '../types/ocr.ts'
import type { RawChar } from './engine.ts'
import { bordersOf } from './borders.ts'
import type { Strip } from './strip.ts'

/** Darker than this is ink, 0 to 255. */
const INK = 150

/**
 * Where the letters of a line stand in the picture: each box is drawn around the ink between a letter's borders.
 * @param words as they were read from the strip
 */
export function placed(words: readonly (readonly RawChar[])[], strip: Strip, slope: number): OcrChar[][] {
  const seen = words.flat().map(({ text, x0, x1 }) => ({ text, middle: (x0 + x1) / 2 }))
  if (seen.length === 0) return []
  const borders = bordersOf(seen, inkOf(strip), strip.em)
  let at = 0
  return words.map((word) =>
    word.map(({ text, confidence }) => {
      const [from, to] = [borders[at]!, borders[at + 1]!]
      at++
      return { text, confidence, box: inPicture(inkBox(strip, from, Math.max(from + 1, to)), strip, slope) }
    }),
  )
}

/** How much ink stands in each column. */
function inkOf({ width, height, data }: Strip): Uint16Array {
  const columns = new Uint16Array(width)
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++, at++) if (data[at]! < INK) columns[x]!++
  return columns
}

/** Around the ink between two columns; without any, the whole height. */
function inkBox({ width, height, data }: Strip, from: number, to: number): Area {
  let [x0, y0, x1, y1] = [to, height, from, 0]
  for (let y = 0; y < height; y++) {
    for (let x = from; x < to; x++) {
      if (data[y * width + x]! >= INK) continue
      if (x < x0) x0 = x
      if (x >= x1) x1 = x + 1
      if (y < y0) y0 = y
      if (y >= y1) y1 = y + 1
    }
  }
  return x1 > x0 && y1 > y0 ? { x: x0, y: y0, width: x1 - x0, height: y1 - y0 } : { x: from, y: 0, width: to - from, height }
}

/** From the strip's pixels to the picture's. */
export function inPicture(box: Area, strip: Pick<Strip, 'scale' | 'x0' | 'y0'>, slope: number): Area {
  const [x, width, height] = [strip.x0 + box.x / strip.scale, box.width / strip.scale, box.height / strip.scale]
  return { x, y: strip.y0 + box.y / strip.scale + (x + width / 2) * slope, width, height }
}
