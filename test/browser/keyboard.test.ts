import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { createCountyServer } from '../sites/server.ts'
import { objections } from './kit/axe.ts'
import { press } from './kit/capturing.ts'
import { hasKeyboard, tabTo } from './kit/keys.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/** From a page to the exported list by keys alone; on the way axe looks at every tab, light, dark and in forced colours, and at 200 %. */
const COLUMN = 'http://www.qinghe.gov.cn/zwgk/rsxx/'
const TABS = ['概览', '问题', '复查', '单位', '轮次', '自查', '导出', '团队', '设置']

const { running, person } = await session(await createCountyServer())
let page: Page
let desk: Page

beforeAll(async () => {
  desk = await person.desk()
  page = await running.context.newPage()
  await person.visit(page, COLUMN)
}, 120_000)

test('a suspicion is recorded from the page', async () => {
  await page.bringToFront()
  await press(person, page, 'next-mark')
  const layer = person.layer(page)
  await layer.waitFor((text) => text.includes('记录'))
  await until(async () => (await layer.focused()).includes('依据'), () => 'the card has not got the keyboard')
  for (let step = 0; step < 8 && (await layer.focused()).trim() !== '记录'; step++) await page.keyboard.press('Tab')
  expect((await layer.focused()).trim()).toBe('记录')
  await page.keyboard.press('Enter')
  await layer.waitFor((text) => text.includes('已记录 第 1 号'))
})

test('the popup leads to the ledger; the issue is found, opened and closed', async () => {
  const popup = await person.popup(page)
  await popup.bringToFront()
  await popup.getByText('今日已记录 1 条').waitFor()
  await tabTo(popup.getByRole('button', { name: '打开台账', exact: true }))
  // The ledger page is there; it is brought to the front, at its beginning.
  const shown = desk.waitForEvent('load')
  await popup.keyboard.press('Enter')
  await shown
  await desk.getByRole('navigation').waitFor()
  await desk.getByText('人事信息', { exact: false }).first().waitFor()
  const grid = desk.getByRole('grid')
  await tabTo(grid)
  await desk.keyboard.press('/')
  await desk.keyboard.type('人事')
  const search = desk.locator('.filters-text')
  expect([await hasKeyboard(search), await search.inputValue()]).toEqual([true, '人事'])
  await tabTo(grid)
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('s')
  for (const [button, status] of [['标为已整改', 'fixed'], ['销号', 'closed']] as const) {
    await tabTo(desk.getByRole('button', { name: button, exact: true }))
    await desk.keyboard.press('Enter')
    // The reason has the keyboard at once.
    await desk.keyboard.press('Enter')
    await until(async () => (await person.issues())[0]!.status === status, () => `never ${status}`)
  }
})

test('the list is exported', async () => {
  await tabTo(desk.getByRole('navigation').getByText('导出', { exact: true }))
  await desk.keyboard.press('Enter')
  await tabTo(desk.getByRole('button', { name: '导出本周', exact: true }))
  const waiting = desk.waitForEvent('download')
  await desk.keyboard.press('Enter')
  expect((await waiting).suggestedFilename()).toMatch(/^问题清单-.*\.csv$/)
})

const LOOKS = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }],
] as const

test.each(TABS)('axe has nothing against %s, light, dark, in forced colours; at twice the size nothing sticks out', async (tab) => {
  await desk.setViewportSize({ width: 1280, height: 800 })
  await desk.getByRole('navigation').getByText(tab, { exact: true }).click()
  await desk.locator('.bar-tab[aria-current=page]', { hasText: tab }).waitFor()
  await desk.locator('main > *').first().waitFor()
  for (const [name, media] of LOOKS) {
    await desk.emulateMedia(media)
    expect(await objections(desk), name).toEqual([])
  }
  await desk.setViewportSize({ width: 640, height: 400 })
  await desk.waitForFunction(() => innerWidth === 640)
  await expect.poll(() => desk.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})
