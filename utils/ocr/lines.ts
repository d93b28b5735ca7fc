import type { OcrChar, OcrLine } from '../types/ocr.ts'
import { around, isLatin } from './glyphs.ts'
import { mended } from './mend.ts'

/**
 * The line of what was recognised: spaces stay between Latin words and numbers alone (the recogniser sees one at every wide gap),
 * signs are mended, and `text` is the characters joined.
 * @param words characters, cut where the recogniser saw a space; in pixels of the picture
 */
export function lineOf(words: readonly (readonly OcrChar[])[]): OcrLine | null {
  const chars: OcrChar[] = []
  for (const word of words) {
    const [last, first] = [chars[chars.length - 1], word[0]]
    if (last && first && isLatin(last.text) && isLatin(first.text)) chars.push(spaceBetween(last, first))
    chars.push(...word)
  }
  if (chars.length === 0) return null
  const made = mended(chars)
  return { text: made.map(({ text }) => text).join(''), chars: made, box: around(made.map(({ box }) => box)) }
}

function spaceBetween(last: OcrChar, first: OcrChar): OcrChar {
  const x = last.box.x + last.box.width
  return { text: ' ', confidence: Math.min(last.confidence, first.confidence), box: { x, y: last.box.y, width: Math.max(0, first.box.x - x), height: last.box.height } }
}
