import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Issue } from '../../../utils/types/issue.ts'
import { shanghaiToday } from '../../sites/county/clock.ts'
import { countyManifest, ROSTER_CSV } from '../../sites/manifest.ts'
import type { Person } from './person.ts'

/** Faults of four units, with and without a place to frame. */
const RECORDED = ['decisions-blank', 'attachment-404', 'id-number', 'state-name', 'farming-future', 'health-news-40-days']

/** Imports the roster and records some pages of the county, as a person does. */
export async function recordSome(person: Person): Promise<void> {
  await person.importRoster({ name: '台账.csv', buffer: Buffer.from(ROSTER_CSV) })
  const { faults } = countyManifest(shanghaiToday())
  const page = await person.running.context.newPage()
  for (const id of RECORDED) {
    const fault = faults.find((one) => one.id === id)!
    const { findings } = await person.visit(page, fault.url)
    await person.record(page, findings.find(({ check }) => check.startsWith(fault.check))!)
  }
  await page.close()
}

/** 导出, with its table counted. */
export async function openExports(person: Person): Promise<Page> {
  const desk = await person.desk()
  await desk.bringToFront()
  await desk.goto(person.running.own('ledger.html#/export'))
  await desk.reload()
  await desk.getByText('按单位导出：', { exact: false }).waitFor()
  return desk
}

/** Clicks a button and takes what is downloaded, and the sentence that says so. */
export async function saved(desk: Page, button: string): Promise<{ name: string; bytes: Uint8Array; says: string }> {
  const waiting = desk.waitForEvent('download')
  await desk.getByRole('button', { name: button, exact: true }).click()
  const download = await waiting
  const bytes = new Uint8Array(await readFile(await download.path()))
  return { name: download.suggestedFilename(), bytes, says: await told(desk) }
}

/** How the last export went, once it is over: the file may be there a moment before. */
export async function told(desk: Page): Promise<string> {
  return desk.locator('.export-told .done, .export-told .problem').first().innerText()
}

/** Changes an issue behind the ledger's back. The windows notice when they are loaded again. */
export function changeIssue(desk: Page, id: string, changes: Partial<Issue>): Promise<void> {
  return desk.evaluate(
    async ([id, changes]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const open = indexedDB.open('duwang')
        open.addEventListener('success', () => resolve(open.result))
      })
      const store = db.transaction('issues', 'readwrite', { durability: 'strict' }).objectStore('issues')
      await new Promise<void>((resolve) => {
        const get = store.get(id)
        get.addEventListener('success', () => {
          store.put({ ...(get.result as object), ...changes })
          store.transaction.addEventListener('complete', () => resolve())
        })
      })
      db.close()
    },
    [id, changes] as const,
  )
}

/** Takes a stored screenshot away, or puts other bytes in its place. */
export function spoilShot(desk: Page, hash: string, how: 'gone' | 'damaged'): Promise<void> {
  return desk.evaluate(
    async ([hash, how]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const open = indexedDB.open('duwang')
        open.addEventListener('success', () => resolve(open.result))
      })
      const store = db.transaction('shots', 'readwrite', { durability: 'strict' }).objectStore('shots')
      await new Promise<void>((resolve) => {
        store.transaction.addEventListener('complete', () => resolve())
        if (how === 'gone') store.delete(hash)
        else {
          const get = store.get(hash)
          get.addEventListener('success', () => {
            const { thumbnail: _, ...shot } = get.result as { thumbnail?: Blob }
            store.put({ ...shot, image: new Blob(['no picture any more']) })
          })
        }
      })
      db.close()
    },
    [hash, how] as const,
  )
}
