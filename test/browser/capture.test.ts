import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Evidence } from '../../utils/types/evidence.ts'
import { BAND, bandColour, bandPicture, bandsPage, citizenNumber, ENDLESS_PAGE, HEAD, NUMBER, personalPage, PLACE_PAGE, WORD } from './kit/capture-pages.ts'
import { found, frame, layerFree, layerReady, newIssue, pick, press, walkHalf, zoomTo } from './kit/capturing.ts'
import { readAll } from './kit/database.ts'
import { Layer } from './kit/layer.ts'
import { servePages } from './kit/pages.ts'
import { session } from './kit/session.ts'
import { boxOfColour, pixelsOf } from './kit/shot-pixels.ts'
import { until } from './kit/until.ts'

/** Regions, elements and whole pages, compared with what is known to stand there, pixel by pixel. */
const HOST = 'http://www.qinghe.gov.cn/'
const BANDS = 30
/** The sticky line stands before this band. */
const STICK = 4

const pages = {
  'www.qinghe.gov.cn/bands': { body: bandsPage(BANDS), headers: { 'Last-Modified': 'Thu, 01 Oct 2026 08:30:00 GMT' } },
  'www.qinghe.gov.cn/place': PLACE_PAGE,
  'www.qinghe.gov.cn/endless': ENDLESS_PAGE,
  'www.qinghe.gov.cn/personal': personalPage(citizenNumber('37019919850101003')),
}
const { running, person } = await session(await servePages(pages, bandPicture))
let page: Page

beforeEach(async () => {
  page = await running.context.newPage()
})

afterEach(() => page.close())

const open = async (path: string) => void (await person.visit(page, HOST + path))
const count = async () => (await person.issues()).length

/** Where the coloured place is in the window, in CSS pixels. */
const placeNow = () => page.evaluate(() => {
  const { x, y, width, height } = document.querySelector('#word')!.getBoundingClientRect()
  return { x, y, width, height }
})

describe.each([0.8, 1, 1.5])('at zoom %s', (zoom) => {
  beforeEach(async () => {
    await open('place')
    await zoomTo(person, page, zoom)
  })

  test('the outline of selected words is where they are in the picture', async () => {
    const before = await count()
    await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('#word')!))
    await press(person, page, 'record-page')
    const { shots } = await newIssue(person, before)
    const { x, width, y, height } = shots[0]!.outlines[0]!
    const word = (await boxOfColour(await person.desk(), shots[0]!.hash, WORD))!
    // 4 CSS pixels of air on either side; the words' own line is lower than their box.
    const off = [x - (word.x - 4 * zoom), width - (word.width + 8 * zoom), y + height / 2 - (word.y + word.height / 2)]
    expect(off.map(Math.abs).every((pixels) => pixels <= 2), off.join()).toBe(true)
  })

  test('a frame and an element are cut to the pixel', async () => {
    const desk = await person.desk()
    let before = await count()
    const { x, y, width, height } = await placeNow()
    await press(person, page, 'capture-region')
    await layerReady(page)
    await frame(page, { x, y, width, height })
    const framed = await newIssue(person, before)
    const wide = Math.round((x + width) * zoom) - Math.round(x * zoom)
    const high = Math.round((y + height) * zoom) - Math.round(y * zoom)
    expect(framed).toMatchObject({ check: 'manual/other', shots: [{ kind: 'region', outlines: [] }] })
    expect(await boxOfColour(desk, framed.shots[0]!.hash, WORD)).toEqual({ x: 0, y: 0, width: wide, height: high })
    expect(await pixelsOf(desk, framed.shots[0]!.hash, [])).toMatchObject({ width: wide, height: high })

    before = await count()
    await layerFree(page)
    await press(person, page, 'capture-element')
    await layerReady(page)
    await pick(page, { x, y, width, height })
    const picked = await newIssue(person, before)
    expect(picked).toMatchObject({ anchor: { selector: '#word' }, context: '错字在此', shots: [{ kind: 'element' }] })
    // The same pixels are the same picture.
    expect(picked.shots[0]!.hash).toBe(framed.shots[0]!.hash)
  })
})

test('keys alone frame and pick; Esc leaves nothing', async () => {
  await open('place')
  await zoomTo(person, page, 1)
  let before = await count()
  await press(person, page, 'capture-region')
  await layerReady(page)
  await page.keyboard.press('Escape')
  await page.locator('duwang-capture').waitFor({ state: 'detached' })
  await press(person, page, 'capture-region')
  await layerReady(page)
  for (const key of ['ArrowRight', 'ArrowRight', 'Control+ArrowDown', 'Shift+ArrowLeft']) await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  const { shots } = await newIssue(person, before)
  expect(await pixelsOf(await person.desk(), shots[0]!.hash, [])).toMatchObject({ width: 630, height: 400 })
  before = await count()
  await page.mouse.move(200, 180)
  await layerFree(page)
  await press(person, page, 'capture-element')
  await layerReady(page)
  await page.mouse.move(200, 181)
  for (const key of ['ArrowUp', 'ArrowDown']) await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  expect((await newIssue(person, before)).anchor?.selector).toBe('#word')
  expect(await count()).toBe(before + 1)
})

