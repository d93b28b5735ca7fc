import { blobsOf } from './blobs.ts'
import { edgesOf } from './edges.ts'
import { rowsOf, type Row } from './find-lines.ts'
import type { Grey } from './grey.ts'
import { lettersOf } from './letters.ts'
import { rulingsOf } from './rulings.ts'
import { slopeOf } from './skew.ts'
import { isUpright } from './upright.ts'

/** The lines of a picture, and how far they rise or fall. */
export interface Layout {
  rows: Row[]
  /** Pixels down for each pixel to the right. */
  slope: number
  /** True where letters follow each other downwards. */
  isUpright: boolean
}

/** Finds the lines of a picture by its letters. */
export function layoutOf(picture: Grey): Layout {
  const { width, height } = picture
  const edges = edgesOf(picture)
  const blobs = blobsOf(edges, width, height)
  const letters = lettersOf(blobs)
  const rulings = rulingsOf(edges, width, height, Math.max(30, letters.usual * 2.4))
  const slope = slopeOf(letters.parts, height)
  return { rows: rowsOf(letters, slope, rulings), slope, isUpright: isUpright(letters.parts, letters.usual) }
}
