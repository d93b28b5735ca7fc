import type { OcrLine } from '../types/ocr.ts'
import type { Phrase } from '../types/phrase.ts'
import { confidenceOf } from './recognise.ts'

/** Print is read with more than this on the whole; handwriting and blurred pictures with less, 0 to 100. */
const PRINT = 76

/** So many places looked like lines and most gave nothing: handwriting, rather than no text. */
const MANY = 4

/** What a person must know of a reading: that there was nothing, or that what there was is not what can be read. */
export function notesOf({ lines, tried, isUpright }: { lines: readonly OcrLine[]; tried: number; isUpright: boolean }): Phrase[] {
  const sure = lines.filter((line) => confidenceOf(line) >= PRINT).length
  if (isUpright && sure < Math.max(lines.length, 1) * 0.8) return [{ key: 'ocr.note.upright' }]
  if (tried >= MANY && sure < tried * 0.3) return [{ key: lines.length ? 'ocr.note.handwriting' : 'ocr.note.unreadable' }]
  return lines.length === 0 ? [{ key: 'ocr.note.none' }] : []
}
