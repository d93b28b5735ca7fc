import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PICTURE_FAULTS } from '../sites/faults.ts'
import { countyManifest } from '../sites/manifest.ts'
import { launchChromium, type Running } from './kit/chromium.ts'
import { blackPng } from './kit/large-png.ts'
import { movingPng } from './kit/moving-png.ts'
import { servePages, type PagesServer } from './kit/pages.ts'
import { Person, type Ready } from './kit/person.ts'
import { inPicture, marksOn, placeOf } from './kit/picture-marks.ts'
import { articleOf, countyAnswer, PICTURE, TODAY } from './kit/picture-pages.ts'
import { recheck } from './kit/recheck.ts'
import { until } from './kit/until.ts'

/** 识别图中文字 where the picture is no plain file: an address of this page alone, one that is swapped or taken away while it is read, one too large to open, damaged, drawn, moving or in a component's shadow root; pages that are closed, and many pictures. */
const HOST = 'odd.qinghe.gov.cn'
const ADDRESS = countyManifest(TODAY).faults.find(({ id }) => id === 'water-only-picture')!.url.replace(/(?<=gov\.cn)\/.*/, PICTURE)
const SLIPS = readFileSync(new URL('../sites/look/pictures/gongshui-slips.png', import.meta.url))
const DRAWN = `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="300"><rect width="760" height="300" fill="#fff"/><foreignObject width="760" height="300"><div xmlns="http://www.w3.org/1999/xhtml" style="font:26px 'Noto Sans CJK SC';padding:60px 20px">截止目前，已完成供水管网改造。</div></foreignObject></svg>`
const PLANTED = ['中华人名共和国', '截止目前']

/** The same picture as another file, which was never read: a word after its end. */
const unlike = (word: string) => Buffer.concat([SLIPS, Buffer.from(word)])
/** More than are read at once. */
const MANY = Array.from({ length: 22 }, (_, nth) => `many-${nth}.png`)
const shown = (src: string, height = 1142) => articleOf(`<p><img id="t" src="${src}" width="760" height="${height}"></p>`)
const blob = (after: string) => articleOf(`<p><img id="t" width="760" height="1142"></p><script>fetch("/slips.png").then((one) => one.blob()).then((one) => { const image = document.querySelector("#t"); image.onload = () => { ${after} }; image.src = URL.createObjectURL(one) })</script>`)

/** A component that only says that it loads until `fill()`; a later visit of the same browser fills it at once. */
const COMPONENT = articleOf(`<one-map></one-map><script>
customElements.define("one-map", class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = "<p>正在加载图解……</p>" } })
function fill() { document.querySelector("one-map").shadowRoot.innerHTML = '<section style="padding:30px"><one-frame></one-frame></section>'; document.querySelector("one-map").shadowRoot.querySelector("one-frame").attachShadow({ mode: "open" }).innerHTML = '<img id="t" src="${ADDRESS}">'; localStorage.filled = 1 }
if (localStorage.filled) addEventListener("load", fill)
</script>`)

let server: PagesServer
let running: Running
let person: Person
let page: Page

beforeAll(async () => {
  const png = (body: Uint8Array) => ({ body, type: 'image/png' })
  server = await servePages({
    [`${HOST}/blob.html`]: blob(''),
    [`${HOST}/let-go.html`]: blob('URL.revokeObjectURL(image.src)'),
    [`${HOST}/plain.html`]: shown(`${ADDRESS}?of=plain`),
    [`${HOST}/gone.html`]: shown(`${ADDRESS}?of=gone`),
    [`${HOST}/large.html`]: shown('/large.png'),
    [`${HOST}/data.html`]: shown(`data:image/png;base64,${SLIPS.toString('base64')}`),
    [`${HOST}/cut.html`]: shown('/cut.png'),
    [`${HOST}/svg.html`]: shown('/drawn.svg', 300),
    [`${HOST}/moving.html`]: shown('/moving.png'),
    [`${HOST}/part.html`]: COMPONENT,
    [`${HOST}/first.html`]: shown('/first.png'),
    [`${HOST}/second.html`]: shown('/second.png'),
    [`${HOST}/many.html`]: articleOf(MANY.map((name) => `<p><img id="t" src="/${name}" width="760"></p>`).join('')),
    ...Object.fromEntries(MANY.map((name) => [`${HOST}/${name}`, png(unlike(name))])),
    [`${HOST}/first.png`]: png(unlike('first')),
    [`${HOST}/second.png`]: png(unlike('second')),
    [`${HOST}/slips.png`]: png(SLIPS),
    [`${HOST}/cut.png`]: png(SLIPS.subarray(0, SLIPS.length / 2)),
    [`${HOST}/moving.png`]: png(movingPng([SLIPS, SLIPS])),
    [`${HOST}/drawn.svg`]: { body: DRAWN, type: 'image/svg+xml' },
    [`${HOST}/large.png`]: png(blackPng(10_000, 10_000)),
  }, countyAnswer)
  running = await launchChromium({ port: server.port })
  person = new Person(running)
  await person.speakChinese()
  page = await running.context.newPage()
}, 120_000)

