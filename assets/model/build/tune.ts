/**
 * Finds how suspects are weighed: a logistic regression on sentences with known errors and on clean ones.
 * `node assets/model/build/tune.ts --clean NAME FILE.tsv …` (columns id, wrong, correct, source; `=` when right as it stands).
 * Writes `utils/wording/model/weights.json`; prints, by five-fold cross-validation, what each threshold gives.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { FEATURES, features } from '../../../utils/wording/model/features.ts'
import { DROPPED } from '../../../utils/wording/model/confusions.ts'
import { createFinder } from '../../../utils/wording/model/find.ts'
import { loadModel } from '../../../utils/wording/model/load.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    model: { type: 'string', default: resolve(import.meta.dirname, '../wording.bin') },
    out: { type: 'string', default: resolve(import.meta.dirname, '../../../utils/wording/model/weights.json') },
    clean: { type: 'string', default: 'clean' },
    natural: { type: 'string', default: 'cscdns' },
    /** Prints the false alarms in files of this name. */
    show: { type: 'string' },
  },
})

interface Row { file: string; wrong: string; right: string }
interface Sample { row: number; said: string; x: number[]; y: number; weight: number; score: number }

const rows: Row[] = positionals.flatMap((path) => readFileSync(path, 'utf8').trimEnd().split('\n').slice(1).map((line) => {
  const [, wrong, correct] = line.split('\t') as [string, string, string]
  return { file: basename(path), wrong, right: correct === '=' ? wrong : correct }
}))
const find = createFinder(loadModel(readFileSync(values.model)))
const samples: Sample[] = rows.flatMap(({ file, wrong, right }, row) => find(wrong).filter(({ kind }) => kind < DROPPED).map((suspect) => {
  const y = wrong.length === right.length && wrong.slice(suspect.start, suspect.end) !== right.slice(suspect.start, suspect.end) ? 1 : 0
  // A false alarm on clean prose weighs more than anywhere else; names in the news weigh little.
  const weight = file.includes(values.clean) ? 6 : file.includes(values.natural) ? 0.35 : y === 0 ? 3 : 1
  const said = `${wrong.slice(Math.max(0, suspect.start - 8), suspect.start)}[${wrong.slice(suspect.start, suspect.end)}→${suspect.right}]${wrong.slice(suspect.end, suspect.end + 8)}`
  return { row, said, x: features(suspect), y, weight, score: 0 }
}))
console.error(`${rows.length} sentences, ${samples.length} suspects, ${samples.filter(({ y }) => y === 1).length} right`)

const FOLDS = 5
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = fit(samples.filter(({ row }) => row % FOLDS !== fold))
  for (const sample of samples) if (sample.row % FOLDS === fold) sample.score = dot(sample.x, weights)
}
for (let threshold = -1.5; threshold <= 5; threshold += 0.25) console.error(report(threshold))
if (values.show) {
  for (const { row, said, y, score } of [...samples].sort((a, b) => b.score - a.score)) {
    if (y === 0 && score > -0.5 && rows[row]!.file.includes(values.show)) console.error(score.toFixed(2), said)
  }
}
const weights = fit(samples)
writeFileSync(values.out, `${JSON.stringify(Object.fromEntries(FEATURES.map((name, i) => [name, Number(weights[i]!.toFixed(4))])), null, 2)}\n`)

function dot(x: readonly number[], weights: readonly number[]): number {
  return x.reduce((sum, value, i) => sum + value * weights[i]!, 0)
}

/** Newton's method with a ridge on standardised features; the weights returned are for the features as they are. */
function fit(set: readonly Sample[]): number[] {
  const size = FEATURES.length
  const mean = FEATURES.map((_, i) => i === 0 ? 0 : set.reduce((sum, { x }) => sum + x[i]!, 0) / set.length)
  const spread = FEATURES.map((_, i) => i === 0 ? 1 : Math.sqrt(set.reduce((sum, { x }) => sum + (x[i]! - mean[i]!) ** 2, 0) / set.length) + 1e-9)
  const z = set.map(({ x }) => x.map((value, i) => (value - mean[i]!) / spread[i]!))
  const w: number[] = FEATURES.map(() => 0)
  for (let round = 0; round < 40; round++) {
    const gradient: number[] = w.map((value, i) => i === 0 ? 0 : 2 * value)
    const hessian: number[][] = FEATURES.map((_, i) => FEATURES.map((_, j) => i === j ? 2 : 0))
    set.forEach(({ y, weight }, n) => {
      const p = 1 / (1 + Math.exp(-dot(z[n]!, w)))
      const error = weight * (p - y)
      const curve = weight * p * (1 - p)
      for (let i = 0; i < size; i++) {
        gradient[i]! += error * z[n]![i]!
        for (let j = 0; j < size; j++) hessian[i]![j]! += curve * z[n]![i]! * z[n]![j]!
      }
    })
    const step = solve(hessian, gradient)
    step.forEach((value, i) => { w[i]! -= value })
    if (Math.max(...step.map(Math.abs)) < 1e-7) break
  }
  const plain = w.map((value, i) => value / spread[i]!)
  plain[0]! -= plain.reduce((sum, value, i) => i === 0 ? sum : sum + value * mean[i]!, 0)
  return plain
}

/** Gauss elimination with pivots. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]!])
  const n = right.length
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let i = column + 1; i < n; i++) if (Math.abs(a[i]![column]!) > Math.abs(a[pivot]![column]!)) pivot = i
    ;[a[column], a[pivot]] = [a[pivot]!, a[column]!]
    for (let i = 0; i < n; i++) {
      if (i === column) continue
      const times = a[i]![column]! / a[column]![column]!
      for (let j = column; j <= n; j++) a[i]![j]! -= times * a[column]![j]!
    }
  }
  return a.map((row, i) => row[n]! / row[i]!)
}

function report(threshold: number): string {
  const flagged = new Set(samples.filter(({ score }) => score >= threshold).map(({ row }) => row))
  const parts = [...new Set(rows.map(({ file }) => file))].map((file) => {
    let [detected, errors, falseAlarms, chars] = [0, 0, 0, 0]
    rows.forEach((row, index) => {
      if (row.file !== file) return
      const wrong = row.wrong !== row.right
      chars += row.wrong.length
      if (wrong) errors++
      if (!flagged.has(index)) return
      if (wrong) detected++
      else falseAlarms++
    })
    const precision = detected + falseAlarms === 0 ? 1 : detected / (detected + falseAlarms)
    return `${file.slice(0, 11)} P${precision.toFixed(3)} R${(detected / Math.max(1, errors)).toFixed(3)} f${(falseAlarms / chars * 10_000).toFixed(2)}`
  })
  return `${threshold.toFixed(2)}  ${parts.join('  ')}`
}
