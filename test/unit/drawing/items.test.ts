import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf, drawn, editOf, handlesOf, itemAt, itemsOf, moved, pulled, resized, type Tool } from '../../../utils/drawing/items.ts'
import type { Point, ShotItem } from '../../../utils/types/drawing.ts'

const PICTURE = { width: 1280, height: 800 }
const TOOLS: Tool[] = ['place', 'arrow', 'box', 'text', 'cover']
const point = fc.record({ x: fc.integer({ min: -500, max: 3000 }), y: fc.integer({ min: -500, max: 3000 }) })
const size = fc.record({ width: fc.integer({ min: 8, max: 4000 }), height: fc.integer({ min: 8, max: 4000 }) })
const tool = fc.constantFrom(...TOOLS)

/** Points by which a thing is placed lie in the picture. */
const liesIn = (item: ShotItem, picture: { width: number; height: number }) => {
  const points: Point[] = item.kind === 'text' ? [item] : handlesOf(item)
  return points.every(({ x, y }) => x >= 0 && y >= 0 && x <= picture.width && y <= picture.height)
}

describe('drawing, moving, pulling', () => {
  test('whatever the pointer does, a thing stays in the picture and has a size', () => {
    fc.assert(
      fc.property(tool, size, point, point, point, fc.integer({ min: 0, max: 3 }), (tool, picture, from, to, by, handle) => {
        const item = drawn(tool, picture, from, to)
        expect(liesIn(item, picture)).toBe(true)
        expect(liesIn(moved(item, by.x, by.y, picture), picture)).toBe(true)
        expect(liesIn(resized(item, by.x, by.y, picture), picture)).toBe(true)
        const handles = handlesOf(item)
        if (handles.length > 0) expect(liesIn(pulled(item, handle % handles.length, to, picture), picture)).toBe(true)
        if (item.kind !== 'arrow' && item.kind !== 'text') expect(Math.min(item.width, item.height)).toBeGreaterThan(0)
      }),
    )
  })

  test('moving there and back in the middle changes nothing', () => {
    const box: ShotItem = { kind: 'box', x: 400, y: 300, width: 100, height: 50 }
    fc.assert(
      fc.property(fc.integer({ min: -250, max: 250 }), fc.integer({ min: -250, max: 250 }), (dx, dy) => {
        expect(moved(moved(box, dx, dy, PICTURE), -dx, -dy, PICTURE)).toEqual(box)
      }),
    )
  })

  test('a drag is drawn from corner to corner, in whichever direction', () => {
    for (const [from, to] of [[{ x: 100, y: 100 }, { x: 300, y: 200 }], [{ x: 300, y: 200 }, { x: 100, y: 100 }], [{ x: 300, y: 100 }, { x: 100, y: 200 }]] as const) {
      expect(drawn('box', PICTURE, from, to)).toEqual({ kind: 'box', x: 100, y: 100, width: 200, height: 100 })
    }
    expect(drawn('arrow', PICTURE, { x: 300, y: 200 }, { x: 100, y: 100 })).toEqual({ kind: 'arrow', from: { x: 300, y: 200 }, to: { x: 100, y: 100 } })
  })

  test('a click makes something that can be seen', () => {
    for (const tool of TOOLS) expect(boundsOf(drawn(tool, PICTURE, { x: 640, y: 400 }, { x: 641, y: 400 }), PICTURE).height).toBeGreaterThan(10)
  })

  test('the opposite corner stays when one is pulled, also past it', () => {
    const box: ShotItem = { kind: 'cover', x: 100, y: 100, width: 100, height: 100 }
    expect(pulled(box, 0, { x: 150, y: 120 }, PICTURE)).toEqual({ kind: 'cover', x: 150, y: 120, width: 50, height: 80 })
    expect(pulled(box, 3, { x: 50, y: 40 }, PICTURE)).toEqual({ kind: 'cover', x: 50, y: 40, width: 50, height: 60 })
  })
})

describe('what lies under the pointer', () => {
  const items: ShotItem[] = [
    { kind: 'place', x: 100, y: 100, width: 300, height: 200, label: '' },
    { kind: 'cover', x: 150, y: 150, width: 50, height: 50 },
    { kind: 'arrow', from: { x: 500, y: 100 }, to: { x: 700, y: 300 } },
    { kind: 'text', x: 800, y: 100, text: '此处' },
  ]
  test.each<[string, number, number, number]>([
    ['a frame by its line', 100, 180, 0],
    ['not by what it frames', 350, 250, -1],
    ['a cover by its face', 170, 170, 1],
    ['an arrow by its shaft', 602, 198, 2],
    ['not beside it', 650, 120, -1],
    ['words by their letters', 820, 112, 3],
    ['nothing', 20, 700, -1],
  ])('%s', (_, x, y, found) => expect(itemAt(items, { x, y }, 6, PICTURE)).toBe(found))

  test('the topmost is taken', () => {
    expect(itemAt([items[1]!, { kind: 'personal', x: 150, y: 150, width: 50, height: 50 }], { x: 170, y: 170 }, 6, PICTURE)).toBe(1)
  })
})

describe('what is kept', () => {
  test('whole pixels, texts with words, each kind in its place', () => {
    const edit = editOf([
      { kind: 'place', x: 1.4, y: 2.6, width: 30.2, height: 40.7, label: '' },
      { kind: 'cover', x: 0, y: 0, width: 10, height: 10 },
      { kind: 'personal', x: 5, y: 5, width: 10, height: 10 },
      { kind: 'text', x: 1, y: 1, text: '  ' },
      { kind: 'text', x: 1.5, y: 1, text: ' 此处 ' },
      { kind: 'arrow', from: { x: 0.2, y: 0 }, to: { x: 9.9, y: 0 } },
    ])
    expect(edit).toEqual({
      outlines: [{ x: 1, y: 3, width: 30, height: 41, label: '' }],
      drawings: [{ kind: 'text', x: 2, y: 1, text: '此处' }, { kind: 'arrow', from: { x: 0, y: 0 }, to: { x: 10, y: 0 } }],
      personal: [{ x: 5, y: 5, width: 10, height: 10 }],
      covers: [{ x: 0, y: 0, width: 10, height: 10 }],
    })
  })

  test('what stands is given back as it stands', () => {
    const standing = { outlines: [{ x: 1, y: 2, width: 3, height: 4, label: '2' }], drawings: [{ kind: 'box' as const, x: 5, y: 6, width: 7, height: 8 }], personal: [{ x: 9, y: 9, width: 9, height: 9 }] }
    expect(editOf(itemsOf(standing))).toEqual({ ...standing, covers: [] })
  })
})
