import type { Row } from './find-lines.ts'
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
}

/** Height of a Chinese character in a strip, in pixels: what the recogniser was taught at; larger costs time and gains nothing. */
export const EM = 31

/** White around the line, in pixels of the strip: without it the first and last letters suffer. */
const PAD = 5

/** How much above and below the letters' edges belongs to them, in heights of a character. */
const BLEED = 0.07

/** Cuts one line out of the picture. */
export function stripOf(picture: Grey, row: Row, slope: number, em = EM): Strip {
  const scale = em / row.em
  const bleed = Math.max(1, row.em * BLEED)
  const [top, bottom, left, right] = [row.y0 - bleed, row.y1 + bleed, row.x0 - bleed, row.x1 + bleed]
  const [inner, tall] = [Math.max(1, Math.round((right - left) * scale)), Math.max(1, Math.round((bottom - top) * scale))]
  const cut = sampled(picture, left, top, scale, inner, tall, slope)
  flatten(cut, inner, tall, em)
  const [width, height] = [inner + 2 * PAD, tall + 2 * PAD]
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < tall; y++) {
    const from = y * inner
    for (let x = 0, at = (y + PAD) * width + PAD; x < inner; x++, at++) data[at] = cut[from + x]!
  }
  return { width, height, data, em, scale, x0: left - PAD / scale, y0: top - PAD / scale }
}

/** The part at `scale`: by cubic interpolation where it grows, by means of several samples where it shrinks. */
function sampled({ width, height, data }: Grey, left: number, top: number, scale: number, wide: number, tall: number, slope: number): Float32Array {
  const made = new Float32Array(wide * tall)
  const samples = Math.max(1, Math.round(1 / scale))
  for (let x = 0; x < wide; x++) {
    for (let part = 0; part < samples; part++) {
      const sx = left + (x + (part + 0.5) / samples) / scale - 0.5
      const column = Math.floor(sx)
      const [a, b, c, d] = weights(sx - column)
      const [xa, xb, xc, xd] = [inside(column - 1, width), inside(column, width), inside(column + 1, width), inside(column + 2, width)]
      const shift = (sx + 0.5) * slope
      for (let y = 0; y < tall; y++) {
        for (let down = 0; down < samples; down++) {
          const sy = top + shift + (y + (down + 0.5) / samples) / scale - 0.5
          const line = Math.floor(sy)
          const [e, f, g, h] = weights(sy - line)
          let sum = 0
          for (let tap = -1; tap <= 2; tap++) {
            const row = inside(line + tap, height) * width
            const across = a * data[row + xa]! + b * data[row + xb]! + c * data[row + xc]! + d * data[row + xd]!
            sum += across * (tap === -1 ? e : tap === 0 ? f : tap === 1 ? g : h)
          }
          made[y * wide + x]! += sum / samples / samples
        }
      }
    }
  }
  return made
}

const inside = (at: number, size: number) => (at < 0 ? 0 : at >= size ? size - 1 : at)

/** Catmull–Rom: sharp without rings that would be taken for strokes. */
function weights(t: number): [number, number, number, number] {
  const [square, cube] = [t * t, t * t * t]
  return [-0.5 * cube + square - 0.5 * t, 1.5 * cube - 2.5 * square + 1, -1.5 * cube + 2 * square + 0.5 * t, 0.5 * cube - 0.5 * square]
}

/** Makes letters dark on white whatever they were: the ground is measured along the line, ink is what is farthest from it. */
function flatten(cut: Float32Array, wide: number, tall: number, em: number): void {
  const rim: number[] = []
  for (let x = 0; x < wide; x++) rim.push(cut[x]!, cut[(tall - 1) * wide + x]!)
  for (let y = 0; y < tall; y++) rim.push(cut[y * wide]!, cut[y * wide + wide - 1]!)
  const ground = quantile(rim, 0.5)
  const all = Array.from(cut)
  const [darkest, lightest] = [quantile(all, 0.03), quantile(all, 0.97)]
  const isLight = ground - darkest < lightest - ground
  const step = Math.max(8, Math.round(em * 2))
  const grounds: number[] = []
  for (let from = 0; from < wide; from += step) {
    const part: number[] = []
    for (let y = 0; y < tall; y++) for (let x = from; x < Math.min(wide, from + step); x++) part.push(cut[y * wide + x]!)
    grounds.push(quantile(part, isLight ? 0.3 : 0.7))
  }
  const reach = Math.max(12, Math.abs((isLight ? lightest : darkest) - ground))
  for (let x = 0; x < wide; x++) {
    const place = Math.min(grounds.length - 1, Math.max(0, (x + 0.5) / step - 0.5))
    const [low, share] = [Math.floor(place), place % 1]
    const here = grounds[low]! * (1 - share) + (grounds[low + 1] ?? grounds[low]!) * share
    for (let y = 0; y < tall; y++) {
      const ink = (isLight ? cut[y * wide + x]! - here : here - cut[y * wide + x]!) / reach
      cut[y * wide + x] = Math.max(0, Math.min(255, 255 - ink * 255))
    }
  }
}

function quantile(values: number[], share: number): number {
  const sorted = Float32Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 255
}
