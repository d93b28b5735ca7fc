import { describe, expect, it } from 'vitest'
import { flatten, type Ink } from '../../../utils/ocr/flatten.ts'

const [WIDE, TALL, EM] = [120, 20, 16]

/** A line of upright strokes: `ink` on a ground that goes from one brightness to another along the line. */
function line(ink: number, from: number, to: number): Float32Array {
  const isStroke = (x: number, y: number) => x % 9 === 4 && y > 2 && y < TALL - 3
  return Float32Array.from({ length: WIDE * TALL }, (_, at) => {
    const [x, y] = [Math.floor(at / TALL), at % TALL]
    return isStroke(x, y) ? ink : from + ((to - from) * x) / WIDE
  })
}

function flattened(cut: Float32Array, known?: Ink): { data: Uint8Array; ink: Ink; at: (x: number, y: number) => number } {
  const width = WIDE + 6
  const data = new Uint8Array(width * (TALL + 4)).fill(77)
  const ink = flatten(cut, WIDE, TALL, EM, { data, width, from: 2 * width + 3 }, known)
  return { data, ink, at: (x, y) => data[(y + 2) * width + x + 3]! }
}

describe('a line made dark on white', () => {
  it.each([
    ['black on white', line(0, 255, 255)],
    ['white on black', line(255, 0, 0)],
    ['white on red', line(255, 76, 76)],
    ['grey on white', line(150, 255, 255)],
    ['black on a ground that grows darker', line(0, 255, 150)],
    ['white on a ground that grows lighter', line(255, 20, 110)],
  ])('%s', (_, cut) => {
    const { at, ink } = flattened(cut)
    expect(ink.isSure).toBe(true)
    for (const x of [4, 49, 112]) {
      expect(at(x, 10)).toBeLessThan(80)
      expect(at(x + 3, 10)).toBeGreaterThan(225)
    }
  })

  it('with a glow: which is the ink is not sure, and either is black on a white ground when it is told', () => {
    const glow = line(40, 120, 120).map((value, at, all) => (value === 120 && [-1, 1].some((step) => all[at + step * TALL] === 40) ? 200 : value))
    expect(flattened(glow).ink.isSure).toBe(false)
    const [dark, light] = [false, true].map((isLight) => flattened(glow, { isLight, isSure: false }).at)
    for (const x of [13, 49, 103]) {
      expect([dark!(x, 10) < 80, dark!(x + 1, 10) > 225, dark!(x + 3, 10) > 225]).toEqual([true, true, true])
      expect([light!(x, 10) > 225, light!(x + 1, 10) < 80, light!(x + 3, 10) > 225]).toEqual([true, true, true])
    }
  })

  it('stands where it is to be put and nowhere else', () => {
    const { data } = flattened(line(0, 255, 255))
    const beside = [...data].filter((_, at) => at % (WIDE + 6) < 3 || at % (WIDE + 6) >= WIDE + 3 || at < 2 * (WIDE + 6) || at >= (TALL + 2) * (WIDE + 6))
    expect(new Set(beside)).toEqual(new Set([77]))
  })
})
