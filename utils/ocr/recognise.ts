import type { OcrChar, OcrLine } from '../types/ocr.ts'
import { agreed } from './agree.ts'
import { doubtsOf } from './doubts.ts'
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

/** Reads one line of a picture, and what of it is in doubt once more, larger; null where it holds no letter. */
export async function recognise(picture: Grey, row: Row, slope: number, engine: Engine): Promise<OcrLine | null> {
  const read = async (part: Row, fit?: Fit) => {
    const strip = stripOf(picture, part, slope, fit)
    return lineOf(placed(await engine.read(strip, row.isNarrow ? 'latin' : 'all'), strip, slope))
  }
  const first = await read(row)
  if (!first) return read(row, CLOSE)
  const chars: OcrChar[] = []
  let done = 0
  for (const { from, to } of doubtsOf(first.chars)) {
    const doubted = first.chars.slice(from, to)
    const part = between(row, first.chars, from, to)
    const second = part && (await read(part, CLOSE))
    chars.push(...first.chars.slice(done, from), ...(second ? agreed(doubted, second.chars) : doubted))
    done = to
  }
  chars.push(...first.chars.slice(done))
  return { ...first, chars, text: chars.map(({ text }) => text).join('') }
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