test('a frame larger than the window is put together, without the head that stays in the window', async () => {
  await open('bands')
  const [before, was] = [await count(), await found(page)]
  await press(person, page, 'capture-region')
  await layerReady(page)
  await page.keyboard.press('ArrowDown')
  for (let n = 0; n < 60; n++) await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Enter')
  const { shots } = await newIssue(person, before)
  await until(async () => (await found(page)) === was, () => 'the page was not left as it was found')
  // The first key makes a frame of half the window in its middle: from 200 on, and 600 higher.
  const at = [4, 6, 8, 10].flatMap((n) => [[300, n * BAND + 20 - 200], [300, n * BAND + 20 + BAND - 1 - 200]] as const)
  const { width, height, colours } = await pixelsOf(await person.desk(), shots[0]!.hash, at)
  expect([width, height]).toEqual([640, 1000])
  expect(colours).toEqual([4, 6, 8, 10].flatMap((n) => [bandColour(n).join(), bandColour(n).join()]))
})

describe('the whole page', () => {
  test('is put together from its bands, head and foot once, lazy pictures loaded; the page is as it was found', async () => {
    await open('bands')
    await page.evaluate(() => {
      scrollTo(0, 333)
      document.querySelector<HTMLElement>('#field')!.focus({ preventScroll: true })
    })
    const [before, was] = [await count(), await found(page)]
    await press(person, page, 'capture-page')
    const issue = await newIssue(person, before, 30_000)
    await until(async () => (await found(page)) === was, () => 'the page was not left as it was found')
    const top = (n: number) => n * BAND + (n >= STICK ? 20 : 0)
    const at = Array.from({ length: BANDS }, (_, n) => [[700, top(n) + (n === 0 ? HEAD : 0)], [700, top(n) + BAND - 1]] as const).flat()
    const { width, height, colours } = await pixelsOf(await person.desk(), issue.shots[0]!.hash, [...at, [700, HEAD - 1], [700, top(STICK) - 1], [1250, top(BANDS) - 1], [1250, 799]])
    expect([width, height]).toEqual([1280, BANDS * BAND + 20])
    expect(colours).toEqual([...Array.from({ length: BANDS }, (_, n) => [bandColour(n).join(), bandColour(n).join()]).flat(), '1,2,3', '7,8,9', '4,5,6', bandColour(7).join()])
    expect(issue.shots[0]).toMatchObject({ kind: 'page' })
    const { looks } = (await (await person.desk()).evaluate(readAll<Evidence>, 'evidence')).find(({ issueId }) => issueId === issue.id)!
    expect(looks).toMatchObject([{ url: `${HOST}bands`, status: 200, zoom: 1, shot: issue.shots[0]!.hash, scrollY: 333, viewportWidth: 1280, pageHeight: BANDS * BAND + 20 }])
  })

  test('can be cancelled, stopped, and is not taken twice at once', async () => {
    await open('bands')
    const [before, was] = [await count(), await found(page)]
    let goOn = await walkHalf(person, page)
    await press(person, page, 'record-page')
    await press(person, page, 'capture-page')
    await new Layer(page, 'DUWANG-CAPTURE').waitFor((text) => text.includes('请等它完成或先取消'))
    await page.keyboard.press('Escape')
    await goOn()
    await until(async () => (await found(page)) === was, () => 'the page was not left as it was found')
    expect(await count()).toBe(before)
    goOn = await walkHalf(person, page)
    await new Layer(page, 'DUWANG-CAPTURE').click('到此为止')
    await goOn()
    const { shots } = await newIssue(person, before)
    await person.layer(page).waitFor((text) => text.includes('到此为止'))
    const { height } = await pixelsOf(await person.desk(), shots[0]!.hash, [])
    expect(height).toBeGreaterThan(800)
    expect(height).toBeLessThan(BANDS * BAND)
  })

  test('without an end is taken as far as it makes sense, and that is said', async () => {
    await open('endless')
    const before = await count()
    await press(person, page, 'capture-page')
    await newIssue(person, before, 30_000)
    await person.layer(page).waitFor((text) => text.includes('没有尽头'))
  })

  test('that goes away meanwhile, or whose tab is closed, leaves nothing behind', async () => {
    await open('bands')
    const before = await count()
    let goOn = await walkHalf(person, page)
    await page.goto(`${HOST}place`)
    await goOn()
    const other = await running.context.newPage()
    await person.visit(other, `${HOST}bands`)
    goOn = await walkHalf(person, other)
    await other.close()
    await goOn()
    await person.visit(page, `${HOST}place`)
    await press(person, page, 'record-page')
    await newIssue(person, before)
    expect(await count()).toBe(before + 1)
  })
})

