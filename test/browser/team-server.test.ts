import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshName, startCouch, type CouchServer } from '../couch/server.ts'
import { createCountyServer, type CountyServer } from '../sites/server.ts'
import { launchChromium, type Running } from './kit/chromium.ts'
import { readAll } from './kit/database.ts'
import { originOf } from './kit/flags.ts'
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

/** Something is done to the server, and from then on it is noted who asks: by nobody who was still at it, as every pass begun before was cut off. */
async function behindBacks(work: () => unknown): Promise<void> {
  couch.fault = () => 'drop'
  for (const desk of desks) await syncNow(desk, /^离线/)
  await work()
  couch.asked.length = 0
  couch.fault = () => null
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
  // too large for this server, at first
  couch.fault = ({ method, path }) => (method === 'PUT' && path.includes('/img') ? 413 : null)
  const page = await both[0]!.context.newPage()
  await people[0]!.visit(page, 'http://www.qinghe.gov.cn/zwgk/rsxx/')
  await people[0]!.recordPage(page, '第一条')
  await page.close()
  await a.bringToFront()
  await syncNow(a, /^已同步 .*未收下/)
  await syncNow(b)
  const [issue] = await until(async () => (await people[1]!.issues()).length === 1 && people[1]!.issues(), () => 'it never came')
  expect(issue).toMatchObject({ description: '第一条' })
  expect(await people[1]!.shots()).toEqual([])
  // without the server: what is lacking is named, wherever it is looked for
  await couch.down()
  await b.goto(both[1]!.own('ledger.html#/export'))
  await b.getByRole('button', { name: '按单位导出' }).click()
  await b.getByText('有 1 张截图在团队的服务器上，这次没有连上', { exact: false }).waitFor()
  await openBoth()
  await b.getByText('截图 1 在团队的服务器上').waitFor()
  // offered once it is known that the server does not answer
  const again = b.getByRole('button', { name: '再取一次' })
  await again.waitFor()
  await look('away')
  await couch.up()
  await again.click()
  await b.getByText('截图 1 还不在团队的服务器上').waitFor()
  await look('unsent')
  couch.fault = () => null
  await syncNow(a)
  await again.click()
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
  for (const [n, wanted] of [{ note: '甲的备注', status: 'fixed' }, { status: 'false-alarm' }].entries()) await expect.poll(async () => (await people[n]!.issues())[0]).toMatchObject(wanted)
  await syncNow(a, /^离线，\d+ 条待传/)
  await look('offline')
  await couch.up()
  await syncNow(a)
  await syncNow(b, /^有冲突 1 处/)
  await syncNow(a, /^有冲突 1 处/)
  for (const person of people) expect((await person.issues())[0]).toMatchObject({ note: '甲的备注', status: 'false-alarm' })
  await look('clash')
  const take = a.getByRole('button', { name: '采用“已整改”' })
  await take.click()
  await waitForState(a, /^(?:已同步|\d+ 条待传)/)
  // a mistake: the toast's 撤销 opens it again, and it is settled once more
  await a.getByRole('button', { name: '撤销' }).click()
  await waitForState(a, /^有冲突 1 处/)
  await take.click()
  await waitForState(a, /^(?:已同步|\d+ 条待传)/)
  await syncNow(a)
  await syncNow(b)
  for (const person of people) expect((await person.issues())[0]).toMatchObject({ note: '甲的备注', status: 'fixed' })
})

test.each([
  [500, '/', '服务器出错了（500）'],
  [401, '/', '服务器不认这个用户名或密码'],
  [429, '_bulk_docs', '服务器正忙（429）'],
  [409, '_bulk_docs', '刚被别人改过'],
  [413, '_bulk_docs', '条服务器没有收下'],
] as const)('the server answers %i: it is said, nothing is lost, and it goes on', async (status, where, says) => {
  const [a] = desks
  await openBoth()
  couch.fault = ({ path }) => (path.split('?')[0]!.endsWith(where) ? status : null)
  await a.getByLabel('加一条备注').fill(`遇到${status}`)
  await a.keyboard.press('Enter')
  await until(async () => (await people[0]!.issues())[0]!.note.includes(`遇到${status}`), () => 'the note was never kept')
  await syncNow(a, status === 413 ? /^已同步 .*未收下/ : /^同步出错/)
  await a.getByText(says, { exact: false }).first().waitFor()
  if (status === 401) {
    const popup = await people[0]!.popup(a)
    await popup.getByRole('button', { name: '同步出错：服务器不认这个用户名或密码', exact: false }).waitFor()
    await popup.close()
  }
  couch.fault = () => null
  await syncNow(a)
  await syncNow(desks[1])
  const notes = await Promise.all(people.map(async (person) => (await person.issues())[0]!.note))
  expect(notes[1]).toBe(notes[0])
  expect(notes[0]!.split('\n').filter((line) => line === `遇到${status}`)).toHaveLength(1)
})

