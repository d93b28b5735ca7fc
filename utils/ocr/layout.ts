import { blobsOf, type Blob } from './blobs.ts'
import { edgesOf } from './edges.ts'
import { isEndOf, LINE, rowsOf, type Row } from './find-lines.ts'
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
/** What is less than so many times as high is of one size. */
const NEAR = 1.5
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
    let highest = Math.max(...rest.map(({ em }) => em))
    const seen = () => rowsOfHeight(picture, highest, slope, printIn(found, highest / 2)).filter((row) => rest.some((one) => holds(row, one)))
    const isNear = ({ em }: Row) => em < highest * NEAR
    let rows = seen()
    if (rows.length > 0 && !rows.some(isNear)) {
      // Of a title in pieces the pieces alone were seen.
      highest = Math.max(...rows.map(({ em }) => em))
      rows = seen()
    }
    high.push(...rows.filter(isNear))
    rest = rest.filter((row) => row.em <= highest / 2 && !high.some((one) => holds(one, row)))
  }
  const isHeld = (one: Row | Blob) => high.some((row) => holds(row, one))
  const low = found.filter((row) => !isHeld(row))
  // What a title in pieces had swallowed of the print beside it.
  const parts = found.filter(isHeld).flatMap((row) => row.parts).filter((part) => !isHeld(part))
  const freed = rowsOf({ ...letters, parts }, 0).filter((row) => low.some((line) => line.parts.length >= LINE && isEndOf(line, row)))
  return { rows: [...high, ...low, ...freed], slope, isUpright: isUpright(letters.parts, letters.usual) }
}

/** Lines of letters of about this height, and of higher ones. `print`: lower lines, whose letters would be taken for points of these. */
function rowsOfHeight(picture: Grey, em: number, slope: number, print: readonly Row[]): Row[] {
  const by = Math.max(1, Math.round(em / SEEN_AT))
  const { letters, ...seen } = lettersIn(shrunk(picture, by), em / by)
  const isOfPrint = ({ x0, y0, x1, y1 }: Blob) => {
    const down = ((x0 + x1) / 2) * slope
    const there = { x0: x0 * by, x1: x1 * by, y0: (y0 - down) * by, y1: (y1 - down) * by }
    return (y1 - y0) * by < em / 2 && print.some((row) => holds(row, there))
  }
  const parts = letters.parts.filter((part) => !isOfPrint(part))
  return rowsOf({ ...letters, parts }, slope, rulingsIn({ letters, ...seen })).map((row) => grown(row, by)).filter((row) => row.em > em / 2)
}

function lettersIn(picture: Grey, known?: number) {
  const { width, height } = picture
  const edges = edgesOf(picture)
  return { letters: lettersOf(blobsOf(edges, width, height), known), edges, width, height }
}

function rulingsIn({ letters, edges, width, height }: ReturnType<typeof lettersIn>) {
  return rulingsOf(edges, width, height, Math.max(30, letters.usual * 2.4))
}

/** Lines of letters no higher than this, and short ones like them, beside higher ones also the last letter or two of a paragraph; what is left are pieces of higher letters. */
function printIn(rows: readonly Row[], most: number): Row[] {
  const low = rows.filter(({ em }) => em <= most)
  const lines = low.filter(({ parts }) => parts.length >= LINE)
  const high = rows.filter(({ em }) => em > most)
  const isBeside = ({ x0, y0, x1, y1 }: Row) => high.some((row) => (x0 >= row.x1 || x1 <= row.x0) && y0 < row.y1 && y1 > row.y0)
  const isLike = (row: Row, line: Row) => {
    if (Math.abs(line.em - row.em) < line.em * 0.2 && row.x1 - row.x0 > row.em * 3) return true
    return isEndOf(line, row) && isBeside(line) && isBeside(row)
  }
  return low.filter((row) => row.parts.length >= LINE || lines.some((line) => isLike(row, line)))
}

/** Whether the middle of a row, or of a part of one, lies in another. */
function holds(row: Row, { x0, y0, x1, y1 }: Pick<Row, 'x0' | 'y0' | 'x1' | 'y1'>): boolean {
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
