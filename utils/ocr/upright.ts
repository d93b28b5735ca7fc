import { heightOf, widthOf, type Blob } from './blobs.ts'

/** Fewer letters show no direction. */
const ENOUGH = 14

/** Whether letters stand nearer to those below than to those beside them: vertical writing. */
export function isUpright(parts: readonly Blob[], usual: number): boolean {
  const letters = parts.filter((blob) => heightOf(blob) > usual * 0.7 && widthOf(blob) > usual * 0.6 && widthOf(blob) < usual * 1.5)
  if (letters.length < ENOUGH) return false
  const nearest = (blob: Blob, isBeside: boolean) => {
    let least = Infinity
    for (const other of letters) {
      const across = Math.min(blob.x1, other.x1) - Math.max(blob.x0, other.x0)
      const down = Math.min(blob.y1, other.y1) - Math.max(blob.y0, other.y0)
      if (isBeside && down > heightOf(blob) * 0.5 && other.x0 >= blob.x1) least = Math.min(least, other.x0 - blob.x1)
      if (!isBeside && across > widthOf(blob) * 0.5 && other.y0 >= blob.y1) least = Math.min(least, other.y0 - blob.y1)
    }
    return least
  }
  const some = letters.filter((_, at) => at % Math.ceil(letters.length / 200) === 0)
  const down = some.filter((blob) => nearest(blob, false) < nearest(blob, true) * 0.6).length
  return down > some.length * 0.6
}
