import type { OcrLine } from '../types/ocr.ts'
import { isChinese, isHan, isLatin } from './glyphs.ts'
import { confidenceOf } from './recognise.ts'

/** Lines below are ornaments, textures and pieces of photographs, 0 to 100. */
const LINE = 55

/** One or two characters alone are rather an ornament: they must be surer. */
const SHORT = 72

/** Digits alone have no neighbours that make them surer. */
const NUMBER = 38

/** Whether a line that was read is one, and no ornament taken for letters. */
export function isText(line: OcrLine): boolean {
  const letters = line.chars.filter(({ text }) => isHan(text) || isLatin(text))
  if (letters.length === 0) return false
  const isNumber = line.chars.every(({ text }) => isLatin(text) || '.,%+-'.includes(text))
  return confidenceOf(line) >= (isNumber ? NUMBER : letters.length < 3 ? SHORT : LINE)
}

/** Unsure signs at both ends are pieces of frames and icons beside the line. */
export function trimmed(line: OcrLine): OcrLine {
  const isStray = ({ text, confidence }: OcrLine['chars'][number]) => text === ' ' || (confidence < 60 && !isHan(text) && !isLatin(text) && !isChinese(text))
  let [from, to] = [0, line.chars.length]
  while (from < to && isStray(line.chars[from]!)) from++
  while (to > from && isStray(line.chars[to - 1]!)) to--
  const chars = line.chars.slice(from, to)
  return chars.length === line.chars.length ? line : { ...line, chars, text: chars.map(({ text }) => text).join('') }
}
