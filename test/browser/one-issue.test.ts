import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { shanghaiToday } from '../sites/county/clock.ts'
import { countyManifest } from '../sites/manifest.ts'
import { createCountyServer } from '../sites/server.ts'
import type { Issue } from '../../utils/types/issue.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/** One issue from the record to 已整改, in a real browser: edited, looked at, found again on its page, and remembered on the toolbar. */
const { running, person } = await session(await createCountyServer())
let page: Page
let desk: Page
let issue: Issue

beforeAll(async () => {
  const { faults } = countyManifest(shanghaiToday())
  const { url, quote } = faults.find(({ check, quote }) => check.startsWith('wording/') && !check.includes('privacy') && quote !== undefined)!
  page = await running.context.newPage()
  const { findings } = await person.visit(page, url)
  await person.record(page, findings.find(({ evidence }) => evidence.includes(quote!) || quote!.includes(evidence))!)
  issue = (await person.issues())[0]!
  desk = await person.desk()
  await desk.bringToFront()
  await desk.goto(running.own(`ledger.html#/issues/${issue.id}`))
  await desk.getByRole('heading', { name: '第 1 号' }).waitFor()
}, 120_000)

const stored = async () => (await person.issues()).find(({ id }) => id === issue.id)!
const history = async () => (await desk.locator('.history li').first().innerText()).replace(/\s+/g, ' ')

test('the issue and the unit’s answer are edited; the history says it in Chinese; undo takes it back', async () => {
  await desk.keyboard.press('e')
  await desk.getByLabel('备注', { exact: true }).fill('已电话告知')
  await desk.getByLabel('整改情况').selectOption({ label: '整改中' })
  await desk.getByLabel('责任人').fill('王小青')
  await desk.keyboard.press('Control+Enter')
  await desk.locator('.history').getByText('责任人：（空） → 王小青').waitFor()
  expect(await history()).toContain('整改情况：（空） → 整改中')
  expect(await stored()).toMatchObject({ note: '已电话告知', reply: { state: 'working', person: '王小青' } })
  await desk.getByRole('button', { name: '撤销' }).click()
  await until(async () => (await stored()).note === '', () => 'not undone')
  expect(await stored()).toMatchObject({ reply: null })
  await desk.getByText('撤销上一步').waitFor()
})

test('two windows: what both changed is asked about, and nothing of either is lost unseen', async () => {
  const other = await running.context.newPage()
  await other.goto(running.own(`ledger.html#/issues/${issue.id}`))
  await other.getByRole('button', { name: '编辑' }).click()
  await other.getByLabel('备注', { exact: true }).fill('乙写的')
  await desk.bringToFront()
  await desk.getByRole('button', { name: '编辑' }).click()
  await desk.getByLabel('备注', { exact: true }).fill('甲写的')
  await desk.getByRole('button', { name: '保存' }).click()
  await until(async () => (await stored()).note === '甲写的', () => 'not saved')
  await other.bringToFront()
  await other.getByText('另一个窗口刚把它改为：甲写的').waitFor()
  await other.getByRole('button', { name: '保存' }).click()
  expect((await stored()).note).toBe('甲写的')
  await other.getByRole('button', { name: '用我写的' }).click()
  await other.getByRole('button', { name: '保存' }).click()
  await until(async () => (await stored()).note === '乙写的', () => 'not saved')
  await other.close()
  await desk.bringToFront()
})

test('the picture zooms by button, wheel and key, and jumps to the marked place', async () => {
  const sheet = desk.locator('.shot-sheet')
  const width = async () => (await sheet.boundingBox())!.width
  await desk.locator('.shot-sheet img').waitFor()
  const fitted = await width()
  await desk.getByRole('button', { name: '放大' }).click()
  await expect.poll(width).toBeGreaterThan(fitted * 1.2)
  await desk.locator('.shot-frame').focus()
  await desk.keyboard.press('1')
  await until(async () => Math.round(await width()) === 1280, () => 'not at its true size')
  await desk.locator('.shot-frame').hover()
  await desk.mouse.wheel(0, -120)
  await until(async () => (await width()) > 1500, () => 'the wheel did nothing')
  await desk.keyboard.press('0')
  await until(async () => Math.abs((await width()) - fitted) < 1, () => 'not fitted again')
  await desk.getByRole('button', { name: '标记 1' }).click()
  // The marked place stands in the middle of the frame.
  await until(async () => {
    const [mark, frame] = await Promise.all([desk.locator('.shot-line').boundingBox(), desk.locator('.shot-frame').boundingBox()])
    return mark && frame && Math.abs(mark.y + mark.height / 2 - (frame.y + frame.height / 2)) < frame.height / 2 && mark.x >= frame.x - 1
  }, () => 'the marked place is not in the frame')
})

