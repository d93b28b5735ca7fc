import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandsOf, once, OVERLAP } from '../../../utils/ocr/bands.ts'

describe('bands', () => {
  test('a picture that is small enough is one', () => expect(bandsOf(1280, 800, 4_000_000)).toEqual([{ top: 0, bottom: 800, from: -Infinity, to: Infinity }]))

  test('cover every row, none too high, and one alone answers for each row and sees it whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12_000 }), fc.integer({ min: 1, max: 40_000 }), (width, height) => {
        const bands = bandsOf(width, height, 4_000_000)
        expect(bands[0]!.top).toBe(0)
        expect(bands[bands.length - 1]!.bottom).toBe(height)
        for (const [at, band] of bands.entries()) {
          expect(band.bottom).toBeGreaterThan(band.top)
          expect(band.bottom - band.top).toBeLessThanOrEqual(Math.max(OVERLAP * 2, 4_000_000 / width) + 1)
          const next = bands[at + 1]
          if (!next) continue
          expect(next.from).toBe(band.to)
          expect(band.bottom - band.to).toBeGreaterThanOrEqual(OVERLAP / 2 - 1)
          expect(next.from - next.top).toBeGreaterThanOrEqual(OVERLAP / 2 - 1)
        }
      }),
    )
  })
})

describe('what two bands saw', () => {
  const box = (x0: number, y0: number, width: number, height: number) => ({ x0, y0, x1: x0 + width, y1: y0 + height })

  test('is kept once, the whole one', () => expect(once([box(0, 10, 300, 9), box(0, 0, 300, 20)])).toEqual([box(0, 0, 300, 20)]))
  test('and lines above each other stay both', () => expect(once([box(0, 0, 300, 20), box(0, 24, 300, 20)])).toHaveLength(2))

  test('lines that do not touch are all kept, however often they were seen', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ at: fc.nat(50), width: fc.integer({ min: 5, max: 400 }), seen: fc.integer({ min: 1, max: 3 }) }), { maxLength: 30 }), (given) => {
        const rows = new Map(given.map(({ at, width }) => [at, box(7, at * 30, width, 22)]))
        const seen = given.flatMap(({ at, seen }) => Array.from({ length: seen }, () => ({ ...rows.get(at)! })))
        expect(once(seen).map(({ y0 }) => y0).sort((a, b) => a - b)).toEqual([...rows.keys()].sort((a, b) => a - b).map((at) => at * 30))
      }),
    )
  })
})
