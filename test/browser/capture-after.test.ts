import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Issue } from '../../utils/types/issue.ts'
import { PLACE_PAGE, WORD } from './kit/capture-pages.ts'
import { found, frame, layerFree, layerReady, newIssue, press } from './kit/capturing.ts'
import { servePages } from './kit/pages.ts'
import { session } from './kit/session.ts'
import { boxOfColour, pixelsOf } from './kit/shot-pixels.ts'
import { until } from './kit/until.ts'

/** Before and after: once a place is mended, a picture of it as it is now stands beside the one that was recorded, however it is taken. */
const URL = 'http://www.qinghe.gov.cn/place'
/** The place's colour once it is mended. */
const MENDED = '30,60,220'

const { running, person } = await session(await servePages({ 'www.qinghe.gov.cn/place': PLACE_PAGE }))
let page: Page
let desk: Page
let issue: Issue

beforeAll(async () => {
  page = await running.context.newPage()
}, 120_000)

beforeEach(async () => {
  await person.visit(page, URL)
  const before = (await person.issues()).length
  await press(person, page, 'record-page')
  issue = await newIssue(person, before)
  await page.evaluate((colour) => Object.assign(document.querySelector<HTMLElement>('#word')!.style, { background: `rgb(${colour})`, color: `rgb(${colour})` }), MENDED)
  desk = await person.desk()
  await desk.bringToFront()
  await desk.goto(running.own(`ledger.html#/issues/${issue.id}`))
  await desk.getByRole('button', { name: '补拍现在的页面' }).click()
})

const now = async () => (await person.issues()).find(({ id }) => id === issue.id)!

/** The second picture, once it stands; the first is what it was. */
async function after(timeout = 20_000) {
  const { shots } = await until(async () => {
    const issue = await now()
    return issue.shots.length === 2 && issue
  }, () => 'no second picture', timeout)
  expect(shots[0]).toEqual(issue.shots[0])
  expect(await boxOfColour(desk, shots[0]!.hash, WORD)).not.toBeNull()
  expect(await boxOfColour(desk, shots[1]!.hash, WORD)).toBeNull()
  return shots[1]!
}

test('by a frame: as large as it was drawn, with the place as it is now', async () => {
  await desk.getByRole('button', { name: '框选区域', exact: true }).click()
  await layerReady(page)
  const { x, y, width, height } = (await page.locator('#word').boundingBox())!
  await frame(page, { x: x - 20, y: y - 10, width: width + 50, height: height + 25 })
  const shot = await after()
  expect(shot).toMatchObject({ kind: 'region', role: 'after' })
  const picture = await pixelsOf(desk, shot.hash, [])
  expect([Math.abs(picture.width - width - 50), Math.abs(picture.height - height - 25)].every((off) => off <= 2)).toBe(true)
  const place = (await boxOfColour(desk, shot.hash, MENDED))!
  expect([place.x - 20, place.y - 10, place.width - width, place.height - height].map(Math.abs).every((off) => off <= 2), JSON.stringify(place)).toBe(true)
})

test('the whole page: from its head to its foot, and it is left as it was', async () => {
  const was = await found(page)
  const size = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollHeight])
  await desk.getByRole('button', { name: '整页', exact: true }).click()
  const shot = await after(40_000)
  expect(shot).toMatchObject({ kind: 'page', role: 'after' })
  const picture = await pixelsOf(desk, shot.hash, [])
  expect([picture.width, picture.height]).toEqual(size)
  const { x, y } = (await page.locator('#word').boundingBox())!
  const place = (await boxOfColour(desk, shot.hash, MENDED))!
  expect([place.x - x, place.y - y].map(Math.abs).every((off) => off <= 1)).toBe(true)
  await layerFree(page)
  await page.keyboard.press('Escape')
  await page.locator('duwang-capture').waitFor({ state: 'detached' })
  expect(await found(page)).toBe(was)
})

test('given up with Esc: one picture as before', async () => {
  await desk.getByRole('button', { name: '框选区域', exact: true }).click()
  await layerReady(page)
  await page.keyboard.press('Escape')
  await page.locator('duwang-capture').waitFor({ state: 'detached' })
  expect((await now()).shots).toEqual(issue.shots)
})
