import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { createCountyServer } from '../sites/server.ts'
import { objections } from './kit/axe.ts'
import { layerReady } from './kit/capturing.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/**
 * The popup's content beside the pages. A headless browser shows no side panel, so its page stands in a window of its own and
 * follows the window in which pages are read, as the browser's panel follows the window that it belongs to.
 */
const COLUMN = 'http://www.qinghe.gov.cn/zwgk/rsxx/'
const OTHER = 'http://wjj.qinghe.gov.cn/gzdt.htm'

const { running, person } = await session(await createCountyServer())
let [first, second, panel] = [] as unknown as [Page, Page, Page]

beforeAll(async () => {
  first = await running.context.newPage()
  await person.visit(first, COLUMN)
  second = await running.context.newPage()
  await person.visit(second, OTHER)
  const opening = running.context.waitForEvent('page')
  await (await person.desk()).evaluate(async (url) => {
    const [{ windowId } = { windowId: -1 }] = await chrome.tabs.query({ url })
    await chrome.windows.create({ url: `sidepanel.html#window=${windowId}`, width: 400, height: 700 })
  }, COLUMN)
  panel = await opening
}, 120_000)

const says = (text: string) => panel.getByText(text, { exact: false }).first().waitFor()

test('the browser has it for every page, and does not open it in place of the popup', async () => {
  const told = await (await person.desk()).evaluate(async () => {
    const { sidePanel } = chrome as unknown as { sidePanel: { getOptions: (of: object) => Promise<object>; getPanelBehavior: () => Promise<object> } }
    return [await sidePanel.getOptions({}), await sidePanel.getPanelBehavior()]
  })
  expect(told).toEqual([{ enabled: true, path: 'sidepanel.html' }, { openPanelOnActionClick: false }])
})

test('it follows the tab in front and its changes; what was typed stays, and is recorded of the page in front', async () => {
  await second.bringToFront()
  await says('wjj.qinghe.gov.cn')
  await panel.getByRole('textbox', { name: '问题描述' }).fill('页面底部电话打不通')
  await first.bringToFront()
  await panel.locator('.popup-host', { hasText: 'www.qinghe.gov.cn' }).waitFor()
  await first.goto('chrome://version')
  await says('浏览器没有告诉侧边栏这是什么网页')
  await panel.getByRole('textbox', { name: '问题描述' }).waitFor({ state: 'detached' })
  await person.visit(first, COLUMN)
  await says('人事信息')
  await expect.poll(() => panel.getByRole('textbox', { name: '问题描述' }).inputValue()).toBe('页面底部电话打不通')
  // By the keyboard alone, as Enter sends any form.
  await panel.getByRole('textbox', { name: '问题描述' }).press('Enter')
  await says('已记录 第 1 号')
  expect(await person.issues()).toMatchObject([{ description: '页面底部电话打不通', url: COLUMN, shots: [{}] }])
  await expect.poll(() => panel.getByRole('textbox', { name: '问题描述' }).inputValue()).toBe('')
})

test('a site is switched off and on from it; choosing in the page leaves it open', async () => {
  await panel.getByRole('switch', { name: '本网站启用' }).click()
  await says('本网站未启用')
  await panel.getByRole('button', { name: '在本网站启用' }).click()
  await panel.getByRole('textbox', { name: '问题描述' }).waitFor()
  await panel.getByRole('button', { name: '框选区域' }).click()
  await layerReady(first)
  expect(panel.isClosed()).toBe(false)
  await first.keyboard.press('Escape')
})

test('nothing sticks out at any width, and axe finds nothing', async () => {
  for (const width of [160, 320, 400, 900]) {
    await panel.setViewportSize({ width, height: 700 })
    await panel.waitForFunction((width) => innerWidth === width, width)
    await expect.poll(() => panel.evaluate(() => document.documentElement.scrollWidth - innerWidth), { message: `${width} px` }).toBeLessThanOrEqual(0)
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await panel.emulateMedia({ colorScheme })
    expect(await objections(panel), colorScheme).toEqual([])
  }
})

test('the popup has a button for it; the panel itself has none', async () => {
  const popup = await person.popup(first)
  await popup.getByRole('button', { name: '在侧边栏里打开' }).waitFor()
  await popup.close()
  expect(await panel.getByRole('button', { name: '在侧边栏里打开' }).count()).toBe(0)
  await until(async () => (await panel.getByText('今日已记录 1 条').count()) === 1, () => 'the panel does not count')
})
