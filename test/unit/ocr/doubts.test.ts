import { describe, expect, test } from 'vitest'
import type { Engine, RawChar } from '../../../utils/ocr/engine.ts'
import { doubtsOf } from '../../../utils/ocr/doubts.ts'
import { layoutOf } from '../../../utils/ocr/layout.ts'
import { readLines } from '../../../utils/ocr/read-lines.ts'
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
  const [read] = await readLines(picture, rows, slope, [engine], () => undefined)
  const { text, chars } = read!.line
  expect(text).toBe(`${'政'.repeat(8)}县${'政'.repeat(11)}`)
  for (const [at, { box }] of chars.entries()) expect(Math.abs(box.x - (20 + at * 20))).toBeLessThan(3)
  expect(strips).toHaveLength(2)
  // Seven of twenty letters, a quarter larger.
  expect(strips[1]!.width).toBeLessThan(strips[0]!.width * 0.5)
})

test('two recognisers share the lines, the longest first, and doubts when there is no whole line left', async () => {
  const rows = [4, 12, 20].map((count, at) => ({ count, y: 20 + at * 40 }))
  const picture = paper(500, 160, 255, 0, rows.flatMap(({ count, y }) => lineOfLetters(20, y, 20, count)))
  const layout = layoutOf(picture)
  const widths: number[] = []
  let busy = 0
  let most = 0
  const engine: Engine = {
    read: async (strip) => {
      most = Math.max(most, ++busy)
      widths.push(strip.width)
      await Promise.resolve()
      busy--
      const count = Math.max(1, Math.round(strip.width / 34))
      return [Array.from({ length: count }, (_, at) => ({ text: '县', confidence: at === 0 ? 60 : 97, x0: 5 + at * 34, x1: 35 + at * 34, y0: 5, y1: 30 }))]
    },
  }
  const told: number[] = []
  const read = await readLines(picture, layout.rows, layout.slope, [engine, engine], (done) => told.push(done))
  expect(most).toBe(2)
  expect(told).toEqual([1, 2, 3])
  expect(read).toHaveLength(3)
  const [longest, middle, shortest, ...again] = widths
  expect(longest).toBeGreaterThan(middle!)
  expect(middle).toBeGreaterThan(shortest!)
  expect(again).toHaveLength(3)
  for (const width of again) expect(width).toBeLessThan(middle!)
})
