import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bundleReaders, PLAIN_FLAGS } from '../bench/bundle.ts'
import { createCountyServer, type CountyServer } from '../sites/server.ts'
import type { PageReading } from '../../utils/types/reading.ts'
import { chromiumPath } from './kit/flags.ts'

/** Readers in a real page: what is painted late, framed, in shadow roots, or changes while it is read. */
type Readers = typeof import('../../utils/reading/index.ts')

const HOST = 'http://www.qinghe.gov.cn'
const TAGS = '<meta charset="utf-8"><meta name="ColumnName" content="工作动态"><title>工作动态</title>'
const rows = (month: string) => [1, 2, 3].map((i) => `<li><a href="/xw/${month}${i}.html">第${i}次全县工作会议召开</a><span>2026-${month}-1${i}</span></li>`).join('')

let county: CountyServer
let browser: Browser
let page: Page
let code: string

beforeAll(async () => {
  county = await createCountyServer()
  code = await bundleReaders()
  browser = await chromium.launch({ executablePath: chromiumPath(), headless: true, args: [...PLAIN_FLAGS, `--host-resolver-rules=MAP * 127.0.0.1:${county.port}`] })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await county?.close()
})
beforeEach(async () => {
  page = await browser.newPage()
})
afterEach(() => page.close())

/** Serves these pages of our own under the county's names; everything else is refused. */
async function serve(pages: Record<string, string>): Promise<void> {
  await page.route('**/*', (route) => {
    const body = pages[route.request().url()]
    return body === undefined ? route.abort() : route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
  })
}

/** Reads the open page at once. */
function readNow(): Promise<PageReading> {
  return page.evaluate((code) => {
    const { readPage } = new Function(`return ${code}`)() as Readers
    return readPage(document, { url: location.href, now: new Date('2026-11-21T04:00:00Z') })
  }, code)
}

describe('lists that are not there yet', () => {
  test('one that says it loads is not blank; once painted it is read', async () => {
    await serve({ [`${HOST}/xw/`]: `${TAGS}<div class="list"><ul class="newslist"></ul><p class="loading">正在加载…</p></div><script>paint = () => { document.querySelector('.loading').remove(); document.querySelector('ul').innerHTML = '${rows('10')}' }</script>` })
    await page.goto(`${HOST}/xw/`)
    expect(await readNow()).toMatchObject({ kind: 'column', listState: 'loading', list: null, gaps: ['reading.gap.loading'] })
    await page.evaluate('paint()')
    expect(await readNow()).toMatchObject({ listState: 'items', list: { newest: '2026-10-13' }, gaps: [] })
  })

  test('the county’s jpage column is read before and after its script has painted it', async () => {
    await page.route('**/script/jpage.js', (route) => route.abort())
    await page.goto('http://jyj.qinghe.gov.cn/col/col2001/index.html')
    const before = await readNow()
    await page.unroute('**/script/jpage.js')
    await page.reload()
    await page.waitForFunction('document.querySelector(".jpage-list")?.children.length > 0')
    const after = await readNow()
    expect(before.listState).toBe('items')
    expect(before.list?.items.map((i) => [i.title, i.href, i.day])).toEqual(after.list?.items.map((i) => [i.title, i.href, i.day]))
  })
})

describe('frames', () => {
  test('a list in a frame of the same site is the column’s list', async () => {
    await serve({
      [`${HOST}/xw/`]: `${TAGS}<h1>工作动态</h1><iframe src="/xw/list.html" width="600" height="400"></iframe>`,
      [`${HOST}/xw/list.html`]: `<ul>${rows('09')}</ul>`,
    })
    await page.goto(`${HOST}/xw/`)
    const reading = await readNow()
    expect(reading).toMatchObject({ kind: 'column', listState: 'items', list: { newest: '2026-09-13' } })
    expect(reading.list?.items[0]?.href).toBe(`${HOST}/xw/091.html`)
  })

  test('a frame of another site is a gap, and the column not blank', async () => {
    await serve({
      [`${HOST}/xw/`]: `${TAGS}<h1>工作动态</h1><iframe src="http://nyj.qinghe.gov.cn/list.html" width="600" height="400"></iframe>`,
      'http://nyj.qinghe.gov.cn/list.html': `<ul>${rows('09')}</ul>`,
    })
    await page.goto(`${HOST}/xw/`)
    expect(await readNow()).toMatchObject({ listState: 'none', gaps: ['reading.gap.frame'] })
  })
})

test('text in an open shadow root is read and found again', async () => {
  await serve({ [`${HOST}/a.html`]: '<title>公告</title><div id="host"></div><script>host.attachShadow({ mode: "open" }).innerHTML = "<p>影子里的一段文字。</p>"</script>' })
  await page.goto(`${HOST}/a.html`)
  const found = await page.evaluate((code) => {
    const { readPage, findAnchor } = new Function(`return ${code}`)() as Readers
    const block = readPage(document, { url: location.href, now: new Date() }).blocks.find((b) => b.text.startsWith('影子'))
    if (!block) return null
    return findAnchor(document, { quote: '一段文字', prefix: '影子里的', suffix: '。', start: 4, selector: block.selector })?.range?.toString()
  }, code)
  expect(found).toBe('一段文字')
})

test('a page that replaces itself while it is read gives a reading, not an error', async () => {
  await serve({ [`${HOST}/xw/`]: `${TAGS}<ul>${rows('10').repeat(2000)}</ul>` })
  await page.goto(`${HOST}/xw/`)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const reading = await page.evaluate(async (code) => {
    const { readPageInSlices } = new Function(`return ${code}`)() as Readers
    let rests = 0
    return readPageInSlices(document, { url: location.href, now: new Date() }, async () => {
      if (++rests === 2) document.body.innerHTML = '<p>换成了别的内容</p>'
      await new Promise((go) => setTimeout(go, 0))
    })
  }, code)
  expect(reading.url).toBe(`${HOST}/xw/`)
  expect(errors).toEqual([])
})

test('hidden text and hidden boxes are no text of the page', async () => {
  await serve({
    [`${HOST}/a.html`]: '<title>公告标题文字内容</title><style>.x{display:none}.y{visibility:hidden}.z{display:contents}</style><h1>公告标题文字内容</h1><p class="x">甲</p><p class="y">乙</p><div class="z"><p>丙</p></div><details><summary>丁</summary><p>戊</p></details><p hidden>己</p>',
  })
  await page.goto(`${HOST}/a.html`)
  expect((await readNow()).blocks.map((b) => b.text)).toEqual(['公告标题文字内容', '丙', '丁'])
})
