import type { Download, Page } from 'playwright-core'
import type { Finding } from '../../../utils/types/finding.ts'
import type { Glance } from '../../../utils/types/glance.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import type { Running } from './chromium.ts'
import { readAll, readShots, type StoredShot } from './database.ts'
import { Layer } from './layer.ts'
import { until } from './until.ts'

export type Ready = Extract<Glance, { state: 'ready' }>

/** What a person at the browser does, and what can be seen from the extension's side. */
export class Person {
  readonly running: Running

  constructor(running: Running) {
    this.running = running
  }

  /** Opens a page and waits until it was read and its links were looked at. */
  async visit(page: Page, url: string, timeout = 40_000): Promise<Ready> {
    await page.bringToFront()
    await page.goto(url, { waitUntil: 'load' })
    return this.settled(page, timeout)
  }

  /** Waits until the page under `page` has its findings and all link verdicts. */
  async settled(page: Page, timeout = 40_000): Promise<Ready> {
    let glance: Glance | null = null
    const settled = async () => {
      glance = await this.glance(page)
      return glance?.state === 'ready' && !glance.pending && glance.links.done >= glance.links.total && glance
    }
    return until<Ready>(settled, () => `never settled: ${page.url()} ${JSON.stringify(glance)}`.slice(0, 600), timeout)
  }

  /** What chip and popup show of a page; null while no content script answers. */
  async glance(page: Page): Promise<Glance | null> {
    const desk = await this.desk()
    return desk.evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url: url.split('#')[0]!, discarded: false })
      if (tab?.id === undefined) return null
      const answer = await chrome.tabs.sendMessage(tab.id, { to: 'page', name: 'page.glance', data: null }).catch(() => null)
      return (answer as { ok: boolean; value: Glance } | null)?.value ?? null
    }, page.url())
  }

  /** The ledger page, opened once and kept. */
  async desk(): Promise<Page> {
    const known = this.running.context.pages().find((page) => page.url().startsWith(this.running.own('ledger.html')))
    if (known) return known
    const page = await this.running.context.newPage()
    await page.goto(this.running.own('ledger.html'))
    return page
  }

  /** The popup for the tab of a page, in a tab of its own: headless browsers draw no toolbar. */
  async popup(page: Page): Promise<Page> {
    const desk = await this.desk()
    const id = await desk.evaluate(async (url) => (await chrome.tabs.query({ url: url.split('#')[0]!, discarded: false }))[0]?.id, page.url())
    const popup = await this.running.context.newPage()
    await popup.setViewportSize({ width: 380, height: 600 })
    await popup.goto(this.running.own(`popup.html#tab=${id}`))
    return popup
  }

  layer(page: Page): Layer {
    return new Layer(page)
  }

  /**
   * Chooses Chinese in the ledger page, and leaves that choice stored: a Chromium without Chinese files of its own speaks English,
   * though it may say otherwise while it starts.
   */
  async speakChinese(): Promise<void> {
    const desk = await this.desk()
    const [english, chinese] = [desk.getByRole('button', { name: 'English' }), desk.getByRole('button', { name: '中文' })]
    await english.or(chinese).waitFor()
    if (await english.isVisible()) await english.click()
    await chinese.click()
    await english.waitFor()
  }

  /** Imports a roster file through the ledger page. */
  async importRoster(file: { name: string; buffer: Buffer }): Promise<void> {
    await this.speakChinese()
    const desk = await this.desk()
    await desk.bringToFront()
    await desk.goto(this.running.own('ledger.html#/roster'))
    await desk.locator('input[type=file]').setInputFiles({ ...file, mimeType: 'text/csv' })
    await desk.getByRole('button', { name: '确认导入' }).click()
    await desk.getByText('已导入', { exact: false }).first().waitFor()
  }

  /** Records a finding as a person does: the panel opened from the chip, then 记录. Resolves when 已记录 is said. */
  async record(page: Page, finding: Finding): Promise<void> {
    const layer = this.layer(page)
    const before = (await this.issues()).length
    await page.bringToFront()
    await layer.openPanel()
    const glance = await this.glance(page)
    const at = glance?.state === 'ready' ? glance.findings.findIndex(({ id }) => id === finding.id) : -1
    if (at < 0) throw new Error(`no such finding here: ${finding.id}`)
    await layer.clickItem(at, '记录')
    await layer.waitFor((text) => text.includes(`已记录 第 ${before + 1} 号`))
  }

  /** Everything in the ledger, straight from the database. */
  async issues(): Promise<Issue[]> {
    return (await this.desk()).evaluate(readAll<Issue>, 'issues')
  }

  /** Records the page as a whole, as Alt+Shift+D does: a shortcut of the browser, which headless has no keys for, so the popup's form is used. */
  async recordPage(page: Page, description = '页面打不开下载'): Promise<void> {
    const before = (await this.issues()).length
    const popup = await this.writeDown(page, description)
    const says = await this.pressRecord(popup)
    if (!new RegExp(`已记录 第 [A-Z]*${before + 1} 号`).test(says)) throw new Error(`「${description}」 was to be number ${before + 1}: ${says}`)
    await popup.close()
  }

  /** Writes what a person found on a page into the popup's form; the page stays in front. */
  async writeDown(page: Page, description: string): Promise<Page> {
    const popup = await this.popup(page)
    await popup.getByPlaceholder('手工补记', { exact: false }).fill(description)
    await page.bringToFront()
    return popup
  }

  /** Clicks 记录 in that form. @returns what is said to it */
  async pressRecord(popup: Page): Promise<string> {
    await popup.evaluate(() => document.querySelector<HTMLFormElement>('form.record')?.requestSubmit())
    return (await popup.locator('.toast-says').textContent()) ?? ''
  }

  /** Every stored screenshot. */
  async shots(): Promise<StoredShot[]> {
    return (await this.desk()).evaluate(readShots)
  }

  /** Clicks an export button and hands over the file. */
  async export(button: string): Promise<{ name: string; download: Download }> {
    const desk = await this.desk()
    await desk.bringToFront()
    await desk.goto(this.running.own('ledger.html#/export'))
    const waiting = desk.waitForEvent('download')
    await desk.getByRole('button', { name: button }).click()
    const download = await waiting
    return { name: download.suggestedFilename(), download }
  }
}
