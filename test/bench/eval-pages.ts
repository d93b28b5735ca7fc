/**
 * Measures the readers on saved pages: `node test/bench/eval-pages.ts DIR [--labels FILE]`.
 * Opens every *.html of DIR in real Chromium with the network cut off and prints one JSON line a file on stdout;
 * with labels also a last line `{summary: …}` and a table of the misses on stderr.
 * Leaves with a code other than 0 only when it could not run.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page as Tab } from 'playwright-core'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import type { PageReading } from '../../utils/types/reading.ts'
import type { Label, Line } from './page-line.ts'
import { lineOf } from './page-line.ts'
import { compare, tableOf } from './page-scores.ts'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]
/** A neutral address, so that no reader can learn from a file's name. */
const ADDRESS = 'http://saved.invalid/page'
/** Time for the page's own scripts after its load event, in milliseconds. */
const SETTLE_MS = 120

async function bundle(): Promise<string> {
  const entry = resolve(import.meta.dirname, '../../utils/reading/index.ts')
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'chrome102', lib: { entry, name: 'duwangReading', formats: ['iife'] } },
  })
  const outputs = Array.isArray(built) ? built : [built]
  for (const output of outputs) {
    if ('output' in output && output.output[0]) return output.output[0].code
  }
  throw new Error('the readers could not be bundled')
}

async function readFileInTab(tab: Tab, path: string, code: string): Promise<{ reading: PageReading; ms: number }> {
  const body = await readFile(path)
  // A file saved as UTF-8 may have lost its <meta charset>; any other encoding is the page's own business.
  const contentType = isUtf8(body) ? 'text/html; charset=utf-8' : 'text/html'
  await tab.route('**/*', (route) => {
    const wanted = route.request().url() === ADDRESS && route.request().isNavigationRequest()
    return wanted ? route.fulfill({ body, contentType }) : route.abort()
  })
  await tab.goto(ADDRESS, { waitUntil: 'load', timeout: 20_000 }).catch((error: unknown) => console.error(`${path}: ${String(error)}`))
  await tab.waitForTimeout(SETTLE_MS)
  return tab.evaluate(
    ({ code, url }) => {
      const { readPage } = new Function(`${code}; return duwangReading`)() as typeof import('../../utils/reading/index.ts')
      // The quickest of three: other programs on the machine only ever add time.
      const times: number[] = []
      let reading = readPage(document, { url, now: new Date() })
      for (let i = 0; i < 3; i++) {
        const start = performance.now()
        reading = readPage(document, { url, now: new Date() })
        times.push(performance.now() - start)
      }
      return { reading, ms: Math.min(...times) }
    },
    { code, url: ADDRESS },
  )
}

function isUtf8(body: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body)
    return true
  } catch {
    return false
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { labels: { type: 'string' } } })
  const [directory] = positionals
  if (!directory) throw new Error('usage: eval-pages DIR [--labels FILE]')
  const files = (await readdir(directory)).filter((f) => f.endsWith('.html')).sort()
  const labels = values.labels ? (JSON.parse(await readFile(values.labels, 'utf8')) as Label[]) : null
  const code = await bundle()
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS })
  const lines: Line[] = []
  try {
    // One tab for all: as in a round of reading, the readers' code is warm after the first page, which is read once more.
    const tab = await browser.newPage()
    tab.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined))
    const [first] = files
    if (first) await readFileInTab(tab, join(directory, first), code).catch(() => undefined)
    for (const file of files) {
      try {
        const { reading, ms } = await readFileInTab(tab, join(directory, file), code)
        const line = lineOf(file, reading, ms)
        lines.push(line)
        console.log(JSON.stringify(line))
      } catch (error) {
        console.error(`${file}: ${String(error)}`)
        console.log(JSON.stringify({ file, error: String(error) }))
      }
    }
  } finally {
    await browser.close()
  }
  if (labels) {
    const summary = compare(lines, labels)
    console.log(JSON.stringify({ summary }))
    console.error(tableOf(summary))
  }
}

await main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
