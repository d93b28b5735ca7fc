import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PICTURE_FAULTS } from '../sites/faults.ts'
import { countyManifest } from '../sites/manifest.ts'
import { zoomTo } from './kit/capturing.ts'
import { launchChromium, type Running } from './kit/chromium.ts'
import { servePages, type PagesServer } from './kit/pages.ts'
import { Person, type Ready } from './kit/person.ts'
import { inPicture, marksOn, placeOf, SIZE } from './kit/picture-marks.ts'
import { articleOf, countyAnswer, PICTURE, TODAY } from './kit/picture-pages.ts'
import { until } from './kit/until.ts'

/** 识别图中文字 on the county's 一图读懂: what is planted in the picture is found where it stands, and recorded with one click. */
const url = countyManifest(TODAY).faults.find(({ id }) => id === 'water-only-picture')!.url
const file = readFileSync(new URL('../sites/look/pictures/gongshui-slips.png', import.meta.url))

const FITTED = articleOf(`<p><img id="t" src="http://www.qinghe.gov.cn${PICTURE}"></p>`, '#t{width:500px;height:500px;object-fit:contain;object-position:0 50%;padding:10px 30px;border:5px solid #888}')
const PAINTED = articleOf('<p><canvas id="t" width="760" height="480"></canvas></p><script>const i=new Image();i.onload=()=>document.querySelector("canvas").getContext("2d").drawImage(i,0,-220);i.src="http://www.qinghe.gov.cn/images/gongshui-slips.png"</script>')
const LOGIN = articleOf('<p><img id="t" src="http://oa.qinghe.gov.cn/secret.png" width="760" height="1142"></p>')
let server: PagesServer
let running: Running
let person: Person
let page: Page

beforeAll(async () => {
  // The picture behind a login is shown to whoever has the cookie, which our own requests never send.
  server = await servePages({
    'fit.qinghe.gov.cn/a.html': FITTED,
    'paint.qinghe.gov.cn/a.html': PAINTED,
    'oa.qinghe.gov.cn/a.html': { body: LOGIN, headers: { 'set-cookie': 'in=1; path=/' } },
  }, (address) => (address.startsWith('oa.qinghe.gov.cn/secret.png') ? (loggedIn() ? { body: file, type: 'image/png' } : { status: 401, body: '请登录' }) : countyAnswer(address)))
  running = await launchChromium({ port: server.port })
  person = new Person(running)
  await person.speakChinese()
  page = await running.context.newPage()
}, 120_000)

afterAll(async () => {
  await running?.close()
  await server?.close()
})

const loggedIn = () => /in=1/.test(server.requests[server.requests.length - 1]?.headers.cookie ?? '')

/** Reads all large pictures from the panel and waits for the end. */
async function readAll(): Promise<Ready> {
  const layer = person.layer(page)
  await layer.openPanel()
  await layer.click('识别图中文字（1 张）')
  const done = async () => {
    const glance = await person.glance(page)
    return glance?.state === 'ready' && glance.pictures?.running === null && glance.pictures.read === 1 && glance
  }
  return until(done, () => 'the picture was never read', 40_000)
}

test('planted words are found in the picture and marked where they stand; nothing is asked for but the picture', async () => {
  const ready = await person.visit(page, url)
  expect(ready.unchecked).toContainEqual({ key: 'pictures.unread', params: { count: 1 } })
  const before = server.requests.length
  const read = await readAll()
  expect(inPicture(read).map(({ evidence }) => evidence).sort()).toEqual(PICTURE_FAULTS.map(({ quote }) => quote).sort())
  expect(read.unchecked).not.toContainEqual({ key: 'pictures.unread', params: { count: 1 } })
  const asked = server.requests.slice(before)
  expect(asked.map(({ address }) => address)).toEqual([`www.qinghe.gov.cn${PICTURE}`])
  expect([asked[0]!.headers.cookie, asked[0]!.headers.referer]).toEqual([undefined, undefined])
  const drawn = await page.locator('.pages_content img').boundingBox()
  await marksOn(person.layer(page), PICTURE_FAULTS, drawn!)
})

test('the page itself was not touched', async () => {
  expect(await page.locator('.pages_content').innerHTML()).not.toMatch(/duwang|frame/)
})

