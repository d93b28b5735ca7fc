import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LinkVerdict } from '../../utils/types/link.ts'
import { ready, type Running } from './kit/chromium.ts'
import { readAll } from './kit/database.ts'
import { BUILT, chromiumPath, flagsOf, originOf } from './kit/flags.ts'
import { Person } from './kit/person.ts'
import { until } from './kit/until.ts'

/** A private window of a browser whose person let the extension into private windows: links wait for the office's word. */
const PAGE = 'http://www.qinghe.gov.cn/list.html'
const LINKS = ['a1', 'a2', 'a3'].map((name) => `http://www.qinghe.gov.cn/${name}.html`)

const profile = mkdtempSync(join(tmpdir(), 'duwang-private-'))
let server: Server
let running: Running
let person: Person
let asked: string[] = []

function launch(port: number): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    locale: 'zh-CN',
    ignoreDefaultArgs: ['--disable-extensions'],
    // private windows ask before they open an http page
    args: flagsOf({ extension: BUILT, language: 'zh-CN', port }).map((flag) => (flag.startsWith('--disable-features=') ? `${flag},HttpsFirstModeIncognito` : flag)),
  })
}

/** Does what the switch 「在无痕模式下启用」 on the browser's own page does; the extension starts with it at the next launch. */
async function letIntoPrivateWindows(context: BrowserContext): Promise<void> {
  const worker = await until(() => context.serviceWorkers()[0], () => 'no background', 20_000)
  const extensionId = originOf(worker.url()).split('/')[2]
  const page = await context.newPage()
  await page.goto('chrome://extensions/')
  await page.evaluate(async (id) => {
    const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: { updateExtensionConfiguration: (change: object, done: () => void) => void } } }).chrome
    await new Promise<void>((resolve) => developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true }, resolve))
  }, extensionId)
}

/** Opens the page in a private window and waits until the extension has read it there. */
async function openPrivately(): Promise<Page> {
  const desk = await person.desk()
  await desk.evaluate((url) => (globalThis as unknown as { chrome: { windows: { create: (of: object) => Promise<unknown> } } }).chrome.windows.create({ incognito: true, url }), PAGE)
  return until(() => running.context.pages().find((page) => page.url() === PAGE), () => `no private page: ${running.context.pages().map((page) => page.url()).join(' ')}`, 20_000)
}

const stored = async () => (await (await person.desk()).evaluate(readAll<LinkVerdict>, 'verdicts')).map(({ href }) => href)

beforeAll(async () => {
  server = createServer((request, response) => {
    const address = `http://${request.headers.host}${request.url}`.replace(/:\d+\//, '/')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (LINKS.includes(address)) asked.push(address)
    if (address === PAGE) response.end(`<!doctype html><html lang="zh-CN"><title>通知公告</title><h1>通知公告</h1><ul>${LINKS.map((href, at) => `<li><a href="${href}">第${at}条</a></li>`).join('')}</ul>`)
    else response.writeHead(LINKS.includes(address) ? 200 : 404).end('<!doctype html><title>护河</title><p>清晨的河堤上，护河员沿着步道向上游走去。</p>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const first = await launch(port)
  await letIntoPrivateWindows(first)
  await first.close()
  const context = await launch(port)
  running = { ...(await ready(context, false)), close: () => context.close() }
  person = new Person(running)
  // A window that the extension opens itself may be asked before the test's language reaches it.
  await person.speakChinese()
}, 120_000)

afterAll(async () => {
  await running?.close()
  rmSync(profile, { recursive: true, force: true })
  server?.closeAllConnections()
  server?.close()
})

test('nothing is asked for in a private window, and the page says so; once the office allows it, links are checked and nothing is kept', async () => {
  const refused = await openPrivately()
  await person.layer(refused).waitFor((text) => text.includes('无痕窗口里不检查链接'))
  expect(await person.glance(refused)).toMatchObject({ state: 'ready', links: { total: LINKS.length, done: 0 } })
  expect(asked).toEqual([])
  await refused.close()

  const desk = await person.desk()
  await desk.goto(running.own('ledger.html#/settings/links'))
  const allow = desk.getByRole('switch', { name: '在无痕窗口里也检查链接' })
  await allow.click()
  await expect.poll(() => allow.getAttribute('aria-checked')).toBe('true')
  const allowed = await person.settled(await openPrivately())
  expect(allowed.links).toMatchObject({ done: LINKS.length, alive: LINKS.length })
  expect([...new Set(asked)].sort()).toEqual(LINKS)
  expect(await stored()).toEqual([])
}, 90_000)

test('an ordinary window keeps what it found', async () => {
  for (const page of running.context.pages()) if (page.url() === PAGE) await page.close()
  await person.visit(await running.context.newPage(), PAGE)
  await expect.poll(async () => (await stored()).sort()).toEqual(LINKS)
}, 60_000)
