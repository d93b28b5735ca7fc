import { BrokenStream } from './walk.ts'

/** How a row is written: as it is, or as the difference to the pixel on the left, above, their mean, or the likeliest of three (PNG, 9.2). */
const [NONE, UP, MEAN, PAETH] = [0, 2, 3, 4]
export const SUB = 1

/** A filter that looks at the row above. */
export const looksUp = (filter: number) => filter > SUB

/**
 * The bytes of the pixels of one row. A loop for each filter: a choice for every byte took four times as long.
 * @param row filter and filtered bytes
 * @param above pixels of the row above, zeros above the first
 */
export function unfilter(row: Uint8Array, above: Uint8Array, channels: number, pixels: Uint8Array): void {
  const filter = row[0]!
  const length = pixels.length
  if (filter === NONE) {
    pixels.set(row.subarray(1))
  } else if (filter === SUB) {
    pixels.set(row.subarray(1, channels + 1))
    for (let at = channels; at < length; at++) pixels[at] = row[at + 1]! + pixels[at - channels]!
  } else if (filter === UP) {
    for (let at = 0; at < length; at++) pixels[at] = row[at + 1]! + above[at]!
  } else {
    for (let at = 0; at < length; at++) pixels[at] = row[at + 1]! + guess(filter, pixels, above, at, channels)
  }
}

/** The other way; the filter is the row's first byte and stays. */
export function refilter(pixels: Uint8Array, above: Uint8Array, channels: number, row: Uint8Array): void {
  const filter = row[0]!
  const length = pixels.length
  if (filter === NONE) {
    row.set(pixels, 1)
  } else if (filter === SUB) {
    row.set(pixels.subarray(0, channels), 1)
    for (let at = channels; at < length; at++) row[at + 1] = pixels[at]! - pixels[at - channels]!
  } else if (filter === UP) {
    for (let at = 0; at < length; at++) row[at + 1] = pixels[at]! - above[at]!
  } else {
    for (let at = 0; at < length; at++) row[at + 1] = pixels[at]! - guess(filter, pixels, above, at, channels)
  }
}

function guess(filter: number, pixels: Uint8Array, above: Uint8Array, at: number, channels: number): number {
  const left = at >= channels ? pixels[at - channels]! : 0
  const up = above[at]!
  if (filter === MEAN) return (left + up) >> 1
  if (filter !== PAETH) throw new BrokenStream()
  const corner = at >= channels ? above[at - channels]! : 0
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