test('a server that was wiped is noticed before anything is sent; a person decides', async () => {
  const [a, b] = desks
  await openBoth()
  const before = await Promise.all(people.map((person) => person.issues()))
  await behindBacks(() => {
    couch.wipe()
    couch.uuid = 'uuid-of-another-server'
  })
  for (const desk of desks) await syncNow(desk, /^同步出错/)
  await a.getByRole('group', { name: '同步出错' }).getByText('不见了', { exact: false }).waitFor()
  await look('wiped')
  // another team's space stands at the address by now: named, and left alone as well
  await couch.direct('PUT', account.database)
  await couch.direct('PUT', `${account.database}/space`, { format: 1, spaceId: '01OTHERTEAM00000000000000', name: '禾丰县读网' })
  await syncNow(a, /^同步出错/)
  await a.getByText('另一个团队“禾丰县读网”', { exact: false }).first().waitFor()
  await a.getByRole('button', { name: '加入这个团队' }).waitFor()
  couch.wipe()
  await syncNow(a, /^同步出错/)
  expect(couch.asked.filter(({ method }) => !['GET', 'HEAD'].includes(method))).toEqual([])
  await a.getByRole('button', { name: '用本机内容重建' }).click()
  await waitForState(a, /^已同步/)
  await syncNow(b, /^同步出错/)
  await b.getByRole('button', { name: '继续使用' }).click()
  await waitForState(b, /^已同步/)
  await syncNow(a)
  expect(await Promise.all(people.map((person) => person.issues()))).toEqual(before)
})

test('documents of a newer version lie aside and stay as they are on the server; a newer space is not touched at all', async () => {
  const [a] = desks
  const before = await people[0]!.issues()
  const [base, at] = ['0'.repeat(21), (id: string) => `${account.database}/${encodeURIComponent(id)}`]
  const newer = { 'issue:01NEWERFORM000000000000000': { form: 2, base, values: { url: { parts: ['http', 'www'] } }, stamps: {} }, 'hint:1': { form: 1, base, values: { words: '新版本的' }, stamps: {} } }
  for (const [id, doc] of Object.entries(newer)) expect((await couch.direct('PUT', at(id), doc)).status).toBeOneOf([201, 202])
  await syncNow(a)
  expect(await people[0]!.issues()).toEqual(before)
  for (const [id, doc] of Object.entries(newer)) expect((await couch.direct('GET', at(id))).body).toMatchObject({ ...doc, _rev: expect.stringMatching(/^1-/) as string })
  const kept = JSON.stringify(await a.evaluate(readAll<object>, 'stamps'))
  for (const words of ['01NEWERFORM000000000000000', '新版本的']) expect(kept).toContain(words)

  const space = (await couch.direct('GET', `${account.database}/space`)).body as unknown as { format: number; _rev: string }
  let rev = ''
  await behindBacks(async () => ({ rev } = (await couch.direct('PUT', `${account.database}/space`, { ...space, format: 2 })).body as unknown as { rev: string }))
  await syncNow(a, /^同步出错/)
  await a.getByRole('group', { name: '同步出错' }).getByText('由更新的版本建立', { exact: false }).waitFor()
  expect(couch.asked.filter(({ method }) => !['GET', 'HEAD'].includes(method))).toEqual([])
  // as if this PC had been brought up to date
  await couch.direct('PUT', `${account.database}/space`, { ...space, _rev: rev })
  await syncNow(a)
})

test('only the entered origin is asked; the password is nowhere but in the browser’s own storage', async () => {
  const [a] = desks
  const asked = new Set<string>()
  for (const desk of desks) desk.on('request', (request) => void asked.add(originOf(request.url())))
  // every other host leads to the county's server
  const elsewhere = county.requests.length
  await syncNow(a)
  await syncNow(desks[1])
  expect([...asked].filter((origin) => !origin.startsWith('chrome-extension'))).toEqual([originOf(couch.url)])
  expect(county.requests.slice(elsewhere)).toEqual([])

  const kept = await a.evaluate(() => (chrome as unknown as { storage: { local: { get: () => Promise<object> } } }).storage.local.get())
  expect(JSON.stringify(kept)).toContain(account.password)
  const texts = [...heard]
  const take = async (button: Locator) => {
    const waiting = a.waitForEvent('download')
    await button.click()
    const files = unzipSync(new Uint8Array(await readFile(await (await waiting).path())))
    texts.push(...Object.values(files).map((bytes) => Buffer.from(bytes).toString('latin1')))
  }
  await take(a.getByRole('button', { name: '导出交换包' }))
  await a.goto(both[0]!.own('ledger.html#/settings/storage'))
  await take(a.getByRole('button', { name: '立即备份' }))
  for (const store of ['issues', 'events', 'settings', 'team', 'stamps', 'units']) texts.push(JSON.stringify(await a.evaluate(readAll<object>, store)))
  expect(texts.length).toBeGreaterThan(12)
  const secrets = [account.password, Buffer.from(`${account.user}:${account.password}`).toString('base64')]
  expect(texts.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([])
})

test('who leaves keeps everything and is asked for no more', async () => {
  const [a] = desks
  const before = await people[0]!.issues()
  await a.goto(both[0]!.own('ledger.html#/team'))
  await a.getByRole('button', { name: '退出团队' }).click()
  await a.getByRole('group', { name: '退出后', exact: false }).getByRole('button', { name: '退出团队' }).click()
  await a.getByRole('form', { name: '服务器' }).waitFor()
  expect(await people[0]!.issues()).toEqual(before)
  expect(await a.locator('.bar .sync-line').count()).toBe(0)
  expect(await a.evaluate(() => (chrome as unknown as { storage: { local: { get: () => Promise<object> } } }).storage.local.get())).toEqual({ ledger: { last: before.length, loss: null } })
})
