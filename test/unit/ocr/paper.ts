import type { Grey } from '../../../utils/ocr/grey.ts'

/** A grey picture with filled rectangles (x, y, width, height) for letters. */
export function paper(width: number, height: number, ground: number, ink: number, letters: readonly (readonly [number, number, number, number])[]): Grey {
  const data = new Uint8Array(width * height).fill(ground)
  for (const [x, y, wide, high] of letters) for (let row = y; row < y + high; row++) data.fill(ink, row * width + x, row * width + x + wide)
  return { width, height, data }
}

/** Letters like 口 with a dot in them, side by side: what a line of Chinese looks like to the search for lines. */
export function lineOfLetters(x: number, y: number, em: number, count: number): [number, number, number, number][] {
  return Array.from({ length: count }, (_, at) => {
    const left = x + at * em
    const side = em - 3
    const stroke = Math.max(1, Math.round(em / 10))
    return [[left, y, side, stroke], [left, y + side - stroke, side, stroke], [left, y, stroke, side], [left + side - stroke, y, stroke, side], [left + side / 2 - 1, y + 4, 2, side - 7]].map((box) => box.map(Math.round)) as [number, number, number, number][]
  }).flat()
}
