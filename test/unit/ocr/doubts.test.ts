import { describe, expect, test } from 'vitest'
import type { Engine, RawChar } from '../../../utils/ocr/engine.ts'
import { doubtsOf } from '../../../utils/ocr/doubts.ts'
import { layoutOf } from '../../../utils/ocr/layout.ts'
import { recognise } from '../../../utils/ocr/recognise.ts'
import type { Grey } from '../../../utils/ocr/grey.ts'
import { lineOfLetters, paper } from './paper.ts'

/** A line where the characters at these places were read with 50, the rest with 98. */
function line(length: number, ...unsure: number[]) {
  return Array.from({ length }, (_, at) => ({ text: '县', confidence: unsure.includes(at) ? 50 : 98, box: { x: at * 20, y: 0, width: 18, height: 18 } }))
}

describe('what is read again', () => {
  test.each([
    ['nothing where all is sure', line(20), []],
    ['a character with three on both sides', line(20, 8), [[5, 12]]],
    ['no more than there is', line(20, 0, 19), [[0, 4], [16, 20]]],
    ['neighbours together', line(30, 8, 14), [[5, 18]]],
    ['all where most is in doubt', line(20, 2, 10, 17), [[0, 20]]],
    ['signs and digits never', line(20, 8).map((char) => ({ ...char, text: '8' })), []],
  ])('%s', (_, chars, expected) => {
    expect(doubtsOf(chars).map(({ from, to }) => [from, to])).toEqual(expected)
  })
})

test('only the doubtful part is read again, larger, and the surer character stands at its place', async () => {
  const picture = paper(500, 60, 255, 0, lineOfLetters(20, 20, 20, 20))
  const { rows, slope } = layoutOf(picture)
  const strips: Grey[] = []
  const engine: Engine = {
    read: async (strip) => {
      strips.push(strip)
      const isFirst = strips.length === 1
      const count = isFirst ? 20 : 7
      const letters = Array.from({ length: count }, (_, at): RawChar => {
        const isDoubted = at === (isFirst ? 8 : 3)
        const x0 = 5 + ((strip.width - 10) * at) / count
        return { text: isDoubted ? (isFirst ? '具' : '县') : '政', confidence: isDoubted && isFirst ? 60 : 97, x0, x1: x0 + (strip.width - 10) / count, y0: 5, y1: 30 }
      })
      return [letters]
    },
  }
  const read = await recognise(picture, rows[0]!, slope, engine)
  expect(read!.text).toBe(`${'政'.repeat(8)}县${'政'.repeat(11)}`)
  for (const [at, { box }] of read!.chars.entries()) expect(Math.abs(box.x - (20 + at * 20))).toBeLessThan(3)
  expect(strips).toHaveLength(2)
  // Seven of twenty letters, a quarter larger.
  expect(strips[1]!.width).toBeLessThan(strips[0]!.width * 0.5)
})
