import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCountyServer, type CountyServer } from '../sites/server.ts'
import { readAll } from './kit/database.ts'
import { launchKillable, type Killable } from './kit/killable.ts'
import { Person } from './kit/person.ts'
import { until } from './kit/until.ts'

/** A restore is all or nothing, also when the machine loses power in the middle of it. */
const SHOTS = 10

let county: CountyServer
const profile = mkdtempSync(join(tmpdir(), 'duwang-restore-'))

beforeAll(async () => {
  county = await createCountyServer()
})

afterAll(async () => {
  await county?.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

async function openStorage(chromium: Killable) {
  const person = new Person(chromium)
  const desk = await person.desk()
  await desk.bringToFront()
  await desk.goto(chromium.own('ledger.html#/settings/storage'))
  const restore = desk.getByRole('region', { name: /^(?:恢复|Restore)$/ })
  return { person, desk, restore }
}

/** Issues with pictures of half a megabyte, handed to the page: enough to be worth losing. */
async function seed(count: number): Promise<void> {
  const opening = indexedDB.open('duwang')
  const db = await new Promise<IDBDatabase>((resolve) => opening.addEventListener('success', () => resolve(opening.result)))
  const all = db.transaction('issues').objectStore('issues').getAll()
  const [base] = await new Promise<Record<string, unknown>[]>((resolve) => all.addEventListener('success', () => resolve(all.result as Record<string, unknown>[])))
  for (let n = 0; n < count; n++) {
    const bytes = new Uint8Array(500_000)
    for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
    const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    const change = db.transaction(['issues', 'shots'], 'readwrite')
    change.objectStore('shots').put({ hash, image: new Blob([bytes], { type: 'image/png' }), thumbnail: null, width: 1, height: 1 })
    change.objectStore('issues').put({ ...base, id: `01SEED${String(n).padStart(20, '0')}`, number: n + 10, shots: [{ hash, takenAt: base?.['foundAt'], outlines: [] }] })
    await new Promise((resolve) => change.addEventListener('complete', resolve))
  }
  db.close()
}

test('killed in the middle of a restore: the old ledger is whole, and what was prepared is swept away', { timeout: 240_000 }, async () => {
  const first = await launchKillable(profile, county.port, true)
  const { person, desk, restore } = await openStorage(first)
  const page = await first.context.newPage()
  await person.visit(page, 'http://www.qinghe.gov.cn/zwgk/rsxx/')
  await person.speakChinese()
  await person.recordPage(page, '旧的')
  await desk.bringToFront()
  await desk.evaluate(seed, SHOTS)
  const waiting = desk.waitForEvent('download')
  await desk.getByRole('region', { name: '备份', exact: true }).getByRole('button', { name: '立即备份' }).click()
  const file = join(profile, 'backup.zip')
  writeFileSync(file, readFileSync(await (await waiting).path()))
  // The ledger of now is another one.
  await desk.evaluate(async () => {
    const opening = indexedDB.open('duwang')
    const db = await new Promise<IDBDatabase>((resolve) => opening.addEventListener('success', () => resolve(opening.result)))
    const change = db.transaction(['issues', 'shots'], 'readwrite')
    change.objectStore('issues').delete(IDBKeyRange.bound('01SEED', '01SEEDZ'))
    change.objectStore('shots').clear()
    await new Promise((resolve) => change.addEventListener('complete', resolve))
    db.close()
  })
  const before = await person.issues()
  expect(before).toHaveLength(1)
  // So that there is a middle to be killed in.
  await desk.evaluate(() => {
    const digest = crypto.subtle.digest.bind(crypto.subtle)
    crypto.subtle.digest = async (...given) => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      return digest(...given)
    }
  })
  await restore.locator('input[type=file]').setInputFiles(file)
  await restore.getByRole('button', { name: '替换现在的台账' }).click()
  await restore.getByRole('group', { name: /确定替换/ }).getByRole('button', { name: '替换现在的台账' }).click()
  await until(async () => (await desk.evaluate(readAll, 'staged')).length > 0, () => 'nothing was staged')
  await first.kill()

  const second = await launchKillable(profile, county.port, false)
  const again = await openStorage(second)
  expect(await again.person.issues()).toEqual(before)
  await until(async () => (await again.person.shots()).length === 0 && (await again.desk.evaluate(readAll, 'staged')).length === 0, () => 'what was prepared is still there')
  await second.kill()
})
