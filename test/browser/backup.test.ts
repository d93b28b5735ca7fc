import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { createCountyServer } from '../sites/server.ts'
import { readAll } from './kit/database.ts'
import { fillDisk } from './kit/full-disk.ts'
import { session } from './kit/session.ts'
import { until } from './kit/until.ts'

/** 备份, 恢复, 归档, 删除全部, 磁盘满: walked in a real browser, with its own database, files and downloads. */
const COLUMN = 'http://www.qinghe.gov.cn/zwgk/rsxx/'

const { running, person } = await session(await createCountyServer())
let page: Page
let desk: Page
let backup: Buffer

beforeAll(async () => {
  desk = await person.desk()
  await chooseChinese()
  page = await running.context.newPage()
  await person.visit(page, COLUMN)
  await person.recordPage(page, '第一条')
  await person.recordPage(page, '第二条')
  await desk.bringToFront()
  await desk.goto(running.own('ledger.html#/settings/storage'))
}, 120_000)

/** Chosen by hand, whatever the browser speaks: there and back, so that the choice is stored. */
async function chooseChinese(): Promise<void> {
  const english = desk.getByRole('button', { name: 'English' })
  await desk.getByRole('button', { name: /中文|English/ }).waitFor()
  if (await english.isVisible()) await english.click()
  await desk.getByRole('button', { name: '中文' }).click()
  await english.waitFor()
}

const box = (name: string) => desk.getByRole('region', { name, exact: true })

