import { expect, test } from 'vitest'
import { servePages } from './kit/pages.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/** Pages that no one would want to read: each is read or its limits are said, and recording goes on. */
const HOST = 'bad.qinghe.gov.cn'
const at = (path: string) => `http://${HOST}${path}`
const paragraph = '各乡镇人民政府，县政府各部门：现将有关事项通知如下，请认真贯彻执行，并于月底前报送工作情况。'
const head = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>关于报送工作情况的通知</title>'

const pages = {
  [`${HOST}/large`]: `${head}<body><h1>关于报送工作情况的通知</h1><p>发布时间：2026-11-10</p>${`<p>${paragraph}</p>`.repeat(33_000)}<p>我们的的工作</p></body>`,
  [`${HOST}/links`]: `${head}<body><h1>链接很多</h1>${Array.from({ length: 10_000 }, (_, i) => `<p><a href="/l/${i}.html">第${i}条</a></p>`).join('')}</body>`,
  [`${HOST}/bodiless`]: `${head}<script>document.body?.remove(); document.documentElement.append(document.createElement('head'))</script>`,
  [`${HOST}/frames`]: `<!doctype html><html><head><meta charset="utf-8"><title>框架页</title></head><frameset cols="30%,70%"><frame src="/left"><frame src="/right"></frameset></html>`,
  [`${HOST}/restless`]: `${head}<body><h1>不停变化的页面</h1><p>发布时间：2026-11-10</p><p>请于2月30日前完成。</p><div id="clock"></div><script>setInterval(() => { document.getElementById('clock').innerHTML = '<span>' + Date.now() + '</span>' }, 100)</script></body>`,
  [`${HOST}/names`]: `${head}<body><form id="browser"><input name="runtime" id="x"></form><img id="chrome" name="chrome"><object id="duwangWindows"></object><a id="duwangCapture"></a><h1>与扩展同名的页面</h1><p>请于2月30日前完成。</p></body>`,
  [`${HOST}/silencer`]: `${head}<body><h1>想让扩展停下的页面</h1><p>请于2月30日前完成。</p></body>`,
  [`${HOST}/twice`]: `${head}<body><h1>脚本来了两次的页面</h1><p>请于2月30日前完成。</p></body>`,
  [`${HOST}/impostor`]: `${head}<body><duwang-layer id="duwang-layer"><button>已记录 第 99 号</button></duwang-layer><style>duwang-layer { display: none !important; position: fixed !important }</style><h1>冒充的页面</h1><p>请于2月30日前完成。</p></body>`,
}

const { server, running, person } = await session(await servePages(pages, (address) => (/\/l\/\d+\.html$/.test(address) ? `${head}<body><h1>${address}</h1><p>第${address}条，与别的都不同。</p>` : null)))

test('a page of 5 MB is read in the page’s pauses', async () => {
  const page = await running.context.newPage()
  const { findings } = await person.visit(page, at('/large'))
  expect(findings.map(({ evidence }) => evidence)).toContain('的的')
  await page.close()
})

test('a page with 10,000 links stays usable while they are looked at, and the look can be stopped', async () => {
  const page = await running.context.newPage()
  await page.goto(at('/links'))
  const glance = await until(async () => {
    const glance = await person.glance(page)
    return glance?.state === 'ready' && glance.links.done > 100 ? glance : null
  }, () => 'links were never looked at', 40_000)
  expect(glance.links.total).toBe(10_000)
  await page.bringToFront()
  await person.layer(page).openPanel()
  await person.layer(page).click('全部停止')
  await until(async () => {
    const glance = await person.glance(page)
    return glance?.state === 'ready' && glance.links.paused
  }, () => 'the look never stopped')
  await person.recordPage(page, '链接太多')
  const asked = server.requests.length
  await person.recordPage(page, '链接真的太多')
  expect(server.requests.length).toBe(asked)
  expect(asked).toBeLessThan(5_000)
  await page.close()
})

test('a page without a body does no harm', async () => {
  const page = await running.context.newPage()
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  await person.visit(page, at('/bodiless'))
  expect(errors).toEqual([])
  await page.close()
})

test('a page in frames says that the frames were not read', async () => {
  const page = await running.context.newPage()
  const { unchecked } = await person.visit(page, at('/frames'))
  expect(unchecked.map(({ key }) => key).filter((key) => key.includes('frame'))).toHaveLength(1)
  await page.close()
})

test('a page that rewrites itself ten times a second is not read ten times a second, and its fault is recorded', async () => {
  const page = await running.context.newPage()
  const { findings } = await person.visit(page, at('/restless'))
  const fault = findings.find(({ evidence }) => evidence.includes('2月30日'))!
  await person.record(page, fault)
  const [issue] = (await person.issues()).filter(({ url }) => url === at('/restless'))
  expect(issue).toMatchObject({ quote: '2月30日', shots: [{ outlines: [{ label: '1' }] }] })
  await page.close()
})

test('an element that calls itself ours changes nothing', async () => {
  const page = await running.context.newPage()
  const { findings } = await person.visit(page, at('/impostor'))
  const before = (await person.issues()).length
  await page.evaluate(() => document.querySelector('button')!.click())
  expect(await person.issues()).toHaveLength(before)
  await person.record(page, findings.find(({ evidence }) => evidence.includes('2月30日'))!)
  expect(await person.issues()).toHaveLength(before + 1)
  await page.close()
})

test('elements that bear the names of the browser’s API and of our scripts keep nothing from being read and recorded', async () => {
  const page = await running.context.newPage()
  const { findings } = await person.visit(page, at('/names'))
  const before = (await person.issues()).length
  await person.record(page, findings.find(({ evidence }) => evidence.includes('2月30日'))!)
  expect(await person.issues()).toHaveLength(before + 1)
  await page.close()
})

test('no event of the page ends our script there', async () => {
  const page = await running.context.newPage()
  const { findings } = await person.visit(page, at('/silencer'))
  const [, , id] = running.own('').split('/')
  // WXT's own scripts would go at this sign.
  await page.evaluate((id) => {
    const detail = { contentScriptName: 'page', messageId: 'x' }
    for (const name of [`${id}:page:wxt:content-script-started`, 'page:wxt:content-script-started', 'wxt:content-script-started']) document.dispatchEvent(new CustomEvent(name, { detail }))
  }, id)
  await person.record(page, findings.find(({ evidence }) => evidence.includes('2月30日'))!)
  await page.close()
})

test('scripts that are put into a page twice are there once', async () => {
  const page = await running.context.newPage()
  await person.visit(page, at('/twice'))
  await (await person.desk()).evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url })
    for (const file of ['/content-scripts/page.js', '/page-windows.js', '/page-windows.js']) await chrome.scripting.executeScript({ target: { tabId: tab!.id! }, files: [file] })
  }, at('/twice'))
  const { findings } = await person.settled(page)
  const layer = person.layer(page)
  await page.bringToFront()
  await layer.openPanel()
  expect([await layer.parts('chip'), await layer.parts('panel')]).toEqual([1, 1])
  expect(await page.evaluate(() => document.querySelectorAll('duwang-layer').length)).toBe(1)
  await person.record(page, findings.find(({ evidence }) => evidence.includes('2月30日'))!)
  await page.close()
})