afterAll(async () => {
  await running?.close()
  await server?.close()
})

async function begin(name: string, count = 1): Promise<void> {
  await person.visit(page, `http://${HOST}/${name}.html`)
  // one without an address yet is complete, too
  await page.waitForFunction(() => (document.querySelector('#t') as HTMLImageElement).naturalWidth > 0)
  const layer = person.layer(page)
  await layer.openPanel()
  await layer.click(`识别图中文字（${count} 张）`)
}

const ended = () =>
  until(async () => {
    const glance = await person.glance(page)
    return glance?.state === 'ready' && glance.pictures?.running === null && (glance as Ready)
  }, () => 'the reading never ended', 40_000)
const words = (ready: Ready) => inPicture(ready).map(({ evidence }) => evidence)

/** Marks over words: the picture as a whole is framed too, for it stands there without a text. */
const onWords = async () => (await person.layer(page).boxes('frame')).filter(({ width }) => width < 700)

test('blob: the whole file is read, also what the window does not show', async () => {
  await begin('blob')
  const ready = await ended()
  expect(words(ready)).toEqual(expect.arrayContaining(PLANTED))
  expect(inPicture(ready)).toHaveLength(3)
  expect(inPicture(ready)[0]!.anchor!.picture).toMatchObject({ src: 'blob:', width: 760, height: 1142 })
  await until(async () => (await onWords()).length === 3, () => 'the words were never marked')
  // of another file under the same kind of address it says nothing
  await page.evaluate(() => {
    const image = document.querySelector('#t') as HTMLImageElement
    image.src = URL.createObjectURL(new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="760" height="1142"/>'], { type: 'image/svg+xml' }))
    document.querySelector('.info')!.append(' ')
  })
  await until(async () => (await onWords()).length === 0, () => 'marks stand on another picture')
})

test('blob: that the page has let go of is read as the window shows it', async () => {
  await begin('let-go')
  expect(words(await ended())).toContain('截止目前')
  const layer = person.layer(page)
  await layer.click('看文字')
  await layer.waitFor((text) => text.includes('只认了屏幕上看得见的部分'))
})

test('swapped while it is read: that is said, and no mark stands on the other one', async () => {
  await begin('plain')
  await page.evaluate(() => ((document.querySelector('#t') as HTMLImageElement).src = '/slips.png?other'))
  await ended()
  const layer = person.layer(page)
  await layer.click('看文字')
  await layer.waitFor((text) => text.includes('图片已经换成另一张'))
  expect(await onWords()).toEqual([])
})

test('taken away while it is read: nothing is left behind, and the page can be read on', async () => {
  await begin('gone')
  await page.evaluate(() => document.querySelector('#t')!.remove())
  expect(inPicture(await ended())).toEqual([])
})

test('100 megapixels: said in a sentence, and nothing of it was opened', async () => {
  await begin('large')
  await ended()
  const layer = person.layer(page)
  await layer.click('为什么')
  await layer.waitFor((text) => text.includes('图片有 100 兆像素，超过 64 兆像素'))
  expect(inPicture(await ended())).toEqual([])
})

test('data: the file is in the page, and nothing is asked for', async () => {
  await begin('data')
  const before = server.requests.length
  expect(words(await ended())).toEqual(expect.arrayContaining(PLANTED))
  expect(server.requests.slice(before)).toEqual([])
})

test('a file that is damaged half way: said in a sentence', async () => {
  await begin('cut')
  expect(inPicture(await ended())).toEqual([])
  const layer = person.layer(page)
  await layer.click('为什么')
  await layer.waitFor((text) => text.includes('图片打不开：文件已损坏'))
})

test('an SVG with a piece of a web page in it is read as the window shows it', async () => {
  await begin('svg')
  expect(words(await ended())).toEqual(['截止目前'])
  const layer = person.layer(page)
  await layer.click('看文字')
  await layer.waitFor((text) => text.includes('认的是屏幕上看到的画面'))
})

test('a moving picture: that the first frame alone was read is said beside the text', async () => {
  await begin('moving')
  expect(words(await ended())).toEqual(expect.arrayContaining(PLANTED))
  const layer = person.layer(page)
  await layer.click('看文字')
  await layer.waitFor((text) => text.includes('这是动图，只识别了第一帧'))
})

test('two pages at once, and the first is closed half way: the other is read', async () => {
  await begin('first')
  const [closed, other] = [page, await running.context.newPage()]
  await until(async () => {
    const glance = await person.glance(closed)
    return glance?.state === 'ready' && ['loading', 'reading'].includes(glance.pictures?.running?.stage ?? '')
  }, () => 'the reading never began')
  page = other
  await begin('second')
  await closed.close()
  expect(words(await ended())).toEqual(expect.arrayContaining(PLANTED))
})

test('many pictures: twenty at once, with how far it is; called off, what was read stays and the rest is offered again', async () => {
  await begin('many', MANY.length)
  const pictures = async () => {
    const glance = await person.glance(page)
    return glance?.state === 'ready' ? glance.pictures : null
  }
  const begun = await until(async () => {
    const now = await pictures()
    return now && now.read > 0 && now
  }, () => 'the first was never read')
  expect(begun).toMatchObject({ large: 22, running: { of: 20 }, left: 2 })
  const layer = person.layer(page)
  expect(await layer.text()).toMatch(/正在识别第 \d+ \/ 20 张：/)
  await layer.click('取消识别')
  await layer.waitFor((text) => text.includes('已取消识别'))
  const { running, read, left } = (await pictures())!
  expect([running, read + left]).toEqual([null, MANY.length])
  expect(read).toBeLessThan(20)
  expect(await layer.text()).toContain(`继续识别（${left} 张）`)
  expect(inPicture(await ended())).toHaveLength(3 * read)
})

describe('a picture in an open shadow root, which the page puts there late', () => {
  const PART = `http://${HOST}/part.html`
  const SELECTOR = /one-map:nth-child\(1\) >>> .*one-frame:nth-child\(1\) >>> #t$/
  const picture = () => page.locator('one-frame img')
  const fill = () => page.evaluate(() => (globalThis as unknown as { fill: () => void }).fill())
  const seen = (test: (ready: Ready) => boolean, what: string) => until(async () => {
    const glance = await person.glance(page)
    return glance?.state === 'ready' && test(glance) && glance
  }, () => what, 40_000)

  test('is found when it comes: unread, and the article is only a picture', async () => {
    expect((await person.visit(page, PART)).pictures).toBeUndefined()
    await fill()
    const ready = await seen(({ pictures }) => pictures?.large === 1, 'the picture was never seen')
    expect(ready.unchecked).toContainEqual({ key: 'pictures.unread', params: { count: 1 } })
    const only = await seen(({ findings }) => findings.some(({ check }) => check === 'structure/only-pictures'), 'not said to be only a picture')
    expect(only.findings.find(({ check }) => check === 'structure/only-pictures')).toMatchObject({ evidence: ADDRESS, anchor: { selector: expect.stringMatching(SELECTOR) } })
  })

  test('has its button, and what is planted in it is marked where it stands', async () => {
    const layer = person.layer(page)
    const { x, y } = (await picture().boundingBox())!
    await page.mouse.move(x + 300, y + 60)
    const [button] = await until(async () => {
      const boxes = await layer.boxes('picture-button')
      return boxes.length === 1 && boxes
    }, () => 'no button on the picture')
    expect(button!.x > x && button!.y > y && button!.x < x + 60 && button!.y < y + 60).toBe(true)
    await page.mouse.click(button!.x + 20, button!.y + 10)
    await layer.waitFor((text) => text.includes('平均把握'), 40_000)
    const found = inPicture((await person.glance(page)) as Ready)
    expect(found.map(({ evidence }) => evidence).sort()).toEqual(PICTURE_FAULTS.map(({ quote }) => quote).sort())
    for (const { anchor } of found) expect(anchor!.selector).toMatch(SELECTOR)
    await layer.click('关闭图中文字')
    await marksOn(layer, PICTURE_FAULTS, (await picture().boundingBox())!)
  })

  test('a mark on it opens its card under the pointer, and the context menu finds it', async () => {
    const layer = person.layer(page)
    const at = placeOf(PICTURE_FAULTS[0]!.at, (await picture().boundingBox())!)
    // so far the card of the picture as a whole
    expect(await layer.text()).not.toContain('截止目前')
    await page.mouse.move(at.x, at.y)
    await layer.waitFor((text) => text.includes('截止目前'))
    // the menu's entry names the address alone
    await (await person.desk()).evaluate(async ([url, src]) => {
      const [tab] = await chrome.tabs.query({ url: url! })
      await chrome.tabs.sendMessage(tab!.id!, { to: 'page', name: 'page.picture', data: { src } })
    }, [PART, ADDRESS])
    await layer.waitFor((text) => text.includes('平均把握'))
  })

  test('is recorded with the words outlined, and found again at the re-check', { timeout: 90_000 }, async () => {
    const layer = person.layer(page)
    const at = inPicture((await person.glance(page)) as Ready).findIndex(({ evidence }) => evidence === '截止目前')
    await layer.clickItem(at, '记录')
    const issue = await until(async () => (await person.issues()).find(({ url }) => url === PART), () => 'never recorded')
    expect(issue).toMatchObject({ quote: '截止目前', anchor: { selector: expect.stringMatching(SELECTOR) } })
    const [outline] = issue.shots[0]!.outlines
    const { x, y } = placeOf(PICTURE_FAULTS[0]!.at, (await picture().boundingBox())!)
    expect(outline!.x < x && x < outline!.x + outline!.width && outline!.y < y && y < outline!.y + outline!.height).toBe(true)
    await recheck(person, '一轮里未销号的全部')
    // a copy of the page, in which no script runs, has no picture: the tab has
    expect((await person.issues()).find(({ id }) => id === issue.id)!.recheck).toMatchObject({ result: 'person', says: { key: 'recheck.says.picture' } })
  })
})
