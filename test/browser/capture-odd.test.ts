import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bandColour, NUMBER, WORD } from './kit/capture-pages.ts'
import { found, frame, layerFree, layerReady, newIssue, pick, press } from './kit/capturing.ts'
import { oddPages, OVER_PAGES, PERSONAL_PAGES, UNREAD_PAGE } from './kit/odd-pages.ts'
import { served, servePages } from './kit/pages.ts'
import { session } from './kit/session.ts'
import { boxOfColour, columnOf, pixelsOf } from './kit/shot-pixels.ts'
import { until } from './kit/until.ts'

/** Pages that scroll, grow and stack in ways of their own: every row is in a whole picture once, what is over the page can be framed and picked, and personal data is known where it is. */
const HOST = 'http://www.qinghe.gov.cn/'
const BANDS = 16
const whole = oddPages(BANDS)
const names = Array.from({ length: BANDS }, (_, n) => bandColour(n).join())

let goOn: (rest: string) => void
const rest = new Promise<string>((resolve) => (goOn = resolve))
const pages = { 'www.qinghe.gov.cn/slow': { body: UNREAD_PAGE, rest }, ...served('whole', Object.values(whole).map(({ page }) => page)), ...served('over', Object.values(OVER_PAGES)), ...served('personal', Object.values(PERSONAL_PAGES)) }
const { running, person } = await session(await servePages(pages))
let page: Page

beforeEach(async () => {
  page = await running.context.newPage()
})

afterEach(() => page.close())

const count = async () => (await person.issues()).length

describe('the whole of', () => {
  test.each(Object.entries(whole).map(([name, made], n) => ({ name, n, ...made })))('$name', async ({ name, n, shows, width = 1280, cut = false }) => {
    await person.visit(page, `${HOST}whole/${n}`)
    await page.evaluate(() => {
      scrollTo({ top: 120, behavior: 'instant' })
      for (const box of [document.body, document.querySelector('.box')]) box?.scrollTo({ top: 90, behavior: 'instant' })
    })
    const [before, was] = [await count(), await found(page)]
    await press(person, page, 'capture-page')
    const { shots } = await newIssue(person, before, 30_000)
    const desk = await person.desk()
    expect(await columnOf(desk, shots[0]!.hash, 700, names)).toBe(shows)
    expect((await pixelsOf(desk, shots[0]!.hash, [])).width).toBe(width)
    await person.layer(page).waitFor((text) => text.includes('已记录'))
    expect((await person.layer(page).text()).includes('只截到')).toBe(cut)
    // A notice that came or went did so by the page's own doing.
    if (!name.endsWith('meanwhile')) await until(async () => (await found(page)) === was, () => 'the page was not left as it was found')
  })
})

describe('a place in', () => {
  test.each(Object.keys(OVER_PAGES).map((name, n) => ({ name, n })))('$name is framed and picked, which stays open', async ({ name, n }) => {
    await person.visit(page, `${HOST}over/${n}`)
    if (name === 'what fills the screen') {
      await page.mouse.click(5, 5)
      await page.waitForFunction(() => document.fullscreenElement !== null)
    }
    const desk = await person.desk()
    const was = await found(page)
    const { x, y, width, height } = await page.evaluate(() => document.querySelector('#word')!.getBoundingClientRect().toJSON() as DOMRect)
    let before = await count()
    await press(person, page, 'capture-region')
    await layerReady(page)
    await frame(page, { x, y, width, height })
    const framed = await newIssue(person, before)
    const place = { x: 0, y: 0, width: Math.round(x + width) - Math.round(x), height: Math.round(y + height) - Math.round(y) }
    expect(await boxOfColour(desk, framed.shots[0]!.hash, WORD)).toEqual(place)
    before += 1
    await layerFree(page)
    await press(person, page, 'capture-element')
    await layerReady(page)
    await pick(page, { x, y, width, height })
    const picked = await newIssue(person, before)
    expect(picked.anchor?.selector).toBe('#word')
    expect(await boxOfColour(desk, picked.shots[0]!.hash, WORD)).toEqual(place)
    await page.locator('duwang-capture').waitFor({ state: 'detached' })
    expect(await found(page)).toBe(was)
    // What is said of it can be read and pressed over all of that, and also when that is closed meanwhile.
    const layer = person.layer(page)
    await layer.click('撤销')
    await layer.waitFor((text) => text.includes('已撤销'))
    expect((await person.issues()).find(({ id }) => id === picked.id)?.deletedAt).not.toBeNull()
    // A menu of the page's own hears every click in the window.
    if (name !== 'a menu of the page') expect(await found(page)).toBe(was)
    await page.evaluate(() => {
      document.querySelector('dialog')?.close()
      document.querySelector<HTMLElement>('div[popover]')?.hidePopover()
      return document.fullscreenElement && document.exitFullscreen()
    })
    await layer.click('关闭')
    await page.locator('html > duwang-layer:not([popover])').waitFor({ state: 'attached' })
  })
})

