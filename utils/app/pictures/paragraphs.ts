import type { OcrChar, OcrLine } from '../../types/ocr.ts'

/** Lines joined to what a person reads in one go, so that a word that a line cuts in two is one word. */
export interface Joined {
  text: string
  /** The character that each UTF-16 unit of `text` was read from; null for a space that was put in. */
  chars: (OcrChar | null)[]
}

/** A line that ends so ends its sentence. */
const ENDS = /[。！？：；!?;:]$/
/** What begins a new paragraph wherever it stands. */
const BEGINS = /^(?:第[一二三四五六七八九十百\d]{1,4}[条章节款步]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．]\D|[•·●■◆▶★])/
/** In heights of a line: room between lines of one paragraph, indentation that begins another, how far short of the margin a full line may end. */
const SPACING = 1.2
const INDENT = 1.2
const SHORT = 1.6
/** Lines of one paragraph are set in one size. */
const SIZE = 0.72

/** Joins lines where the second continues the first: set alike, right below it, and the first filled to the margin. */
export function paragraphsOf(lines: readonly OcrLine[]): Joined[] {
  const joined: Joined[] = []
  let last: OcrLine | null = null
  for (const line of lines) {
    if (line.chars.length === 0) continue
    const open = last !== null && continues(last, line) ? joined[joined.length - 1] : undefined
    if (open) append(open, line)
    else {
      const next: Joined = { text: '', chars: [] }
      append(next, line)
      joined.push(next)
    }
    last = line
  }
  return joined
}

function continues(above: OcrLine, below: OcrLine): boolean {
  if (ENDS.test(above.text) || BEGINS.test(below.text)) return false
  const [a, b] = [heightOf(above), heightOf(below)]
  const size = Math.max(a, b)
  if (Math.min(a, b) < size * SIZE) return false
  const gap = below.box.y - (above.box.y + above.box.height)
  if (gap > size * SPACING || below.box.y + below.box.height / 2 < above.box.y + above.box.height) return false
  const right = (line: OcrLine) => line.box.x + line.box.width
  return below.box.x - above.box.x < size * INDENT && above.box.x - below.box.x < size * 3 && right(above) >= right(below) - size * SHORT
}

/** Of a line's characters, the middle one in height: punctuation is flat, and one misread sign makes no line higher. */
function heightOf({ chars, box }: OcrLine): number {
  const heights = chars.map((char) => char.box.height).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] || box.height
}

function append(into: Joined, line: OcrLine): void {
  if (/[\w,.]$/.test(into.text) && /^\w/.test(line.text)) {
    into.text += ' '
    into.chars.push(null)
  }
  for (const char of line.chars) {
    into.text += char.text
    for (let unit = 0; unit < char.text.length; unit++) into.chars.push(char)
  }
}
