import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IssueEvent } from '../../utils/types/issue.ts'
import type { RecheckItem } from '../../utils/types/recheck.ts'
import { readAll } from './kit/database.ts'
import { launchKillable, type Killable } from './kit/killable.ts'
import { createMoodySite, notice, RIGHT, says, type MoodySite } from './kit/moody-site.ts'
import { Person } from './kit/person.ts'
import { recheckJobs, startRecheck } from './kit/recheck.ts'
import { until } from './kit/until.ts'

/** A re-check that is cut off in the middle, once by closing the browser and once by killing it, goes on where it was. */
const HOST = 'www.lanxi.gov.cn'
const NAMES = ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => `http://${HOST}/zwgk/fangxun${n}.html`)
const profile = mkdtempSync(join(tmpdir(), 'duwang-recheck-'))

let site: MoodySite
beforeAll(async () => {
  site = await createMoodySite()
})
afterAll(async () => {
  await site?.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

const items = async (person: Person) => (await person.desk()).evaluate(readAll<RecheckItem>, 'recheckItems')
const done = async (person: Person) => (await items(person)).filter((item) => item.done === 1)

/** Waits until so many issues are looked at, ends the browser, and gives the addresses that were done. */
async function cutOff(person: Person, chromium: Killable, after: number, end: 'close' | 'kill'): Promise<string[]> {
  const urls = await until(async () => {
    const seen = (await done(person)).map(({ url }) => url)
    return seen.length >= after && seen
  }, () => 'nothing was looked at', 60_000)
  await chromium[end]()
  expect(urls.length).toBeLessThan(NAMES.length)
  return urls
}

test('closed and killed in the middle: it waits, goes on, and nothing is doubled', { timeout: 300_000 }, async () => {
  let chromium = await launchKillable(profile, site.port, true)
  let person = new Person(chromium)
  await person.speakChinese()
  const page = await chromium.context.newPage()
  for (const url of NAMES) {
    const { findings } = await person.visit(page, url)
    await person.record(page, findings.find(({ check }) => check.startsWith('wording/'))!)
  }
  await page.close()
  site.turn(HOST, (response, name) => says(notice(name, Number(name.slice(-1)) % 2 ? RIGHT : '中华人名共和国'))(response, name))
  await startRecheck(person, '一轮里未销号的全部')
  for (const [after, end] of [[2, 'close'], [5, 'kill']] as const) {
    const seen = await cutOff(person, chromium, after, end)
    const from = site.requests.length
    chromium = await launchKillable(profile, site.port, false)
    person = new Person(chromium)
    const desk = await chromium.context.newPage()
    const address = chromium.own('ledger.html#/recheck')
    // Loaded from the command line the extension greets at every start, in the page that is open.
    let text = ''
    const waits = async () => {
      if (desk.url() !== address && !(await desk.goto(address).then(() => true, () => false))) return false
      return /已暂停：已看 \d 条，共 8 条/.test((text = await desk.locator('body').innerText()))
    }
    await until(waits, () => `it does not wait; the page says: ${text}`, 30_000)
    expect((await recheckJobs(person)).map(({ state }) => state)).toEqual(['paused'])
    await desk.getByRole('button', { name: '继续' }).click()
    if (end === 'close') continue
    await until(async () => (await recheckJobs(person))[0]?.state === 'done', () => 'it never ended', 60_000)
    // What was looked at before is not asked for again.
    expect(seen.filter((url) => site.requests.slice(from).includes(url.slice('http://'.length)))).toEqual([])
  }
  const issues = (await person.issues()).sort((a, b) => a.number - b.number)
  expect(issues.map(({ recheck }) => recheck?.result)).toEqual(NAMES.map((_, at) => (at % 2 ? 'standing' : 'fixed')))
  expect(issues.map(({ shots }) => shots.filter(({ role }) => role === 'after').length)).toEqual(NAMES.map((_, at) => (at % 2 ? 0 : 1)))
  const events = await (await person.desk()).evaluate(readAll<IssueEvent>, 'events')
  expect(issues.map(({ id }) => events.filter(({ issueId, kind }) => issueId === id && kind === 'recheck').length)).toEqual(NAMES.map(() => 1))
  expect((await items(person)).length).toBe(NAMES.length)
  await until(async () => chromium.context.pages().every((one) => !one.url().startsWith('http://')), () => 'a tab of the re-check was left')
  await chromium.close()
})
