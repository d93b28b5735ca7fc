import { expect, test } from 'vitest'
import { faultyDay } from '../faults/faulty-day.ts'

/** A short run of `npm run faults`; a failure names the seed. */
const SEED = Date.now() % 2 ** 31

test(`what was called 已记录 is there once with its screenshot, whatever befalls the browser (seed ${SEED})`, { timeout: 400_000 }, async () => {
  const { said, kept } = await faultyDay({ seed: SEED, times: 8 })
  expect(kept).toBeGreaterThanOrEqual(said)
})