test('one click records, with the words outlined and the picture named', async () => {
  const layer = person.layer(page)
  await layer.click('看文字')
  await layer.waitFor((text) => text.includes('认错') || text.includes('平均把握'))
  const glance = await person.glance(page)
  const found = inPicture(glance as Ready)
  const at = found.findIndex(({ evidence }) => evidence === '签定')
  await layer.clickItem(at, '记录')
  await layer.waitFor((text) => text.includes('已记录 第 1 号'))
  const [issue] = await person.issues()
  expect(issue).toMatchObject({ check: 'wording/phrases/words', quote: '签定', url, pageTitle: '《青禾县城乡供水管理办法》一图读懂' })
  expect(issue!.description).toContain('图中文字')
  expect(issue!.description).toContain(PICTURE)
  expect(issue!.context).toContain('并与管水员签定管护协议')
  const [outline] = issue!.shots[0]!.outlines
  const drawn = await page.locator('.pages_content img').boundingBox()
  const { x, y } = placeOf(PICTURE_FAULTS[2]!.at, drawn!)
  expect(outline!.x < x && x < outline!.x + outline!.width && outline!.y < y && y < outline!.y + outline!.height).toBe(true)
})

test('the stored screenshot is read in the ledger, and what is found becomes an issue of its own', async () => {
  const [first] = await person.issues()
  const desk = await person.desk()
  await desk.bringToFront()
  await desk.goto(running.own(`ledger.html#/issues/${first!.id}`))
  await desk.getByRole('button', { name: '识别图中文字' }).click()
  await desk.getByText('平均把握').waitFor({ timeout: 40_000 })
  const found = desk.getByRole('button', { name: '记成新的一条：签定' })
  expect(await found.count(), await desk.getByRole('region', { name: '图中文字' }).first().innerText()).toBe(1)
  await found.click()
  await desk.getByText('已记录 第 2 号').first().waitFor()
  const [, second] = (await person.issues()).toSorted((a, b) => a.number - b.number)
  expect(second).toMatchObject({ check: 'wording/phrases/words', quote: '签定', url, shots: [{ hash: first!.shots[0]!.hash }] })
  // the same words at the same place: the frame of the reading and that of the recording lie over each other
  const [a, b] = [first!.shots[0]!.outlines[0]!, second!.shots[0]!.outlines[0]!]
  expect(Math.abs(a.x + a.width / 2 - b.x - b.width / 2)).toBeLessThan(22)
  expect(Math.abs(a.y + a.height / 2 - b.y - b.height / 2)).toBeLessThan(22)
  await page.bringToFront()
})

test('the button on the picture and the context menu show the same, at once', async () => {
  const layer = person.layer(page)
  await layer.click('关闭图中文字')
  await layer.click('关闭')
  await page.evaluate(() => scrollTo(0, 0))
  const { x, y } = (await page.locator('.pages_content img').boundingBox())!
  await page.mouse.move(x + 300, y + 60)
  const [button] = await until(async () => {
    const boxes = await layer.boxes('picture-button')
    return boxes.length === 1 && boxes
  }, () => 'no button on the picture')
  expect(button!.x > x && button!.y > y && button!.x < x + 60 && button!.y < y + 60).toBe(true)
  await page.mouse.click(button!.x + 20, button!.y + 10)
  await layer.waitFor((text) => text.includes('平均把握'))
  await layer.click('关闭图中文字')
  // what the menu's entry does; headless browsers draw no menu
  await (await person.desk()).evaluate(async ([url, src]) => {
    const [tab] = await chrome.tabs.query({ url: url! })
    await chrome.tabs.sendMessage(tab!.id!, { to: 'page', name: 'page.picture', data: { src } })
  }, [url, `http://www.qinghe.gov.cn${PICTURE}`])
  await page.bringToFront()
  await layer.waitFor((text) => text.includes('平均把握'))
  expect(await layer.parts('picture-sheet')).toBe(1)
})

test('read again: from memory, without a request', async () => {
  const before = server.requests.length
  const layer = person.layer(page)
  await layer.click('重新识别')
  await layer.waitFor((text) => text.includes('平均把握'))
  expect(server.requests.length).toBe(before)
})

