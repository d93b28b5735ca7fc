import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { createCountyServer } from '../sites/server.ts'
import { soon } from '../soon.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/** Every way to record, to undo and to switch off, as a person meets them. */
const COLUMN = 'http://www.qinghe.gov.cn/zwgk/rsxx/'

const { server: county, running, person } = await session(await createCountyServer())
let page: Page

beforeEach(async () => {
  page = await running.context.newPage()
  await person.visit(page, COLUMN)
  await page.bringToFront()
  return () => page.close()
})

const standing = async () => (await person.issues()).filter(({ deletedAt }) => deletedAt === null)

/** Lets the browser tell the background what it tells when a person uses the context menu or a shortcut: headless has neither. */
async function tellBackground(event: 'menu' | 'shortcut', detail: Record<string, unknown>): Promise<void> {
  const worker = await running.worker()
  await worker.evaluate(
    async ({ event, detail, url }) => {
      const [tab] = await chrome.tabs.query({ url })
      if (event === 'menu') chrome.contextMenus.onClicked.dispatch({ menuItemId: 'record', editable: false, pageUrl: url, ...detail }, tab)
      else chrome.commands.onCommand.dispatch(detail['command'], tab)
    },
    { event, detail, url: COLUMN },
  )
}

test('Alt+Shift+D records the selected words, with the place outlined', async () => {
  const before = (await standing()).length
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf('免职')
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 2)
      getSelection()!.removeAllRanges()
      getSelection()!.addRange(range)
      return
    }
  })
  await tellBackground('shortcut', { command: 'record-page' })
  await person.layer(page).waitFor((text) => text.includes('已记录 第'))
  const issues = await standing()
  expect(issues).toHaveLength(before + 1)
  expect(issues.at(-1)).toMatchObject({ check: 'manual/other', quote: '免职', url: COLUMN, shots: [{ outlines: [{ label: '1' }] }] })
  expect(issues.at(-1)!.context).toContain('免职')
})

test('the context menu records a picture', async () => {
  const src = await page.evaluate(() => [...document.images].find((image) => image.getBoundingClientRect().width > 0)!.src)
  await tellBackground('menu', { mediaType: 'image', srcUrl: src })
  await person.layer(page).waitFor((text) => text.includes('已记录 第'))
  expect((await standing()).at(-1)).toMatchObject({ check: 'manual/picture', url: COLUMN })
})

test('the popup records a sentence of one’s own, and takes it back', async () => {
  await person.recordPage(page, '页面右侧的图片变形')
  const recorded = (await standing()).at(-1)!
  expect(recorded).toMatchObject({ description: '页面右侧的图片变形', check: 'manual/wording', severity: 'general' })
  expect(recorded.shots).toHaveLength(1)
  const popup = await person.popup(page)
  await popup.getByRole('button', { name: new RegExp(`撤销.*${recorded.number}`) }).first().click()
  await popup.getByText(`已撤销 第 ${recorded.number} 号`).waitFor()
  expect((await standing()).map(({ id }) => id)).not.toContain(recorded.id)
  await popup.close()
})

test('undo in the page takes the issue back and the finding can be recorded again', async () => {
  const glance = await person.settled(page)
  await person.record(page, glance.findings[0]!)
  const { id, number } = (await standing()).at(-1)!
  await person.layer(page).click('撤销')
  await person.layer(page).waitFor((text) => text.includes(`已撤销 第 ${number} 号`))
  expect((await standing()).map((issue) => issue.id)).not.toContain(id)
  await soon(async () => expect((await person.settled(page)).recorded).toEqual({}))
})

test('忽略 on this site hides a finding here and on sister pages until it is taken back', async () => {
  const [finding] = (await person.settled(page)).findings
  const layer = person.layer(page)
  await layer.openPanel()
  await layer.clickItem(0, '忽略')
  await layer.clickItem(0, '本网站')
  await layer.waitFor((text) => text.includes('本网站不再提示这一条'))
  await soon(async () => expect((await person.settled(page)).findings.map(({ id }) => id)).not.toContain(finding!.id))
  expect((await person.visit(page, COLUMN)).findings.map(({ id }) => id)).not.toContain(finding!.id)
  const desk = await person.desk()
  await desk.bringToFront()
  await desk.goto(running.own('ledger.html#/settings/ignores'))
  await desk.getByRole('button', { name: '恢复', exact: false }).first().click()
  await desk.getByText('已恢复提示').waitFor()
  expect((await person.visit(page, COLUMN)).findings.map(({ id }) => id)).toContain(finding!.id)
})

test('the unit of an unknown site is asked once and remembered, for issues already recorded too', async () => {
  await person.recordPage(page, '先记录，后认单位')
  const orphan = (await standing()).at(-1)!
  expect(orphan.unitId).toBeNull()
  const popup = await person.popup(page)
  await popup.getByRole('combobox', { name: '单位', exact: false }).first().fill('青禾县人民政府办公室')
  await popup.getByRole('button', { name: '确定' }).click()
  await popup.getByText('本页属于哪个单位').waitFor({ state: 'detached' })
  await popup.close()
  expect((await person.visit(page, 'http://www.qinghe.gov.cn/xwzx/dtyw/')).belonging.unit?.name).toBe('青禾县人民政府办公室')
  expect((await standing()).find(({ id }) => id === orphan.id)).toMatchObject({ unitName: '青禾县人民政府办公室' })
})

test('a page of the browser’s own gets a plain sentence', async () => {
  await page.goto('about:blank')
  const desk = await person.desk()
  const id = await desk.evaluate(async () => (await chrome.tabs.query({ url: 'about:blank' }))[0]?.id)
  const popup = await running.context.newPage()
  await popup.goto(running.own(`popup.html#tab=${id}`))
  await popup.getByText('浏览器不允许扩展读取和截取这个页面', { exact: false }).waitFor()
  await popup.close()
})

test('a site that is switched off gets no code and no request, until it is switched on again', async () => {
  const popup = await person.popup(page)
  await popup.getByRole('switch').click()
  await until(async () => (await person.layer(page).text()) === '', () => 'the layer stayed')
  await page.goto(COLUMN)
  county.requests.length = 0
  const state = await until(async () => {
    const scripts = await (await person.desk()).evaluate(() => chrome.scripting.getRegisteredContentScripts())
    return scripts[0]?.excludeMatches?.includes('*://www.qinghe.gov.cn/*') && scripts
  }, () => 'the script stayed registered')
  expect(state).toHaveLength(1)
  expect(await person.glance(page)).toBeNull()
  expect(await page.evaluate(() => document.querySelector('duwang-layer'))).toBeNull()
  expect(county.requests.map(({ path }) => path)).toEqual([])
  await popup.getByText('本网站的检查已关闭', { exact: false }).waitFor()
  await popup.getByRole('switch').click()
  await soon(async () => expect((await person.settled(page)).findings.length).toBeGreaterThan(0))
  await popup.close()
})

test('a site outside gov.cn is read only after it was switched on', async () => {
  await page.goto('http://www.bailuhe-lvyou.com/')
  expect(await person.glance(page)).toBeNull()
  const popup = await person.popup(page)
  await popup.getByText('这个网站没有打开检查', { exact: false }).waitFor()
  await popup.getByRole('switch').click()
  expect((await person.settled(page)).host).toBe('www.bailuhe-lvyou.com')
  await popup.getByRole('switch', { checked: true }).click()
  await until(async () => (await person.glance(page)) === null, () => 'the code stayed')
  await popup.close()
})
