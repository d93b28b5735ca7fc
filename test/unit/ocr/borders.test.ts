import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bordersOf } from '../../../utils/ocr/borders.ts'

const EM = 30

/** Ink of a line: each letter as wide as said, with a blank column or two after it. */
function lineOf(widths: readonly number[], blank = 2): { ink: Uint16Array; starts: number[] } {
  const columns: number[] = []
  const starts = widths.map((width) => {
    const start = columns.length
    columns.push(...Array.from({ length: width }, () => 8), ...Array.from({ length: blank }, () => 0))
    return start
  })
  return { ink: Uint16Array.from(columns), starts }
}

describe('borders', () => {
  test('find the letters though they were seen up to half a letter beside their place', () => {
    const widths = [28, 28, 28, 14, 14, 28, 28]
    const { ink, starts } = lineOf(widths)
    const off = [0, 8, 15, 13, 10, 6, 0]
    const seen = [...'青禾县12年底'].map((text, at) => ({ text, middle: starts[at]! + widths[at]! / 2 + off[at]! }))
    const borders = bordersOf(seen, ink, EM)
    for (const [at, start] of starts.entries()) expect(Math.abs(borders[at]! - start)).toBeLessThan(3)
  })

  test('cut letters of two parts (川, 八) between letters, not within one', () => {
    const { ink } = lineOf([12, 12, 12, 12, 12, 12], 3)
    expect(bordersOf([{ text: '八', middle: 14 }, { text: '川', middle: 44 }, { text: '八', middle: 74 }], ink, EM)[1]).toBe(29)
  })

  test('rise from the first ink to the last, one more than there are letters', () => {
    const letters = fc.array(fc.record({ text: fc.constantFrom('青', '1', '，', ' ', 'W'), middle: fc.integer({ min: 0, max: 900 }) }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(letters, fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 30, maxLength: 900 }), (seen, columns) => {
        const borders = bordersOf(seen, Uint16Array.from(columns), EM)
        expect(borders).toHaveLength(seen.length + 1)
        expect(borders.every((border, at) => at === 0 || border >= borders[at - 1]!)).toBe(true)
        expect(borders[0]).toBeGreaterThanOrEqual(0)
        expect(borders[borders.length - 1]).toBeLessThanOrEqual(columns.length)
      }),
      { numRuns: 60 },
    )
  })
})
