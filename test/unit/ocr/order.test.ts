import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inReadingOrder, type Placed } from '../../../utils/ocr/order.ts'

const line = (name: string, x0: number, y0: number, width: number): Placed & { name: string } => ({ name, x0, y0, x1: x0 + width, y1: y0 + 20, em: 20 })
const names = (lines: (Placed & { name: string })[]) => inReadingOrder(lines).map(({ name }) => name).join(' ')

describe('reading order', () => {
  test('two columns under a title, one after the other', () => {
    const lines = [0, 1, 2, 3].flatMap((at) => [line(`b${at}`, 400, 80 + at * 30, 300), line(`a${at}`, 20, 80 + at * 30, 300)])
    expect(names([...lines, line('title', 150, 20, 500)])).toBe('title a0 a1 a2 a3 b0 b1 b2 b3')
  })

  test('columns whose paragraphs end at one height stay apart', () => {
    const lines = [0, 1, 2, 5, 6, 7].flatMap((at) => [line(`a${at}`, 20, at * 30, at === 2 ? 60 : 300), line(`b${at}`, 400, at * 30, 300)])
    expect(names(lines)).toBe('a0 a1 a2 a5 a6 a7 b0 b1 b2 b5 b6 b7')
  })

  test('a table row by row', () => {
    const lines = [0, 1, 2].flatMap((at) => [line(`c${at}`, 400, at * 40 + 1, 60), line(`a${at}`, 20, at * 40, 20), line(`b${at}`, 100, at * 40 - 1, 200)])
    expect(names(lines)).toBe('a0 b0 c0 a1 b1 c1 a2 b2 c2')
  })

  test('a signature on the right is no column', () => {
    expect(names([line('text', 20, 0, 700), line('end', 20, 30, 100), line('office', 550, 60, 180), line('date', 560, 90, 160)])).toBe('text end office date')
  })

  test('nothing is lost and nothing doubled', () => {
    const any = fc.record({ x0: fc.nat(900), y0: fc.nat(900), width: fc.integer({ min: 5, max: 500 }), height: fc.integer({ min: 6, max: 60 }) })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (given) => {
        const lines = given.map(({ x0, y0, width, height }) => ({ x0, y0, x1: x0 + width, y1: y0 + height, em: height }))
        const read = inReadingOrder(lines)
        expect(read.length).toBe(lines.length)
        expect(new Set(read)).toEqual(new Set(lines))
      }),
    )
  })
})
