import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawMarks, type Pen } from '../../../utils/drawing/draw.ts'
import { outward, shapesOf, sheetOf, type Shape } from '../../../utils/drawing/shapes.ts'
import { tagsOf } from '../../../utils/drawing/tags.ts'
import { NO_MARKS, type Area } from '../../../utils/types/drawing.ts'

const PICTURE = { width: 1000, height: 600 }
const OUTLINE = { x: 100, y: 200, width: 300, height: 40, label: '12 错别字' }
const area = fc.record({ x: fc.integer({ min: 0, max: 3000 }), y: fc.integer({ min: 0, max: 3000 }), width: fc.integer({ min: 1, max: 2000 }), height: fc.integer({ min: 1, max: 2000 }) })
const size = fc.record({ width: fc.integer({ min: 1, max: 4000 }), height: fc.integer({ min: 1, max: 4000 }) })
const inside = (a: Area, b: { width: number; height: number }) => a.x >= 0 && a.y >= 0 && a.x + a.width <= b.width && a.y + a.height <= b.height

describe('tags', () => {
  test('stand above the frame, under it at the picture\'s top, inside a frame as large as the picture', () => {
    const top = (outline: Area) => tagsOf([{ ...outline, label: '12 错别字' }], PICTURE)[0]!.y
    expect(top({ x: 100, y: 200, width: 300, height: 40 })).toBeLessThan(200)
    expect(top({ x: 100, y: 5, width: 300, height: 40 })).toBeGreaterThanOrEqual(45)
    expect(top({ x: 0, y: 0, width: 1000, height: 600 })).toBeLessThan(10)
  })

  test('at the right border the words stay in the picture', () => {
    const [tag] = tagsOf([{ x: 980, y: 200, width: 20, height: 20, label: '123 严重表述错误' }], PICTURE)
    expect(inside(tag!, PICTURE)).toBe(true)
    expect(tag!.text).toBe('123 严重表述错误')
  })

  test('places beside one another have tags beside one another', () => {
    const tags = tagsOf([{ ...OUTLINE, label: '12-1 错别字' }, { ...OUTLINE, x: 120, y: 204, label: '12-2 错别字' }], PICTURE)
    expect(tags[0]!.y + tags[0]!.height <= tags[1]!.y || tags[1]!.y + tags[1]!.height <= tags[0]!.y || tags[0]!.x + tags[0]!.width <= tags[1]!.x).toBe(true)
  })

  test('always lie in the picture, or are left out where it is too small', () => {
    fc.assert(
      fc.property(fc.array(area, { maxLength: 5 }), size, (places, picture) => {
        const tags = tagsOf(places.map((place) => ({ ...place, label: '7 错别字' })), picture)
        expect(tags.filter((tag) => !inside(tag, picture))).toEqual([])
      }),
    )
  })
})

describe('sheet', () => {
  const strip = ['问题编号：12　截图时间：2026-11-18 09:05:30（北京时间）　检查人：何青', '页面标题：青禾县', `网址：https://www.qinghe.gov.cn/${'a'.repeat(300)}`]

  test('a picture without a strip keeps its size', () => expect(sheetOf({ ...NO_MARKS, outlines: [OUTLINE] }, PICTURE)).toEqual(PICTURE))

  test.each([[1, 1], [480, 270], [1920, 1080], [3840, 200]])('the strip under %i × %i is inside its sheet, under the picture, in letters of 13 px or more', (width, height) => {
    const picture = { width, height }
    const sheet = sheetOf({ ...NO_MARKS, strip }, picture)
    const texts = shapesOf({ ...NO_MARKS, strip }, picture).filter((shape) => shape.kind === 'text')
    expect(texts.map(({ text }) => text).join('').replace(/\s/g, '')).toBe(strip.join('').replace(/\s/g, ''))
    for (const { x, y, letter, most } of texts) {
      expect(letter).toBeGreaterThanOrEqual(13)
      expect(y - letter).toBeGreaterThanOrEqual(height)
      expect(y + letter * 0.3).toBeLessThanOrEqual(sheet.height)
      expect(x + most).toBeLessThanOrEqual(sheet.width)
    }
  })
})

describe('shapes', () => {
  test('a cover fills every pixel that it touches, at any scale', () => {
    fc.assert(
      fc.property(area, fc.double({ min: 0.05, max: 1, noNaN: true }), (cover, scale) => {
        const [fill] = shapesOf({ ...NO_MARKS, covers: [cover] }, { width: 4000, height: 4000 }, scale) as [Extract<Shape, { kind: 'fill' }>]
        expect(fill.kind).toBe('fill')
        expect([fill.x, fill.y, fill.width, fill.height].every(Number.isInteger)).toBe(true)
        expect(fill.x).toBeLessThanOrEqual(cover.x * scale)
        expect(fill.x + fill.width).toBeGreaterThanOrEqual((cover.x + cover.width) * scale)
      }),
    )
    expect(outward({ x: 1.2, y: 1.8, width: 1, height: 0.1 })).toEqual({ x: 1, y: 1, width: 2, height: 1 })
  })

  test('an arrow ends at its tip; one of no length is nothing', () => {
    const arrow = (x: number, y: number) => shapesOf({ ...NO_MARKS, drawings: [{ kind: 'arrow', from: { x: 10, y: 10 }, to: { x, y } }] }, PICTURE)
    const wedge = arrow(200, 10).filter((shape) => shape.kind === 'wedge')
    expect(wedge[wedge.length - 1]?.points[0]).toEqual({ x: 200, y: 10 })
    expect(arrow(10, 10)).toEqual([])
  })

  test('covers lie under what a person drew, and that under frames and tags', () => {
    const shapes = shapesOf({ outlines: [OUTLINE], drawings: [{ kind: 'text', x: 5, y: 5, text: '此处' }], covers: [OUTLINE], strip: [] }, PICTURE)
    expect(shapes.map((shape) => (shape.kind === 'text' ? shape.text : shape.kind))).toEqual(['fill', '此处', 'frame', 'frame', 'frame', 'fill', '12 错别字'])
  })

  test('the pen is asked to squeeze what a font makes too wide', () => {
    const written: unknown[][] = []
    const pen = new Proxy({}, { get: (_, name) => (...given: unknown[]) => void (name === 'fillText' && written.push(given)), set: () => true }) as unknown as Pen
    drawMarks(pen, { ...NO_MARKS, outlines: [OUTLINE] }, PICTURE)
    expect(written).toHaveLength(1)
    expect(written[0]![3]).toBeGreaterThan(0)
  })
})
