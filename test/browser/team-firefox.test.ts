import type { ElementHandle } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshName, startCouch, type CouchServer } from '../couch/server.ts'
import { PLACE_PAGE } from './kit/capture-pages.ts'
import { launchChromium, type Running } from './kit/chromium.ts'
import { FirefoxPerson, pressOn, says, show } from './kit/firefox-person.ts'
import { firefoxPath, launchFirefox, type Fox } from './kit/firefox.ts'
import { servePages, type PagesServer } from './kit/pages.ts'
import { Person } from './kit/person.ts'
import { enterServer, syncNow, waitForState } from './kit/team.ts'
import { until } from './kit/until.ts'

/** One team, two kinds of browsers: Firefox makes the team's database, Chromium joins it. */
const account = { database: freshName(), user: 'wang', password: 'Qinghe-Mima-9713' }
const path = firefoxPath()

let pages: PagesServer
let couch: CouchServer
let fox: Fox
let chromium: Running

describe.skipIf(path === null)('Firefox', () => {
  beforeAll(async () => {
    ;[pages, couch] = await Promise.all([servePages({ 'www.qinghe.gov.cn/place': PLACE_PAGE }), startCouch()])
    ;[fox, chromium] = await Promise.all([launchFirefox(path!, pages.port, { direct: '127.0.0.1' }), launchChromium({ port: pages.port, beside: true })])
    await pressOn(fox.desk, '中文')
    await new Person(chromium).speakChinese()
  })

  afterAll(async () => {
    await Promise.all([fox?.close(), chromium?.close()])
    await Promise.all([couch?.stop(), pages?.close()])
  })

  const foxState = (words: string) => until(() => fox.desk.evaluate((words) => document.querySelector('.bar .sync-line')?.textContent?.includes(words), words), () => `the state never was ${words}`)

  async function enterInFirefox(): Promise<void> {
    await show(fox.desk, '#/team')
    await fox.desk.waitForSelector('.server-form input')
    const fields = (await fox.desk.$$('.server-form input')) as ElementHandle<HTMLInputElement>[]
    for (const [at, text] of [couch.url, account.database, account.user, account.password].entries()) await fields[at]!.type(text)
    await pressOn(fox.desk, '连接')
    await says(fox.desk, '还没有名为')
    await pressOn(fox.desk, '新建团队库')
    await foxState('已同步')
  }

  test('recorded in Firefox, it stands in Chromium with its screenshot; a note from there stands in Firefox', async () => {
    await enterInFirefox()
    const desk = await new Person(chromium).desk()
    await enterServer(desk, { server: couch, ...account })
    await desk.getByRole('button', { name: '加入', exact: true }).click()
    await waitForState(desk, /^已同步/)

    const person = new FirefoxPerson(fox, await fox.browser.newPage())
    await person.visit('http://www.qinghe.gov.cn/place')
    await fox.shortcut('D')
    const [here] = await until(async () => (await person.issues()).length === 1 && person.issues(), () => 'nothing was recorded', 30_000)
    await fox.desk.bringToFront()
    await pressOn(fox.desk, '立即同步')
    await until(() => couch.asked.some(({ method, path: at }) => method === 'PUT' && at.includes('/img')), () => 'the picture was never sent')
    await foxState('已同步')

    await syncNow(desk)
    const other = new Person(chromium)
    const [there] = await until(async () => (await other.issues()).length === 1 && other.issues(), () => 'it never came')
    expect(there).toMatchObject({ id: here!.id, url: here!.url, shots: [{ hash: here!.shots[0]!.hash }] })
    await desk.goto(chromium.own(`ledger.html#/issues/${there!.id}`))
    await desk.locator('.shot img').first().waitFor()
    expect(await other.shots()).toMatchObject([{ hash: here!.shots[0]!.hash, intact: true }])

    await desk.getByLabel('加一条备注').fill('乙的备注')
    await desk.keyboard.press('Enter')
    await expect.poll(async () => (await other.issues())[0]!.note).toBe('乙的备注')
    await syncNow(desk)
    await pressOn(fox.desk, '立即同步')
    await until(async () => (await person.issues())[0]!.note === '乙的备注', () => 'the note never came')
  })
})
