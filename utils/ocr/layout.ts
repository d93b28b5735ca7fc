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

/** Letters so high, in pixels, have outlines so thin that they are taken for frames; so many times as high as most here, too. */
const [HIGH, HIGHER] = [96, 2]
/** They are looked for in a picture in which they are about so high. */
const SEEN_AT = 28
/** Titles of so many sizes are told apart. */
const MOST_SIZES = 3

/** Finds the lines of a picture by its letters. */
export function layoutOf(picture: Grey): Layout {
  const { letters, edges, width, height } = lettersIn(picture)
  const slope = slopeOf(letters.parts, height)
  const found = rowsOf(letters, slope, rulingsIn({ letters, edges, width, height }))
  const isHigh = ({ em }: Row) => em > HIGH || em > letters.usual * HIGHER
  const high: Row[] = []
  let rest = found.filter(isHigh)
  for (let sizes = 0; rest.length > 0 && sizes < MOST_SIZES; sizes++) {
    const highest = Math.max(...rest.map(({ em }) => em))
    high.push(...rowsOfHeight(picture, highest, slope).filter((row) => rest.some((one) => holds(row, one))))
    rest = rest.filter((row) => row.em <= highest / 2 && !high.some((one) => holds(one, row)))
  }
  return { rows: [...high, ...found.filter((row) => !high.some((one) => holds(one, row)))], slope, isUpright: isUpright(letters.parts, letters.usual) }
}

/** Lines of letters of about this height alone. */
function rowsOfHeight(picture: Grey, em: number, slope: number): Row[] {
  const by = Math.max(1, Math.round(em / SEEN_AT))
  const seen = lettersIn(shrunk(picture, by), em / by)
  return rowsOf(seen.letters, slope, rulingsIn(seen)).map((row) => grown(row, by)).filter((row) => row.em > em / 2 && row.em < em * 1.5)
}

function lettersIn(picture: Grey, known?: number) {
  const { width, height } = picture
  const edges = edgesOf(picture)
  return { letters: lettersOf(blobsOf(edges, width, height), known), edges, width, height }
}

function rulingsIn({ letters, edges, width, height }: ReturnType<typeof lettersIn>) {
  return rulingsOf(edges, width, height, Math.max(30, letters.usual * 2.4))
}

/** Whether the middle of a row lies in another. */
function holds(row: Row, { x0, y0, x1, y1 }: Row): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return x > row.x0 && x < row.x1 && y > row.y0 && y < row.y1
}

/** So many times smaller, each pixel the mean of those that it stands for. */
function shrunk(picture: Grey, by: number): Grey {
  if (by === 1) return picture
  const [width, height] = [Math.max(1, Math.floor(picture.width / by)), Math.max(1, Math.floor(picture.height / by))]
  const data = new Uint8Array(width * height)
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to++) {
      let sum = 0
      for (let v = 0, at = y * by * picture.width + x * by; v < by; v++, at += picture.width) for (let u = 0; u < by; u++) sum += picture.data[at + u] ?? 255
      data[to] = Math.round(sum / (by * by))
    }
  }
  return { width, height, data }
}

/** A row of the smaller picture where it stands in the larger. */
function grown({ parts, em, ...row }: Row, by: number): Row {
  const box = <T extends { x0: number; y0: number; x1: number; y1: number }>(one: T): T => ({ ...one, x0: one.x0 * by, y0: one.y0 * by, x1: one.x1 * by, y1: one.y1 * by })
  return { ...box(row), em: em * by, parts: parts.map((part) => ({ ...box(part), size: part.size * by * by })) }
}
