import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inPicture, placed } from '../../../utils/ocr/places.ts'
import { stripOf } from '../../../utils/ocr/strip.ts'
import { lineOfLetters, paper } from './paper.ts'

describe('places', () => {
  test('lead back from the strip to the pixels of the picture, whatever size and slope', () => {
    const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    fc.assert(
      fc.property(fc.tuple(real(0, 2000), real(0, 8000), real(4, 60), real(6, 60)), fc.tuple(real(0.2, 4), real(0, 500), real(0, 8000), real(-0.04, 0.04)), ([x, y, width, height], [scale, x0, y0, slope]) => {
        // As the strip is cut: a point of the picture stands at (x − x0)·scale, and along the slope at (y − y0 − x·slope)·scale.
        const middle = x + width / 2
        const inStrip = { x: (x - x0) * scale, y: (y - y0 - middle * slope) * scale, width: width * scale, height: height * scale }
        const back = inPicture(inStrip, { scale, x0, y0 }, slope)
        expect(Math.abs(back.x - x) + Math.abs(back.y - y) + Math.abs(back.width - width) + Math.abs(back.height - height)).toBeLessThan(1e-6)
      }),
    )
  })

  test.each([['dark on white', 255, 0], ['white on red', 90, 255]])('%s: a box is drawn around the ink, also where the recogniser was a little off', (_, ground, ink) => {
    const picture = paper(300, 60, ground, ink, lineOfLetters(40, 20, 22, 3))
    const strip = stripOf(picture, { x0: 40, y0: 20, x1: 103, y1: 39, em: 20, parts: [] }, 0)
    const at = (x: number) => (x - strip.x0) * strip.scale
    const raw = [40, 62, 84].map((x, n) => ({ text: '青禾县'[n]!, confidence: 96, x0: Math.round(at(x) + 4), x1: Math.round(at(x + 22) + 4), y0: 0, y1: strip.height }))
    for (const [n, { box }] of placed([raw], strip, 0).flat().entries()) {
      for (const [got, right] of [[box.x, 40 + n * 22], [box.y, 20], [box.width, 19], [box.height, 19]]) expect(Math.abs(got! - right!)).toBeLessThan(1.6)
    }
  })
})