test('a picture that is fitted into a box with padding and border: the marks follow', async () => {
  await person.visit(page, 'http://fit.qinghe.gov.cn/a.html')
  expect(inPicture(await readAll())).toHaveLength(3)
  const { x, y } = (await page.locator('#t').boundingBox())!
  // 500 × 500 of room, the picture 332.7 wide in it, at the left
  await marksOn(person.layer(page), PICTURE_FAULTS, { x: x + 35, y: y + 15, width: (500 * SIZE.width) / SIZE.height, height: 500 })
})

test('what a script painted is read as the window shows it', async () => {
  await person.visit(page, 'http://paint.qinghe.gov.cn/a.html')
  const read = await readAll()
  expect(inPicture(read).map(({ evidence }) => evidence).sort()).toEqual(['中华人名共和国', '截止目前'].sort())
  const { x, y } = (await page.locator('#t').boundingBox())!
  await marksOn(person.layer(page), PICTURE_FAULTS.slice(0, 2), { x, y: y - 220, ...SIZE })
  await person.layer(page).click('看文字')
  await person.layer(page).waitFor((text) => text.includes('认的是屏幕上看到的画面'))
})

test.each([0.8, 1.5])('at zoom %d the words are where they were', async (zoom) => {
  await person.visit(page, 'http://paint.qinghe.gov.cn/a.html')
  await page.bringToFront()
  await zoomTo(person, page, zoom)
  try {
    const [area] = inPicture(await readAll()).find(({ evidence }) => evidence === '截止目前')!.anchor!.picture!.areas
    const { x, y } = PICTURE_FAULTS[0]!.at
    expect(area!.x < x && x < area!.x + area!.width && area!.y < y - 220 && y - 220 < area!.y + area!.height).toBe(true)
    expect(area!.width).toBeLessThan(6 * 22)
  } finally {
    await zoomTo(person, page, 1)
  }
})

test('a picture behind a login is read from the screen, and that is said', async () => {
  await person.visit(page, 'http://oa.qinghe.gov.cn/a.html')
  const read = await readAll()
  expect(inPicture(read).map(({ evidence }) => evidence)).toContain('截止目前')
  await person.layer(page).click('看文字')
  await person.layer(page).waitFor((text) => text.includes('只认了屏幕上看得见的部分'))
})

test('what a person frames on the page is read, and marked where it stands', async () => {
  await person.visit(page, url)
  const layer = person.layer(page)
  await page.evaluate(() => scrollTo(0, 300))
  await layer.openPanel()
  await layer.click('框选识别')
  await until(() => page.evaluate(() => document.querySelector('duwang-capture') !== null), () => 'no frame to draw')
  const { x, y } = (await page.locator('.pages_content img').boundingBox())!
  await page.mouse.move(x + 30, y + 320)
  await page.mouse.down()
  await page.mouse.move(x + 400, y + 360, { steps: 4 })
  await page.mouse.move(x + 730, y + 405, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.press('Enter')
  await layer.waitFor((text) => text.includes('平均把握'), 30_000)
  const glance = (await person.glance(page)) as Ready
  expect(inPicture(glance).map(({ evidence, anchor }) => [evidence, anchor!.selector])).toEqual([['截止目前', 'html']])
  await marksOn(person.layer(page), PICTURE_FAULTS.slice(0, 1), { x, y, ...SIZE })
})

test('on a screen of twice the pixels, what the window shows is read and marked where it stands', { timeout: 90_000 }, async () => {
  const sharp = await launchChromium({ port: server.port, scale: 2 })
  const [before, own] = [person, page]
  try {
    person = new Person(sharp)
    await person.speakChinese()
    page = await sharp.context.newPage()
    await person.visit(page, 'http://paint.qinghe.gov.cn/a.html')
    expect(inPicture(await readAll()).map(({ evidence }) => evidence).sort()).toEqual(['中华人名共和国', '截止目前'].sort())
    const { x, y } = (await page.locator('#t').boundingBox())!
    await marksOn(person.layer(page), PICTURE_FAULTS.slice(0, 2), { x, y: y - 220, ...SIZE })
  } finally {
    ;[person, page] = [before, own]
    await sharp.close()
  }
})
