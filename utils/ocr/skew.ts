import { heightOf, widthOf, type Blob } from './blobs.ts'

/** Scans stand askew by so much at most, in degrees. */
const MOST = 2.4
const STEP = 0.2
/** Below this nothing is gained, in degrees. */
const LEAST = 0.25

/**
 * How far lines rise or fall: pixels down for each pixel to the right, 0 for straight ones. Of all angles the one that lets feet and
 * heads of the letters fall together best (sum of squares of the counts a row).
 */
export function slopeOf(blobs: readonly Blob[], height: number): number {
  const letters = blobs.filter((blob) => heightOf(blob) > 5 && widthOf(blob) < heightOf(blob) * 3)
  if (letters.length < 40) return 0
  const score = (degrees: number) => {
    const slope = Math.tan((degrees * Math.PI) / 180)
    const feet = new Map<number, number>()
    for (const { x0, x1, y1 } of letters) {
      const row = Math.round((y1 - ((x0 + x1) / 2) * slope) / 2)
      feet.set(row, (feet.get(row) ?? 0) + 1)
    }
    let sum = 0
    for (const count of feet.values()) sum += count * count
    return sum
  }
  let [best, most] = [0, score(0) * 1.08]
  for (let degrees = -MOST; degrees <= MOST; degrees += STEP) {
    const sum = score(degrees)
    if (sum > most) [best, most] = [degrees, sum]
  }
  for (const degrees of [best - STEP / 2, best + STEP / 2]) {
    const sum = score(degrees)
    if (best !== 0 && sum > most) [best, most] = [degrees, sum]
  }
  return Math.abs(best) < LEAST || height < 50 ? 0 : Math.tan((best * Math.PI) / 180)
}