describe('a number of a person that', () => {
  /** All of its pixels are where it is known to be, so that they are covered in what is handed out. */
  async function isKnown(before: number, numbers: number): Promise<void> {
    const { shots } = await newIssue(person, before, 30_000)
    const { hash, personal = [] } = shots[0]!
    expect(personal).toHaveLength(numbers)
    const desk = await person.desk()
    expect(await boxOfColour(desk, hash, NUMBER)).not.toBeNull()
    expect(await boxOfColour(desk, hash, NUMBER, personal)).toBeNull()
  }
  const visit = async (name: keyof typeof PERSONAL_PAGES) => person.visit(page, `${HOST}personal/${Object.keys(PERSONAL_PAGES).indexOf(name)}`)

  test('is glided to is in the picture, with its place', async () => {
    const { findings } = await visit('is glided to')
    const before = await count()
    await person.record(page, findings.find(({ check }) => check.startsWith('wording/privacy/'))!)
    await isKnown(before, 1)
    const { x, y, width, height } = await page.evaluate(() => document.querySelector('span')!.getBoundingClientRect().toJSON() as DOMRect)
    const { hash, outlines: [outline] } = (await newIssue(person, before)).shots[0]!
    expect([outline!.x - x, outline!.y - y, outline!.width - width, outline!.height - height].map(Math.abs).every((off) => off <= 9), JSON.stringify([outline, x, y, width, height])).toBe(true)
    // Our mark on these words is not in the picture, and stands again.
    expect(await boxOfColour(await person.desk(), hash, NUMBER)).toMatchObject({ width: Math.round(width), height: Math.round(height) })
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(1)
  })

  test('comes to a page that never rests', async () => {
    await visit('comes to a page that never rests')
    // Such a page is read more and more seldom.
    await page.evaluate(() => (globalThis as unknown as { next: () => void }).next())
    const before = await count()
    await press(person, page, 'record-page')
    await isKnown(before, 1)
  })

  test('comes while the page is walked over', async () => {
    await visit('comes while the page is walked over')
    const before = await count()
    await press(person, page, 'capture-page')
    await isKnown(before, 4)
  })

  test('stands in a fixed head is covered where that is shown, and nothing else is', async () => {
    await visit('stands in a fixed head')
    const before = await count()
    await press(person, page, 'capture-page')
    await isKnown(before, 1)
  })

  test('was not read yet when the picture was asked for', async () => {
    const before = await count()
    await page.bringToFront()
    await page.goto(`${HOST}personal/${Object.keys(PERSONAL_PAGES).indexOf('was not read yet')}`, { waitUntil: 'commit' })
    await until(() => person.glance(page), () => 'nothing of ours came')
    await press(person, page, 'record-page')
    await isKnown(before, 1)
  })

  test('stands in a page that is still coming is known when all of it is there, and else it is said that nobody has looked', async () => {
    const before = await count()
    await page.bringToFront()
    await page.goto(`${HOST}slow`, { waitUntil: 'commit' })
    await page.locator('span').waitFor()
    await press(person, page, 'record-page')
    const { shots } = await newIssue(person, before)
    expect(shots[0]!.personal).toBeUndefined()
    const worker = await running.worker()
    const title = () => worker.evaluate(async (url) => chrome.action.getTitle({ tabId: (await chrome.tabs.query({ url }))[0]!.id! }), page.url())
    await until(async () => (await title()).includes('没有查过'), () => 'nothing was said of it')
    await press(person, page, 'record-page')
    goOn('<p>完</p></body></html>')
    await isKnown(before + 1, 1)
    expect(await title()).not.toContain('没有查过')
  })
})
