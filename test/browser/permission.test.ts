import { expect, test } from 'vitest'
import { createCountyServer } from '../sites/server.ts'
import { session } from './kit/session.ts'

/** The build that people install: it may read government sites, and takes pictures only when allowed. */
const { running, person } = await session(await createCountyServer(), { extension: '.output/chrome-mv3' })

test('without leave for screenshots an issue is recorded all the same, and the way to allow them is shown', async () => {
  const page = await running.context.newPage()
  await person.visit(page, 'http://www.qinghe.gov.cn/zwgk/rsxx/')
  await page.bringToFront()
  const layer = person.layer(page)
  await layer.openPanel()
  await layer.clickItem(0, '记录')
  await layer.waitFor((text) => text.includes('已记录 第 1 号，但没有截图'))
  const [issue] = await person.issues()
  expect(issue).toMatchObject({ number: 1, shots: [], check: 'freshness/column-overdue' })
  await layer.click('允许截图')
  const desk = await person.desk()
  await desk.waitForURL(running.own(`ledger.html#/allow/${issue!.id}`))
  await desk.getByRole('button', { name: '允许', exact: false }).waitFor()
})

test('the popup says that screenshots are not allowed yet', async () => {
  const page = running.context.pages().find((page) => page.url().startsWith('http://www.qinghe'))!
  const popup = await person.popup(page)
  await popup.getByRole('button', { name: '允许截图', exact: false }).waitFor()
  await popup.close()
})

test('links to hosts it may not read are left to a person, never called dead', async () => {
  const page = await running.context.newPage()
  const { findings, links } = await person.visit(page, 'http://nyj.qinghe.gov.cn/')
  expect(links.unsure).toBeGreaterThan(0)
  expect(findings.filter(({ check, evidence }) => check === 'links/dead' && !evidence.includes('qinghe.gov.cn'))).toEqual([])
})

test('on a site outside gov.cn no code runs', async () => {
  const page = await running.context.newPage()
  await page.goto('http://www.bailuhe-lvyou.com/')
  expect(await page.evaluate(() => document.querySelector('duwang-layer'))).toBeNull()
  const scripts = await (await person.desk()).evaluate(() => chrome.scripting.getRegisteredContentScripts())
  expect(scripts.map(({ matches }) => matches)).toEqual([['*://*.gov.cn/*']])
})
