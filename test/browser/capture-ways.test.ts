import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Evidence } from '../../utils/types/evidence.ts'
import type { CaptureKind } from '../../utils/types/capture.ts'
import { bandPicture, bandsPage, PLACE_PAGE } from './kit/capture-pages.ts'
import { found, layerFree, layerReady, newIssue, press } from './kit/capturing.ts'
import { readAll } from './kit/database.ts'
import { Layer } from './kit/layer.ts'
import { servePages } from './kit/pages.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/** Popup, context menu, shortcut and the page's own buttons lead to the same pictures; where the browser allows none, that is said. */
const HOST = 'http://www.qinghe.gov.cn/'
const KINDS = ['region', 'element', 'page'] as const
/** A page with a finding of its own, so that its panel has something to record. */
const WRONG_PAGE = PLACE_PAGE.replace('后面的话', '后面的话，中华人名共和国').replace('<p style', '<button id="own">自己的按钮</button><p style')

const { running, person } = await session(await servePages(
  {
    'www.qinghe.gov.cn/place': WRONG_PAGE,
    'www.qinghe.gov.cn/bands': bandsPage(12),
    'www.qinghe.gov.cn/long': bandsPage(60),
    'www.qinghe.gov.cn/longest': bandsPage(400),
    'www.qinghe.gov.cn/moved': { status: 302, body: '', headers: { Location: '/dated' } },
    'www.qinghe.gov.cn/dated': { body: PLACE_PAGE, headers: { 'Last-Modified': 'Thu, 01 Oct 2026 08:30:00 GMT' } },
    'www.qinghe.gov.cn/gone': { body: PLACE_PAGE, status: 404 },
  },
  bandPicture,
))
let page: Page

beforeEach(async () => {
  page = await running.context.newPage()
})

afterEach(() => page.close())

const count = async () => (await person.issues()).length

/** Chooses an entry of the context menu, as the browser tells of it: headless draws no menu. */
async function choose(id: string, given: Record<string, unknown> = {}): Promise<void> {
  const worker = await running.worker()
  await worker.evaluate(
    async ({ id, given, url }) => chrome.contextMenus.onClicked.dispatch({ menuItemId: id, editable: false, pageUrl: url, ...given }, (await chrome.tabs.query({ url }))[0]),
    { id, given, url: page.url() },
  )
}

/** What of the place a person shows when the layer asks. */
async function show(kind: CaptureKind): Promise<void> {
  if (kind === 'page') return
  await layerReady(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

describe.each(KINDS)('%s', (kind) => {
  beforeEach(() => person.visit(page, `${HOST}place`))

  test('by shortcut, context menu and popup', async () => {
    let before = await count()
    await press(person, page, `capture-${kind}`)
    await show(kind)
    expect((await newIssue(person, before)).shots).toMatchObject([{ kind }])

    before += 1
    await layerFree(page)
    await choose(`capture-${kind}`)
    await show(kind)
    expect((await newIssue(person, before)).shots).toMatchObject([{ kind }])

    before += 1
    await layerFree(page)
    const popup = await person.popup(page)
    const name = { region: '框选区域', element: '点选元素', page: '整页' }[kind]
    await popup.getByRole('button', { name, exact: true }).waitFor()
    await page.bringToFront()
    await until(() => popup.getByRole('button', { name, exact: true }).isEnabled(), () => 'the button stayed disabled')
    // A popup over the page has no tab of its own to come to the front.
    await popup.getByRole('button', { name, exact: true }).evaluate((button: HTMLElement) => button.click())
    await show(kind)
    expect((await newIssue(person, before)).shots).toMatchObject([{ kind }])
    await popup.close().catch(() => undefined)
  })
})

test('the menu has an entry for each, and every shortcut is in the list of the browser', async () => {
  const worker = await running.worker()
  const there = await worker.evaluate((ids) => Promise.all(ids.map((id) => chrome.contextMenus.update(id, {}).then(() => id, String))), ['record', ...KINDS.map((kind) => `capture-${kind}`)])
  expect(there).toEqual(['record', 'capture-region', 'capture-element', 'capture-page'])
  const commands = await worker.evaluate(() => chrome.commands.getAll())
  expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['record-page', ...KINDS.map((kind) => `capture-${kind}`)]))
})