test('personal data is known by its place in a long picture, and masked in what is kept of the page', async () => {
  await open('personal')
  const before = await count()
  await press(person, page, 'capture-page')
  const { id, shots } = await newIssue(person, before, 30_000)
  const desk = await person.desk()
  const number = (await boxOfColour(desk, shots[0]!.hash, NUMBER))!
  const [area] = shots[0]!.personal!
  expect([area!.x <= number.x + 1, area!.x + area!.width >= number.x + number.width - 1]).toEqual([true, true])
  expect(Math.abs(area!.y + area!.height / 2 - (number.y + number.height / 2))).toBeLessThanOrEqual(2)
  await layerFree(page)
  // The same by popup, with words of one's own, of a frame that shows the number.
  const popup = await person.popup(page)
  await page.evaluate(() => document.querySelector('i')!.scrollIntoView({ block: 'center' }))
  await popup.getByPlaceholder('手工补记', { exact: false }).fill('号码没有遮盖')
  await popup.getByRole('button', { name: '点选元素' }).evaluate((button: HTMLElement) => button.click())
  await page.bringToFront()
  await layerReady(page)
  await pick(page, await page.evaluate(() => document.querySelector('i')!.getBoundingClientRect().toJSON() as DOMRect))
  const written = await newIssue(person, before + 1)
  expect(written).toMatchObject({ description: '号码没有遮盖', check: 'manual/wording', anchor: { selector: expect.stringContaining('i:nth-child') as string }, shots: [{ kind: 'element', outlines: [], personal: [{ x: 0 }] }] })
  const kept = (await desk.evaluate(readAll<Evidence>, 'evidence')).filter(({ issueId }) => issueId === id || issueId === written.id)
  expect(JSON.stringify(kept)).not.toContain(citizenNumber('37019919850101003'))
  expect(kept.find(({ issueId }) => issueId === written.id)!.looks[0]!.html).toContain('37*************')
  await popup.close().catch(() => undefined)
})

test('three at once are all taken, one after the other', async () => {
  await open('place')
  const desk = await person.desk()
  const answers = await desk.evaluate(async (url) => {
    const tabId = (await chrome.tabs.query({ url }))[0]!.id
    const ids = ['01THREE0000000000000000001', '01THREE0000000000000000002', '01THREE0000000000000000003']
    return Promise.all(ids.map((issueId) => chrome.runtime.sendMessage({ to: 'background', name: 'issue.record', data: { issueId, tabId, target: { kind: 'page' } } })))
  }, page.url())
  expect(answers).toMatchObject([{ value: { shot: 'taken' } }, { value: { shot: 'taken' } }, { value: { shot: 'taken' } }])
})

test('one more picture from the ledger stands beside the first, and the page is saved whole', async () => {
  await open('place')
  const before = await count()
  await press(person, page, 'record-page')
  const issue = await newIssue(person, before)
  const desk = await person.desk()
  await desk.bringToFront()
  await desk.goto(running.own(`ledger.html#/issues/${issue.id}`))
  await desk.getByRole('button', { name: '补拍现在的页面' }).click()
  await desk.getByRole('button', { name: '点选元素' }).click()
  await layerReady(page)
  await page.mouse.move(300, 180)
  await page.mouse.click(300, 180)
  const stood = async () => (await person.issues()).find(({ id }) => id === issue.id)!
  await until(async () => (await stood()).shots.length === 2, () => 'no second picture')
  expect((await stood()).shots[1]).toMatchObject({ kind: 'element', role: 'after' })

  await desk.bringToFront()
  await desk.locator('details.evidence > summary').click()
  await desk.getByRole('button', { name: '保存整个网页' }).click()
  await desk.getByText(`第 ${issue.number} 号已存下整个网页`).waitFor()
  const waiting = desk.waitForEvent('download')
  await desk.getByRole('button', { name: '下载', exact: false }).first().click()
  expect((await waiting).suggestedFilename()).toMatch(/\.mhtml$/)
  const [saved] = await desk.evaluate(readAll<{ hash: string }>, 'savedPages')
  const kept = (await desk.evaluate(readAll<Evidence>, 'evidence')).find(({ issueId }) => issueId === issue.id)!
  expect(kept.pages).toMatchObject([{ hash: saved!.hash, url: `${HOST}place` }])
  expect(kept.looks).toHaveLength(2)
})
