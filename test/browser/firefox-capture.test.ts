import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Evidence } from '../../utils/types/evidence.ts'
import { BAND, bandColour, bandPicture, bandsPage, PLACE_PAGE, WORD } from './kit/capture-pages.ts'
import { readAll } from './kit/database.ts'
import { FirefoxPerson, pressOn } from './kit/firefox-person.ts'
import { firefoxPath, launchFirefox, type Fox } from './kit/firefox.ts'
import { oddPages, OVER_PAGES } from './kit/odd-pages.ts'
import { served, servePages, type PagesServer } from './kit/pages.ts'
import { boxOfColour, columnOf, pixelsOf } from './kit/shot-pixels.ts'
import { until } from './kit/until.ts'

/** Region, element and whole page in a real Firefox, by the context menu and by keys; the editor; and what Firefox cannot. */
const HOST = 'http://www.qinghe.gov.cn/'
const BANDS = 20
const odd = oddPages(BANDS)
const names = Array.from({ length: BANDS }, (_, n) => bandColour(n).join())
const path = firefoxPath()

let server: PagesServer
let fox: Fox
let person: FirefoxPerson

describe.skipIf(path === null)('Firefox', () => {
  beforeAll(async () => {
    server = await servePages(
      { 'www.qinghe.gov.cn/place': { body: PLACE_PAGE, headers: { 'Last-Modified': 'Thu, 01 Oct 2026 08:30:00 GMT' } }, 'www.qinghe.gov.cn/bands': bandsPage(BANDS), ...served('whole', Object.values(odd).map(({ page }) => page)), ...served('over', Object.values(OVER_PAGES)) },
      bandPicture,
    )
    fox = await launchFirefox(path!, server.port)
    await pressOn(fox.desk, '中文')
    person = new FirefoxPerson(fox, await fox.browser.newPage())
  })

  afterAll(async () => {
    await fox?.close()
    await server?.close()
  })

  beforeEach(async () => {
    await person.visit(`${HOST}place`)
  })

  /** Asks for a picture as the popup does. */
  async function begin(kind: string): Promise<void> {
    const tabId = await person.tabId()
    await fox.desk.evaluate(
      async ({ kind, tabId }) => {
        const { browser } = globalThis as unknown as { browser: typeof chrome }
        const answer = (await browser.runtime.sendMessage({ to: 'background', name: 'shot.begin', data: { kind, tabId, target: { kind: 'page' }, addTo: null } })) as { ok: boolean }
        if (!answer.ok) throw new Error(JSON.stringify(answer))
      },
      { kind, tabId },
    )
    if (kind !== 'page') await person.page.waitForSelector('duwang-capture')
  }

  async function newest(before: number) {
    await until(async () => (await person.issues()).length > before, () => 'nothing was recorded', 30_000)
    return (await person.issues()).at(-1)!
  }
  const count = async () => (await person.issues()).length
  const desk = () => fox.desk as unknown as Parameters<typeof pixelsOf>[0]
  const place = () => person.page.evaluate(() => {
    const { x, y, width, height } = document.querySelector('#word')!.getBoundingClientRect()
    return { x, y, width, height }
  })

  test('a frame and an element are cut to the pixel, with what the browser tells of the load', async () => {
    const { x, y, width, height } = await place()
    let before = await count()
    await begin('region')
    const { mouse, keyboard } = person.page
    await mouse.move(x, y)
    await mouse.down()
    await mouse.move(x + 30, y + 20)
    await mouse.move(x + width, y + height)
    await mouse.up()
    await keyboard.press('Enter')
    const framed = await newest(before)
    expect(framed.shots).toMatchObject([{ kind: 'region' }])
    const wide = Math.round(x + width) - Math.round(x)
    const high = Math.round(y + height) - Math.round(y)
    expect(await boxOfColour(desk(), framed.shots[0]!.hash, WORD)).toEqual({ x: 0, y: 0, width: wide, height: high })
    const { looks } = (await fox.desk.evaluate(readAll<Evidence>, 'evidence')).find(({ issueId }) => issueId === framed.id)!
    expect(looks).toMatchObject([{ url: `${HOST}place`, status: 200, lastModified: '2026-10-01T08:30:00.000Z', zoom: 1 }])
    expect(looks[0]!.browser).toContain('Firefox')

    before += 1
    await begin('element')
    await mouse.move(x + width / 2, y + height / 2)
    await mouse.click(x + width / 2, y + height / 2)
    expect(await newest(before)).toMatchObject({ anchor: { selector: '#word' }, shots: [{ kind: 'element', hash: framed.shots[0]!.hash }] })
  })

  test('Esc leaves nothing, and the page where it was', async () => {
    const before = await count()
    for (const kind of ['region', 'element']) {
      await begin(kind)
      await person.page.keyboard.press('ArrowDown')
      await person.page.keyboard.press('Escape')
      await until(() => person.page.evaluate(() => !document.querySelector('duwang-capture') && scrollY === 0), () => `${kind} stayed`)
    }
    expect(await count()).toBe(before)
  })

  test('a whole page is put together from its bands, and is as it was found', async () => {
    await person.visit(`${HOST}bands`)
    await person.page.evaluate(() => scrollTo(0, 222))
    const before = await count()
    await begin('page')
    const { shots } = await newest(before)
    const at = [5, 8, 13, 19].map((n) => [700, n * BAND + 20 + 50] as const)
    const { width, height, colours } = await pixelsOf(desk(), shots[0]!.hash, at)
    expect(width).toBeGreaterThan(1200)
    expect(height).toBe(BANDS * BAND + 20)
    expect(colours).toEqual([5, 8, 13, 19].map((n) => bandColour(n).join()))
    await until(() => person.page.evaluate(() => scrollY === 222 && !document.querySelector('duwang-capture')), () => 'not as it was found')
    expect(await person.page.evaluate(() => document.querySelector('.head')!.getAttribute('style'))).toBe('color: red')
  })

  // The others differ in nothing that is the browser's.
  const FEW = ['a body that scrolls itself', 'rows that fade and move in', 'wide, from right to left', 'drawn larger as a whole']
  test.each(Object.entries(odd).map(([name, made], n) => ({ name, n, ...made })).filter(({ name }) => FEW.includes(name)))('every row once: $name', async ({ n, shows }) => {
    await person.visit(`${HOST}whole/${n}`)
    const before = await count()
    await begin('page')
    const { shots } = await newest(before)
    expect(await columnOf(desk(), shots[0]!.hash, 700, names)).toBe(shows)
    await until(() => person.page.evaluate(() => !document.querySelector('duwang-capture')), () => 'the layer stayed')
  })

  test.each(Object.keys(OVER_PAGES).map((name, n) => ({ name, n })).filter(({ name }) => name === 'a dialog' || name === 'a menu of the browser'))('$name is framed and picked', async ({ n }) => {
    await person.visit(`${HOST}over/${n}`)
    const { x, y, width, height } = await place()
    const { mouse, keyboard } = person.page
    for (const kind of ['region', 'element'] as const) {
      const before = await count()
      await begin(kind)
      await mouse.move(x + (kind === 'region' ? 0 : 20), y + (kind === 'region' ? 0 : 10))
      if (kind === 'region') {
        await mouse.down()
        await mouse.move(x + 30, y + 20)
        await mouse.move(x + width, y + height)
        await mouse.up()
        await keyboard.press('Enter')
      } else await mouse.click(x + 20, y + 10)
      const { shots } = await newest(before)
      const seen = (await boxOfColour(desk(), shots[0]!.hash, WORD))!
      expect([seen.x, seen.y, seen.width - width, seen.height - height].every((off) => Math.abs(off) <= 1), `${kind} ${JSON.stringify(seen)}`).toBe(true)
      await until(() => person.page.evaluate(() => !document.querySelector('duwang-capture')), () => 'the layer stayed')
    }
  })

  test('in the editor a cover is placed by keys; the covered picture replaces the old one', async () => {
    const [issue] = await person.issues()
    const old = issue!.shots[0]!.hash
    await fox.desk.bringToFront()
    await fox.desk.evaluate((id) => {
      location.hash = `#/issues/${id}/mark`
    }, issue!.id)
    await fox.desk.waitForSelector('.editor-sheet img')
    const stored = async () => (await person.issues()).find(({ id }) => id === issue!.id)!.shots[0]!
    const { keyboard } = fox.desk
    const save = async () => {
      await keyboard.down('Control')
      await keyboard.press('s')
      await keyboard.up('Control')
    }
    await keyboard.press('c')
    await keyboard.press('Enter')
    await save()
    await pressOn(fox.desk, '遮盖并保存')
    await until(async () => (await stored()).covered === true, () => 'not covered')
    expect((await stored()).hash).not.toBe(old)
    expect((await person.shots()).map(({ hash }) => hash)).toContain((await stored()).hash)
  })

  test('no page can be saved whole here, and the ledger says so', async () => {
    const [issue] = await person.issues()
    await fox.desk.evaluate((id) => {
      location.hash = `#/issues/${id}`
    }, issue!.id)
    const summary = await fox.desk.waitForSelector('details.evidence > summary')
    await summary!.click()
    await until(() => fox.desk.evaluate(() => document.querySelector('.evidence')!.textContent!.includes('不能')), () => 'nothing was said')
    expect(await fox.desk.evaluate(() => [...document.querySelectorAll('.evidence button')].some((button) => button.textContent === '保存整个网页'))).toBe(false)
  })
})
