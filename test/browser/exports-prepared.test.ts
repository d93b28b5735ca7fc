import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { createCountyServer } from '../sites/server.ts'
import { changeIssue, recordSome } from './kit/exporting.ts'
import { session } from './kit/session.ts'

/** Copies of screenshots are there before anybody exports: made by the hidden page soon after recording, with no ledger page open. */
const { running, person } = await session(await createCountyServer())

beforeAll(async () => {
  await recordSome(person)
}, 180_000)

/** Keys of the copies, in a page of ours that prepares none. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const open = indexedDB.open('duwang')
      open.addEventListener('success', () => resolve(open.result))
    })
    const keys = await new Promise<string[]>((resolve) => {
      const get = db.transaction('prepared').objectStore('prepared').getAllKeys()
      get.addEventListener('success', () => resolve(get.result as string[]))
    })
    db.close()
    return keys.sort()
  })

async function until(page: Page, holds: (keys: string[]) => boolean): Promise<string[]> {
  for (const end = Date.now() + 60_000; Date.now() < end; await page.waitForTimeout(200)) {
    const keys = await kept(page)
    if (holds(keys)) return keys
  }
  throw new Error(`copies: ${(await kept(page)).length}`)
}

/** Records the page as a whole from the popup, without a ledger page. */
async function recordPage(page: Page, own: Page): Promise<void> {
  const id = await own.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id, page.url())
  const popup = await running.context.newPage()
  await popup.goto(running.own(`popup.html#tab=${id}`))
  await popup.getByPlaceholder('手工补记', { exact: false }).fill('页面打不开下载')
  await page.bringToFront()
  await popup.evaluate(() => document.querySelector<HTMLFormElement>('form.record')?.requestSubmit())
  await popup.getByText('已记录', { exact: false }).first().waitFor()
  await popup.close()
}

test('after recording, with the ledger closed; other marks give another copy', { timeout: 180_000 }, async () => {
  const issues = await person.issues()
  const [one] = issues
  const own = await running.context.newPage()
  await own.goto(running.own('popup.html'))
  for (const page of running.context.pages()) if (page.url().includes('ledger.html')) await page.close()
  await own.evaluate(clear, 'prepared')

  const page = await running.context.newPage()
  await page.goto('http://www.qinghe.gov.cn/')
  await recordPage(page, own)
  const first = await until(own, (keys) => keys.length === 2 * (issues.length + 1))
  await changeIssue(own, one!.id, { shots: one!.shots.map((shot) => ({ ...shot, personal: [{ x: 0, y: 0, width: 40, height: 40 }] })) })
  await recordPage(page, own)
  // Whole and small of the changed one, and the new one whole: small, without its strip, it is the same picture as the one before.
  const second = await until(own, (keys) => keys.filter((key) => !first.includes(key)).length === 3)
  expect(second.length).toBe(first.length + 3)
})

async function clear(name: string): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const open = indexedDB.open('duwang')
    open.addEventListener('success', () => resolve(open.result))
  })
  const store = db.transaction(name, 'readwrite').objectStore(name)
  await new Promise<void>((resolve) => {
    store.transaction.addEventListener('complete', () => resolve())
    store.clear()
  })
  db.close()
}
