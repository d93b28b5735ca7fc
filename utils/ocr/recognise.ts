import type { OcrChar, OcrLine } from '../types/ocr.ts'
import { agreed } from './agree.ts'
import { doubtsOf, type Doubt } from './doubts.ts'
import type { RawChar, Script } from './engine.ts'
import type { Row } from './find-lines.ts'
import type { Grey } from './grey.ts'
import { lineOf } from './lines.ts'
import { placed } from './places.ts'
import { BLEED, CLOSE, stripOf, type Strip } from './strip.ts'

/** Mean confidence of a line, 0 to 100. */
export function confidenceOf({ chars }: OcrLine): number {
  return chars.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, chars.length)
}

/** Where lines are cut from. */
export interface Page {
  picture: Grey
  /** Pixels down for each pixel to the right. */
  slope: number
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

/** A line to be read; what gives nothing is read once more, larger. @param more takes that second piece of work */
export function lineJob(page: Page, row: Row, more: (job: Job) => void, told: (line: OcrLine | null, doubts: Doubt[]) => void): Job {
  return jobOf(page, row, row, undefined, (line) => {
    if (line) told(line, doubtsOf(line.chars))
    else more(jobOf(page, row, row, CLOSE, (second) => told(second, [])))
  })
}

/** A part of a line that is in doubt, to be read once more, larger: where both readings differ the surer character stands. Null where nothing is left of it. */
export function doubtJob(page: Page, row: Row, { chars }: OcrLine, { from, to }: Doubt, told: (settled: Settled) => void): Job | null {
  const part = between(row, chars, from, to)
  const doubted = chars.slice(from, to)
  return part && jobOf(page, row, part, CLOSE, (second) => told({ from, to, chars: second ? agreed(doubted, second.chars) : doubted }))
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

function jobOf({ picture, slope }: Page, row: Row, part: Row, em: number | undefined, told: (line: OcrLine | null) => void): Job {
  let cut: Strip | null = null
  const strip = () => (cut ??= stripOf(picture, part, slope, em))
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
