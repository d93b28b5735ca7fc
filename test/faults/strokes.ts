import type { Page } from 'playwright-core'
import type { Running } from '../browser/kit/chromium.ts'
import { until } from '../browser/kit/until.ts'

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** As by an update or 重新加载: the background goes and another comes; our own pages are closed by it. */
export async function reloadExtension(running: Pick<Running, 'worker' | 'context'>, desk: Page): Promise<void> {
  await beDeveloper(running)
  const before = await running.worker()
  const gone = new Promise<void>((resolve) => before.once('close', () => resolve()))
  await desk.evaluate(() => chrome.runtime.reload()).catch(() => undefined)
  // One that was asleep does not go.
  await Promise.race([gone, pause(5000)])
}

/** An unpacked extension comes back only for who has the switch 开发者模式 on, as everybody has who loads one. */
async function beDeveloper({ context }: Pick<Running, 'context'>): Promise<void> {
  const page = await context.newPage()
  await page.goto('chrome://extensions')
  await page.evaluate(async () => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: { updateProfileConfiguration: (to: object) => Promise<void> } }
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
  })
  await page.close()
}

/** Waits until an extension that was reloaded has its script registered again. */
export async function cameBack(desk: () => Promise<Page>): Promise<void> {
  const stands = async () => (await desk()).evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0)
  await until(() => stands().catch(() => false), () => 'the extension never came back', 20_000)
}

/** What the browser does with tabs that nobody looks at when memory is short. */
export async function discard(page: Page, desk: Page): Promise<void> {
  await desk.bringToFront()
  await desk.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: url.split('#')[0]!, discarded: false })
    await chrome.tabs.discard(tab!.id!)
  }, page.url())
}

/** Looks at a discarded tab again, which the browser then loads anew. It is another page to who drives the browser. @returns null where no tab was discarded */
export async function lookAgain(desk: Page): Promise<Page | null> {
  const id = await desk.evaluate(async () => (await chrome.tabs.query({ discarded: true }))[0]?.id)
  if (id === undefined) return null
  const coming = desk.context().waitForEvent('page')
  await desk.evaluate((id) => chrome.tabs.update(id, { active: true }), id)
  return coming
}

/** A laptop closed and opened again: nothing runs in the page for a while, and the background has died meanwhile. */
export async function sleep(page: Page, killBackground: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await killBackground()
  await pause(1500)
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await session.detach()
}

/** An export whose file the browser does not take; where nothing is recorded yet there is nothing to export, and the page says so. */
export async function exportInVain(desk: Page, address: string): Promise<void> {
  const session = await desk.context().newCDPSession(desk)
  await session.send('Page.setDownloadBehavior', { behavior: 'deny' })
  await desk.goto(address)
  const button = desk.getByRole('button', { name: '导出本周' })
  await button.or(desk.getByText('还没有可导出的问题')).waitFor()
  if ((await button.isVisible()) && (await button.isEnabled())) {
    await button.click()
    await desk.getByText('已交给浏览器下载', { exact: false }).first().waitFor()
  }
  await session.send('Page.setDownloadBehavior', { behavior: 'default' })
  await session.detach()
}
