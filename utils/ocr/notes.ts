import type { OcrLine } from '../types/ocr.ts'
import type { Phrase } from '../types/phrase.ts'
import { isHan } from './glyphs.ts'
import { confidenceOf, PRINT } from './recognise.ts'

/** A line read with less is hardly one, 0 to 100. */
const LINE = 76

/** So many places looked like lines and most gave nothing: handwriting, rather than no text. */
const MANY = 4

/**
 * Writing by hand is read with 84 to 92 and a fifth to half of it wrong (`byHand` in test/bench/ocr-lab/sheets.ts): half of it and more
 * stands in lines that are less sure than print, of print (outlined letters and what stands under a seal included) a fifth at most.
 */
const SHARE = 0.4

/** Fewer Chinese characters tell nothing of the hand. */
const LETTERS = 8

/** What a person must know of a reading: that there was nothing, or that what there was is not what can be read. */
export function notesOf({ lines, tried, isUpright }: { lines: readonly OcrLine[]; tried: number; isUpright: boolean }): Phrase[] {
  if (isUpright) return [{ key: 'ocr.note.upright' }]
  const sure = lines.filter((line) => confidenceOf(line) >= LINE).length
  if (tried >= MANY && sure < tried * 0.3) return [{ key: lines.length ? 'ocr.note.handwriting' : 'ocr.note.unreadable' }]
  if (isByHand(lines)) return [{ key: 'ocr.note.handwriting' }]
  return lines.length === 0 ? [{ key: 'ocr.note.none' }] : []
}

/** Whether many Chinese characters stand in lines that were read less surely than print is. */
function isByHand(lines: readonly OcrLine[]): boolean {
  let [letters, unsure] = [0, 0]
  for (const line of lines) {
    const count = line.chars.filter(({ text }) => isHan(text)).length
    letters += count
    if (confidenceOf(line) < PRINT) unsure += count
  }
  return letters >= LETTERS && unsure > letters * SHARE
}
