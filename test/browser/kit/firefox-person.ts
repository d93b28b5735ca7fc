import type { ElementHandle, Page } from 'puppeteer-core'
import type { Glance } from '../../../utils/types/glance.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import { readAll, readShots, type StoredShot } from './database.ts'
import { FirefoxLayer } from './firefox-layer.ts'
import type { Fox } from './firefox.ts'
import type { Ready } from './person.ts'
import { until } from './until.ts'

/** What a person at Firefox does in one tab, and what can be seen from the extension's side. */
export class FirefoxPerson {
  readonly fox: Fox
  readonly page: Page
  readonly layer: FirefoxLayer

  constructor(fox: Fox, page: Page) {
    this.fox = fox
    this.page = page
    this.layer = new FirefoxLayer(page)
  }

  /** Opens a page and waits until it was read and its links were looked at. */
  async visit(url: string): Promise<Ready> {
    await this.page.bringToFront()
    await this.page.goto(url)
    return this.settled()
  }

  async settled(): Promise<Ready> {
    let glance: Glance | null = null
    const ready = async () => {
      glance = await this.glance()
      return glance?.state === 'ready' && glance.links.done >= glance.links.total && glance
    }
    return until<Ready>(ready, () => `never settled: ${this.page.url()} ${JSON.stringify(glance)}`.slice(0, 600), 30_000)
  }

  /** What chip and popup show of the page; null while no content script answers. */
  async glance(): Promise<Glance | null> {
    const id = await this.tabId()
    if (id === undefined) return null
    return this.fox.desk.evaluate(async (id) => {
      const { browser } = globalThis as unknown as { browser: typeof chrome }
      const answer = await browser.tabs.sendMessage(id, { to: 'page', name: 'page.glance', data: null }).catch(() => null)
      return (answer as { value: Glance } | null)?.value ?? null
    }, id)
  }

  tabId(): Promise<number | undefined> {
    return this.fox.desk.evaluate(async (url) => {
      const { browser } = globalThis as unknown as { browser: typeof chrome }
      return (await browser.tabs.query({ url }))[0]?.id
    }, this.page.url())
  }

  /** Everything in the ledger, straight from the database, by number. */
  async issues(): Promise<Issue[]> {
    return (await this.fox.desk.evaluate(readAll<Issue>, 'issues')).sort((a, b) => a.number - b.number)
  }

  shots(): Promise<StoredShot[]> {
    return this.fox.desk.evaluate(readShots)
  }

  /** Pages that the browser was told to leave alone. */
  excluded(): Promise<string[]> {
    return this.fox.desk.evaluate(async () => {
      const { browser } = globalThis as unknown as { browser: typeof chrome }
      return (await browser.scripting.getRegisteredContentScripts()).flatMap(({ excludeMatches }) => excludeMatches ?? [])
    })
  }

  /** Words of the real popup, which hangs from the toolbar; '' while it is closed. */
  popupText(): Promise<string> {
    return this.textOf('popup')
  }

  /** Words of the real sidebar; '' while it is closed. */
  sidebarText(): Promise<string> {
    return this.textOf('sidebar')
  }

  private textOf(type: 'popup' | 'sidebar'): Promise<string> {
    return this.fox.desk.evaluate((type) => {
      const { browser } = globalThis as unknown as { browser: { extension: { getViews: (of: object) => Window[] } } }
      return browser.extension.getViews({ type })[0]?.document.body.innerText ?? ''
    }, type)
  }

  closePopup(): Promise<void> {
    return this.fox.desk.evaluate(() => {
      const { browser } = globalThis as unknown as { browser: { extension: { getViews: (of: object) => Window[] } } }
      for (const view of browser.extension.getViews({ type: 'popup' })) view.close()
    })
  }
}

/** Shows a part of the ledger page. */
export async function show(desk: Page, hash: string): Promise<void> {
  await desk.evaluate((hash) => {
    location.hash = hash
  }, hash)
}

/** Waits until one of our own pages says these words. */
export async function says(at: Page, words: string): Promise<void> {
  await until(() => at.evaluate((words) => document.body.innerText.includes(words), words), () => `${words} was never said`)
}

/** Clicks a button of one of our own pages with the real pointer, once it can be pressed. Whoever misses it, because the page moved it meanwhile, clicks again. */
export async function pressOn(at: Page, words: string): Promise<void> {
  await at.bringToFront()
  const find = () => at.evaluateHandle((words) => [...document.querySelectorAll('button')].find((button) => !button.disabled && button.textContent?.includes(words)), words)
  await until(async () => {
    const button = (await find()).asElement() as ElementHandle<HTMLButtonElement> | null
    if (!button) return false
    const pressed = await button.evaluateHandle((button) => {
      const told = { yes: false }
      button.addEventListener('click', () => (told.yes = true), { once: true, capture: true })
      return told
    })
    await button.click()
    return pressed.evaluate(({ yes }) => yes)
  }, () => `no button ${words} to be pressed`)
}
