// Opens every state of the gallery in real Chromium: pictures into a folder, axe over each, and what sticks out of its window.
// Usage: node test/component/gallery/look.ts [--quick] [folder for pictures] [names…]; exits 1 when axe or the overflow check objects.
// --quick: light and dark only. A folder named - takes no pictures.
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { createServer } from 'vite'

interface Look {
  name: string
  width: number
  height: number
  dark: boolean
  scale: number
  forced?: boolean
  lang: string
}

const SIZES = { popup: [380, 600], beside: [320, 700], marks: [900, 620], ledger: [1280, 760] } as const

const quick = process.argv.includes('--quick')
const [place = '-', ...names] = process.argv.slice(2).filter((one) => one !== '--quick')
const folder = place === '-' ? '' : place
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const server = await createServer({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)), server: { port: 0 }, logLevel: 'error' })
await server.listen()
const base = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
let objections = 0
try {
  if (folder) await mkdir(folder, { recursive: true })
  const page = await browser.newPage()
  page.on('pageerror', (error) => object('error', error.message))
  await page.goto(base)
  const all = await page.locator('#states li').allTextContents()
  for (const name of names.length > 0 ? names : all) {
    for (const look of looksOf(name)) await see(page, look)
  }
} finally {
  await browser.close()
  await server.close()
}
console.log(objections === 0 ? 'clean' : `${objections} objections`)
process.exitCode = objections === 0 ? 0 : 1

/** Light, dark and forced colours, Chinese and English, and half the window, which is what 200 % zoom leaves. */
function looksOf(name: string): Look[] {
  const [width, height] = SIZES[name.startsWith('popup') ? 'popup' : name.startsWith('beside') ? 'beside' : /^(chip|panel|card|marks)/.test(name) ? 'marks' : 'ledger']
  const zoomed = name.startsWith('popup') ? [] : [{ name, width: width / 2, height: height / 2, dark: false, scale: 2, lang: 'zh-CN' }]
  const twoSides = [false, true].map((dark) => ({ name, width, height, dark, scale: 1, lang: 'zh-CN' }))
  if (quick) return twoSides
  return [
    ...twoSides,
    { name, width, height, dark: false, scale: 1, lang: 'en' },
    ...zoomed,
    { name, width, height, dark: false, scale: 1, lang: 'zh-CN', forced: true },
  ]
}

async function see(page: Page, look: Look): Promise<void> {
  const label = [look.name, look.dark ? 'dark' : 'light', look.lang, look.scale === 2 ? 'zoom' : '', look.forced ? 'forced' : ''].filter(Boolean).join('.')
  await page.setViewportSize({ width: look.width, height: look.height })
  await page.emulateMedia({ colorScheme: look.dark ? 'dark' : 'light', forcedColors: look.forced ? 'active' : 'none' })
  await page.goto(`${base}?show=${look.name}&lang=${look.lang}`)
  await page.waitForFunction(() => document.querySelector('#app')?.childElementCount)
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const runner = (globalThis as unknown as { axe: { run: (context: object, options: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } }).axe
    // the demonstration page under the marks is not ours to judge
    const context = document.querySelector('duwang-marks') ? { include: ['duwang-marks'] } : { include: ['body'] }
    const { violations } = await runner.run(context, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`))
  })
  const wide = await page.evaluate(() => (document.querySelector('duwang-marks') ? 0 : document.documentElement.scrollWidth - innerWidth))
  if (wide > 0) object(label, `sticks out by ${wide} px`)
  for (const violation of violations) object(label, violation)
  if (folder) await page.screenshot({ path: join(folder, `${label}.png`) })
}

function object(label: string, what: string): void {
  objections += 1
  console.log(`${label}: ${what.replace(/\s+/g, ' ')}`)
}
