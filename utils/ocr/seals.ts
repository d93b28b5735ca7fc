import { blobsOf, heightOf, widthOf, type Blob } from './blobs.ts'

/** Red, green, blue, opacity a pixel, row by row. */
interface Pixels {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** Side of the squares in which red is looked for, in pixels: strokes of letters that cross a seal's rim do not cut it there. */
const SHIFT = 2
const CELL = 1 << SHIFT

/** Redder than this by so much is a seal's ink, and what it has tinged. */
const [RED, TINGED] = [60, 24]

/** A seal is so wide, in pixels, and so much wider than high at most; a rim fills so much of the square around it. */
const [NARROWEST, WIDEST, ROUND, RIM] = [60, 640, 1.35, 0.4]

/** The corners of the square that a circle leaves free, of its side. */
const CORNER = 0.1

/** Darker than this are letters; so many of their pixels lie across the rim where a seal stands on them. */
const [DARK, ACROSS] = [110, 24]

/**
 * Takes the red of round seals off the letters under them: inside a red rim that dark letters cross, red becomes white, and letters stay.
 * Red rims that nothing crosses (a number in a circle) stay as they are.
 */
export function withoutSeals(pixels: Pixels): Pixels {
  const across = Math.ceil(pixels.width / CELL)
  const cells = redCells(pixels, across)
  if (!cells) return pixels
  const rims = blobsOf(cells, across, cells.length / across).filter((blob) => isRim(blob, cells, across) && isCrossed(blob, pixels))
  for (const rim of rims) clear(rim, pixels)
  return pixels
}

/** 1 where a square has red in it; null where there is too little for any seal. */
function redCells({ width, height, data }: Pixels, across: number): Uint8Array | null {
  const cells = new Uint8Array(across * Math.ceil(height / CELL))
  let count = 0
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      if (data[at]! - data[at + 1]! < RED || data[at]! - data[at + 2]! < RED) continue
      count++
      cells[(y >> SHIFT) * across + (x >> SHIFT)] = 1
    }
  }
  return count < NARROWEST * 3 ? null : cells
}

function isRim(blob: Blob, cells: Uint8Array, across: number): boolean {
  const [wide, high] = [widthOf(blob), heightOf(blob)]
  const side = Math.max(wide, high)
  if (side * CELL < NARROWEST || side * CELL > WIDEST || side > Math.min(wide, high) * ROUND || blob.size > wide * high * RIM) return false
  const [x, y] = [Math.max(1, Math.floor(wide * CORNER)), Math.max(1, Math.floor(high * CORNER))]
  for (const left of [blob.x0, blob.x1 - x]) {
    for (const top of [blob.y0, blob.y1 - y]) {
      for (let v = top; v < top + y; v++) for (let u = left; u < left + x; u++) if (cells[v * across + u]) return false
    }
  }
  return true
}

function isCrossed(rim: Blob, pixels: Pixels): boolean {
  let count = 0
  within(rim, pixels, (at, away) => {
    if (away > 0.8 && Math.max(pixels.data[at]!, pixels.data[at + 1]!, pixels.data[at + 2]!) < DARK) count++
  })
  return count >= ACROSS
}

function clear(rim: Blob, pixels: Pixels): void {
  const { data } = pixels
  const redness = (at: number) => data[at]! - Math.max(data[at + 1]!, data[at + 2]!)
  let [sum, count] = [0, 0]
  within(rim, pixels, (at) => {
    if (redness(at) < RED) return
    sum += data[at]!
    count++
  })
  const ink = sum / Math.max(1, count)
  within(rim, pixels, (at) => {
    if (redness(at) >= TINGED) data.fill(Math.min(255, (data[at]! * 255) / ink), at, at + 3)
  })
}

/** Tells of each pixel in a rim where it is in the data, and how far from the middle: 1 on the rim. */
function within({ x0, y0, x1, y1 }: Blob, { width, height }: Pixels, told: (at: number, away: number) => void): void {
  const [left, top, right, bottom] = [x0 * CELL, y0 * CELL, Math.min(width, x1 * CELL), Math.min(height, y1 * CELL)]
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const away = Math.hypot((2 * x - left - right) / (right - left), (2 * y - top - bottom) / (bottom - top))
      if (away <= 1.02) told((y * width + x) * 4, away)
    }
  }
}
