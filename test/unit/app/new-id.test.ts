import { expect, test } from 'vitest'
import { newId } from '../../../utils/app/new-id.ts'

test('ids made one after the other are in order, in one millisecond too', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})
