import type { OcrLine, OcrReading } from '../../../../utils/types/ocr.ts'

/** Side of a character in these pictures, in pixels. */
export const SIZE = 20

/** A line as the recogniser gives it: every character a square, one beside the other. `unsure`: characters that were read badly. */
export function lineOf(text: string, { x = 0, y = 0, size = SIZE, unsure = '' } = {}): OcrLine {
  const chars = [...text].map((char, at) => ({ text: char, confidence: unsure.includes(char) ? 40 : 97, box: { x: x + at * size, y, width: size, height: size } }))
  return { text, chars, box: { x, y, width: chars.length * size, height: size } }
}

/** A picture of lines, one under the other. */
export function readingOf(...lines: (string | OcrLine)[]): OcrReading {
  return { width: 600, height: 800, lines: lines.map((line, at) => (typeof line === 'string' ? lineOf(line, { y: at * 30 }) : line)), confidence: 95, notes: [] }
}
