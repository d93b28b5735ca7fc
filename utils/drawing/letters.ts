/**
 * How wide texts are, in parts of their size: estimated from their characters and not measured, so that a picture is laid out alike on every
 * machine, whatever fonts it has. A little wide: what is drawn is squeezed where a font is wider still.
 */
export function widthOf(text: string, size: number): number {
  let sum = 0
  for (const character of text) sum += widthOfOne(character)
  return sum * size
}

/** Breaks a text into lines of at most this width; words stay whole where they fit, Han characters and long addresses break anywhere. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (widthOf(line + piece.trimEnd(), size) <= width) line += piece
    else if (widthOf(piece.trimEnd(), size) <= width) {
      lines.push(line)
      line = piece.trimStart()
    } else {
      for (const character of piece) {
        if (line && widthOf(line + character, size) > width) {
          lines.push(line)
          line = ''
        }
        line += character
      }
    }
  }
  return [...lines, line].map((one) => one.trim()).filter(Boolean)
}

/** A text cut to this width, with … where something is left out; '' where not even one character has room. */
export function clipTo(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text
  const kept = [...text]
  while (kept.length && widthOf(`${kept.join('')}…`, size) > width) kept.pop()
  return kept.length ? `${kept.join('')}…` : ''
}

/** Words with the space behind them, and single wide characters. */
function piecesOf(text: string): string[] {
  // The wide space parts what stands on one line.
  return text.replace(/[^\S\u3000]+/g, ' ').match(/[\u0021-\u024f]+ ?|[\s\S]/gu) ?? []
}

const NARROW = /[ !'(),.:;I[\]fijlrt|·]/
const BROAD = /[%@MWmw]/
const CAPITAL = /[A-Z&#+<=>~]/

function widthOfOne(character: string): number {
  if (character > '\u024f') return 1
  if (BROAD.test(character)) return 0.98
  if (NARROW.test(character)) return 0.42
  return CAPITAL.test(character) ? 0.76 : 0.64
}
