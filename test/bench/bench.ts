/**
 * `npm run bench -- [NAME] [--json] [--readme] […]`: one of the benches beside this file, or all of them one after the other.
 * How they print: report.ts. `--readme` writes their figures into the README.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { withFigures, type Figure } from './report.ts'

const BENCHES = ['reading', 'marking', 'links', 'wording', 'lists', 'ledger', 'overview', 'roster', 'capture', 'ocr', 'team', 'province', 'visit'].filter((name) => existsSync(fileOf(name)))

function fileOf(name: string): string {
  return new URL(`./${name}.ts`, import.meta.url).pathname
}

const words = process.argv.slice(2)
const forReadme = words.includes('--readme')
const [first] = words
const named = BENCHES.find((name) => name === first)
if (first && !named && !first.startsWith('-')) {
  console.error(`no such bench: ${first}; there are: ${BENCHES.join(', ')}`)
  process.exit(2)
}
const passedOn = words.slice(named ? 1 : 0).filter((word) => word !== '--readme')
let worst = 0
const figures: Figure[] = []
for (const name of named ? [named] : BENCHES) {
  if (!forReadme) {
    worst = Math.max(worst, spawnSync(process.execPath, [fileOf(name), ...passedOn], { stdio: 'inherit' }).status ?? 1)
    continue
  }
  const { status, stdout } = spawnSync(process.execPath, [fileOf(name), ...passedOn, '--json'], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })
  worst = Math.max(worst, status ?? 1)
  figures.push(...stdout.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Figure))
}
if (forReadme) {
  const said = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores`
  writeFileSync('README.md', withFigures(readFileSync('README.md', 'utf8'), figures, said))
}
process.exitCode = worst