/** Clicks what saves a file, and hands its bytes over. */
async function saved(click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const waiting = desk.waitForEvent('download')
  await click()
  const download = await waiting
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

const choose = (name: string, bytes: Buffer) => box(name).locator('input[type=file]').setInputFiles({ name: '文件.zip', mimeType: 'application/zip', buffer: bytes })

test('what is stored is counted by kind, and the browser keeps it', async () => {
  await box('存储空间').getByRole('row', { name: /^问题和历史 2 / }).waitFor()
  await box('存储空间').getByRole('row', { name: /^截图 [12] / }).waitFor()
  await box('存储空间').getByText('浏览器会一直保存这些数据').waitFor()
})

test('备份: one file with everything', async () => {
  const { name, bytes } = await saved(() => box('备份').getByRole('button', { name: '立即备份' }).click())
  expect(name).toMatch(/^读网助手备份 \d{4}-\d\d-\d\d\.zip$/)
  await box('备份').getByText('2 条问题', { exact: false }).waitFor()
  await box('备份').getByText('上次备份：', { exact: false }).waitFor()
  backup = bytes
})

test.each([
  ['foreign', () => Buffer.from('单位,网址\n'), '这不是读网助手的备份或归档文件'],
  ['cut', () => backup.subarray(0, backup.length - 40), '这个文件不完整'],
  ['damaged', () => Buffer.from(backup.map((byte, n) => (n === 120 ? byte ^ 255 : byte))), '这个文件已损坏'],
])('恢复 of a %s file: a sentence, and nothing changed', async (_, bytesOf, says) => {
  const before = await person.issues()
  await choose('恢复', bytesOf())
  await box('恢复').getByRole('alert').filter({ hasText: says }).waitFor()
  expect(await person.issues()).toEqual(before)
})

test.each([
  ['of nothing', Buffer.alloc(0), '这不是读网助手的备份或归档文件'],
  ['that begins as a backup does', () => backup, '这个文件'],
])('恢复 of a file of 1 GB %s: a sentence, and nothing changed', async (_, begin, says) => {
  const folder = await mkdtemp(join(tmpdir(), 'duwang-gigabyte-'))
  try {
    const path = join(folder, '文件.zip')
    await writeFile(path, typeof begin === 'function' ? begin() : begin)
    await truncate(path, 1024 ** 3)
    const before = await person.issues()
    await box('恢复').locator('input[type=file]').setInputFiles(path)
    await box('恢复').getByRole('alert').filter({ hasText: says }).waitFor()
    expect(await person.issues()).toEqual(before)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('恢复, 只补充没有的: no doubles', async () => {
  const before = await person.issues()
  await choose('恢复', backup)
  await box('恢复').getByRole('row', { name: '问题 2 2' }).waitFor()
  await box('恢复').getByRole('button', { name: '只补充没有的' }).click()
  await box('恢复').getByText('已补充 0 条问题；2 条已经在台账里', { exact: false }).waitFor()
  expect(await person.issues()).toEqual(before)
})

test('删除全部数据 asks for a word; the extension is as new, and works', async () => {
  await box('删除全部数据').getByRole('button', { name: '删除全部数据…' }).click()
  const sure = box('删除全部数据').getByRole('button', { name: '全部删除', exact: true })
  expect(await sure.isDisabled()).toBe(true)
  await desk.keyboard.type('全部删除')
  await sure.click()
  // The language that was chosen is gone too.
  await desk.getByText(/已删除全部数据|Everything was deleted/).waitFor()
  // Pages that are open are read anew, and logged.
  for (const store of ['issues', 'shots', 'events', 'settings', 'verdicts', 'selfChecks']) expect(await desk.evaluate(readAll, store), store).toEqual([])
  await chooseChinese()
  await person.visit(page, COLUMN)
  await person.recordPage(page, '新的第一条')
  await desk.bringToFront()
  expect((await person.issues()).map(({ number, description }) => [number, description])).toEqual([[1, '新的第一条']])
})

test('恢复, 替换: the ledger of the backup stands again, with its pictures, in every window at once', async () => {
  const list = await running.context.newPage()
  await list.goto(running.own('ledger.html#/issues'))
  await list.getByText('新的第一条').first().waitFor()
  await desk.bringToFront()
  await choose('恢复', backup)
  await box('恢复').getByRole('button', { name: '替换现在的台账' }).click()
  await box('恢复').getByRole('group', { name: /确定替换/ }).getByRole('button', { name: '替换现在的台账' }).click()
  await box('恢复').getByText('已恢复：2 条问题', { exact: false }).waitFor()
  expect((await person.issues()).map(({ description }) => description).sort()).toEqual(['第一条', '第二条'])
  expect((await person.shots()).every(({ intact }) => intact)).toBe(true)
  expect((await person.shots()).length).toBeGreaterThan(0)
  await list.getByText('第二条').first().waitFor()
  await list.getByText('新的第一条').first().waitFor({ state: 'detached' })
  await list.close()
})

test('归档: written, read back from the file, removed; opened again without doubles', async () => {
  // The issues were closed in a week long ago.
  await desk.evaluate(async () => {
    const open = indexedDB.open('duwang')
    const db = await new Promise<IDBDatabase>((resolve) => open.addEventListener('success', () => resolve(open.result)))
    const store = db.transaction('issues', 'readwrite').objectStore('issues')
    const rows = await new Promise<{ foundAt: string; status: string }[]>((resolve) => {
      const all = store.getAll()
      all.addEventListener('success', () => resolve(all.result as { foundAt: string; status: string }[]))
    })
    for (const row of rows) store.put({ ...row, status: 'closed', foundAt: '2025-03-05T02:00:00.000Z' })
    await new Promise((resolve) => store.transaction.addEventListener('complete', resolve))
    db.close()
  })
  await desk.reload()
  await box('归档旧轮次').getByText('可以归档 1 周，共 2 条问题', { exact: false }).waitFor()
  const before = await person.issues()
  const { bytes } = await saved(() => box('归档旧轮次').getByRole('button', { name: '第一步：写出归档文件' }).click())
  await box('归档旧轮次').getByText('台账还没有改变', { exact: false }).waitFor()
  expect(await person.issues()).toEqual(before)
  await choose('归档旧轮次', bytes)
  await box('归档旧轮次').getByText('台账里有 2 条问题与文件完全一致', { exact: false }).waitFor()
  await box('归档旧轮次').getByRole('button', { name: '从台账移出' }).click()
  await box('归档旧轮次').getByRole('group').getByRole('button', { name: '从台账移出' }).click()
  await box('归档旧轮次').getByText('已移出 2 条问题', { exact: false }).waitFor()
  expect([await person.issues(), await person.shots()]).toEqual([[], []])
  await choose('恢复', bytes)
  await box('恢复').getByRole('button', { name: '只补充没有的' }).waitFor()
  expect(await box('恢复').getByRole('button', { name: '替换现在的台账' }).count()).toBe(0)
  await box('恢复').getByRole('button', { name: '只补充没有的' }).click()
  await box('恢复').getByText('已补充 2 条问题', { exact: false }).waitFor()
  expect(await person.issues()).toEqual(before)
})

test('a disk that has no room for pictures: issues are recorded without, and it is said; words above every view', async () => {
  await fillDisk(running, 'shots')
  await page.bringToFront()
  await page.goto('http://www.qinghe.gov.cn/bsfw/')
  const { findings } = await person.settled(page)
  const layer = person.layer(page)
  await layer.openPanel()
  await layer.clickItem(0, '记录')
  await layer.waitFor((text) => text.includes('但没有存截图：存储空间已满'))
  const recorded = (await person.issues()).find(({ url }) => url === page.url())
  expect(recorded).toMatchObject({ check: findings[0]!.check, shots: [] })
})

test('nearly full: a line above every view, and in the popup', async () => {
  await running.context.addInitScript(() => {
    if (location.protocol === 'chrome-extension:') navigator.storage.estimate = () => Promise.resolve({ usage: 85_000_000_000, quota: 100_000_000_000 })
  })
  const other = await running.context.newPage()
  await other.goto(running.own('ledger.html#/roster'))
  await other.getByText('存储空间已用 85%', { exact: false }).waitFor()
  await other.getByRole('link', { name: '去处理' }).click()
  await other.getByRole('region', { name: '存储空间', exact: true }).getByText('已用 79 GB', { exact: false }).waitFor()
  const popup = await person.popup(page)
  await popup.getByText('存储空间已用 85%', { exact: false }).waitFor()
  await popup.close()
  await other.close()
})

test('a database that the browser refuses: a sentence; what can be read is exported and can be restored', async () => {
  const broken = await running.context.newPage()
  await broken.addInitScript(() => {
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
      if (version !== undefined) throw new DOMException('Internal error opening backing store', 'UnknownError')
      return open.call(this, name)
    }
  })
  await broken.goto(running.own('ledger.html#/issues'))
  await broken.getByRole('heading', { name: '打不开台账' }).waitFor()
  const waiting = broken.waitForEvent('download')
  await broken.getByRole('button', { name: '导出能读出的内容' }).click()
  const rescued = await readFile(await (await waiting).path())
  await broken.getByText('已交给浏览器下载：读网助手抢救', { exact: false }).waitFor()
  await broken.close()
  await desk.bringToFront()
  await choose('恢复', rescued)
  await box('恢复').getByText('抢救出来的文件', { exact: false }).waitFor()
  const issues = (await person.issues()).length
  await until(async () => (await box('恢复').getByRole('row', { name: `问题 ${issues} ${issues}` }).count()) === 1, () => 'not all issues were rescued')
  await box('恢复').getByRole('button', { name: '不恢复' }).click()
})