test('再拍一张 in the page by keys alone: Esc gives the keyboard back, and each kind is one more picture of the same issue', async () => {
  const { findings } = await person.visit(page, `${HOST}place`)
  const before = await count()
  await person.record(page, findings[0]!)
  const { id, number } = await newIssue(person, before)
  const layer = person.layer(page)
  const shots = async () => (await person.issues()).find((one) => one.id === id)!.shots
  const at = (words: string) => until(async () => (await layer.focused()).includes(words), () => `the keyboard is not at ${words}`)
  await layer.click('再拍一张')
  await at('可见部分')
  await page.keyboard.press('Escape')
  await at('再拍一张')
  const begin = async (steps: number) => {
    await page.keyboard.press('Enter')
    await at('可见部分')
    for (let step = 0; step < steps; step++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
  }
  // Given up: the button that led here has the keyboard again.
  await begin(1)
  await layerReady(page)
  await page.keyboard.press('Escape')
  await page.locator('duwang-capture').waitFor({ state: 'detached' })
  await at('再拍一张')
  for (const [nth, kind] of (['visible', ...KINDS] as const).entries()) {
    // Another look each time: the same picture twice is one.
    await page.evaluate((nth) => document.querySelector('#own')!.append(String(nth)), nth)
    await begin(nth)
    if (kind !== 'visible') await show(kind)
    await until(async () => (await shots()).length === nth + 2, () => `no picture of ${kind}`)
    await layer.waitFor((text) => text.includes(`第 ${number} 号问题已补上`))
    await at('再拍一张')
  }
  // What has not changed since is not stored twice, and that is said.
  await begin(0)
  await until(async () => (await shots()).length === 6, () => 'no picture of what has changed')
  await at('再拍一张')
  await begin(0)
  await layer.waitFor((text) => text.includes(`第 ${number} 号已有一张完全相同的截图`))
  expect((await shots()).map(({ kind }) => kind ?? 'visible')).toEqual(['visible', 'visible', 'region', 'element', 'page', 'visible'])
  expect(await count()).toBe(before + 1)
})

test('the page keeps its own focus and selection through choosing, Esc and Enter', async () => {
  await person.visit(page, `${HOST}place`)
  await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector('#word')!)
    document.querySelector<HTMLElement>('#own')!.focus()
  })
  const was = await found(page)
  const selected = () => page.evaluate(() => String(getSelection()))
  for (const [kind, key] of [['region', 'Escape'], ['element', 'Escape'], ['region', 'Enter'], ['element', 'Enter']] as const) {
    const before = await count()
    await press(person, page, `capture-${kind}`)
    await layerReady(page)
    // What the page takes of the keyboard meanwhile comes back.
    await page.evaluate(() => document.querySelector<HTMLElement>('#own')!.focus())
    await until(async () => (await new Layer(page, 'DUWANG-CAPTURE').focused()) !== '', () => 'the keyboard stayed with the page')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(key)
    if (key === 'Enter') await newIssue(person, before)
    await page.locator('duwang-capture').waitFor({ state: 'detached' })
    expect(await found(page), `${kind} ${key}`).toBe(was)
    expect(await selected()).toBe('错字在此')
  }
})

