import { Adler } from './adler.ts'
import { plainPng, withPacked, type PlainPng } from './file.ts'
import { looksUp, refilter, SUB, unfilter } from './filters.ts'
import { splice, WINDOW } from './splice.ts'
import { BrokenStream, SLACK, walk } from './walk.ts'

/** Rows of a picture: the first, and the one behind the last. */
export interface RowSpan {
  from: number
  to: number
}

/** What is to be changed, and what does it. */
export interface Repaint {
  /** Rows that may change. */
  rows: readonly RowSpan[]
  /** So many rows are added at the foot. */
  added: number
  /** Changes pixels (RGBA) of a stretch of rows in place; added ones come white. */
  paint: (pixels: Uint8ClampedArray<ArrayBuffer>, rows: RowSpan) => void
}

/** A zlib stream's two bytes at the beginning and the check sum at its end. */
const [ZLIB_HEAD, ZLIB_SUM] = [2, 4]
/** Where more than this part of a large picture changes, a canvas is quicker. */
const [MOST_CHANGED, SMALL] = [0.4, 500_000]

let room = new Uint8Array(0)

/**
 * A copy of a screenshot with some of its rows painted over. Only these are changed and packed again; every other byte of the
 * picture stays as it is packed: that takes a third of the time that a canvas needs for the whole,
 * and no program that knows colours better than we do can have changed a pixel elsewhere.
 * @param plan is asked once the picture's size is known; null where it cannot be done by rows
 * @returns null where this is no PNG that can be handled so (other kinds, pixels that can be seen through, a broken stream, most of it changed): then a canvas must do it
 */
export function repaint(bytes: Uint8Array, plan: (size: { width: number; height: number }) => Repaint | null): Uint8Array<ArrayBuffer> | null {
  const png = plainPng(bytes)
  const wanted = png && plan(png)
  if (!png || !wanted) return null
  const stretches = joined(wanted.rows, png)
  if (stretches.reduce((sum, { first, until }) => sum + until - first, 0) > Math.max(SMALL, MOST_CHANGED * png.line * png.height)) return null
  const length = png.line * png.height
  if (room.length < length + SLACK) room = new Uint8Array(length + SLACK)
  const raw = room.subarray(0, length + SLACK)
  try {
    const packed = png.packed.subarray(ZLIB_HEAD, png.packed.length - ZLIB_SUM)
    const found = walk(packed, raw, stretches)
    if (found.length !== length) return null
    const fresh = found.cuts.map(({ before, after }) => raw.slice(before.out, after.out))
    const sum = new Adler(png.packed.subarray(png.packed.length - ZLIB_SUM), length)
    for (const [n, { rows, first }] of stretches.entries()) {
      const changed = fresh[n]!.subarray(first - found.cuts[n]!.before.out)
      if (!paintRows(png, raw, rows, wanted.paint, changed)) return null
      sum.replace(first, raw.subarray(first, behind(rows, png) * png.line), changed)
    }
    const added = addedRows(png, wanted)
    sum.add(added)
    return withPacked(png, wanted.added, [png.packed.subarray(0, ZLIB_HEAD), ...splice(packed, found, fresh, added), sum.bytes])
  } catch (error) {
    if (error instanceof BrokenStream) return null
    throw error
  }
}

interface RowStretch {
  rows: RowSpan
  first: number
  until: number
}

/** Rows as bytes, with as much behind them as may refer to them; what lies close together is one. */
function joined(wanted: readonly RowSpan[], png: PlainPng): RowStretch[] {
  const stretches: RowStretch[] = []
  for (const { from, to } of [...wanted].sort((a, b) => a.from - b.from)) {
    const rows = { from: Math.max(0, from), to: Math.min(to, png.height) }
    if (rows.from >= rows.to) continue
    const last = stretches[stretches.length - 1]
    const joins = last && rows.from * png.line < last.until + SLACK
    const whole = joins ? { from: last.rows.from, to: Math.max(last.rows.to, rows.to) } : rows
    if (joins) stretches.pop()
    stretches.push({ rows: whole, first: whole.from * png.line, until: behind(whole, png) * png.line + WINDOW })
  }
  return stretches
}

/** The row behind the last may be written as the difference to it, so it is written anew as well. */
const behind = ({ to }: RowSpan, { height }: PlainPng) => Math.min(to + 1, height)

/** Unfilters as much as the rows need, paints them, filters them again into `fresh`, which begins with them; false where something can be seen through. */
function paintRows(png: PlainPng, raw: Uint8Array, rows: RowSpan, paint: Repaint['paint'], fresh: Uint8Array): boolean {
  const { width, channels, line } = png
  const last = behind(rows, png)
  let first = rows.from
  while (first > 0 && looksUp(raw[first * line]!)) first -= 1
  const zeros = new Uint8Array(line - 1)
  const pixels: Uint8Array[] = []
  for (let y = first; y < last; y++) {
    const one = new Uint8Array(line - 1)
    unfilter(raw.subarray(y * line, (y + 1) * line), pixels[pixels.length - 1] ?? zeros, channels, one)
    pixels.push(one)
  }
  const painted = pixels.slice(rows.from - first, rows.to - first)
  const seen = new Uint8ClampedArray(width * painted.length * 4).fill(255)
  if (!painted.every((row, n) => toSeen(row, channels, seen, n * width * 4))) return false
  paint(seen, rows)
  painted.forEach((row, n) => fromSeen(seen, n * width * 4, channels, row))
  for (let y = rows.from; y < last; y++) {
    refilter(pixels[y - first]!, pixels[y - first - 1] ?? zeros, channels, fresh.subarray((y - rows.from) * line, (y - rows.from + 1) * line))
  }
  return true
}

/** The rows added at the foot, filtered. */
function addedRows({ width, height, channels, line }: PlainPng, { added, paint }: Repaint): Uint8Array {
  const seen = new Uint8ClampedArray(width * added * 4).fill(255)
  if (added > 0) paint(seen, { from: height, to: height + added })
  const rows = new Uint8Array(line * added)
  const pixels = new Uint8Array(line - 1).fill(255)
  for (let y = 0; y < added; y++) {
    const row = rows.subarray(y * line, (y + 1) * line)
    row[0] = SUB
    fromSeen(seen, y * width * 4, channels, pixels)
    refilter(pixels, pixels, channels, row)
  }
  return rows
}

function toSeen(row: Uint8Array, channels: number, seen: Uint8ClampedArray, from: number): boolean {
  for (let at = 0, to = from; at < row.length; at += channels, to += 4) {
    if (channels === 4 && row[at + 3] !== 255) return false
    seen[to] = row[at]!
    seen[to + 1] = row[at + 1]!
    seen[to + 2] = row[at + 2]!
  }
  return true
}

/** What can be seen through stays as it was: nothing could. */
function fromSeen(seen: Uint8ClampedArray, from: number, channels: number, row: Uint8Array): void {
  for (let at = 0, next = from; at < row.length; at += channels, next += 4) {
    row[at] = seen[next]!
    row[at + 1] = seen[next + 1]!
    row[at + 2] = seen[next + 2]!
  }
}
