import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshName, startCouch, type CouchServer } from '../couch/server.ts'
import { createCountyServer, type CountyServer } from '../sites/server.ts'
import { launchChromium, type Running } from './kit/chromium.ts'
import { Person } from './kit/person.ts'
import { enterServer, syncNow, waitForState } from './kit/team.ts'
import { until } from './kit/until.ts'

/** Two people, each with a browser of their own, and one server between them. */
let county: CountyServer
let couch: CouchServer
let both: Running[]
let people: Person[]
let desks: [Page, Page]
const account = { database: freshName(), user: 'wang', password: 'Qinghe-Mima-9713' }
const heard: string[] = []

const look = async (name: string) => {
  if (process.env['LOOK']) for (const [n, desk] of desks.entries()) await desk.screenshot({ path: `${process.env['LOOK']}/${name}-${n + 1}.png`, fullPage: true })
}

beforeAll(async () => {
  ;[county, couch] = await Promise.all([createCountyServer(), startCouch()])
  both = await Promise.all([0, 1].map(() => launchChromium({ port: county.port, beside: true })))
  people = both.map((running) => new Person(running))
  for (const { context } of both) {
    context.setDefaultTimeout(10_000)
    context.on('console', (message) => heard.push(message.text()))
    context.on('weberror', (error) => heard.push(String(error.error())))
  }
  await Promise.all(people.map((person) => person.speakChinese()))
  desks = (await Promise.all(people.map((person) => person.desk()))) as [Page, Page]
}, 120_000)

afterAll(async () => {
  await Promise.all(both?.map((running) => running.close()) ?? [])
  await couch?.stop()
  await county?.close()
})

/** The one issue, open in both ledgers. */
async function openBoth(): Promise<string> {
  const id = (await people[0]!.issues())[0]!.id
  for (const [n, desk] of desks.entries()) await desk.goto(both[n]!.own(`ledger.html#/issues/${id}`))
  return id
}

async function changeStatus(desk: Page, to: string): Promise<void> {
  await desk.getByRole('button', { name: to, exact: true }).click()
  await desk.locator('form.reason').evaluate((form) => (form as HTMLFormElement).requestSubmit())
}

test('the first makes the team database, the second joins; nothing is written before', async () => {
  const [a, b] = desks
  await enterServer(a, { server: couch, ...account })
  await a.getByText('还没有名为', { exact: false }).waitFor()
  expect(couch.asked.filter(({ method }) => !['GET', 'HEAD'].includes(method))).toEqual([])
  await look('found')
  await a.getByRole('button', { name: '新建团队库' }).click()
  await waitForState(a, /^已同步/)
  await enterServer(b, { server: couch, ...account })
  await b.getByText('年读网”，已有 1 台电脑加入', { exact: false }).waitFor()
  await look('join')
  await b.getByRole('button', { name: '加入', exact: true }).click()
  await waitForState(b, /^已同步/)
  await look('joined')
})

test('recorded on one, it appears on the other; its screenshot comes when somebody looks', async () => {
  const [a, b] = desks
  const page = await both[0]!.context.newPage()
  await people[0]!.visit(page, 'http://www.qinghe.gov.cn/zwgk/rsxx/')
  await people[0]!.recordPage(page, '第一条')
  await page.close()
  await a.bringToFront()
  await syncNow(a)
  await syncNow(b)
  const [issue] = await until(async () => (await people[1]!.issues()).length === 1 && people[1]!.issues(), () => 'it never came')
  expect(issue).toMatchObject({ description: '第一条' })
  expect(await people[1]!.shots()).toEqual([])
  await openBoth()
  await b.locator('.shot img').first().waitFor()
  expect(await people[1]!.shots()).toMatchObject([{ hash: issue!.shots[0]!.hash, intact: true }])
})

test('both edit offline: different fields both stay, the same field is shown and settled by a person', async () => {
  const [a, b] = desks
  await openBoth()
  await couch.down()
  await a.getByLabel('加一条备注').fill('甲的备注')
  await a.keyboard.press('Enter')
  await changeStatus(a, '标为已整改')
  await changeStatus(b, '误报')
  await syncNow(a, /^离线，\d+ 条待传/)
  await look('offline')
  await couch.up()
  await syncNow(a)
  await syncNow(b, /^有冲突 1 处/)
  await syncNow(a, /^有冲突 1 处/)
  for (const person of people) expect((await person.issues())[0]).toMatchObject({ note: '甲的备注', status: 'false-alarm' })
  await look('clash')
  await a.getByRole('button', { name: '采用“已整改”' }).click()
  await waitForState(a, /^(?:已同步|\d+ 条待传)/)
  await syncNow(a)
  await syncNow(b)
  for (const person of people) expect((await person.issues())[0]).toMatchObject({ note: '甲的备注', status: 'fixed' })
})
