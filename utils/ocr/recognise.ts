import type { OcrChar, OcrLine } from '../types/ocr.ts'
import { agreed } from './agree.ts'
import { doubtsOf, type Doubt } from './doubts.ts'
import type { Engine } from './engine.ts'
import type { Row } from './find-lines.ts'
import type { Grey } from './grey.ts'
import { lineOf } from './lines.ts'
import { placed } from './places.ts'
import { BLEED, CLOSE, stripOf, type Fit } from './strip.ts'

/** Mean confidence of a line, 0 to 100. */
export function confidenceOf({ chars }: OcrLine): number {
  return chars.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, chars.length)
}

/** A line that was read once. */
export interface FirstReading {
  /** Null where it holds no letter. */
  line: OcrLine | null
  doubts: Doubt[]
}

/** Characters that stand where others were in doubt. */
export interface Settled extends Doubt {
  chars: OcrChar[]
}

/** Reads one line of a picture. */
export async function recognise(picture: Grey, row: Row, slope: number, engine: Engine): Promise<FirstReading> {
  const line = await readPart(picture, row, row, slope, engine)
  // What gave nothing is read once more, larger.
  return line ? { line, doubts: doubtsOf(line.chars) } : { line: await readPart(picture, row, row, slope, engine, CLOSE), doubts: [] }
}

/** Reads a part of a line that is in doubt once more, larger: where both readings differ the surer character stands. */
export async function recogniseAgain(picture: Grey, row: Row, { chars }: OcrLine, { from, to }: Doubt, slope: number, engine: Engine): Promise<Settled> {
  const doubted = chars.slice(from, to)
  const part = between(row, chars, from, to)
  const second = part && (await readPart(picture, row, part, slope, engine, CLOSE))
  return { from, to, chars: second ? agreed(doubted, second.chars) : doubted }
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

async function readPart(picture: Grey, row: Row, part: Row, slope: number, engine: Engine, fit?: Fit): Promise<OcrLine | null> {
  const strip = stripOf(picture, part, slope, fit)
  return lineOf(placed(await engine.read(strip, row.isNarrow ? 'latin' : 'all'), strip, slope))
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
