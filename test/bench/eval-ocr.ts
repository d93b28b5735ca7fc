/**
 * Measures reading of pictures as the extension ships it (the build in headless Chromium), beside tesseract's own command line
 * where that is installed: `npm run eval:ocr -- DIR` on a folder of pictures with a `.txt` each that holds their text.
 * One JSON line a picture on stdout, `{file, chars, cer, confidence, ms, cli}`, the total last. CER: Levenshtein distance over
 * code points, all whitespace removed and nothing else normalised, divided by the characters of the truth; the total is all edits by
 * all characters. `ms` is from question to answer with a warm worker; the command line's holds its start.
 * `npm run eval:ocr -- --make DIR` makes such a folder of development pictures, the same ones each time.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { counted, edits } from './ocr-lab/cer.ts'
import { hasCommandLine, readByCommandLine } from './ocr-lab/command-line.ts'
import { startShipped } from './ocr-lab/shipped.ts'

const PICTURE = /\.(?:png|jpe?g|webp|gif|bmp|avif|svg)$/i

const { values, positionals } = parseArgs({ allowPositionals: true, options: { make: { type: 'boolean', default: false }, 'no-cli': { type: 'boolean', default: false }, text: { type: 'boolean', default: false } } })
const [folder] = positionals
if (!folder) {
  console.error('npm run eval:ocr -- [--make] [--no-cli] [--text] DIR')
  process.exit(2)
}
if (values.make) {
  const { makePictures } = await import('./ocr-lab/make.ts')
  console.error(`${await makePictures(folder)} → ${folder}`)
  process.exit(0)
}

interface Score {
  chars: number
  edits: number
  ms: number
}

const pictures = readdirSync(folder).filter((name) => PICTURE.test(name)).sort()
const withTruth = pictures.filter((name) => existsSync(join(folder, name.replace(PICTURE, '.txt'))))
for (const name of pictures) if (!withTruth.includes(name)) console.error(`${name}: no .txt beside it, left out`)
const cli = !values['no-cli'] && hasCommandLine()
if (!cli) console.error('without the command line (apt-get install tesseract-ocr tesseract-ocr-chi-sim)')

const shipped = await startShipped()
const ours: Score[] = []
const theirs: Score[] = []
try {
  for (const [at, name] of withTruth.entries()) {
    const path = join(folder, name)
    const truth = counted(readFileSync(path.replace(PICTURE, '.txt'), 'utf8'))
    // The first question starts the worker: it is asked twice.
    if (at === 0) await shipped.read(readFileSync(path)).catch(() => null)
    const answer = await shipped.read(readFileSync(path)).catch((error: unknown) => ({ failed: String(error) }))
    const text = 'reading' in answer ? answer.reading.lines.map(({ text }) => text).join('\n') : ''
    const mine: Score = { chars: truth.length, edits: edits(counted(text), truth), ms: 'ms' in answer ? answer.ms : 0 }
    ours.push(mine)
    const given = cli ? readByCommandLine(path) : null
    const other = given ? { chars: truth.length, edits: edits(counted(given.text), truth), ms: given.ms } : null
    if (other) theirs.push(other)
    console.log(JSON.stringify({
      file: name,
      chars: truth.length,
      cer: cer(mine),
      confidence: 'reading' in answer ? round(answer.reading.confidence, 1) : 0,
      ms: Math.round(mine.ms),
      ...(cli ? { cli: other && { cer: cer(other), ms: Math.round(other.ms) } } : {}),
      ...('reading' in answer ? (answer.reading.notes.length ? { notes: answer.reading.notes.map(({ key }) => key) } : {}) : answer),
    }))
    if (values.text) console.error(`${name}\n${text}\n`)
  }
  console.log(JSON.stringify({ file: 'total', files: ours.length, ...totalOf(ours), ...(cli ? { cli: { files: theirs.length, ...totalOf(theirs) } } : {}) }))
} finally {
  await shipped.close()
}

function totalOf(scores: readonly Score[]) {
  const sum = scores.reduce((all, one) => ({ chars: all.chars + one.chars, edits: all.edits + one.edits, ms: all.ms + one.ms }), { chars: 0, edits: 0, ms: 0 })
  return { chars: sum.chars, cer: cer(sum), ms: Math.round(sum.ms) }
}

function cer({ chars, edits }: Score): number {
  return chars === 0 ? (edits === 0 ? 0 : 1) : round(edits / chars, 4)
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
