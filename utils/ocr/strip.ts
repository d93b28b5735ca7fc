import type { Row } from './find-lines.ts'
import { flatten, type Ink } from './flatten.ts'
import type { Grey } from './grey.ts'

/** A line cut out and set upright, dark on white, with what leads from its pixels back to the picture. */
export interface Strip extends Grey {
  /** Size of a Chinese character, in pixels of the strip. */
  em: number
  /** Pixels of the strip for one of the picture. */
  scale: number
  /** Where its left upper corner stands in the picture, along the slope. */
  x0: number
  y0: number
  /** What was taken for its letters. */
  ink: Ink
}

/** The height that the recogniser sees, in pixels: of a strip of another height it makes its own picture, less well. */
const HEIGHT = 48

/** Size of a Chinese character in a strip, in its pixels: the smaller, the more white stands around it, and the faster the recogniser is done. How a line is read first; smaller, and letters of 14 px run together. */
export const WIDE = 28

/** How it is read again where there is doubt. */
export const CLOSE = 34

/** White before and after the line, in pixels of the strip: without it the first and last letters suffer. */
const PAD = 5

/** How much above and below the letters' edges belongs to them, in heights of a character. */
export const BLEED = 0.07

/** Cuts one line out of the picture, its letters `em` high; letters that lean are set upright. */
export function stripOf(picture: Grey, row: Row, slope: number, em = WIDE): Strip {
  const scale = em / row.em
  const bleed = Math.max(1, row.em * BLEED)
  const [top, bottom, left, right] = [row.y0 - bleed, row.y1 + bleed, row.x0 - bleed, row.x1 + bleed]
  const [inner, tall] = [Math.max(1, Math.round((right - left) * scale)), Math.max(1, Math.round((bottom - top) * scale))]
  const rim = Math.max(2, Math.floor((HEIGHT - tall) / 2))
  const [width, height] = [inner + 2 * PAD, Math.max(HEIGHT, tall + 2 * rim)]
  const data = new Uint8Array(width * height).fill(255)
  const lean: Lean = { slope, slant: row.slant ?? 0, middle: (row.y0 + row.y1) / 2 - top }
  const ink = flatten(sampled(picture, left, top, scale, inner, tall, lean), inner, tall, em, { data, width, from: rim * width + PAD }, row.ink)
  return { width, height, data, em, scale, x0: left - PAD / scale, y0: top - rim / scale, ink }
}

/** How a line stands: pixels down for each pixel to the right, pixels to the right for each pixel up, and how far below its top letters stay where they are. */
interface Lean {
  slope: number
  slant: number
  middle: number
}

/** The part at `scale`, column by column: by cubic interpolation where it grows, by means of several samples where it shrinks. First across, then down. */
function sampled({ width, height, data }: Grey, left: number, top: number, scale: number, wide: number, tall: number, { slope, slant, middle }: Lean): Float32Array {
  const made = new Float32Array(wide * tall)
  const samples = Math.max(1, Math.round(1 / scale))
  const share = 1 / samples / samples
  const rows = Math.ceil(tall / scale) + 5
  const column = new Float32Array(rows)
  const down = tapsFor(tall * samples)
  const across = tapsFor(samples)
  const leaning = tapsFor(1)
  for (let x = 0; x < wide; x++) {
    setTaps(across, left + x / scale - 0.5, samples, scale)
    for (let part = 0; part < samples; part++) {
      const place = left + (x + (part + 0.5) / samples) / scale
      const start = top + place * slope - 0.5
      const base = Math.floor(start) - 1
      let [taps, w] = [across, part * 4]
      for (let row = 0; row < rows; row++) {
        if (slant !== 0) {
          setTap(leaning, 0, place - 0.5 + (middle + start - base - row) * slant)
          ;[taps, w] = [leaning, 0]
        }
        const first = taps.at[w >> 2]!
        const [a, b, c, d] = [taps.weights[w]!, taps.weights[w + 1]!, taps.weights[w + 2]!, taps.weights[w + 3]!]
        const [xa, xb, xc, xd] = [inside(first - 1, width), inside(first, width), inside(first + 1, width), inside(first + 2, width)]
        const at = inside(base + row, height) * width
        column[row] = a * data[at + xa]! + b * data[at + xb]! + c * data[at + xc]! + d * data[at + xd]!
      }
      // In a level line every column is sampled at the same places.
      if (slope !== 0 || (x === 0 && part === 0)) setTaps(down, start, samples, scale)
      for (let y = 0, tap = 0, to = x * tall; y < tall; y++, to++) {
        let sum = 0
        for (const last = tap + samples; tap < last; tap++) {
          const at = Math.max(0, Math.min(rows - 4, down.at[tap]! - 1 - base))
          const v = tap * 4
          sum += down.weights[v]! * column[at]! + down.weights[v + 1]! * column[at + 1]! + down.weights[v + 2]! * column[at + 2]! + down.weights[v + 3]! * column[at + 3]!
        }
        made[to]! += sum * share
      }
    }
  }
  return made
}

const inside = (at: number, size: number) => (at < 0 ? 0 : at >= size ? size - 1 : at)

/** Where samples are taken, and what the four pixels around count (Catmull–Rom: sharp without rings that would be taken for strokes). */
interface Taps {
  /** The pixel before each sample; the four are it, the one before and the two after. */
  at: Int32Array
  weights: Float64Array
}

const tapsFor = (count: number): Taps => ({ at: new Int32Array(count), weights: new Float64Array(count * 4) })

/** Samples from a place on, so many a pixel of the strip. */
function setTaps(taps: Taps, start: number, samples: number, scale: number): void {
  for (let tap = 0; tap < taps.at.length; tap++) setTap(taps, tap, start + (tap + 0.5) / samples / scale)
}

function setTap({ at, weights }: Taps, tap: number, place: number): void {
  const pixel = Math.floor(place)
  const t = place - pixel
  const [square, cube] = [t * t, t * t * t]
  at[tap] = pixel
  weights[tap * 4] = -0.5 * cube + square - 0.5 * t
  weights[tap * 4 + 1] = 1.5 * cube - 2.5 * square + 1
  weights[tap * 4 + 2] = -1.5 * cube + 2 * square + 0.5 * t
  weights[tap * 4 + 3] = 0.5 * cube - 0.5 * square
}
