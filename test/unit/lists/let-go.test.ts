import { expect, test } from 'vitest'
import { letGo } from '../../../utils/lists/let-go.ts'

test('the memory of large bytes is given back at once, more than once; small ones are left', async () => {
  for (let run = 0; run < 3; run++) {
    const large = new Uint8Array(await new Blob([new Uint8Array(100_000)]).arrayBuffer())
    letGo(large)
    expect(large.length).toBe(0)
    await new Promise((next) => setImmediate(next))
  }
  const small = Uint8Array.of(1, 2)
  letGo(small)
  expect([...small]).toEqual([1, 2])
})
