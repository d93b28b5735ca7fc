import { parseArgs } from 'node:util'
import { FAULTS, faultyDay } from './faulty-day.ts'

/** `npm run faults -- [--seed S] [--times 200] [FAULT …]`: a scripted day with faults at random moments. Needs the build of mode `test` (`npx wxt build --mode test`). */
const { values, positionals } = parseArgs({ options: { times: { type: 'string', default: '200' }, seed: { type: 'string' } }, allowPositionals: true })
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
const kinds = FAULTS.filter((fault) => positionals.length === 0 || positionals.includes(fault))
console.log(`seed ${seed}, ${values.times} times, ${kinds.join(', ')}`)
const { struck, said, kept } = await faultyDay({ seed, times: Number(values.times), kinds, tell: (line) => console.log(line) })
console.log(`${Object.entries(struck).map(([fault, times]) => `${fault} ${times}`).join(', ')}; ${said} were called 已记录, all are there once with their screenshots; ${kept} issues in all`)
