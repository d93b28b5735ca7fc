import type { OcrChar } from '../types/ocr.ts'
import { isHan } from './glyphs.ts'

/** A Chinese character read with less is read once more, 0 to 100. */
const SURE = 94

/** So many characters on both sides are read with it: the recogniser goes by what stands beside. */
const BESIDE = 3

/** Where more than this part of a line is in doubt, all of it is read again. */
const MOST = 0.6

/** A part of a line that is to be read again: its characters `from` (included) to `to` (not). */
export interface Doubt {
  from: number
  to: number
}

/** The parts of a line that are in doubt; in order, apart from each other. */
export function doubtsOf(chars: readonly OcrChar[]): Doubt[] {
  const parts: Doubt[] = []
  for (const [at, { text, confidence }] of chars.entries()) {
    if (!isHan(text) || confidence >= SURE) continue
    const [from, to] = [Math.max(0, at - BESIDE), Math.min(chars.length, at + BESIDE + 1)]
    const last = parts[parts.length - 1]
    if (last && from <= last.to + 2) last.to = to
    else parts.push({ from, to })
  }
  const doubted = parts.reduce((sum, { from, to }) => sum + to - from, 0)
  return doubted > chars.length * MOST ? [{ from: 0, to: chars.length }] : parts
}
