import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Worker } from 'playwright-core'
import { BUILT, chromiumPath, flagsOf, originOf } from './flags.ts'
import { until } from './until.ts'

/** A Chromium with the built extension. */
export interface Running {
  context: BrowserContext
  /** Address of one of the extension's pages. */
  own: (path: string) => string
  worker: () => Promise<Worker>
  close: () => Promise<void>
}

export interface LaunchOptions {
  extension?: string
  port?: number
  /** As `FlagOptions.beside`. */
  beside?: boolean
  headless?: boolean
  language?: string
  scale?: number
  /** Pixels of the screen to a CSS pixel as a real screen has them, so that captures have them too; the window is then as large as `viewport`. */
  density?: number
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
}

/** Starts Chromium on a fresh profile and waits until the extension has greeted. */
export async function launchChromium(options: LaunchOptions): Promise<Running> {
  const { extension = BUILT, port, beside = false, headless = true, language = 'zh-CN', colorScheme = 'light' } = options
  const profile = mkdtempSync(join(tmpdir(), 'duwang-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless,
    ...(headless && options.density === undefined ? { viewport: options.viewport ?? { width: 1280, height: 800 }, deviceScaleFactor: options.scale ?? 1 } : { viewport: null }),
    colorScheme,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...flagsOf({ extension, beside, language, ...(port === undefined ? {} : { port }) }), ...(options.density === undefined ? [] : densityFlags(options.density, options.viewport))],
  })
  const running = await ready(context)
  return {
    ...running,
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

function densityFlags(density: number, { width, height } = { width: 1280, height: 800 }): string[] {
  return [`--force-device-scale-factor=${density}`, `--window-size=${width},${height}`]
}

/** Waits for the background with its script, and on a first start for the greeting: whoever used the ledger page earlier would be sent back to it. */
export async function ready(context: BrowserContext, first = true): Promise<Omit<Running, 'close'>> {
  const worker = () => until(() => context.serviceWorkers()[0], () => 'no background', 20_000)
  const origin = originOf((await worker()).url())
  if (first) {
    const welcome = await until(() => context.pages().find((page) => page.url() === `${origin}/ledger.html#/welcome`), () => 'no welcome', 20_000)
    // It may have opened before the browser was told which language it speaks, and a page keeps the one that it began with.
    await welcome.reload()
  }
  // A page that is opened before our script is registered gets none.
  await until(async () => (await worker()).evaluate(scriptStands), () => 'no script was ever registered', 20_000)
  return { context, worker, own: (path) => `${origin}/${path}` }
}

/** Our script is registered, or no host is granted that it could run on. Runs in the background. */
async function scriptStands(): Promise<boolean> {
  const { origins = [] } = await chrome.permissions.getAll()
  return origins.length === 0 || (await chrome.scripting.getRegisteredContentScripts()).length > 0
}
