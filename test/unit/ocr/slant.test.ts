import { describe, expect, test } from 'vitest'
import type { Engine, RawChar } from '../../../utils/ocr/engine.ts'
import type { Grey } from '../../../utils/ocr/grey.ts'
import { layoutOf } from '../../../utils/ocr/layout.ts'
import { readLines } from '../../../utils/ocr/read-lines.ts'
import { leaning, slantOf } from '../../../utils/ocr/slant.ts'
import { stripOf } from '../../../utils/ocr/strip.ts'
import type { OcrLine } from '../../../utils/types/ocr.ts'
import { lineOfLetters, paper } from './paper.ts'

/** The picture with every row between these moved to the right, the more the higher it is. */
function leant(picture: Grey, slant: number, top: number, bottom: number): Grey {
  const data = picture.data.slice()
  for (let y = top; y < bottom; y++) {
    const shift = Math.round(((top + bottom) / 2 - y) * slant)
    for (let x = 0; x < picture.width; x++) data[y * picture.width + x] = picture.data[y * picture.width + Math.max(0, Math.min(picture.width - 1, x - shift))]!
  }
  return { ...picture, data }
}

const EM = 28
const plain = (count = 16) => paper(600, 80, 255, 0, lineOfLetters(40, 26, EM, count))
const degrees = (slant: number) => Math.round((Math.atan(slant) * 180) / Math.PI)

function looked(picture: Grey) {
  const { rows, slope } = layoutOf(picture)
  expect(rows).toHaveLength(1)
  return { row: rows[0]!, slant: slantOf(stripOf(picture, rows[0]!, slope), rows[0]!, rows) }
}

describe('how far letters lean', () => {
  test.each([0, 4, -4])('%d degrees: upright', (lean) => {
    expect(looked(leant(plain(), Math.tan((lean * Math.PI) / 180), 24, 54)).slant).toBe(0)
  })

  test.each([10, 14, 20, -14])('%d degrees', (lean) => {
    expect(Math.abs(degrees(looked(leant(plain(), Math.tan((lean * Math.PI) / 180), 24, 54)).slant) - lean)).toBeLessThanOrEqual(2)
  })

  test('two letters alone tell nothing; below a line that leans they lean as it does', () => {
    const two = leant(plain(2), 0.25, 24, 54)
    const { row, slant } = looked(two)
    expect(slant).toBe(0)
    const above = { ...row, x1: row.x0 + 16 * EM, y0: row.y0 - 40, y1: row.y1 - 40, slant: 0.25 }
    expect(slantOf(stripOf(two, row, 0), row, [above, row])).toBe(0.25)
    const upright = plain(2)
    expect(slantOf(stripOf(upright, row, 0), row, [above, row])).toBe(0)
  })

  test('the strip of a line that leans is upright', () => {
    const picture = leant(plain(), 0.25, 24, 54)
    const { row } = looked(picture)
    expect(slantOf(stripOf(picture, { ...row, slant: 0.25 }, 0), row, [])).toBe(0)
  })
})

test('a letter is framed where it leans in the picture, beside a slope, too', () => {
  const box = { x: 100, y: 40, width: 20, height: 20 }
  const line: OcrLine = { text: '县', box, chars: [{ text: '县', confidence: 98, box }] }
  const row = { x0: 90, x1: 300, y0: 40, y1: 60, em: 20, parts: [], slant: 0.25 }
  // its head stands 2.5 px to the right, its foot as much to the left
  expect(leaning(line, row, 0).chars[0]!.box).toEqual({ x: 97.5, y: 40, width: 25, height: 20 })
  const down = { ...line, chars: [{ text: '县', confidence: 98, box: { ...box, y: 40 + 110 * 0.02 } }] }
  expect(leaning(down, row, 0.02).chars[0]!.box.x).toBeCloseTo(97.5)
  expect(leaning(line, { ...row, slant: 0 }, 0)).toBe(line)
})

/** Answers with one letter for each 28 px of the strip, told what strip it is. */
function engineOf(answer: (nth: number) => { text: string; confidence: number }, strips: Grey[] = []): Engine {
  return {
    read: async (strip) => {
      const { text, confidence } = answer(strips.push(strip))
      const count = Math.max(1, Math.round((strip.width - 10) / 28))
      const wide = (strip.width - 10) / count
      return [Array.from({ length: count }, (_, at): RawChar => ({ text, confidence, x0: 5 + at * wide, x1: 5 + (at + 1) * wide, y0: 5, y1: 40 }))]
    },
  }
}

async function read(picture: Grey, answer: Parameters<typeof engineOf>[0]) {
  const { rows, slope } = layoutOf(picture)
  const strips: Grey[] = []
  const [line] = await readLines(picture, rows, slope, [engineOf(answer, strips)], () => undefined)
  return { line: line!.line, strips }
}

describe('what may be meant otherwise is read so, too, and the surer reading counts', () => {
  const italic = leant(plain(), 0.25, 24, 54)

  test('Chinese that leans is read once', async () => {
    const { line, strips } = await read(italic, () => ({ text: '县', confidence: 98 }))
    expect(strips).toHaveLength(1)
    expect(line.chars[8]!.box.width).toBeGreaterThan(EM * 1.1)
  })

  test('Chinese that leans and is read unsurely is read as it stands, too', async () => {
    const { line, strips } = await read(italic, (nth) => (nth === 1 ? { text: '具', confidence: 80 } : { text: '县', confidence: 97 }))
    expect(strips).toHaveLength(2)
    expect(line.text).toMatch(/^县+$/)
  })

  test.each([['as it stands', 90, 98, 'V'], ['set upright', 98, 90, '7']])('letters that are none of Chinese: %s', async (_, upright, plain, text) => {
    const { line, strips } = await read(italic, (nth) => (nth === 1 ? { text: '7', confidence: upright } : { text: 'V', confidence: plain }))
    expect(strips).toHaveLength(2)
    expect(line.text).toContain(text)
  })

  test('letters with a glow: what is darker than the ground and what is lighter', async () => {
    const letters = lineOfLetters(40, 26, EM, 16)
    const glow = paper(600, 80, 128, 255, letters.map(([x, y, wide, high]) => [x - 2, y - 2, wide + 4, high + 4] as const))
    for (const [x, y, wide, high] of letters) for (let row = y; row < y + high; row++) glow.data.fill(0, row * 600 + x, row * 600 + x + wide)
    const { line, strips } = await read(glow, (nth) => ({ text: nth === 1 ? '具' : '县', confidence: nth === 1 ? 70 : 97 }))
    expect(strips).toHaveLength(2)
    expect(line.text).toMatch(/^县+$/)
    expect(strips[1]!.data).not.toEqual(strips[0]!.data)
  })
})
