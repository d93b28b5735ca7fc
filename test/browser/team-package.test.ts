import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCountyServer, type CountyServer } from '../sites/server.ts'
import { launchChromium, type Running } from './kit/chromium.ts'
import { Person } from './kit/person.ts'

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
  const page = await both[0]!.context.newPage()
  await one!.visit(page, 'http://www.qinghe.gov.cn/zwgk/rsxx/')
  await one!.recordPage(page, '第一条')
  const [from, to] = desks
  await from!.goto(both[0]!.own('ledger.html#/team'))
  await to!.goto(both[1]!.own('ledger.html#/team'))
  const box = (desk: Page, name: RegExp) => desk.getByRole('region', { name })
  const waiting = from!.waitForEvent('download')
  await box(from!, /导出交换包|Export package/).getByRole('button').click()
  const bytes = await readFile(await (await waiting).path())
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
