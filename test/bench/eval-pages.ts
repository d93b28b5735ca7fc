/**
 * Measures the readers on saved pages: `node test/bench/eval-pages.ts DIR [--labels FILE]`.
 * Opens every *.html of DIR in real Chromium with the network cut off and prints one JSON line a file on stdout;
 * with labels also a last line `{summary: …}` and a table of the misses on stderr.
 * Leaves with a code other than 0 only when it could not run.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page as Tab } from 'playwright-core'
import { chromium } from 'playwright-core'
import { bundleReaders, PLAIN_FLAGS } from './bundle.ts'
import type { PageReading } from '../../utils/types/reading.ts'
import type { Label, Line } from './page-line.ts'
import { lineOf } from './page-line.ts'
import { compare, tableOf } from './page-scores.ts'

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
/** A neutral address, so that no reader can learn from a file's name. */
const ADDRESS = 'http://saved.invalid/page'
/** Time for the page's own scripts after its load event, in milliseconds. */
const SETTLE_MS = 120

/** Times a page is read; the quickest counts, because other programs on the machine only ever add time. */
const READS = 3
/** After this long a page is given up, in milliseconds. */
const PATIENCE_MS = 30_000

async function readFileInTab(tab: Tab, path: string, code: string): Promise<Read> {
  const body = await readFile(path)
  // A file saved as UTF-8 may have lost its <meta charset>; any other encoding is the page's own business.
  const contentType = isUtf8(body) ? 'text/html; charset=utf-8' : 'text/html'
  let served = false
  await tab.unrouteAll()
  await tab.route('**/*', (route) => {
    // Once only: a page that reloads itself would never come to rest.
    const wanted = !served && route.request().url() === ADDRESS && route.request().isNavigationRequest()
    served ||= wanted
    return wanted ? route.fulfill({ body, contentType }) : route.abort()
  })
  await tab.goto(ADDRESS, { waitUntil: 'load', timeout: PATIENCE_MS }).catch((error: unknown) => console.error(`${path}: ${String(error)}`))
  await tab.waitForTimeout(SETTLE_MS)
  return inIsolatedWorld(tab, code)
}

interface Read {
  reading: PageReading
  ms: number
}

/** Reads in a world of its own, as a content script does: what the page has done to its globals and its policy do not matter. */
async function inIsolatedWorld(tab: Tab, code: string): Promise<Read> {
  const session = await tab.context().newCDPSession(tab)
  try {
    const { frameTree } = await session.send('Page.getFrameTree')
    const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'duwang' })
    const expression = `(() => {
      const { readPage } = ${code}
      const read = () => readPage(document, { url: ${JSON.stringify(ADDRESS)}, now: new Date() })
      let reading = read()
      const times = Array.from({ length: ${READS} }, () => {
        const start = performance.now()
        reading = read()
        return performance.now() - start
      })
      return { reading, ms: Math.min(...times) }
    })()`
    const answer = await session.send('Runtime.evaluate', { expression, contextId: executionContextId, returnByValue: true, timeout: PATIENCE_MS })
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text)
    return answer.result.value as Read
  } finally {
    await session.detach()
  }
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
  const code = await bundleReaders()
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: PLAIN_FLAGS })
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
