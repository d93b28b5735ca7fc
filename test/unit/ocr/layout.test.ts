import { describe, expect, test } from 'vitest'
import { layoutOf } from '../../../utils/ocr/layout.ts'
import { stripOf } from '../../../utils/ocr/strip.ts'
import { lineOfLetters, paper } from './paper.ts'

const places = (rows: { x0: number; y0: number }[]) => rows.map(({ x0, y0 }) => [Math.round(x0 / 10), Math.round(y0 / 10)].join()).sort()

describe('lines are found', () => {
  const text = [...lineOfLetters(40, 40, 20, 20), ...lineOfLetters(40, 72, 20, 18), ...lineOfLetters(40, 104, 20, 5)]

  test.each([['dark on light', 255, 20], ['light on dark', 30, 240], ['grey on white', 255, 150], ['pale on pale', 250, 215]])('%s', (_, ground, ink) => {
    const { rows, slope, isUpright } = layoutOf(paper(600, 200, ground, ink, text))
    expect(places(rows)).toEqual(['4,10', '4,4', '4,7'])
    expect(rows.every(({ em }) => Math.abs(em - 18) <= 2)).toBe(true)
    expect([slope, isUpright]).toEqual([0, false])
  })

  test('beside each other where the gap is wide or a ruling stands', () => {
    const cells = [...lineOfLetters(40, 40, 20, 4), ...lineOfLetters(146, 40, 20, 4), ...lineOfLetters(340, 40, 20, 4)]
    const table = [...cells, ...lineOfLetters(40, 80, 20, 3), [132, 20, 1, 120]] as [number, number, number, number][]
    expect(layoutOf(paper(600, 160, 255, 0, table)).rows).toHaveLength(4)
  })

  test.each([[18, 5], [24, 7]])('of small print (%d px) beside a title, whose letters they are no pieces of', (em, pitch) => {
    const title = [...lineOfLetters(30, 40, 120, 2), ...lineOfLetters(30, 180, 120, 2)]
    const counts = [20, 19, 20, 1, 18, 20, 2, 20]
    const print = counts.flatMap((count, at) => lineOfLetters(308, 30 + at * (em + pitch * 2), em, count))
    const { rows } = layoutOf(paper(900, 380, 255, 20, [...title, ...print]))
    expect(rows.filter((row) => row.em > 60).map(({ x0, x1 }) => x0 >= 28 && x1 < 290)).toEqual([true, true])
    expect(rows.filter((row) => row.em < 60)).toHaveLength(counts.length)
  })

  test('in a frame, and the frame is none', () => {
    const frame: [number, number, number, number][] = [[20, 20, 560, 2], [20, 178, 560, 2], [20, 20, 2, 160], [578, 20, 2, 160]]
    expect(layoutOf(paper(600, 200, 255, 0, [...text, ...frame])).rows).toHaveLength(3)
  })

  test('on buttons, whose letters touch and which are more than the letters', () => {
    const button = (x: number): [number, number, number, number][] => [[x, 20, 100, 2], [x, 72, 100, 2], [x, 20, 2, 54], [x + 98, 20, 2, 54], [x + 20, 39, 60, 16]]
    const { rows } = layoutOf(paper(600, 100, 255, 90, [20, 150, 280, 410].flatMap(button)))
    expect(rows.map(({ x0, em }) => [Math.round(x0 / 10), Math.round(em / 10)]).sort((one, other) => one[0]! - other[0]!)).toEqual([[4, 2], [17, 2], [30, 2], [43, 2]])
  })

  test('in the cells of a table whose rows are hardly higher than they are', () => {
    const [across, down] = [[20, 140, 260], [20, 58, 96, 134]]
    const rules = [...across.map((x) => [x, 20, 2, 116]), ...down.map((y) => [20, y, 242, 2])] as [number, number, number, number][]
    const words = [34, 72, 110].flatMap((y) => [...lineOfLetters(32, y - 4, 20, 5), ...lineOfLetters(152, y - 4, 20, 5)])
    expect(layoutOf(paper(300, 160, 255, 0, [...rules, ...words])).rows).toHaveLength(6)
  })

  test('rings of JPEG around letters join no lines, and faint letters elsewhere stay', () => {
    const picture = paper(600, 240, 255, 0, [...lineOfLetters(40, 40, 16, 20), ...lineOfLetters(40, 58, 16, 20)])
    // Rings: a quarter of the step, over the whole of the squares that letters touch.
    for (let y = 32; y < 80; y++) for (let x = 32; x < 368; x++) if (picture.data[y * 600 + x] === 255 && (x + y) % 3 === 0) picture.data[y * 600 + x] = 200
    const faint = paper(600, 240, 255, 190, lineOfLetters(40, 160, 16, 20))
    faint.data.forEach((value, at) => value < 255 && (picture.data[at] = value))
    const { rows } = layoutOf(picture)
    expect(rows.map(({ y0 }) => Math.round(y0)).sort((a, b) => a - b).map((y) => [39, 40, 57, 58, 159, 160].includes(y))).toEqual([true, true, true])
    expect(rows.every(({ em }) => em < 17)).toBe(true)
  })

  test('not in an empty picture, a single pixel, a gradient', () => {
    expect(layoutOf(paper(300, 200, 128, 0, [])).rows).toEqual([])
    expect(layoutOf(paper(1, 1, 0, 0, [])).rows).toEqual([])
    const slow = paper(300, 200, 0, 0, [])
    slow.data.forEach((_, at) => (slow.data[at] = Math.floor((at % 300) * 0.8)))
    expect(layoutOf(slow).rows).toEqual([])
  })

  test('letters that follow each other downwards are told', () => {
    const upright = [100, 150, 200, 250].flatMap((x) => Array.from({ length: 8 }, (_, at) => lineOfLetters(x, 20 + at * 21, 20, 1)).flat())
    expect(layoutOf(paper(400, 240, 255, 0, upright)).isUpright).toBe(true)
    // Two columns of letters set apart.
    const apart = [100, 170].flatMap((x) => Array.from({ length: 9 }, (_, at) => lineOfLetters(x, 20 + at * 26, 20, 1)).flat())
    expect(layoutOf(paper(300, 280, 255, 0, apart)).isUpright).toBe(true)
    // A table's wide rows, and lines with letters set far apart.
    const rows = Array.from({ length: 6 }, (_, row) => Array.from({ length: 8 }, (_, at) => lineOfLetters(30 + at * 30, 20 + row * 50, 20, 1)).flat()).flat()
    expect(layoutOf(paper(300, 340, 255, 0, rows)).isUpright).toBe(false)
  })
})

test('a line that rises is cut out level', () => {
  const slope = 0.03
  const letters = Array.from({ length: 3 }, (_, row) => Array.from({ length: 26 }, (_, at) => lineOfLetters(40 + at * 20, Math.round(40 + row * 36 + (40 + at * 20) * slope), 20, 1)).flat()).flat()
  const picture = paper(640, 220, 255, 0, letters)
  const found = layoutOf(picture)
  expect(Math.abs(found.slope - slope)).toBeLessThan(0.006)
  expect(found.rows).toHaveLength(3)
  for (const row of found.rows) {
    const strip = stripOf(picture, row, found.slope)
    expect(strip.height).toBeLessThan(56)
    expect(strip.data.some((ink) => ink < 40)).toBe(true)
  }
})
