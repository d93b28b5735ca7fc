import { heightOf, widthOf, type Blob } from './blobs.ts'

/** Letters are between these heights, in pixels of the picture that is looked at. */
const [SMALLEST, LARGEST] = [6, 300]

/** What is less full is no letter but a frame: the cell of a table, a button. */
const EMPTY = 0.12

/** What of the blobs may be letters or parts of them, and how high a letter is in most of the picture. */
export interface Letters {
  parts: Blob[]
  usual: number
}

/**
 * Takes out specks, rulings, and frames: what holds several others, or is far larger than letters are here.
 * @param known how high letters are, where others than most are looked for
 */
export function lettersOf(blobs: readonly Blob[], known?: number): Letters {
  const whole = blobs.filter((blob) => heightOf(blob) >= SMALLEST && heightOf(blob) <= LARGEST && widthOf(blob) >= 3 && fullness(blob) > EMPTY)
  const usual = known ?? usualHeight(whole)
  const parts = blobs.filter((blob) => {
    const [width, height] = [widthOf(blob), heightOf(blob)]
    if (height > LARGEST || blob.size < 3 || (width < 2 && height < 3)) return false
    const isRuling = (height <= Math.max(4, usual * 0.35) && width > usual * 4) || (width <= Math.max(4, usual * 0.35) && height > usual * 3)
    return !isRuling
  })
  return { parts: withoutFrames(parts, usual), usual }
}

/** The height of most that is as high as wide, by how much of the picture it covers. */
function usualHeight(blobs: readonly Blob[]): number {
  const heights = blobs.filter((blob) => widthOf(blob) < heightOf(blob) * 2.5 && heightOf(blob) < widthOf(blob) * 2.5).map(heightOf).sort((a, b) => a - b)
  return heights[Math.floor(heights.length * 0.6)] ?? 16
}

/** A frame goes around other things, and is empty but for them: letters that touch each other are fuller, and hold no whole letter. */
function withoutFrames(parts: readonly Blob[], usual: number): Blob[] {
  const sorted = [...parts].sort((a, b) => a.x0 - b.x0)
  return sorted.filter((blob, at) => {
    const [width, height] = [widthOf(blob), heightOf(blob)]
    const full = fullness(blob)
    if (width < 20 || full > 0.3) return true
    let [held, highest] = [0, 0]
    for (let next = at + 1; next < sorted.length && sorted[next]!.x0 < blob.x1; next++) {
      const other = sorted[next]!
      if (other.x0 <= blob.x0 || other.x1 >= blob.x1 || other.y0 <= blob.y0 || other.y1 >= blob.y1) continue
      held++
      highest = Math.max(highest, heightOf(other))
    }
    // Letters that touch are one thing.
    const isAround = held >= 2 || (held === 1 && full < EMPTY)
    const isLarge = height > usual * 2.2 && full < 0.25 && isAround
    const isAroundWords = isAround && highest > height * 0.38 && width > highest * 1.9
    return !isLarge && !isAroundWords
  })
}

/** How much of its rectangle a blob covers, 0 to 1. */
function fullness(blob: Blob): number {
  return blob.size / (widthOf(blob) * heightOf(blob))
}
