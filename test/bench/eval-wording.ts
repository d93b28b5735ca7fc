/**
 * Measures the wording engine, rules and model together, as the extension ships it:
 * `npm run eval:wording -- [--level 严谨|均衡|全面] FILE.tsv …` on files with columns id, wrong, correct (`=` when right as it
 * stands), source. One JSON line a file on stdout, all else on stderr; sentence level: a row with an error counts as detected
 * when anything in it is flagged, a row without as a false alarm. `correctedRight`: rows whose suggestions give the correct text.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { PACKS } from '../../assets/packs/index.ts'
import type { Suspicion } from '../../utils/types/wording.ts'
import { createWordingChecker, loadPacks, type Level } from '../../utils/wording/index.ts'
import { createModelChecker, mergeSuspicions } from '../../utils/wording/model/index.ts'

const NAMES: Record<string, Level> = { 严谨: 'strict', 均衡: 'balanced', 全面: 'full', strict: 'strict', balanced: 'balanced', full: 'full' }
const ASSET = new URL('../../assets/model/wording.bin', import.meta.url)
const WARM_UP = 1500
const ABOUT = { pageDay: null, kind: 'article', role: 'body' } as const

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { level: { type: 'string', default: '均衡' }, show: { type: 'boolean', default: false }, 'rules-only': { type: 'boolean', default: false } },
})
const level = NAMES[values.level]
if (!level || positionals.length === 0) {
  console.error('npm run eval:wording -- [--level 严谨|均衡|全面] FILE.tsv …')
  process.exit(2)
}

const { packs, broken } = loadPacks(PACKS)
for (const { pack, rule, why } of broken) console.error(`${pack} ${rule ?? ''}: ${why}`)
const rules = createWordingChecker(packs, { level })
const model = values['rules-only'] ? null : createModelChecker(readFileSync(ASSET), packs, { level })

function suspicionsOf(text: string): Suspicion[] {
  const certain = rules.check(text, ABOUT)
  return model ? mergeSuspicions(certain, model.suspects(text)) : certain
}

function corrected(text: string, suspicions: readonly Suspicion[]): string {
  return suspicions.toReversed().reduce((made, { start, end, suggestion }) => suggestion === null ? made : made.slice(0, start) + suggestion + made.slice(end), text)
}

for (const path of positionals) {
  const [header, ...lines] = readFileSync(path, 'utf8').replace(/^\ufeff/, '').split(/\r?\n/).filter((line) => line !== '')
  const columns = header!.split('\t')
  const [wrongAt, correctAt] = [columns.indexOf('wrong'), columns.indexOf('correct')]
  if (wrongAt < 0 || correctAt < 0) throw new Error(`${path}: columns wrong and correct are needed`)
  const rows = lines.map((line) => {
    const cells = line.split('\t')
    const wrong = cells[wrongAt] ?? ''
    const correct = cells[correctAt] ?? '='
    return { wrong, correct: correct === '=' || correct === '' ? wrong : correct }
  })
  // Once without the clock, so that the compiler's warming up is not measured as the engine's speed.
  for (const { wrong } of rows.slice(0, WARM_UP)) suspicionsOf(wrong)
  let [rowsWithError, chars, detected, falseAlarms, correctedRight, took] = [0, 0, 0, 0, 0, 0]
  for (const { wrong, correct } of rows) {
    const start = performance.now()
    const suspicions = suspicionsOf(wrong)
    took += performance.now() - start
    chars += wrong.length
    const hasError = wrong !== correct
    if (hasError) rowsWithError++
    if (suspicions.length === 0) continue
    if (hasError) {
      detected++
      if (corrected(wrong, suspicions) === correct) correctedRight++
    } else {
      falseAlarms++
      if (values.show) console.error(`${basename(path)}\t${suspicions.map(({ rule, quote, suggestion }) => `${rule} ${quote}→${suggestion}`).join('; ')}\t${wrong}`)
    }
  }
  const flagged = detected + falseAlarms
  console.log(JSON.stringify({
    file: basename(path),
    rows: rows.length,
    rowsWithError,
    chars,
    detected,
    missed: rowsWithError - detected,
    falseAlarms,
    precision: flagged === 0 ? 1 : round(detected / flagged, 4),
    recall: rowsWithError === 0 ? 1 : round(detected / rowsWithError, 4),
    correctedRight,
    falseAlarmsPer10k: chars === 0 ? 0 : round(falseAlarms / chars * 10_000, 3),
    charsPerSecond: took === 0 ? 0 : Math.round(chars / took * 1000),
  }))
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
