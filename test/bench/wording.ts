/**
 * `npm run bench -- wording`: the automaton's building and scanning for 1,000, 10,000 and 100,000 words on 1 MB of text beside
 * `@monyone/aho-corasick`, and the whole engine's speed: here, in a browser's Worker, and in the built extension (after
 * `npx wxt build --mode test`; without it those lines say 'not measured'). Words are jieba's; the text is made of them.
 */
import { existsSync, readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { AhoCorasick } from '@monyone/aho-corasick'
import { JIEBA } from '../../assets/model/build/counts.ts'
import { PACKS } from '../../assets/packs/index.ts'
import { buildAutomaton } from '../../utils/wording/automaton.ts'
import { createWordingChecker, loadPacks } from '../../utils/wording/index.ts'
import { createModelChecker, loadModel, mergeSuspicions } from '../../utils/wording/model/index.ts'
import { atLeast, atMost, createReport } from './report.ts'
import { visitPages } from './wording-lab/pages.ts'
import { runInWorker } from './wording-lab/worker.ts'

const ABOUT = { pageDay: '2026-11-20', kind: 'article', role: 'body' } as const
const UNITS = 346_000 // about 1 MB of UTF-8
const SCANS = 5
const BUDGET = { pageMs: 60, perSecond: 200_000, loadMs: 400, memoryMb: 40, taskMs: 50 }

let seed = 20_261_121
function random(below: number): number {
  seed = Math.imul(seed, 1_103_515_245) + 12_345 & 0x7fffffff
  return seed % below
}

function time<T>(work: () => T): { ms: number; value: T } {
  const start = performance.now()
  const value = work()
  return { ms: performance.now() - start, value }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

const lexicon = readFileSync(JIEBA, 'utf8').split('\n').map((line) => line.split(' ')[0]!).filter((word) => /^[\u4e00-\u9fff]{2,8}$/u.test(word))
let text = ''
while (text.length < UNITS) text += random(9) === 0 ? '，' : lexicon[random(lexicon.length)]!

const report = createReport('wording')
const PEER = '@monyone/aho-corasick 1.1.11'
for (const count of [1000, 10_000, 100_000]) {
  const words = [...new Set(Array.from({ length: count * 2 }, () => lexicon[random(lexicon.length)]!))].slice(0, count)
  const own = time(() => buildAutomaton(words))
  const other = time(() => new AhoCorasick(words))
  const found = { own: 0, other: 0 }
  const ownScans = Array.from({ length: SCANS }, () => time(() => {
    found.own = 0
    own.value.scan(text, () => { found.own++ })
  }).ms)
  const otherScans = Array.from({ length: SCANS }, () => time(() => { found.other = other.value.matchInText(text).length }).ms)
  if (found.own !== found.other) throw new Error(`${count} words: ${found.own} matches against ${found.other}`)
  const of = `${words.length.toLocaleString('en')} words`
  report.figure({ metric: `building of ${of}`, value: Math.round(own.ms), unit: 'ms', peer: { name: PEER, value: Math.round(other.ms) } })
  report.figure({ metric: `scan of 1 MB for ${of}`, value: Math.round(median(ownScans)), unit: 'ms', peer: { name: PEER, value: Math.round(median(otherScans)) } })
}

const { packs } = loadPacks(PACKS)
const asset = readFileSync(new URL('../../assets/model/wording.bin', import.meta.url))
setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as () => void
/** Array buffers go only after their views: a few rounds, with a turn of the loop between them. */
async function collect(): Promise<void> {
  for (let i = 0; i < 4; i++) {
    gc()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
await collect()
const before = process.memoryUsage()
const loaded = time(() => loadModel(asset))
const checker = createWordingChecker(packs)
const model = createModelChecker(loaded.value, packs)

const notices = readFileSync(new URL('../unit/wording/clean-notices.txt', import.meta.url), 'utf8').split('\n').filter((line) => line !== '')
const chars = notices.join('').length
const engine = (): number => notices.reduce((hits, notice) => hits + mergeSuspicions(checker.check(notice, ABOUT), model.suspects(notice)).length, 0)
const page = notices.join('\n').slice(0, 3000).split('\n')
const firstPage = time(() => page.forEach((line) => mergeSuspicions(checker.check(line, ABOUT), model.suspects(line)))).ms
for (let i = 0; i < 4; i++) engine()
const passes = Array.from({ length: 9 }, () => time(engine).ms)
const rulesOnly = Array.from({ length: 9 }, () => time(() => notices.forEach((notice) => checker.check(notice, ABOUT))).ms)
const perSecond = chars / median(passes) * 1000
// After use: what the engine remembers counts too.
await collect()
const after = process.memoryUsage()
const memory = (after.arrayBuffers - before.arrayBuffers + after.heapUsed - before.heapUsed) / 1e6
report.figure({ metric: 'model loaded', value: Math.round(loaded.ms), unit: 'ms', aim: atMost(BUDGET.loadMs) })
report.figure({ metric: 'model and checkers in memory', value: Math.round(memory), unit: 'MB', aim: atMost(BUDGET.memoryMb) })
report.figure({ metric: 'a page of 3,000 characters, the very first', value: Math.round(firstPage), unit: 'ms' })
report.figure({ metric: 'a page of 3,000 characters', value: Number((3000 / perSecond * 1000).toFixed(1)), unit: 'ms', aim: atMost(BUDGET.pageMs) })
report.figure({ metric: 'rules and model', value: Math.round(perSecond), unit: 'characters/s', aim: atLeast(BUDGET.perSecond) })
report.figure({ metric: 'rules alone', value: Math.round(chars / median(rulesOnly) * 1000), unit: 'characters/s' })

// In a Worker of the browser, where the extension runs it.
const inWorker = await runInWorker(page, notices)
report.figure({ metric: 'in a Worker: model loaded', value: Math.round(inWorker.loadMs), unit: 'ms', aim: atMost(BUDGET.loadMs) })
report.figure({ metric: 'in a Worker: memory', value: Math.round(inWorker.memoryMb), unit: 'MB', aim: atMost(BUDGET.memoryMb) })
report.figure({ metric: 'in a Worker: warming up', value: Math.round(inWorker.warmUpMs), unit: 'ms' })
report.figure({ metric: 'in a Worker: the first page of 3,000 characters', value: Math.round(inWorker.firstPageMs), unit: 'ms', aim: atMost(BUDGET.pageMs) })
report.figure({ metric: 'in a Worker: rules and model', value: Math.round(inWorker.perSecond), unit: 'characters/s', aim: atLeast(BUDGET.perSecond) })

// In the extension: from reading to marks, and how long the page itself is held.
const visited = existsSync('.output/chrome-mv3-test/manifest.json') ? await visitPages(notices) : null
const ms = (value: number | undefined): number | null => value === undefined ? null : Math.round(value)
report.figure({ metric: 'in the extension: 3,000 characters read to marked by the rules', value: ms(visited?.warm.rules), unit: 'ms', aim: atMost(BUDGET.pageMs) })
report.figure({ metric: 'in the extension: … and by the model', value: ms(visited?.warm.model), unit: 'ms' })
report.figure({ metric: 'in the extension: the very first page, by the rules', value: ms(visited?.cold.rules), unit: 'ms' })
report.figure({ metric: 'in the extension: … and by the model, which is loaded meanwhile', value: ms(visited?.cold.model), unit: 'ms' })
report.figure({ metric: 'longest task of a page of 3,000 characters', value: ms(visited?.longest.short), unit: 'ms', aim: atMost(BUDGET.taskMs), peer: { name: 'extension off', value: ms(visited?.longest.shortPlain) } })
report.figure({ metric: 'longest task of a page of 100,000 characters', value: ms(visited?.longest.long), unit: 'ms', aim: atMost(BUDGET.taskMs), peer: { name: 'extension off', value: ms(visited?.longest.longPlain) } })
report.end()
