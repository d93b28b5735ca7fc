import type { Page } from 'playwright-core'
import type { Issue } from '../../../utils/types/issue.ts'
import { readAll } from './database.ts'
import { Layer } from './layer.ts'
import type { Person } from './person.ts'
import { until } from './until.ts'

/** Presses a shortcut of ours over a page: headless has no keys for the browser's own. */
export async function press(person: Person, page: Page, command: string): Promise<void> {
  const worker = await person.running.worker()
  await worker.evaluate(async ({ command, url }) => chrome.commands.onCommand.dispatch(command, (await chrome.tabs.query({ url }))[0]), { command, url: page.url() })
}

/**
 * Takes the picture of a whole page and stops in the middle: the browser gives `given` pictures and keeps the next one back, so that whatever
 * happens next happens during the walk, on the fastest machine and the slowest. Resolves when it is kept back.
 * @returns lets the browser give pictures again
 */
export async function walkHalf(person: Person, page: Page, given = 1): Promise<() => Promise<void>> {
  const worker = await person.running.worker()
  await worker.evaluate((given) => {
    const { tabs } = chrome as unknown as { tabs: { captureVisibleTab: (...how: unknown[]) => unknown } }
    const real = tabs.captureVisibleTab.bind(tabs)
    let give: () => void = () => undefined
    const free = new Promise<void>((resolve) => (give = resolve))
    let asked = 0
    tabs.captureVisibleTab = (...how) => {
      if (++asked <= given) return real(...how)
      Object.assign(globalThis, { held: true })
      return free.then(() => real(...how))
    }
    Object.assign(globalThis, {
      held: false,
      givePictures: () => {
        tabs.captureVisibleTab = real
        give()
      },
    })
  }, given)
  await press(person, page, 'capture-page')
  await until(() => worker.evaluate(() => (globalThis as unknown as { held: boolean }).held), () => 'the walk never came so far')
  return () => worker.evaluate(() => (globalThis as unknown as { givePictures: () => void }).givePictures())
}

/** Zooms a page as Ctrl and + do, and waits until it is laid out. */
export async function zoomTo(person: Person, page: Page, zoom: number, density = 1): Promise<void> {
  const worker = await person.running.worker()
  await worker.evaluate(async ({ url, zoom }) => chrome.tabs.setZoom((await chrome.tabs.query({ url }))[0]!.id!, zoom), { url: page.url(), zoom })
  await page.waitForFunction((ratio) => Math.abs(devicePixelRatio - ratio) < 0.01, zoom * density)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** Waits until one more issue stands than did, and gives the newest. */
export async function newIssue(person: Person, before: number, timeout = 20_000): Promise<Issue> {
  const issues = await until(async () => {
    const all = (await person.issues()).sort((a, b) => a.number - b.number)
    return all.length > before && all
  }, () => 'nothing was recorded', timeout)
  return issues[issues.length - 1]!
}

/** Waits until the picture before is done with: until then the layer takes no other. */
export async function layerFree(page: Page): Promise<void> {
  const layer = new Layer(page, 'DUWANG-CAPTURE')
  await until(async () => (await page.locator('duwang-capture').count()) === 0 || (await layer.parts('toast')) > 0, () => 'the picture before never ended')
}

/** Waits until something can be chosen: the layer may still stand there with what it said of the picture before. */
export async function layerReady(page: Page): Promise<void> {
  const layer = new Layer(page, 'DUWANG-CAPTURE')
  await until(async () => (await layer.parts('capture-cover')) > 0, () => 'nothing came to choose with')
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** Drags a frame over a place, with a stop on the way, and takes it. */
export async function frame(page: Page, { x, y, width, height }: { x: number; y: number; width: number; height: number }): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 30, y + 20)
  await page.mouse.move(x + width, y + height)
  await page.mouse.up()
  await page.keyboard.press('Enter')
}

/** Points at the middle of a place and takes the element there. */
export async function pick(page: Page, { x, y, width, height }: { x: number; y: number; width: number; height: number }): Promise<void> {
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.click(x + width / 2, y + height / 2)
}

/** Everything stored of issues, as one text. @param desk a page of the extension's own */
export async function allStored(desk: Page): Promise<string> {
  const tables = await Promise.all(['issues', 'events', 'shots', 'evidence'].map((table) => desk.evaluate(readAll<unknown>, table)))
  return JSON.stringify(tables)
}

/** What of a page must be as it was found: scroll place, also of boxes in it, focus, open dialogs and menus, every style, and nothing of ours left but what we say. */
export function found(page: Page): Promise<string> {
  return page.evaluate(() => {
    const styles = [...document.querySelectorAll('*')].filter(({ localName }) => !localName.startsWith('duwang-')).map((one) => `${one.localName} ${one.getAttribute('style')} ${one.scrollTop}`)
    const open = document.querySelectorAll('dialog[open],:popover-open:not(duwang-layer),:fullscreen').length
    return JSON.stringify([scrollX, scrollY, document.activeElement?.id ?? '', open, document.querySelectorAll('duwang-capture').length, styles])
  })
}
