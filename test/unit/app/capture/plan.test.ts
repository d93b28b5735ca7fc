import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asPictured, boxInWhole, clipped, columnsOf, cutAt, cutInView, heightNow, isInView, MOST_PIXELS, MOST_SIDE, mostHeight, scaleOf, stopAt, targetOf } from '../../../../utils/app/capture/plan.ts'
import type { PageView } from '../../../../utils/types/capture.ts'

function view(change: Partial<PageView> = {}): PageView {
  return { scrollX: 0, scrollY: 0, width: 1280, height: 800, docWidth: 1280, docHeight: 3000, windowWidth: 1280, ratio: 1, offsetX: 0, offsetY: 0, ...change }
}

describe('an area that the window shows', () => {
  test.each([
    ['plain', view(), { x: 10, y: 20, width: 100, height: 50 }, { x: 10, y: 20, width: 100, height: 50 }],
    ['scrolled', view({ scrollX: 5, scrollY: 300 }), { x: 10, y: 320, width: 100, height: 50 }, { x: 5, y: 20, width: 100, height: 50 }],
    ['at 80 %', view({ ratio: 0.8, width: 1600, height: 1000, windowWidth: 1600 }), { x: 10, y: 20, width: 100, height: 50 }, { x: 8, y: 16, width: 80, height: 40 }],
    ['at 150 %, twice as dense', view({ ratio: 3, width: 853.33, height: 533.33, windowWidth: 853.33 }), { x: 10, y: 20, width: 100, height: 50 }, { x: 30, y: 60, width: 300, height: 150 }],
    ['drawn near with two fingers', view({ ratio: 2, offsetX: 100, offsetY: 50 }), { x: 110, y: 60, width: 20, height: 20 }, { x: 20, y: 20, width: 40, height: 40 }],
    ['over the edge', view(), { x: 1200, y: 700, width: 100, height: 200 }, { x: 1200, y: 700, width: 80, height: 100 }],
  ])('%s: is cut to the pixel', (_, seen, area, cut) => {
    expect(cutInView(area, seen, { width: 1280 * (seen.ratio === 3 ? 2 : 1), height: 800 * (seen.ratio === 3 ? 2 : 1) })).toEqual(cut)
  })

  test('needs no walk; a larger one, or one outside, does', () => {
    expect(isInView({ x: 0, y: 0, width: 1280, height: 800 }, view())).toBe(true)
    expect(isInView({ x: 0, y: 0, width: 853.33, height: 10 }, view({ width: 853 }))).toBe(true)
    expect(isInView({ x: 0, y: 1, width: 1280, height: 800 }, view())).toBe(false)
    expect(isInView({ x: 0, y: 100, width: 100, height: 10 }, view({ scrollY: 200 }))).toBe(false)
  })
})

describe('the scale of a picture', () => {
  test.each([
    ['the page is right', 1, 1280, 1280, 1],
    ['a width that is no whole number', 1.5, 853.33, 1280, 1.5],
    ['a browser that hands out smaller pictures', 2, 1280, 1280, 1],
    ['a browser that hands out larger ones', 1, 1280, 2560, 2],
  ])('%s', (_, ratio, windowWidth, picture, scale) => {
    expect(scaleOf({ ratio, windowWidth }, picture)).toBe(scale)
    expect(asPictured(view({ ratio, windowWidth }), { width: picture }).ratio).toBe(scale)
  })
})

/** A page that scrolls like a real one: to whole pixels of the screen, and no further than its end. `head`, `foot`: all but these. */
function walked({ docHeight, height, ratio, bar, area, head = 0, foot = 0 }: { docHeight: number; height: number; ratio: number; bar: number; area: { y: number; height: number } | null; head?: number; foot?: number }): number[] {
  const seen = view({ ratio, height, docHeight, width: 1000, docWidth: 1000, windowWidth: 1000, ...(head + foot > 0 ? { head, foot } : {}) })
  const picture = { width: Math.round(1000 * ratio), height: Math.round(height * ratio) }
  const target = targetOf(area ? { x: 0, width: 1000, ...area } : { x: 0, y: 0, width: 1000, height: docHeight }, ratio)
  const rows: number[] = []
  for (let stops = 0; rows.length < target.height && stops < 500; stops++) {
    const stop = stopAt(target, seen, rows.length, 0)
    const scrollY = Math.round(Math.min(Math.max(0, stop.y), Math.max(0, docHeight - height)) * ratio) / ratio
    const withBar = stop.part === 'first' || stop.part === 'middle'
    const cut = cutAt(target, stop, { ...seen, scrollY }, withBar ? bar : 0, picture)
    if (!cut) break
    // Under the bar is nothing of the page.
    if (withBar) expect(cut.from.y + cut.from.height).toBeLessThan(picture.height - bar * ratio + 1)
    expect(cut.to.y).toBe(rows.length)
    for (let n = cut.from.y; n < cut.from.y + cut.from.height; n++) {
      const still = n < head * ratio ? 0 : n >= (height - foot) * ratio ? docHeight - height : scrollY
      rows.push(Math.round(still * ratio) + n)
    }
  }
  return rows
}

