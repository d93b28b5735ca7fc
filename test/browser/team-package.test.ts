import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCountyServer, type CountyServer } from '../sites/server.ts'
import { readAll, replaceAll } from './kit/database.ts'
import { launchChromium, type Running } from './kit/chromium.ts'
import { shortNumber } from '../../utils/types/issue.ts'
import { Person } from './kit/person.ts'

const box = (desk: Page, name: RegExp) => desk.getByRole('region', { name })

async function exported(desk: Page): Promise<Buffer> {
  const waiting = desk.waitForEvent('download')
  await box(desk, /导出交换包|Export package/).getByRole('button').click()
  return readFile(await (await waiting).path())
}

async function recordOn(n: number, description: string): Promise<void> {
  const page = await both[n]!.context.newPage()
  await people[n]!.visit(page, 'http://www.qinghe.gov.cn/zwgk/rsxx/')
  await people[n]!.recordPage(page, description)
  await page.close()
}

/** Two people, each with a browser of their own and no server: a package goes from one to the other. */
let county: CountyServer
let both: Running[]
let people: Person[]
let desks: Page[]

beforeAll(async () => {
  county = await createCountyServer()
  both = await Promise.all([0, 1].map(() => launchChromium({ port: county.port })))
  people = both.map((running) => new Person(running))
  desks = await Promise.all(people.map((person) => person.desk()))
}, 120_000)

afterAll(async () => {
  await Promise.all(both.map((running) => running.close()))
  await county.close()
})

test('recorded by one, exported, looked at and merged by the other; twice changes nothing', async () => {
  const [one, other] = people
  await recordOn(0, '第一条')
  const [from, to] = desks
  await from!.goto(both[0]!.own('ledger.html#/team'))
  await to!.goto(both[1]!.own('ledger.html#/team'))
  const bytes = await exported(from!)
  for (const times of [1, 2]) {
    const input = box(to!, /导入交换包|Import package/)
    await input.locator('input[type=file]').setInputFiles({ name: '包.zip', mimeType: 'application/zip', buffer: bytes })
    await input.getByRole('row', { name: times === 1 ? /^(问题|Issues) 1 0/ : /^(问题|Issues) 0 0/ }).waitFor()
    if (process.env['LOOK']) await to!.screenshot({ path: `${process.env['LOOK']}/import-${times}.png`, fullPage: true })
    await input.getByRole('button', { name: /合并到台账|^Merge$/ }).click()
    await input.getByText(times === 1 ? /新增 1 条问题|1 new issues/ : /新增 0 条问题|0 new issues/).waitFor()
    expect((await other!.issues()).map(({ description }) => description)).toEqual((await one!.issues()).map(({ description }) => description))
  }
}, 60_000)

test('a browser profile that was copied to the other PC: said before anything is merged; the PC takes letters of its own, and says so', async () => {
  const [from, to] = desks
  await people[1]!.speakChinese()
  // all but the pictures, which are the same there by now
  const stores = Object.fromEntries(await Promise.all(['issues', 'events', 'stamps', 'team', 'counters'].map(async (name) => [name, await from!.evaluate(readAll<unknown>, name)] as const)))
  await to!.evaluate(replaceAll, stores)
  await recordOn(0, '第一台记的')
  await recordOn(1, '第二台记的')
  const bytes = await exported(from!)
  const input = box(to!, /导入交换包/)
  await input.locator('input[type=file]').setInputFiles({ name: '包.zip', mimeType: 'application/zip', buffer: bytes })
  await input.getByText('这个包说明另一台电脑和本机用着同一个身份', { exact: false }).waitFor()
  const told = to!.getByText('发现另一台电脑和本机用着同一个身份', { exact: false })
  expect(await told.count()).toBe(0)
  if (process.env['LOOK']) await to!.screenshot({ path: `${process.env['LOOK']}/twin-before.png`, fullPage: true })
  await input.getByRole('button', { name: '合并到台账' }).click()
  await input.getByText('已合并：新增 1 条问题', { exact: false }).waitFor()
  await told.waitFor()
  if (process.env['LOOK']) await to!.screenshot({ path: `${process.env['LOOK']}/twin-after.png`, fullPage: true })
  // two that were given the same number keep it, and what is recorded from now on has other letters
  const mark = (await people[0]!.issues())[0]!.mark!
  const numbers = (await people[1]!.issues()).map((issue) => `${issue.description} ${shortNumber(issue)}`)
  expect(numbers.sort()).toEqual([`第一台记的 ${mark}2`, `第一条 ${mark}1`, `第二台记的 ${mark}2`])
  const page = await both[1]!.context.newPage()
  await people[1]!.visit(page, 'http://www.qinghe.gov.cn/zwgk/rsxx/')
  const says = await people[1]!.pressRecord(await people[1]!.writeDown(page, '以后记的'))
  expect(says).toMatch(/^已记录 第 [A-Z]3 号/)
  expect(says).not.toContain(`第 ${mark}3 号`)
}, 60_000)
