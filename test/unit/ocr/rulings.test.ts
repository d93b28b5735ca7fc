import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulingsOf, type Ruling } from '../../../utils/ocr/rulings.ts'

/** Every run of every column with what crosses it, looked at pixel by pixel. */
function runsOf(edges: Uint8Array, width: number, height: number, longest: number): Ruling[] {
  const found: Ruling[] = []
  for (let x = 0; x < width; x++) {
    const column = Array.from({ length: height }, (_, y) => edges[y * width + x]).join('')
    for (const run of column.matchAll(/1(?:0{0,3}1)*/g)) if (run[0].length > longest) found.push({ x, y0: run.index, y1: run.index + run[0].length })
  }
  return found
}

const inOrder = (rulings: Ruling[]) => rulings.map(({ x, y0, y1 }) => `${x} ${y0} ${y1}`).sort()

describe('upright strokes', () => {
  it('are found wherever they stand, each once, and no shorter ones', () => {
    const column = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 1, max: 25 })), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 5 }), fc.double({ min: 5, max: 20, noNaN: true }), (columns, longest) => {
        const drawn = columns.map((runs) => runs.flatMap(([one, length]) => Array.from({ length }, () => one)))
        const [width, height] = [drawn.length, Math.max(...drawn.map((one) => one.length))]
        const edges = Uint8Array.from({ length: width * height }, (_, at) => drawn[at % width]![Math.floor(at / width)] ?? 0)
        expect(inOrder(rulingsOf(edges, width, height, longest))).toEqual(inOrder(runsOf(edges, width, height, longest)))
      }),
    )
  })
})
