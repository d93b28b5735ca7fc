import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inReadingOrder, type Placed } from '../../../utils/ocr/order.ts'
import { withTitlesBeside } from '../../../utils/ocr/titles.ts'

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

  describe('large letters', () => {
    const large = (name: string, x0: number, y0: number, width: number): Placed & { name: string } => ({ name, x0, y0, x1: x0 + width, y1: y0 + 90, em: 90 })
    const text = (name: string, x0: number, y0: number, count: number) => Array.from({ length: count }, (_, at) => line(`${name}${at}`, x0, y0 + at * 30, 300))

    test.each([['left', 20, 400], ['right', 400, 20]])('a title at the %s of a text is read before it, also where the text begins higher', (_, x, beside) => {
      expect(names([large('t0', x, 70, 200), large('t1', x, 180, 200), ...text('a', beside, 20, 9)])).toBe('t0 t1 a0 a1 a2 a3 a4 a5 a6 a7 a8')
    })

    test('figures each with the lines that explain them', () => {
      expect(names([large('86', 20, 20, 120), ...text('a', 200, 30, 2), large('24', 20, 180, 120), ...text('b', 200, 190, 2)])).toBe('86 a0 a1 24 b0 b1')
    })

    test('over a text they are its title, whatever stands in the next column', () => {
      const lines = [large('title', 20, 20, 300), ...text('a', 20, 130, 6), ...text('b', 400, 20, 9)]
      expect(withTitlesBeside(lines, (rest) => [...rest])).toEqual(lines)
    })

    test('beside one line they stand in its row', () => {
      expect(names([large('86', 20, 20, 120), line('a', 200, 55, 300), large('24', 20, 180, 120), line('b', 200, 215, 300)])).toBe('86 a 24 b')
    })
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
