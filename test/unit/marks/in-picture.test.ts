import { beforeAll, describe, expect, test } from 'vitest'
import { boxesInPicture, drawnBox } from '../../../utils/marks/in-picture.ts'

class Rect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  constructor(left: number, top: number, width: number, height: number) {
    Object.assign(this, { left, top, width, height })
    this.left = left
    this.top = top
    this.width = width
    this.height = height
  }
}
beforeAll(() => void Object.assign(globalThis, { DOMRect: Rect }))

/** An image as far as its place goes: 200 × 100 in the window, with what styles say. */
function image({ fit = 'fill', position = '50% 50%', side = 0, rect = new Rect(10, 20, 200, 100), own = [200, 100], src = 'http://a.gov.cn/a.png', natural = [400, 400] } = {}): Element {
  const style = { objectFit: fit, objectPosition: position, getPropertyValue: (name: string) => (/^(?:border|padding)/.test(name) ? `${side}px` : '') }
  const doc = { documentElement: {}, defaultView: { getComputedStyle: () => style } }
  return { ownerDocument: doc, getBoundingClientRect: () => rect, offsetWidth: own[0], offsetHeight: own[1], naturalWidth: natural[0], naturalHeight: natural[1], currentSrc: src } as unknown as Element
}

describe('where a picture of 400 × 400 is drawn in 200 × 100', () => {
  test.each([
    ['fill', { x: 10, y: 20, width: 200, height: 100 }],
    ['contain', { x: 60, y: 20, width: 100, height: 100 }],
    ['cover', { x: 10, y: -30, width: 200, height: 200 }],
    ['none', { x: -90, y: -130, width: 400, height: 400 }],
    ['scale-down', { x: 60, y: 20, width: 100, height: 100 }],
  ])('%s', (fit, box) => {
    expect(drawnBox(image({ fit }), { width: 400, height: 400 }).box).toEqual(box)
    // of a srcset the file may be larger than what the page takes it for
    expect(drawnBox(image({ fit }), { width: 800, height: 800 }).box).toEqual(box)
  })

  test('placed, bordered, padded, and scaled by the page', () => {
    expect(drawnBox(image({ fit: 'contain', position: '0% 100%' }), { width: 400, height: 400 }).box).toMatchObject({ x: 10, y: 20 })
    expect(drawnBox(image({ fit: 'contain', position: '30px 0px' }), { width: 400, height: 400 }).box).toMatchObject({ x: 40 })
    // 10 px of border and 10 px of padding on each side
    expect(drawnBox(image({ side: 10 }), { width: 400, height: 400 }).box).toEqual({ x: 30, y: 40, width: 160, height: 60 })
    // transform: scale(2)
    expect(drawnBox(image({ side: 10, rect: new Rect(0, 0, 400, 200) }), { width: 400, height: 400 }).box).toEqual({ x: 40, y: 40, width: 320, height: 120 })
  })
})

describe('words in a picture', () => {
  const areas = [{ x: 0, y: 0, width: 40, height: 20 }, { x: 200, y: 380, width: 100, height: 20 }]
  const inside = { src: 'http://a.gov.cn/a.png', width: 400, height: 400, areas }

  test('stand where the picture is drawn', () => {
    expect(boxesInPicture(image(), inside)).toEqual([new Rect(10, 20, 20, 5), new Rect(110, 115, 50, 5)])
  })

  test('that are cut off are left out', () => {
    expect(boxesInPicture(image({ fit: 'cover' }), inside)).toEqual([])
    expect(boxesInPicture(image({ fit: 'cover', position: '50% 0%' }), inside)).toEqual([new Rect(10, 20, 20, 10)])
  })

  test('are nowhere once another picture stands there', () => {
    expect(boxesInPicture(image({ src: 'http://a.gov.cn/b.png' }), inside)).toEqual([])
  })
})