test('by keys the buttons of frame and walk are reached and pressed', async () => {
  await person.visit(page, `${HOST}long`)
  const before = await count()
  const bar = new Layer(page, 'DUWANG-CAPTURE')
  await press(person, page, 'capture-region')
  await layerReady(page)
  await page.keyboard.press('ArrowDown')
  const tabTo = async (words: string) => {
    await until(() => bar.count(words), () => `no ${words}`)
    for (let at = 0; at < 6 && (await bar.focused()) !== words; at++) await page.keyboard.press('Tab')
    expect(await bar.focused()).toBe(words)
  }
  await tabTo('重选')
  await page.keyboard.press('Enter')
  await until(async () => (await bar.parts('capture-bar')) === 0 && (await bar.focused()).includes('Esc'), () => 'the frame has not got the keyboard')
  await page.keyboard.press('ArrowDown')
  await tabTo('截取')
  await page.keyboard.press('Enter')
  expect((await newIssue(person, before)).shots).toMatchObject([{ kind: 'region' }])
  await layerFree(page)
  // so long that nobody who presses keys is late
  await person.visit(page, `${HOST}longest`)
  await press(person, page, 'capture-page')
  await until(() => bar.count('到此为止'), () => 'no bar')
  await tabTo('取消')
  await page.keyboard.press('Enter')
  await page.locator('duwang-capture').waitFor({ state: 'detached' })
  expect(await count()).toBe(before + 1)
})

describe('where the browser allows no picture', () => {
  test.each([
    ['a page of the browser', 'chrome://version/'],
    ['an empty tab', 'about:blank'],
    ['a page of ours', 'popup.html'],
    ['the source of a page', `view-source:${HOST}place`],
  ])('%s: every way says so in a sentence and records nothing', async (_, url) => {
    await page.goto(url.includes(':') ? url : running.own(url))
    await page.bringToFront()
    const before = await count()
    const worker = await running.worker()
    const state = async () => {
      const [tab] = await worker.evaluate(() => chrome.tabs.query({ active: true, lastFocusedWindow: true }))
      const id = tab!.id!
      return { id, title: await worker.evaluate((tabId) => chrome.action.getTitle({ tabId }), id), text: await worker.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), id) }
    }
    const { id } = await state()
    for (const command of ['record-page', ...KINDS.map((kind) => `capture-${kind}`)]) {
      await worker.evaluate(async (tabId) => {
        await chrome.action.setBadgeText({ tabId, text: '' })
        await chrome.action.setTitle({ tabId, title: '' })
      }, id)
      await worker.evaluate(async ({ id, command }) => chrome.commands.onCommand.dispatch(command, await chrome.tabs.get(id)), { id, command })
      await until(async () => (await state()).text === '!', () => `nothing was said of ${command}`)
      expect((await state()).title).toContain('浏览器不允许扩展读取和截取这个页面')
    }
    expect(await count()).toBe(before)
  })
})

describe('what the browser tells of the load', () => {
  test.each([
    ['dated', { status: 200, lastModified: '2026-10-01T08:30:00.000Z' }],
    ['place', { status: 200, lastModified: null }],
    ['gone', { status: 404, lastModified: null }],
    ['moved', { url: `${HOST}dated`, status: 200, lastModified: '2026-10-01T08:30:00.000Z' }],
  ])('%s', async (path, told) => {
    await person.visit(page, HOST + path)
    expect(await lookNow()).toMatchObject(told)
  })

  test('is not said of an address that the page put into the bar itself', async () => {
    await person.visit(page, `${HOST}dated`)
    await page.evaluate(() => {
      history.pushState(null, '', '/dated?page=2')
      document.querySelector('p')!.textContent = '第二页的内容。'
    })
    await until(async () => (await person.glance(page))?.url.endsWith('page=2'), () => 'never read again')
    expect(await lookNow()).toMatchObject({ url: `${HOST}dated?page=2`, status: null, lastModified: null })
  })

  async function lookNow() {
    const before = await count()
    await press(person, page, 'record-page')
    const { id } = await newIssue(person, before)
    return (await (await person.desk()).evaluate(readAll<Evidence>, 'evidence')).find(({ issueId }) => issueId === id)!.looks[0]!
  }
})
