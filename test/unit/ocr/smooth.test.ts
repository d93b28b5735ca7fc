import { expect, test } from 'vitest'
import { smoothed } from '../../../utils/ocr/smooth.ts'

const grey = (width: number, ...data: number[]) => ({ width, height: data.length / width, data: Uint8Array.from(data) })

test('what is even stays, to the edges', () => {
  for (const value of [0, 7, 255]) expect([...smoothed(grey(4, ...Array<number>(12).fill(value))).data]).toEqual(Array(12).fill(value))
})

test('a pixel is mixed with its neighbours, and nothing is lost or made', () => {
  const { data } = smoothed(grey(5, ...Array.from({ length: 25 }, (_, at) => (at === 12 ? 250 : 0))))
  expect([...data.subarray(5, 10)]).toEqual([0, 10, 30, 10, 0])
  expect([...data.subarray(10, 15)]).toEqual([0, 30, 90, 30, 0])
  expect(data.reduce((sum, one) => sum + one, 0)).toBe(250)
})

test('one pixel, one row and one column are pictures too', () => {
  expect([...smoothed(grey(1, 9)).data]).toEqual([9])
  expect([...smoothed(grey(3, 0, 100, 0)).data]).toEqual([20, 60, 20])
  expect([...smoothed(grey(1, 0, 100, 0)).data]).toEqual([20, 60, 20])
})

test('checks of one pixel, as strong JPEG leaves them, nearly go; a stroke of three pixels stays', () => {
  const checks = smoothed(grey(8, ...Array.from({ length: 64 }, (_, at) => ((at + (at >> 3)) % 2 ? 215 : 255)))).data.subarray(18, 22)
  expect(Math.max(...checks) - Math.min(...checks)).toBeLessThan(4)
  const stroke = smoothed(grey(9, ...Array.from({ length: 81 }, (_, at) => (at % 9 > 2 && at % 9 < 6 ? 0 : 255)))).data
  expect(stroke[40]).toBe(0)
})
