import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Worker } from 'playwright-core'

/** A Chromium with the built extension. */
export interface Running {
  context: BrowserContext
  worker: Worker
  /** Address of one of the extension's pages. */
  own: (path: string) => string
  profile: string
  close: () => Promise<void>
}

export interface LaunchOptions {
  /** Folder of the built extension. */
  extension?: string
  /** Port of the county's server: every host name leads there. */
  port: number
  headless?: boolean
  /** Reuse a profile, as after a crash. It is kept then. */
  profile?: string
  language?: string
  scale?: number
  viewport?: { width: number; height: number }
}

const BUILT = '.output/chrome-mv3-test'

/** Starts Chromium with the extension and waits for its background. */
export async function launchChromium(options: LaunchOptions): Promise<Running> {
  const { extension = BUILT, port, headless = true, language = 'zh-CN' } = options
  const folder = join(process.cwd(), extension)
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'duwang-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    headless,
    viewport: headless ? (options.viewport ?? { width: 1280, height: 800 }) : null,
    deviceScaleFactor: headless ? (options.scale ?? 1) : undefined,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      `--lang=${language}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }))
  const { origin } = new URL(worker.url())
  return {
    context,
    worker,
    own: (path) => `${origin}/${path}`,
    profile,
    close: async () => {
      await context.close()
      if (!options.profile) rmSync(profile, { recursive: true, force: true })
    },
  }
}
