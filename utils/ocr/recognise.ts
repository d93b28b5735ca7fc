import type { OcrChar, OcrLine } from '../types/ocr.ts'
import { agreed } from './agree.ts'
import { doubtsOf, type Doubt } from './doubts.ts'
import type { RawChar, Script } from './engine.ts'
import type { Row } from './find-lines.ts'
import { isChineseLine } from './glyphs.ts'
import type { Grey } from './grey.ts'
import { lineOf } from './lines.ts'
import { placed } from './places.ts'
import { slantOf } from './slant.ts'
import { BLEED, CLOSE, stripOf, type Strip, WIDE } from './strip.ts'

/** Lines of print are read with 96 and more on the mean, 12 px and strong JPEG included: below this something is wrong. */
export const PRINT = 94

/** Mean confidence of a line, 0 to 100. */
export function confidenceOf({ chars }: OcrLine): number {
  return chars.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, chars.length)
}

/** Where lines are cut from. */
export interface Page {
  picture: Grey
  /** Pixels down for each pixel to the right. */
  slope: number
  rows: readonly Row[]
}

/** A piece of work for a recogniser. */
export interface Job {
  script: Script
  /** What it is to read: cut out once, when somebody has time for it. */
  strip: () => Strip
  /** Told what was read in it. */
  heard: (words: RawChar[][]) => void
}

/** Characters that stand where others were in doubt. */
export interface Settled extends Doubt {
  chars: OcrChar[]
}

/**
 * A line to be read; what gives nothing is read once more, larger, and what may be meant otherwise so, too: then the surer reading counts.
 * @param row is told, when it is cut out, how far its letters lean and what of it they are
 * @param more takes that second piece of work
 * @param told the row as it was read: what is read of a leaning one stands where it would, were its letters upright
 */
export function lineJob(page: Page, row: Row, more: (job: Job) => void, told: (line: OcrLine | null, doubts: Doubt[], row: Row) => void): Job {
  return jobOf(page, row, () => looked(page, row), (line) => {
    const again = line ? otherwise(row, line) : row
    if (!again) return told(line, doubtsIn(line), row)
    more(jobOf(page, again, () => stripOf(page.picture, again, page.slope, line ? WIDE : CLOSE), (second) => {
      if (line && (!second || confidenceOf(line) >= confidenceOf(second))) told(line, doubtsIn(line), row)
      else told(second, line ? doubtsIn(second) : [], again)
    }))
  })
}

const doubtsIn = (line: OcrLine | null) => (line ? doubtsOf(line.chars) : [])

/** The strip of a row, its letters set upright, when it was looked at how they are. */
function looked({ picture, slope, rows }: Page, row: Row): Strip {
  const strip = stripOf(picture, row, slope)
  row.ink = strip.ink
  row.slant = slantOf(strip, row, rows)
  return row.slant === 0 ? strip : stripOf(picture, row, slope)
}

/** How else a row that was read may be meant: W, 7 and some faces lean by themselves, and of letters with a glow the glow was taken. */
function otherwise(row: Row, line: OcrLine): Row | null {
  const isUnsure = confidenceOf(line) < PRINT
  if (row.slant && (isUnsure || !isChineseLine(line.chars))) return { ...row, slant: 0 }
  return row.ink && !row.ink.isSure && isUnsure ? { ...row, ink: { ...row.ink, isLight: !row.ink.isLight } } : null
}

/** A part of a line that is in doubt, to be read once more, larger: where both readings differ the surer character stands. Null where nothing is left of it. */
export function doubtJob(page: Page, row: Row, { chars }: OcrLine, { from, to }: Doubt, told: (settled: Settled) => void): Job | null {
  const part = between(row, chars, from, to)
  const doubted = chars.slice(from, to)
  return part && jobOf(page, row, () => stripOf(page.picture, part, page.slope, CLOSE), (second) => told({ from, to, chars: second ? agreed(doubted, second.chars) : doubted }))
}

/** The line with what was settled in place of what was in doubt. */
export function withSettled(line: OcrLine, settled: readonly Settled[]): OcrLine {
  const chars: OcrChar[] = []
  let done = 0
  for (const { from, to, chars: certain } of [...settled].sort((a, b) => a.from - b.from)) {
    chars.push(...line.chars.slice(done, from), ...certain)
    done = to
  }
  chars.push(...line.chars.slice(done))
  return { ...line, chars, text: chars.map(({ text }) => text).join('') }
}

function jobOf({ slope }: Page, row: Row, cutOut: () => Strip, told: (line: OcrLine | null) => void): Job {
  let cut: Strip | null = null
  const strip = () => (cut ??= cutOut())
  return { script: row.isNarrow ? 'latin' : 'all', strip, heard: (words) => told(lineOf(placed(words, strip(), slope))) }
}

/** The part of a row with these characters, cut in the middle of the gaps beside them; null where nothing is left of it. */
function between(row: Row, chars: readonly OcrChar[], from: number, to: number): Row | null {
  const bleed = Math.max(1, row.em * BLEED)
  const cut = (at: number) => {
    const [left, right] = [chars[at - 1], chars[at]]
    return left && right ? (left.box.x + left.box.width + right.box.x) / 2 : null
  }
  const x0 = from === 0 ? row.x0 : (cut(from) ?? row.x0 - bleed) + bleed
  const x1 = to === chars.length ? row.x1 : (cut(to) ?? row.x1 + bleed) - bleed
  return x1 > x0 ? { ...row, x0, x1 } : null
}
