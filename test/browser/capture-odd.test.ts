import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bandColour, oddPages, OVER_PAGES, WORD } from './kit/capture-pages.ts'
import { found, layerFree, layerReady, newIssue, press } from './kit/capturing.ts'
import { servePages } from './kit/pages.ts'
import { session } from './kit/session.ts'
import { boxOfColour, columnOf, pixelsOf } from './kit/shot-pixels.ts'
import { until } from './kit/until.ts'

/** Pages that scroll, grow and stack in ways of their own: every row is in a whole picture once, and what is over the page can be framed and picked. */
const HOST = 'http://www.qinghe.gov.cn/'
const BANDS = 16
const whole = oddPages(BANDS)
const names = Array.from({ length: BANDS }, (_, n) => bandColour(n).join())
const over = Object.entries(OVER_PAGES)

const pages = { ...Object.fromEntries(Object.values(whole).map(({ page }, n) => [`www.qinghe.gov.cn/whole/${n}`, page])), ...Object.fromEntries(over.map(([, page], n) => [`www.qinghe.gov.cn/over/${n}`, page])) }
const { running, person } = await session(await servePages(pages))
let page: Page

beforeEach(async () => {
  page = await running.context.newPage()
})

afterEach(() => page.close())

const count = async () => (await person.issues()).length

describe('the whole of', () => {
  test.each(Object.entries(whole).map(([name, made], n) => ({ name, n, ...made })))('$name', async ({ n, shows, width = 1280 }) => {
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
    expect(await person.layer(page).text()).not.toContain('只截到')
    // A notice that came or went did so by the page's own doing.
    if (!/meanwhile/.test(expect.getState().currentTestName!)) await until(async () => (await found(page)) === was, () => 'the page was not left as it was found')
  })
})

describe('a place in', () => {
  test.each(over.map(([name], n) => ({ name, n })))('$name is framed and picked, which stays open', async ({ n }) => {
    await person.visit(page, `${HOST}over/${n}`)
    const desk = await person.desk()
    const was = await found(page)
    const { x, y, width, height } = await page.evaluate(() => document.querySelector('#word')!.getBoundingClientRect().toJSON() as DOMRect)
    let before = await count()
    await press(person, page, 'capture-region')
    await layerReady(page)
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 30, y + 20)
    await page.mouse.move(x + width, y + height)
    await page.mouse.up()
    await page.keyboard.press('Enter')
    const framed = await newIssue(person, before)
    const place = { x: 0, y: 0, width: Math.round(x + width) - Math.round(x), height: Math.round(y + height) - Math.round(y) }
    expect(await boxOfColour(desk, framed.shots[0]!.hash, WORD)).toEqual(place)
    before += 1
    await layerFree(page)
    await press(person, page, 'capture-element')
    await layerReady(page)
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.click(x + width / 2, y + height / 2)
    const picked = await newIssue(person, before)
    expect(picked.anchor?.selector).toBe('#word')
    expect(await boxOfColour(desk, picked.shots[0]!.hash, WORD)).toEqual(place)
    await page.locator('duwang-capture').waitFor({ state: 'detached' })
    expect(await found(page)).toBe(was)
  })
})