test('opens the page at the place, in the tab it is open in or a new one, and marks it', async () => {
  for (const open of [true, false]) {
    if (!open) await page.close()
    await desk.bringToFront()
    const opened = open ? Promise.resolve(page) : running.context.waitForEvent('page')
    await desk.getByRole('button', { name: '打开原网页并定位' }).click()
    page = await opened
    await person.layer(page).waitFor((text) => text.includes('第 1 号已在网页里标出'))
    await expect.poll(() => person.layer(page).parts('pointed')).toBeGreaterThan(0)
    await desk.getByText('第 1 号已在网页里标出').waitFor()
  }
})

test('where the words are gone it says so and marks nothing else', async () => {
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    for (const text of texts) if (text.data.includes(words.slice(0, 2))) text.data = '此处已改'
  }, issue.quote)
  await desk.bringToFront()
  await desk.getByRole('button', { name: '打开原网页并定位' }).click()
  await person.layer(page).waitFor((text) => text.includes('的原文已不在原处'), 20_000)
  await desk.getByText('但第 1 号的原文已不在原处', { exact: false }).waitFor()
})

test('a step of the life takes its reason, and only allowed steps are offered', async () => {
  await desk.bringToFront()
  expect(await desk.getByRole('button', { name: '销号' }).count()).toBe(0)
  await desk.getByRole('article').focus()
  await desk.keyboard.press('s')
  await desk.keyboard.press('Enter')
  await desk.getByLabel('原因（写入处理记录）').fill('单位来电：已改')
  await desk.keyboard.press('Enter')
  await desk.locator('.history').getByText('原因：单位来电：已改').waitFor()
  expect(await stored()).toMatchObject({ status: 'fixed' })
  await desk.getByRole('button', { name: '重新打开' }).click()
  await desk.getByRole('button', { name: '复查未改到位' }).click()
  await desk.getByRole('button', { name: '确认：待整改' }).click()
  await until(async () => (await stored()).status === 'open', () => 'not reopened')
})

test('on a working morning the toolbar counts what is due, until the ledger is opened that day', async () => {
  // Monday 7 December 2026, 9:00 in Shanghai: long after the deadline.
  const morning = Date.parse('2026-12-07T09:00:00+08:00')
  const worker = await running.worker()
  await worker.evaluate((now) => {
    const Real = Date
    globalThis.Date = class extends Real {
      constructor(...given: unknown[]) {
        super(...((given.length > 0 ? given : [now]) as [number]))
      }
      static override now() {
        return now
      }
    } as DateConstructor
  }, morning)
  /** Fires the alarm as the browser does, and waits until the next one is set. */
  const ring = async () => {
    await worker.evaluate(() => chrome.alarms.create('reminder', { when: performance.timeOrigin + performance.now() }))
    await until(async () => (await worker.evaluate(() => chrome.alarms.get('reminder')))?.scheduledTime === Date.parse('2026-12-08T08:30:00+08:00'), () => 'no next alarm', 30_000)
  }
  const badge = (tabId?: number) => worker.evaluate((id) => chrome.action.getBadgeText(id === undefined ? {} : { tabId: id }), tabId)
  await ring()
  await until(async () => /^(期1|1!)$/.test(await badge()), () => 'no reminder')
  // A page with findings keeps its own count.
  const other = await running.context.newPage()
  const { findings } = await person.visit(other, 'http://www.qinghe.gov.cn/bsfw/')
  const tabId = await desk.evaluate(async () => (await chrome.tabs.query({ url: '*://www.qinghe.gov.cn/bsfw/' }))[0]!.id!)
  await until(async () => (await badge(tabId)) === (findings.length ? String(findings.length) : ''), () => 'not its own badge')
  // The ledger, opened that morning, clears it; the alarm brings it back only the next day.
  await desk.clock.setFixedTime(morning)
  await desk.bringToFront()
  await desk.reload()
  await until(async () => (await badge()) === '', () => 'not cleared')
  await ring()
  expect(await badge()).toBe('')
})
