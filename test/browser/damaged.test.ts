import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createCountyServer } from '../sites/server.ts'
import { launchKillable, type Killable } from './kit/killable.ts'
import { Person } from './kit/person.ts'
import { until } from './kit/until.ts'

/**
 * The files of the ledger's database damaged on the disk while the browser was closed. What the browser makes of that it tells nobody:
 * it refuses the database, puts an empty one in its place, or goes back to an older state.
 */
const RECORDED = 6
const PAGE = 'http://www.qinghe.gov.cn/bsfw/'

const county = await createCountyServer()
const healthy = mkdtempSync(join(tmpdir(), 'duwang-healthy-'))
const profile = mkdtempSync(join(tmpdir(), 'duwang-damaged-'))
let running: Killable
let person: Person

afterAll(async () => {
  await county.close()
  for (const folder of [healthy, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

beforeAll(async () => {
  await start(healthy, true)
  try {
    await recordAll()
  } finally {
    await running.kill()
  }
}, 120_000)

afterEach(() => running.kill())

async function recordAll(): Promise<void> {
  await person.speakChinese()
  const page = await running.context.newPage()
  await read(page)
  for (let n = 1; n <= RECORDED; n++) await person.recordPage(page, `第 ${n} 条`)
  const desk = await person.desk()
  // What is remembered outside of the database follows at its own pace.
  await until(async () => (await remembered(desk)) === RECORDED, () => 'nothing was remembered')
}

async function start(folder: string, first: boolean): Promise<void> {
  running = await launchKillable(folder, county.port, first)
  person = new Person(running)
}

/** Opens the page and waits until it was read; its links do not matter here. */
async function read(page: Page): Promise<void> {
  await page.goto(PAGE)
  await until(async () => (await person.glance(page))?.state === 'ready', () => 'never read')
}

function remembered(desk: Page): Promise<number | undefined> {
  return desk.evaluate(async () => ((await chrome.storage.local.get('ledger'))['ledger'] as { last?: number } | undefined)?.last)
}

/** Damages a copy of the healthy profile and starts the browser with it. */
async function startDamaged(damage: (folder: string) => void): Promise<Page> {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  // The mark of the browser that runs on a profile is no part of it, nor is what its last process is still writing.
  cpSync(healthy, profile, { recursive: true, filter: (file) => !/^(Singleton|\.org\.chromium)/.test(basename(file)) })
  const databases = join(profile, 'Default', 'IndexedDB')
  damage(join(databases, readdirSync(databases).find((name) => name.endsWith('.leveldb'))!))
  await start(profile, false)
  const desk = await person.desk()
  await desk.goto(running.own('ledger.html#/issues'))
  return desk
}

const filesOf = (folder: string, kind: RegExp) => readdirSync(folder).filter((name) => kind.test(name)).map((name) => join(folder, name))
/** The file with most of the rows. */
const rowsOf = (folder: string) => filesOf(folder, /\.(log|ldb)$/).sort((a, b) => statSync(b).size - statSync(a).size)[0]!
function overwrite(file: string): void {
  const bytes = readFileSync(file)
  const middle = Math.floor(bytes.length / 2)
  writeFileSync(file, bytes.fill(0x5a, middle, middle + 400))
}

test('bytes overwritten: the browser starts an empty database; that is said with what is missing, and no number is given twice', async () => {
  const desk = await startDamaged((folder) => overwrite(rowsOf(folder)))
  const note = desk.locator('.loss')
  await note.waitFor()
  // The language was kept in the database as well.
  await person.speakChinese()
  await note.getByText(`第 1 号到第 ${RECORDED} 号已经记录过，现在不在了（还有 0 条）`, { exact: false }).waitFor()
  expect(await note.getByRole('link', { name: '从备份恢复' }).getAttribute('href')).toBe('#/settings/storage')
  const page = await running.context.newPage()
  await read(page)
  const popup = await person.writeDown(page, '坏了之后记的')
  expect(await person.pressRecord(popup)).toContain(`已记录 第 ${RECORDED + 1} 号`)
  // It stays until a person has seen it, in a window that is opened later as well.
  await desk.reload()
  await note.getByText('台账丢失了一部分', { exact: false }).waitFor()
  await note.getByRole('button', { name: '知道了' }).click()
  await note.waitFor({ state: 'detached' })
  await desk.reload()
  await desk.getByText('坏了之后记的').waitFor()
  expect(await note.count()).toBe(0)
})

test('a file cut off: the browser goes back to an older state; what is missing is named and what is left can be saved', async () => {
  const desk = await startDamaged((folder) => truncateSync(rowsOf(folder), Math.floor(statSync(rowsOf(folder)).size * 0.75)))
  const note = desk.locator('.loss')
  await note.waitFor()
  await person.speakChinese()
  const left = await person.issues()
  expect(left.length).toBeGreaterThan(0)
  expect(left.length).toBeLessThan(RECORDED)
  await note.getByText(`（还有 ${left.length} 条）`, { exact: false }).waitFor()
  const waiting = desk.waitForEvent('download')
  await note.getByRole('button', { name: '导出能读出的内容' }).click()
  expect((await waiting).suggestedFilename()).toContain('读网助手抢救')
  await note.getByText('已交给浏览器下载：读网助手抢救', { exact: false }).waitFor()
  expect(await person.issues()).toEqual(left)
})

test.each<[string, (folder: string) => void]>([
  ['its list of files is gone', (folder) => filesOf(folder, /^MANIFEST/).forEach((file) => rmSync(file))],
  ['it points to files that are not there', (folder) => writeFileSync(join(folder, 'CURRENT'), 'MANIFEST-999999\n')],
])('a database that does not open, because %s: that is said, nothing is overwritten, and where the files lie', async (_, damage) => {
  const desk = await startDamaged(damage)
  await desk.getByRole('heading', { name: '打不开台账' }).waitFor()
  await desk.getByText('数据还在磁盘上，没有改动', { exact: false }).waitFor()
  await desk.getByRole('button', { name: '导出能读出的内容' }).click()
  await desk.getByRole('alert').getByText('以 chrome-extension_', { exact: false }).waitFor()
  const page = await running.context.newPage()
  await page.goto(PAGE)
  await person.layer(page).waitFor((text) => /打不开台账的数据库|does not open the ledger's database/.test(text))
  // Its popup neither waits for ever nor blames the page.
  expect(await person.glance(page)).toMatchObject({ state: 'unread', says: { key: 'app.error.ledger-refused' } })
  await (await person.popup(page)).getByRole('button', { name: /再读一次|Read once more/ }).click()
  await until(async () => (await person.glance(page))?.state === 'unread', () => 'not said again')
  const databases = join(profile, 'Default', 'IndexedDB')
  const rows = (folder: string) => readFileSync(rowsOf(join(folder, 'Default', 'IndexedDB', readdirSync(databases).find((name) => name.endsWith('.leveldb'))!)))
  expect(rows(profile).equals(rows(healthy))).toBe(true)
})
