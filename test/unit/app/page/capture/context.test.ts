import { expect, test } from 'vitest'
import { lastModifiedOf } from '../../../../../utils/app/page/capture/context.ts'

const NOW = Date.parse('2026-11-18T02:00:00.000Z')
const local = (at: number) => {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = new Date(at)
  return `${two(day.getMonth() + 1)}/${two(day.getDate())}/${day.getFullYear()} ${two(day.getHours())}:${two(day.getMinutes())}:${two(day.getSeconds())}`
}

test('a Last-Modified that the server sent is kept; the present second, which browsers say without one, is not', () => {
  expect(lastModifiedOf(local(Date.parse('2026-10-01T08:30:00.000Z')), local(NOW), NOW)).toBe('2026-10-01T08:30:00.000Z')
  expect(lastModifiedOf(local(NOW), local(NOW), NOW)).toBeNull()
  expect(lastModifiedOf(local(NOW - 3000), local(NOW), NOW)).toBeNull()
  expect(lastModifiedOf('01/01/1970 00:00:00', local(NOW), NOW)).toBeNull()
  expect(lastModifiedOf('nonsense', local(NOW), NOW)).toBeNull()
})

test('a browser that writes another zone than its clock reads is understood', () => {
  const shift = 8 * 3_600_000
  const sent = Date.parse('2026-10-01T08:30:00.000Z')
  expect(lastModifiedOf(local(sent + shift), local(NOW + shift), NOW)).toBe('2026-10-01T08:30:00.000Z')
  expect(lastModifiedOf(local(sent - shift), local(NOW - shift - 900), NOW)).toBe('2026-10-01T08:30:00.000Z')
  expect(lastModifiedOf(local(NOW + shift), local(NOW + shift), NOW)).toBeNull()
})
