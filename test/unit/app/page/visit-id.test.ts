import { decodeTime, isValid } from 'ulid'
import { expect, test } from 'vitest'
import { visitId } from '../../../../utils/app/page/visit-id.ts'

const NOW = Date.UTC(2026, 10, 22, 7, 0, 0, 123)
const fill = (value: number) => (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(value)

test('is a ULID with its instant', () => {
  const id = visitId(NOW, (bytes) => crypto.getRandomValues(bytes))
  expect(isValid(id)).toBe(true)
  expect(decodeTime(id)).toBe(NOW)
})

test('sorts by its instant, and chance tells two of one instant apart', () => {
  expect(visitId(NOW, fill(255)) < visitId(NOW + 1, fill(0))).toBe(true)
  expect(visitId(NOW, fill(1))).not.toBe(visitId(NOW, fill(2)))
  expect(visitId(NOW, fill(31)).slice(10)).toBe('Z'.repeat(16))
})
