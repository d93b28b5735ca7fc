import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstFrame, frameAfterKey, frameBetween, isFrame, LEAST, stepsToShow } from '../../../../../utils/app/page/capture/frame.ts'

const DOC = { width: 1000, height: 2000 }
const FRAME = { x: 100, y: 200, width: 300, height: 150 }

test('a drag frames from any corner to any other, and never past the page', () => {
  expect(frameBetween({ x: 400, y: 350 }, { x: 100, y: 200 }, DOC)).toEqual(FRAME)
  expect(frameBetween({ x: 900, y: 1900 }, { x: 5000, y: 5000 }, DOC)).toEqual({ x: 900, y: 1900, width: 100, height: 100 })
  expect(isFrame(frameBetween({ x: 5, y: 5 }, { x: 9, y: 9 }, DOC))).toBe(false)
})

test.each([
  ['ArrowRight', { shift: false, fine: false }, { ...FRAME, x: 110 }],
  ['ArrowUp', { shift: false, fine: true }, { ...FRAME, y: 199 }],
  ['ArrowDown', { shift: true, fine: false }, { ...FRAME, height: 160 }],
  ['ArrowLeft', { shift: true, fine: true }, { ...FRAME, width: 299 }],
])('%s %j', (key, how, frame) => {
  expect(frameAfterKey(FRAME, key, how, DOC)).toEqual(frame)
})

test.each([
  ['in the window', { x: 10, y: 10, width: 100, height: 100 }, [0, 0]],
  ['over its upper left corner', { x: -30, y: -20, width: 100, height: 100 }, [-30, -20]],
  ['over its lower right corner', { x: 950, y: 650, width: 100, height: 100 }, [50, 50]],
  ['under it, and higher than it', { x: 0, y: 100, width: 100, height: 900 }, [0, 100]],
])('a frame %s is scrolled to', (_, frame, steps) => {
  expect(stepsToShow(frame, { innerWidth: 1000, innerHeight: 700 })).toEqual(steps)
})

test('whatever keys are pressed, the frame stays in the page and large enough', () => {
  const keys = fc.array(fc.record({ key: fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'), shift: fc.boolean(), fine: fc.boolean() }), { maxLength: 400 })
  fc.assert(
    fc.property(keys, (pressed) => {
      const frame = pressed.reduce((now, { key, ...how }) => frameAfterKey(now, key, how, DOC), firstFrame({ scrollX: 0, scrollY: 500, width: 1000, height: 700 }))
      expect(frame.x).toBeGreaterThanOrEqual(0)
      expect(frame.y).toBeGreaterThanOrEqual(0)
      expect(frame.x + frame.width).toBeLessThanOrEqual(DOC.width)
      expect(frame.y + frame.height).toBeLessThanOrEqual(DOC.height)
      expect(Math.min(frame.width, frame.height)).toBeGreaterThanOrEqual(LEAST)
    }),
  )
})
