import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { BAND, bandColour, bandPicture, bandsPage, citizenNumber, formPage, NUMBER, personalPage, PLACE_PAGE, WORD } from './kit/capture-pages.ts'
import { allStored, frame, layerFree, layerReady, newIssue, pick, press, zoomTo } from './kit/capturing.ts'
import { servePages } from './kit/pages.ts'
import { session } from './kit/session.ts'
import { boxOfColour, pixelsOf } from './kit/shot-pixels.ts'

/** The same on a screen that has two pixels to a CSS pixel. */
const DENSITY = 2

const { running, person } = await session(await servePages({ 'www.qinghe.gov.cn/place': PLACE_PAGE, 'www.qinghe.gov.cn/bands': bandsPage(10), 'www.qinghe.gov.cn/personal': personalPage(citizenNumber('37019919850101003')), 'www.qinghe.gov.cn/form': formPage(citizenNumber('37019919850101003'), '13912345678', '6217021234567890128') }, bandPicture), { density: DENSITY })
let page: Page

beforeAll(async () => {
  page = await running.context.newPage()
}, 120_000)

test.each([0.8, 1, 1.5])('at zoom %s outline, frame and picture fit to the pixel', async (zoom) => {
  const ratio = zoom * DENSITY
  await person.visit(page, 'http://www.qinghe.gov.cn/place')
  await zoomTo(person, page, zoom, DENSITY)
  const desk = await person.desk()
  let before = (await person.issues()).length
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('#word')!))
  await press(person, page, 'record-page')
  const { shots } = await newIssue(person, before)
  const { x, width, y, height } = shots[0]!.outlines[0]!
  const word = (await boxOfColour(desk, shots[0]!.hash, WORD))!
  const off = [x - (word.x - 4 * ratio), width - (word.width + 8 * ratio), y + height / 2 - (word.y + word.height / 2)]
  expect(off.map(Math.abs).every((pixels) => pixels <= 3), off.join()).toBe(true)

  before += 1
  await press(person, page, 'capture-element')
  await layerReady(page)
  await pick(page, await page.evaluate(() => document.querySelector('#word')!.getBoundingClientRect().toJSON() as DOMRect))
  const picked = await newIssue(person, before)
  expect(await boxOfColour(desk, picked.shots[0]!.hash, WORD)).toEqual({ x: 0, y: 0, width: word.width, height: word.height })
})

test.each([0.8, 1.5])('at zoom %s personal data is known to the pixel, in a window and in a whole page', async (zoom) => {
  await person.visit(page, 'http://www.qinghe.gov.cn/personal')
  await zoomTo(person, page, zoom, DENSITY)
  await page.evaluate(() => document.querySelector('i')!.scrollIntoView({ block: 'center' }))
  const desk = await person.desk()
  for (const command of ['record-page', 'capture-page']) {
    const before = (await person.issues()).length
    await press(person, page, command)
    const { hash, personal } = (await newIssue(person, before, 30_000)).shots[0]!
    const number = (await boxOfColour(desk, hash, NUMBER))!
    expect(await boxOfColour(desk, hash, NUMBER, personal)).toBeNull()
    const [area] = personal!
    // No more than the line that it stands on.
    expect([personal!.length, area!.width - number.width <= 2, area!.height - number.height <= 8 * zoom * DENSITY]).toEqual([1, true, true])
    await layerFree(page)
  }
})

test.each([1, 1.5])('at zoom %s what is typed into fields is covered where it is personal data, in a window, a region and a whole page', async (zoom) => {
  await person.visit(page, 'http://www.qinghe.gov.cn/form')
  await zoomTo(person, page, zoom, DENSITY)
  const desk = await person.desk()
  for (const [command, fields] of [['record-page', 2], ['capture-region', 2], ['capture-page', 5]] as const) {
    const before = (await person.issues()).length
    await press(person, page, command)
    if (command === 'capture-region') {
      await layerReady(page)
      await frame(page, { x: 5, y: 5, width: 480, height: 300 })
    }
    const { hash, personal = [] } = (await newIssue(person, before, 30_000)).shots[0]!
    // Each field to its edge, and nothing else.
    expect(await boxOfColour(desk, hash, NUMBER)).not.toBeNull()
    expect(await boxOfColour(desk, hash, NUMBER, personal)).toBeNull()
    expect(personal).toHaveLength(fields)
    await layerFree(page)
  }
  expect(await allStored(desk)).not.toContain('13912345678')
})

test('a whole page has all its pixels', async () => {
  await person.visit(page, 'http://www.qinghe.gov.cn/bands')
  await zoomTo(person, page, 1, DENSITY)
  const before = (await person.issues()).length
  await press(person, page, 'capture-page')
  const { shots } = await newIssue(person, before, 30_000)
  const at = [5, 6, 7, 9].flatMap((n) => [[700, (n * BAND + 20) * 2], [700, (n * BAND + 20 + BAND) * 2 - 1]] as const)
  const { width, height, colours } = await pixelsOf(await person.desk(), shots[0]!.hash, at)
  expect([width, height]).toEqual([2560, (10 * BAND + 20) * 2])
  expect(colours).toEqual([5, 6, 7, 9].flatMap((n) => [bandColour(n).join(), bandColour(n).join()]))
})
