import type { OcrLine } from '../types/ocr.ts'
import type { Engine } from './engine.ts'
import type { Row } from './find-lines.ts'
import { agreed } from './agree.ts'
import { isHan } from './glyphs.ts'
import type { Grey } from './grey.ts'
import { lineOf } from './lines.ts'
import { placed } from './places.ts'
import { stripOf } from './strip.ts'

/** A line with a character read with less is read once more in another size; 0 to 100. */
const SURE = 94

/** Size of a Chinese character at the second reading, in pixels. */
const SECOND_EM = 38

/** Mean confidence of a line, 0 to 100. */
export function confidenceOf({ chars }: OcrLine): number {
  return chars.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, chars.length)
}

/** Reads one line of a picture; null where it holds no letter. */
export async function recognise(picture: Grey, row: Row, slope: number, engine: Engine): Promise<OcrLine | null> {
  const read = async (em?: number) => {
    const strip = stripOf(picture, row, slope, em)
    return lineOf(placed(await engine.read(strip, row.isNarrow ? 'latin' : 'all'), strip, slope))
  }
  const first = await read()
  if (first && first.chars.every(({ text, confidence }) => !isHan(text) || confidence >= SURE)) return first
  const second = await read(SECOND_EM)
  return first && second ? agreed(first, second) : (first ?? second)
}
