import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { SUBJECTS } from './subjects.ts'

/** `npm run fuzz -- [NAME …] [--times 100000] [--seed N]`: every parser under random and damaged input. A failure prints the shortest case and its seed. */
const { values, positionals } = parseArgs({ options: { times: { type: 'string', default: '100000' }, seed: { type: 'string' } }, allowPositionals: true })
const numRuns = Number(values.times)
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
console.log(`seed ${seed}, ${numRuns} cases each`)

for (const { name, property } of SUBJECTS.filter(({ name }) => positionals.length === 0 || positionals.some((wanted) => name.includes(wanted)))) {
  const began = performance.now()
  try {
    await fc.assert(await property(), { numRuns, seed, endOnFailure: false })
    console.log(`${name}: ${numRuns} cases, none failed, ${((performance.now() - began) / 1000).toFixed(1)} s`)
  } catch (error) {
    process.exitCode = 1
    console.log(`${name}: FAILED\n${error instanceof Error ? `${error.message}\n${String(error.cause instanceof Error ? error.cause.stack : '')}` : String(error)}`)
  }
}
