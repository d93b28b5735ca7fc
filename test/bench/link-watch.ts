import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright-core'
import type { LinkVerdict } from '../../utils/types/link.ts'
import type { LinkReading } from '../../utils/types/reading.ts'
import { until } from '../browser/kit/until.ts'
import { noteLongest } from './link-lab/long-tasks.ts'

/** What the built extension did with the links of one page. */
export interface Watched {
  links: LinkReading[]
  asked: string[]
  verdicts: LinkVerdict[]
  /** Milliseconds from the first question to the last verdict. */
  ms: number
  requests: number
  /** By host. */
  mostAtOnce: Record<string, number>
  /** Longest task of the page in milliseconds, as the browser reports it. */
  longestTask: number
  /** The page, still open. */
  page: Page
}

/** The recorder in the extension's background: it stands beside the product and hears what that hears. */
interface Recorder {
  links: LinkReading[]
  asked: string[]
  verdicts: Record<string, LinkVerdict>
  began: number
  last: number
  requests: number
  open: Record<string, number>
  most: Record<string, number>
}

const EXTENSION = '.output/chrome-mv3-test'

// playwright listens to each request of the background, which costs the browser half as much again; nobody here asks it
process.env['PLAYWRIGHT_DISABLE_SERVICE_WORKER_NETWORK'] = '1'

export interface Opened {
  context: BrowserContext
  worker: Worker
  close: () => Promise<void>
}

/** Chromium with the built extension; `rules` as for `--host-resolver-rules`. */
export async function openExtension(rules: string): Promise<Opened> {
  const folder = resolve(EXTENSION)
  const profile = mkdtempSync(join(tmpdir(), 'duwang-links-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    headless: true,
    locale: 'zh-CN',
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable', '--enable-precise-memory-info',
      ...(rules ? [`--host-resolver-rules=${rules}`] : []), `--disable-extensions-except=${folder}`, `--load-extension=${folder}`,
    ],
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }))
  // A page that is opened before our script is registered gets none.
  await until(() => worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0), () => 'no script was ever registered')
  return {
    context,
    worker,
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Runs in the background. Counts requests by wrapping `fetch`, and hears readings and verdicts on their way. */
function record(): void {
  const seen: Recorder = { links: [], asked: [], verdicts: {}, began: 0, last: 0, requests: 0, open: {}, most: {} }
  const home = globalThis as unknown as { recorder: Recorder; chrome: { runtime: Record<'onMessage' | 'onConnect', { addListener: (listener: (one: never) => void) => void }> } }
  home.recorder = seen
  home.chrome.runtime.onMessage.addListener((message: { name?: string; data?: { reading?: { links: LinkReading[] } } }) => {
    if (message.name === 'page.read' && message.data?.reading) seen.links = message.data.reading.links
  })
  home.chrome.runtime.onConnect.addListener((port: { name: string; onMessage: { addListener: (listener: (one: { ask?: { hrefs: string[] }; at?: [string, string]; entries?: LinkReading[]; data?: unknown }) => void) => void }; postMessage: (bit: { items?: LinkVerdict[] }) => void }) => {
    // the lists of a large reading come over a line of their own (utils/browser/large.ts)
    const links: LinkReading[] = []
    if (port.name === 'large page.read') port.onMessage.addListener(({ at, entries = [], data }) => {
      if (at?.[1] === 'links') links.push(...entries)
      if (data) seen.links = links
    })
    if (port.name !== 'links.check') return
    port.onMessage.addListener(({ ask }) => {
      seen.began ||= performance.now()
      seen.asked = [...new Set([...seen.asked, ...(ask?.hrefs ?? [])])]
    })
    const post = port.postMessage.bind(port)
    port.postMessage = (bit) => {
      for (const verdict of bit.items ?? []) {
        seen.verdicts[verdict.href] = verdict
        seen.last = performance.now()
      }
      post(bit)
    }
  })
  const plain = globalThis.fetch
  globalThis.fetch = (input, init) => {
    const host = /^\w+:\/\/([^/:?#]+)/.exec(input instanceof Request ? input.url : String(input))?.[1] ?? ''
    const open = (seen.open[host] ?? 0) + 1
    const over = () => {
      seen.open[host] = (seen.open[host] ?? 1) - 1
    }
    seen.requests++
    seen.open[host] = open
    if (open > (seen.most[host] ?? 0)) seen.most[host] = open
    const answer = plain(input, init)
    answer.then(over, over)
    return answer
  }
}

/** Time without a new verdict or reading after which late-painted links are taken to be in. */
const QUIET_MS = 2_500

/** Pause between two looks at the recorder: each costs what a request costs. */
const LOOK_MS = 500

/** Opens a page and waits until the extension has a verdict on every link, also on those painted late. */
export async function watchLinks({ context, worker }: Opened, url: string, limitMs: number): Promise<Watched> {
  await worker.evaluate(record)
  const page = await context.newPage()
  const longest = await noteLongest(page)
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
  const end = Date.now() + limitMs
  for (let quietSince = Date.now(), before = ''; Date.now() - quietSince < QUIET_MS && Date.now() < end;) {
    const [state, open] = await worker.evaluate(() => {
      const { recorder } = globalThis as unknown as { recorder: Recorder }
      const found = Object.keys(recorder.verdicts).length
      return [`${recorder.links.length} ${recorder.asked.length} ${found}`, recorder.links.length === 0 || recorder.asked.length === 0 || found < recorder.asked.length] as const
    })
    if (state !== before || open) quietSince = Date.now()
    before = state
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  const seen = await worker.evaluate(() => (globalThis as unknown as { recorder: Recorder }).recorder)
  const longestTask = await longest()
  return {
    links: seen.links,
    asked: seen.asked,
    verdicts: Object.values(seen.verdicts),
    ms: Math.max(0, seen.last - seen.began),
    requests: seen.requests,
    mostAtOnce: seen.most,
    longestTask,
    page,
  }
}
