import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bandPicture, bandsPage } from './kit/capture-pages.ts'
import { newIssue, press, walkHalf } from './kit/capturing.ts'
import { readAll } from './kit/database.ts'
import { launchKillable, type Killable } from './kit/killable.ts'
import { servePages, type PagesServer } from './kit/pages.ts'
import { Person } from './kit/person.ts'

/** The browser is killed while a long picture is taken, and while a cover is burned in: what stands afterwards is what stood, or all of the new. */
const URL = 'http://www.qinghe.gov.cn/bands'
const profile = mkdtempSync(join(tmpdir(), 'duwang-capture-killed-'))
let server: PagesServer
let isFirst = true

beforeAll(async () => {
  server = await servePages({ 'www.qinghe.gov.cn/bands': bandsPage(30) }, bandPicture)
})

afterAll(async () => {
  await server?.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

async function start(): Promise<{ chromium: Killable; person: Person }> {
  const chromium = await launchKillable(profile, server.port, isFirst)
  const person = new Person(chromium)
  if (isFirst) await person.speakChinese()
  isFirst = false
  return { chromium, person }
}

/** What stands, and that it is whole: every picture that an issue names is there with its own bytes, and no other is. */
async function standing(person: Person): Promise<{ hashes: string[]; events: number }> {
  const issues = await person.issues()
  const shots = await person.shots()
  expect(shots.every(({ intact }) => intact)).toBe(true)
  const hashes = issues.flatMap((issue) => issue.shots.map(({ hash }) => hash))
  expect(shots.map(({ hash }) => hash).sort()).toEqual([...new Set(hashes)].sort())
  const events = await (await person.desk()).evaluate(readAll<unknown>, 'events')
  return { hashes, events: events.length }
}

test('killed at several places of a whole page: nothing of it is stored, and the next is whole', { timeout: 200_000 }, async () => {
  for (const given of [1, 2]) {
    const { chromium, person } = await start()
    const before = await standing(person)
    const page = await chromium.context.newPage()
    await person.visit(page, URL)
    await walkHalf(person, page, given)
    await chromium.kill()
    const again = await start()
    expect(await standing(again.person)).toEqual(before)
    await again.chromium.kill()
  }
  const { chromium, person } = await start()
  await standing(person)
  const page = await chromium.context.newPage()
  await person.visit(page, URL)
  await press(person, page, 'capture-page')
  await newIssue(person, 0, 40_000)
  await chromium.kill()
})

test('killed at any moment of covering: the old picture, or the covered one and the old gone for good', { timeout: 300_000 }, async () => {
  let last = ''
  for (const wait of ['pressed', 'drawn', 'stored'] as const) {
    const { chromium, person } = await start()
    const [issue] = await person.issues()
    const old = issue!.shots[0]!.hash
    if (last) expect(old).toBe(last)
    const desk = await person.desk()
    await desk.bringToFront()
    await desk.goto(chromium.own(`ledger.html#/issues/${issue!.id}/mark`))
    await desk.locator('.editor-sheet img').waitFor()
    await desk.keyboard.press('c')
    await desk.keyboard.press('Enter')
    await desk.keyboard.press('Control+s')
    const cover = desk.getByRole('button', { name: '遮盖并保存' })
    await cover.waitFor()
    // The moments of covering: nothing yet; the new picture made; its writing begun.
    await desk.evaluate((wait) => {
      const reached = () => document.documentElement.setAttribute('data-reached', wait)
      if (wait === 'pressed') reached()
      const { convertToBlob } = OffscreenCanvas.prototype
      OffscreenCanvas.prototype.convertToBlob = function (...given) {
        if (wait === 'drawn') reached()
        return convertToBlob.apply(this, given)
      }
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function (...given) {
        if (wait === 'stored' && this.name === 'shots') reached()
        return put.apply(this, given)
      }
    }, wait)
    await cover.click({ noWaitAfter: true })
    await desk.locator(`html[data-reached=${wait}]`).waitFor()
    await chromium.kill()

    const again = await start()
    const { hashes } = await standing(again.person)
    const [after] = await again.person.issues()
    const burnt = (await (await again.person.desk()).evaluate(readAll<{ hash: string }>, 'burnt')).map(({ hash }) => hash)
    if (after!.shots[0]!.hash === old) expect(burnt).not.toContain(old)
    else expect([after!.shots[0]!.covered, burnt.includes(old), hashes.includes(old)]).toEqual([true, true, false])
    last = hashes[0]!
    await again.chromium.kill()
  }
})
