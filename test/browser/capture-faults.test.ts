import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BAND, bandColour, bandPicture, bandsPage, PLACE_PAGE } from './kit/capture-pages.ts'
import { allStored, found, layerFree, layerReady, newIssue, press, walkHalf } from './kit/capturing.ts'
import { fillDisk } from './kit/full-disk.ts'
import { Layer } from './kit/layer.ts'
import { servePages } from './kit/pages.ts'
import { session } from './kit/session.ts'
import { pixelsOf } from './kit/shot-pixels.ts'
import { until } from './kit/until.ts'

/** What can go wrong while a long picture is taken: a sentence, nothing half-stored, and the page as it was. */
const HOST = 'http://www.qinghe.gov.cn/'
const BANDS = 30
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 2000]>>endobj\ntrailer<</Root 1 0 R>>\n'

const pages = { 'www.qinghe.gov.cn/bands': bandsPage(BANDS), 'www.qinghe.gov.cn/bands?2': bandsPage(BANDS), 'www.qinghe.gov.cn/place': PLACE_PAGE, 'www.qinghe.gov.cn/notice.pdf': { body: PDF, type: 'application/pdf' } }
const { running, person } = await session(await servePages(pages, bandPicture))
let page: Page

beforeEach(async () => {
  page = await running.context.newPage()
  await person.visit(page, `${HOST}bands`)
})

afterEach(() => page.close())

const count = async () => (await person.issues()).length
const stored = async () => allStored(await person.desk())

test('the disk is full when the walk is over: a sentence, nothing stored of it, and the page as it was', async () => {
  const [before, was] = [await stored(), await found(page)]
  const goOn = await walkHalf(person, page)
  const mendDisk = await fillDisk(running)
  await goOn()
  await new Layer(page, 'DUWANG-CAPTURE').waitFor((text) => text.includes('磁盘空间不足'), 30_000)
  expect(await stored()).toBe(before)
  await page.keyboard.press('Escape')
  await page.locator('duwang-capture').waitFor({ state: 'detached' })
  expect(await found(page)).toBe(was)
  await mendDisk()
})

test('room runs out for the picture alone: the words are recorded without it, and that is said', async () => {
  const before = await count()
  const mendDisk = await fillDisk(running, 'shots')
  await press(person, page, 'capture-page')
  const { shots, number } = await newIssue(person, before, 30_000)
  expect(shots).toEqual([])
  await person.layer(page).waitFor((text) => text.includes(`已记录 第 ${number} 号，但没有存截图`))
  await mendDisk()
})

test('two tabs at once: the one that goes to the back says so and leaves nothing, the other is whole', async () => {
  const before = await count()
  const was = await found(page)
  const goOn = await walkHalf(person, page)
  const other = await running.context.newPage()
  await person.visit(other, `${HOST}bands?2`)
  await goOn()
  await press(person, other, 'capture-page')
  const { url, shots } = await newIssue(person, before, 40_000)
  expect(url).toBe(`${HOST}bands?2`)
  const { height, colours } = await pixelsOf(await person.desk(), shots[0]!.hash, [[700, 6 * BAND + 30], [700, 28 * BAND + 30]])
  expect([height, ...colours]).toEqual([BANDS * BAND + 20, bandColour(6).join(), bandColour(28).join()])
  await other.close()
  await page.bringToFront()
  await new Layer(page, 'DUWANG-CAPTURE').waitFor((text) => text.includes('页面被切到后台，没有拍到'))
  await page.keyboard.press('Escape')
  await page.locator('duwang-capture').waitFor({ state: 'detached' })
  expect(await found(page)).toBe(was)
  expect(await count()).toBe(before + 1)
})

test('two windows at once share what the browser allows in a second, and both are whole', async () => {
  const before = await count()
  const opened = running.context.waitForEvent('page')
  await (await running.worker()).evaluate((url) => (chrome as unknown as { windows: { create: (what: object) => Promise<unknown> } }).windows.create({ url, focused: true }), `${HOST}bands?2`)
  const other = await opened
  await person.settled(other)
  await press(person, page, 'capture-page')
  await press(person, other, 'capture-page')
  await newIssue(person, before + 1, 50_000)
  const both = (await person.issues()).sort((a, b) => a.number - b.number).slice(before)
  expect(both.map(({ url }) => url).sort()).toEqual([`${HOST}bands`, `${HOST}bands?2`])
  for (const { shots } of both) {
    const { height, colours } = await pixelsOf(await person.desk(), shots[0]!.hash, [[700, 14 * BAND + 30], [700, 28 * BAND + 30]])
    expect(height).toBe(BANDS * BAND + 20)
    expect(colours).toEqual([bandColour(14).join(), bandColour(28).join()])
  }
  await other.close()
})

test('the background dies in the middle: the page says it, is as it was, and one more try is one click', async () => {
  const [before, was] = [await count(), await found(page)]
  await walkHalf(person, page)
  const session = await running.context.newCDPSession(await person.desk())
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.detach()
  const bar = new Layer(page, 'DUWANG-CAPTURE')
  await until(() => bar.count('再试一次'), () => 'nothing was said')
  expect(await count()).toBe(before)
  await bar.click('再试一次')
  expect((await newIssue(person, before, 30_000)).shots).toMatchObject([{ kind: 'page' }])
  await page.locator('duwang-capture').waitFor({ state: 'detached' })
  expect(await found(page)).toBe(was)
})

test('a PDF has its picture taken as far as it is shown, and the rest is told', async () => {
  await page.goto(`${HOST}notice.pdf`)
  await page.bringToFront()
  const before = await count()
  await press(person, page, 'capture-page')
  const said = async () => (await Promise.all([person.layer(page).text(), new Layer(page, 'DUWANG-CAPTURE').text()])).join(' ')
  await until(async () => (await said()).includes('只截到露出的部分'), () => 'nothing was said')
  expect((await newIssue(person, before)).shots).toMatchObject([{ kind: 'page' }])
  await layerFree(page)
  await press(person, page, 'capture-region')
  await layerReady(page)
  // The viewer takes the keyboard when it has loaded; it comes back.
  const cover = new Layer(page, 'DUWANG-CAPTURE')
  await until(async () => (await cover.focused()) !== '', () => 'the keyboard stayed with the viewer')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect((await newIssue(person, before + 1)).shots).toMatchObject([{ kind: 'region' }])
})
