import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SUBJECTS } from '../fuzz/subjects.ts'

/** A short run of `npm run fuzz`. fast-check prints the seed and the shortest case of a failure. */
test.each(SUBJECTS.map((subject) => [subject.name, subject] as const))('%s: random and damaged input gives a result or a sentence', async (_, { few, property }) => {
  await expect((async () => fc.assert(await property(), { numRuns: few }))()).resolves.toBeUndefined()
})
