import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countyManifest } from '../sites/manifest.ts'
import { launchChromium, type Running } from './kit/chromium.ts'
import { blackPng } from './kit/large-png.ts'
import { servePages, type PagesServer } from './kit/pages.ts'
import { Person, type Ready } from './kit/person.ts'
import { articleOf, countyAnswer, PICTURE, TODAY } from './kit/picture-pages.ts'
import { until } from './kit/until.ts'

/** 识别图中文字 where the picture is no plain file: an address of this page alone, one that is swapped or taken away while it is read, one too large to open. */
const HOST = 'odd.qinghe.gov.cn'
const ADDRESS = countyManifest(TODAY).faults.find(({ id }) => id === 'water-only-picture')!.url.replace(/(?<=gov\.cn)\/.*/, PICTURE)
const SLIPS = readFileSync(new URL('../sites/look/pictures/gongshui-slips.png', import.meta.url))
const PLANTED = ['中华人名共和国', '截止目前']

const shown = (src: string) => articleOf(`<p><img id="t" src="${src}" width="760" height="1142"></p>`)
const blob = (after: string) => articleOf(`<p><img id="t" width="760" height="1142"></p><script>fetch("/slips.png").then((one) => one.blob()).then((one) => { const image = document.querySelector("#t"); image.onload = () => { ${after} }; image.src = URL.createObjectURL(one) })</script>`)

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
    [`${HOST}/slips.png`]: png(SLIPS),
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

async function begin(name: string): Promise<void> {
  await person.visit(page, `http://${HOST}/${name}.html`)
  // one without an address yet is complete, too
  await page.waitForFunction(() => (document.querySelector('#t') as HTMLImageElement).naturalWidth > 0)
  const layer = person.layer(page)
  await layer.openPanel()
  await layer.click('识别图中文字（1 张）')
}

const ended = () =>
  until(async () => {
    const glance = await person.glance(page)
    return glance?.state === 'ready' && glance.pictures?.running === null && (glance as Ready)
  }, () => 'the reading never ended', 40_000)
const inPicture = ({ findings }: Ready) => findings.filter(({ anchor }) => anchor?.picture)
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
