import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { createCountyServer } from '../sites/server.ts'
import { fillDisk } from './kit/full-disk.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/** What can go wrong while recording: each gives a sentence, and nothing already recorded is lost. */
const COLUMN = 'http://www.qinghe.gov.cn/zwgk/rsxx/'

const { running, person } = await session(await createCountyServer())
let page: Page

beforeEach(async () => {
  page = await running.context.newPage()
  await person.visit(page, COLUMN)
  await page.bringToFront()
  return () => page.close()
})

/** Ends the background as the browser does after 30 idle seconds. */
async function killBackground(): Promise<void> {
  const desk = await person.desk()
  const session = await running.context.newCDPSession(desk)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.detach()
}

test('a background that dies in the middle of a capture: the page asks again, and one issue with one picture stands', async () => {
  const worker = await running.worker()
  // The capture never answers, so that there is a middle to die in.
  await worker.evaluate(() => {
    Object.assign(globalThis, { captures: 0 })
    chrome.tabs.captureVisibleTab = () => {
      Object.assign(globalThis, { captures: 1 })
      return new Promise(() => undefined)
    }
  })
  const layer = person.layer(page)
  await layer.openPanel()
  await layer.clickItem(0, '记录')
  await until(() => worker.evaluate(() => (globalThis as unknown as { captures: number }).captures === 1), () => 'nothing was captured')
  await killBackground()
  await layer.waitFor((text) => text.includes('已记录 第 1 号'))
  const issues = await person.issues()
  expect(issues).toHaveLength(1)
  expect(issues[0]!.shots).toHaveLength(1)
  expect(await person.shots()).toMatchObject([{ intact: true }])
})

test('a background that was killed while links were looked at: the rest is looked at', async () => {
  await page.goto('http://www.qinghe.gov.cn/')
  await until(async () => {
    const glance = await person.glance(page)
    return glance?.state === 'ready' && glance.links.done > 0
  }, () => 'no link was looked at')
  await killBackground()
  const { links } = await person.settled(page)
  expect(links.done).toBe(links.total)
})

test('a full disk: a sentence, nothing half-written, and all that was recorded is there', async () => {
  await person.visit(page, 'http://www.qinghe.gov.cn/bsfw/')
  const before = await person.issues()
  const shots = await person.shots()
  await page.bringToFront()
  await fillDisk(running)
  const layer = person.layer(page)
  await layer.openPanel()
  await layer.clickItem(0, '记录')
  await layer.waitFor((text) => text.includes('磁盘空间不足'))
  expect(await person.issues()).toEqual(before)
  expect(await person.shots()).toEqual(shots)
  await killBackground()
})

test('three records at once: the third capture of a second is refused by the browser, tried again, and none is lost', async () => {
  const before = (await person.issues()).length
  const desk = await person.desk()
  const [tab] = await desk.evaluate((url) => chrome.tabs.query({ url }), COLUMN)
  await page.bringToFront()
  const answers = await desk.evaluate(
    ({ tabId, ids }) =>
      Promise.all(
        ids.map((issueId) => {
          const target = { kind: 'manual', type: 'manual/other', severity: 'minor', description: issueId, unitId: null }
          return chrome.runtime.sendMessage({ to: 'background', name: 'issue.record', data: { issueId, target, tabId } })
        }),
      ),
    { tabId: tab!.id!, ids: ['A', 'B', 'C'].map((letter) => `01JD000000000000000000000${letter}`) },
  )
  expect(answers).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
  const added = (await person.issues()).filter(({ description }) => description.startsWith('01JD'))
  expect(added.map(({ number }) => number).sort()).toEqual([before + 1, before + 2, before + 3])
  expect(added.map(({ shots }) => shots.length)).toEqual([1, 1, 1])
})
