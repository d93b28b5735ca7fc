import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { callIn, windowOf } from './bidi.ts'
import { until } from './until.ts'

/** Path of the Firefox to test, or null where there is none. */
export function firefoxPath(): string | null {
  const wanted = process.env['FIREFOX_PATH']
  return (wanted ? [wanted] : ['/usr/bin/firefox-esr', '/usr/bin/firefox']).find(existsSync) ?? null
}

/** A Firefox with the built extension, spoken to by WebDriver BiDi. */
export interface Fox {
  browser: Browser
  /** The ledger page: the browser's first tab of ours, which greets, and which is kept. */
  desk: Page
  /** Opens one of the extension's pages: WebDriver may not go there, the extension itself may. */
  open: (path: string) => Promise<Page>
  /** Presses a shortcut of ours by its letter, in the browser's own window: keys that WebDriver types reach the page only. */
  shortcut: (letter: string) => Promise<void>
  /** Waits for a finished download; its path. */
  downloaded: (ending: string) => Promise<string>
  close: () => Promise<void>
}

/** Starts Firefox on a fresh profile, installs the extension and waits for its greeting. Every http address leads to `port`, but for hosts named in `direct`. */
export async function launchFirefox(executablePath: string, port: number, { extension = '.output/firefox-mv2-test', direct = '' } = {}): Promise<Fox> {
  const downloads = mkdtempSync(join(tmpdir(), 'duwang-downloads-'))
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      // Firefox cannot map names to an address; a proxy gets every name, and the county answers it.
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.no_proxies_on': direct,
      'network.proxy.allow_hijacking_localhost': true,
      'dom.security.https_first': false,
      'dom.security.https_first_schemeless': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
    },
  })
  await browser.installExtension(join(process.cwd(), extension))
  const desk = await until(() => pageAt(browser, /^moz-extension:.*\/ledger\.html#\/welcome$/), () => 'no welcome', 20_000)
  return {
    browser,
    desk,
    open: async (path) => {
      const url = await desk.evaluate(async (path) => {
        const { browser } = globalThis as unknown as { browser: typeof chrome }
        const url = browser.runtime.getURL(path)
        await browser.tabs.create({ url })
        return url
      }, path)
      return until(() => pageAt(browser, url), () => `${url} never opened`)
    },
    shortcut: async (letter) => {
      await callIn(browser, await windowOf(browser), `(letter) => document.querySelector('keyset[id^=ext-keyset] key[key=' + letter + ']').doCommand()`, [letter])
    },
    downloaded: async (ending) => {
      const whole = () => {
        const names = readdirSync(downloads)
        // Firefox holds the name with an empty file before it opens the .part, which takes its place at the end
        return names.some((name) => name.endsWith('.part')) ? undefined : names.find((name) => name.endsWith(ending) && statSync(join(downloads, name)).size > 0)
      }
      const name = await until(whole, () => '').catch(() => null)
      if (name === null) throw new Error(`no ${ending} among ${readdirSync(downloads).join(', ')}; the ledger says: ${await desk.evaluate(() => document.body.innerText)}`)
      return join(downloads, name)
    },
    close: async () => {
      await browser.close()
      rmSync(downloads, { recursive: true, force: true })
    },
  }
}

/** Firefox tells no address changes of extension pages, so each page is asked where it is. */
async function pageAt(browser: Browser, wanted: RegExp | string): Promise<Page | undefined> {
  for (const page of await browser.pages()) {
    const at = await page.evaluate(() => location.href).catch(() => '')
    if (typeof wanted === 'string' ? at === wanted : wanted.test(at)) return page
  }
  return undefined
}
