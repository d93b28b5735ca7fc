import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshName, startCouch, type CouchServer } from '../couch/server.ts'
import { createCountyServer, type CountyServer } from '../sites/server.ts'
import { launchKillable, type Killable } from './kit/killable.ts'
import { Person } from './kit/person.ts'
import { foundTeam, syncNow } from './kit/team.ts'
import { until } from './kit/until.ts'

let county: CountyServer
let couch: CouchServer
let open: Killable[] = []
const profiles = ['duwang-first-', 'duwang-copy-'].map((name) => mkdtempSync(join(tmpdir(), name))) as [string, string]
const account = { database: freshName(), user: '', password: '' }

beforeAll(async () => {
  ;[county, couch] = await Promise.all([createCountyServer(), startCouch()])
})

afterAll(async () => {
  for (const one of open) await one.kill()
  await couch?.stop()
  await county?.close()
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

test('a browser profile that is copied to another PC goes on as a PC of its own, and says so', { timeout: 120_000 }, async () => {
  const first = await launchKillable(profiles[0], county.port, true, true)
  open = [first]
  const person = new Person(first)
  await foundTeam(person, { server: couch, ...account })
  await first.close()
  // which machine is at it, is no matter of the copy
  cpSync(profiles[0], profiles[1], { recursive: true, filter: (path) => !basename(path).startsWith('Singleton') })
  open = await Promise.all(profiles.map((profile) => launchKillable(profile, county.port, false, true)))
  const people = open.map((one) => new Person(one))
  const desks = await Promise.all(people.map((one) => one.desk()))
  // out of each other's hearing, each gives the same number
  couch.fault = () => 503
  for (const [n, one] of open.entries()) {
    const page = await one.context.newPage()
    await people[n]!.visit(page, 'http://www.qinghe.gov.cn/zwgk/rsxx/')
    await people[n]!.recordPage(page, `第${n + 1}台记的`)
    await page.close()
  }
  couch.fault = () => null
  for (const [n, one] of desks.entries()) {
    await one.goto(open[n]!.own('ledger.html#/team'))
    await syncNow(one)
  }
  await syncNow(desks[0]!)
  // whichever exchanged second
  const saying = () => Promise.all(desks.map((one) => one.getByText('发现另一台电脑和本机用着同一个身份', { exact: false }).count()))
  await until(async () => (await saying()).sort().join() === '0,1', () => 'not one of them said it')
  const told = await Promise.all(people.map(async (one) => (await one.issues()).map(({ description }) => description).sort()))
  expect(told).toEqual([['第1台记的', '第2台记的'], ['第1台记的', '第2台记的']])
  const letters = await Promise.all(desks.map((one) => one.locator('.server-facts').textContent()))
  expect(letters[0]).not.toBe(letters[1])
})
