import { withTitlesBeside } from './titles.ts'

/** What stands somewhere in a picture: a line with its size of letters. */
export interface Placed {
  x0: number
  y0: number
  x1: number
  y1: number
  em: number
}

/** Columns stand this far apart at least, in heights of a character. */
const APART = 1.2

/** A column of text is this wide at least, in heights of a character; what is narrower is a column of a table, read row by row. */
const WIDE = 7

/** Lines in the order in which a person reads them: from the top, row by row, columns of text one after the other, and a title before the text that it stands beside. */
export function inReadingOrder<T extends Placed>(lines: readonly T[]): T[] {
  return withTitlesBeside(lines, inRows)
}

function inRows<T extends Placed>(lines: readonly T[]): T[] {
  const regions: T[][][] = []
  for (const level of levelsOf(lines)) {
    const region = regions[regions.length - 1]
    // A level goes on where the one above stopped as long as both leave the same gap free.
    if (region && gapsOf([...region.flat(), ...level]).length > 0) region.push(level)
    else regions.push([level])
  }
  return regions.flatMap(readRegion)
}

/** Lines that share a height, from the top; between two levels a blank row runs through the whole picture. */
function levelsOf<T extends Placed>(lines: readonly T[]): T[][] {
  const levels: T[][] = []
  let foot = -Infinity
  for (const line of [...lines].sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1)) {
    const inset = (line.y1 - line.y0) * 0.25
    if (line.y0 + inset < foot) levels[levels.length - 1]!.push(line)
    else levels.push([line])
    foot = Math.max(foot, line.y1 - inset)
  }
  return levels
}

/** Upright gaps that no line crosses, with lines on both sides. */
function gapsOf(lines: readonly Placed[]): { x: number; width: number }[] {
  const em = lines.map((line) => line.em).sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0
  const gaps: { x: number; width: number }[] = []
  let right = Infinity
  for (const line of [...lines].sort((a, b) => a.x0 - b.x0)) {
    if (line.x0 - right >= em * APART) gaps.push({ x: (line.x0 + right) / 2, width: line.x0 - right })
    right = right === Infinity ? line.x1 : Math.max(right, line.x1)
  }
  return gaps
}

function readRegion<T extends Placed>(levels: T[][]): T[] {
  const lines = levels.flat()
  const gaps = gapsOf(lines)
  if (gaps.length === 0) return levels.flatMap(acrossLevel)
  const columns: T[][] = Array.from({ length: gaps.length + 1 }, () => [])
  const columnOf = (line: T) => gaps.filter(({ x }) => x < line.x0).length
  for (const line of lines) columns[columnOf(line)]!.push(line)
  const shared = levels.filter((level) => new Set(level.map(columnOf)).size > 1).length
  const isText = columns.every((column) => column.length >= 2 && middleWidth(column) >= WIDE)
  if (shared < 2 || !isText) return levels.flatMap(acrossLevel)
  return columns.flatMap((column) => inRows(column))
}

function acrossLevel<T extends Placed>(level: readonly T[]): T[] {
  return [...level].sort((a, b) => (Math.abs(a.y0 + a.y1 - b.y0 - b.y1) < Math.min(a.em, b.em) ? a.x0 - b.x0 : a.y0 + a.y1 - b.y0 - b.y1))
}

/** Half of the lines are wider, in heights of a character. */
function middleWidth(lines: readonly Placed[]): number {
  return lines.map(({ x0, x1, em }) => (x1 - x0) / em).sort((a, b) => a - b)[Math.floor(lines.length / 2)]!
}