describe('a walk', () => {
  test('takes every row of the page once and in order, whatever zoom, window and bar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 6000 }), fc.integer({ min: 200, max: 900 }), fc.constantFrom(0.8, 1, 1.25, 1.5, 2, 3), fc.constantFrom(0, 56),
        (pixels, windowPixels, ratio, bar) => {
          const rows = walked({ docHeight: pixels / ratio, height: Math.min(windowPixels, pixels) / ratio, ratio, bar: Math.min(bar, windowPixels / ratio / 4), area: null })
          expect(rows).toEqual(Array.from({ length: pixels }, (_, n) => n))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('of a page in which only a box scrolls takes what stands above it first and what stands under it last, once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 600, max: 6000 }), fc.constantFrom(1, 2, 3), fc.constantFrom(0, 56), fc.constantFrom(0, 40, 130), fc.constantFrom(0, 30, 90), (docHeight, ratio, bar, head, foot) => {
        const rows = walked({ docHeight, height: 600, ratio, bar, area: null, head, foot })
        expect(rows).toEqual(Array.from({ length: docHeight * ratio }, (_, n) => n))
      }),
    )
  })

  test('of a part of the page takes just its rows', () => {
    const rows = walked({ docHeight: 3000, height: 500, ratio: 1.5, bar: 56, area: { y: 700, height: 1100 } })
    expect([rows[0], rows.length, rows[rows.length - 1]]).toEqual([1050, 1650, 2699])
  })

  test('says nothing new where the page does not scroll', () => {
    const target = targetOf({ x: 0, y: 0, width: 1000, height: 3000 }, 1)
    const stop = stopAt(target, view({ width: 1000 }), 800, 0)
    expect(cutAt(target, stop, view({ width: 1000 }), 0, { width: 1000, height: 800 })).toBeNull()
  })

  test('goes to and fro where the page is wider than the window', () => {
    expect(columnsOf(targetOf({ x: 0, y: 0, width: 2600, height: 10 }, 1), view())).toEqual([0, 1280, 2560])
    expect(columnsOf(targetOf({ x: 0, y: 0, width: 853.33, height: 10 }, 1.5), view({ width: 853.33, ratio: 1.5 }))).toEqual([0])
  })
})

describe('how high a picture may become', () => {
  test('no canvas and no memory is asked for too much', () => {
    for (const width of [1, 800, 1280, 2560, 7680, 40_000]) {
      expect(mostHeight(width)).toBeLessThanOrEqual(MOST_SIDE)
      expect(mostHeight(width) * Math.min(width, MOST_SIDE)).toBeLessThanOrEqual(MOST_PIXELS)
    }
  })

  test.each([
    ['grows a little', 3000, 3400, 3400, null],
    ['became shorter', 3000, 2000, 2000, null],
    ['is 100,000 px long', 100_000, 100_000, 32_000, 'long'],
    ['has no end', 3000, 12_000, 9000, 'endless'],
  ])('a page that %s', (_, before, docHeight, height, note) => {
    expect(heightNow({ x: 0, y: 0, width: 1280, height: before }, view({ docHeight }), before, true)).toEqual({ height, note })
  })
})

describe('places in a long picture', () => {
  const cut = { from: { x: 0, y: 100, width: 1280, height: 600 }, to: { x: 0, y: 700 } }

  test.each([
    ['in this slice', { x: 10, y: 150, width: 50, height: 20 }, { x: 10, y: 750, width: 50, height: 20 }],
    ['begun above it', { x: 10, y: 90, width: 50, height: 20 }, null],
    ['begun in it and going on below', { x: 10, y: 690, width: 50, height: 200 }, { x: 10, y: 1290, width: 50, height: 200 }],
    ['below it', { x: 10, y: 700, width: 50, height: 20 }, null],
  ])('%s', (_, box, place) => {
    expect(boxInWhole(box, cut, view())).toEqual(place)
  })

  test('every place is in just one slice', () => {
    const slices = [0, 600, 1200].map((to) => ({ from: { x: 0, y: to === 0 ? 0 : 100, width: 1280, height: 600 }, to: { x: 0, y: to } }))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1799 }), (y) => {
        const found = slices.flatMap((slice) => boxInWhole({ x: 5, y: y - slice.to.y + slice.from.y, width: 10, height: 1 }, slice, view()) ?? [])
        expect(found).toEqual([{ x: 5, y, width: 10, height: 1 }])
      }),
    )
  })

  test('what sticks out of the picture is cut off', () => {
    expect(clipped({ x: -10, y: 790, width: 50, height: 50 }, { width: 1280, height: 800 })).toEqual({ x: 0, y: 790, width: 40, height: 10 })
    expect(clipped({ x: 1280, y: 0, width: 5, height: 5 }, { width: 1280, height: 800 })).toBeNull()
  })
})
