import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { countyManifest, ROSTER_CSV, type Fault, type Manifest } from '../sites/manifest.ts'
import { createCountyServer } from '../sites/server.ts'
import type { Issue, IssueEvent } from '../../utils/types/issue.ts'
import { readAll } from './kit/database.ts'
import { matches } from './kit/planted.ts'
import { recheck } from './kit/recheck.ts'
import { session } from './kit/session.ts'

/**
 * A round over the demonstration county: every fault recorded, half of them mended, all looked at again.
 * 已整改 is proposed for exactly the mended ones, and 全部销号 closes exactly those. The county has GBK sites and a list that is painted late.
 */
const { server: county, running, person } = await session(await createCountyServer())
let page: Page
let manifest: Manifest
/** Fault id → issue id. */
const recorded = new Map<string, string>()
/** Addresses, `host/path`, that are mended. */
const mended = new Set<string>()

beforeAll(async () => {
  manifest = countyManifest(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
  await person.importRoster({ name: '台账.csv', buffer: Buffer.from(ROSTER_CSV) })
  page = await running.context.newPage()
  for (const url of new Set(manifest.faults.map((fault) => fault.url))) await recordFaultsOf(url)
}, 500_000)

async function recordFaultsOf(url: string): Promise<void> {
  const { findings } = await person.visit(page, url)
  for (const fault of manifest.faults.filter((one) => one.url === url)) {
    const finding = findings.find((one) => matches(fault, one))
    if (!finding) throw new Error(`not found: ${fault.id}`)
    await person.record(page, finding)
    const issue = (await person.issues()).find(({ check, quote, url: at }) => check === finding.check && quote === finding.evidence && at === url)
    recorded.set(fault.id, issue!.id)
  }
}

const addressOf = (url: string) => url.replace(/^https?:\/\//, '')
/** A dead link is mended at its target, everything else on its page. */
const placeOf = (fault: Fault) => addressOf(fault.check === 'links/dead' ? fault.href! : fault.url)
const isMended = (fault: Fault) => mended.has(placeOf(fault))
const byId = async () => new Map((await person.issues()).map((issue) => [issue.id, issue]))
const historyOf = async (id: string) =>
  (await (await person.desk()).evaluate(readAll<IssueEvent>, 'events')).filter(({ issueId }) => issueId === id).sort((a, b) => (a.at < b.at ? -1 : 1))

test('half of the faults are mended: 已整改 is proposed for exactly those', { timeout: 500_000 }, async () => {
  manifest.faults.filter((_, at) => at % 2 === 0).forEach((fault) => mended.add(placeOf(fault)))
  county.mend((address) => mended.has(address))
  const from = county.requests.length
  await recheck(person, '一轮里未销号的全部')
  const issues = await byId()
  const found = manifest.faults.map((fault) => ({ fault: fault.id, ...issues.get(recorded.get(fault.id)!)!.recheck }))
  expect(found.map(({ fault, result, says, now }) => (result === (isMended(manifest.faults.find(({ id }) => id === fault)!) ? 'fixed' : 'standing') ? fault : { fault, result, says, now }))).toEqual(
    manifest.faults.map(({ id }) => id),
  )
  // Every page once for all its issues: as a copy, and at most once more in the tab.
  const pages = county.requests.slice(from).filter(({ host, path }) => manifest.faults.some(({ url }) => addressOf(url) === host + path))
  for (const { url } of manifest.faults) expect(pages.filter(({ host, path }) => host + path === addressOf(url)).length, url).toBeLessThanOrEqual(2)
  // A copy is asked for without cookies and without telling from where.
  expect(pages.filter(({ headers }) => headers.cookie !== undefined && headers['sec-fetch-dest'] === 'empty')).toEqual([])
})

test('what was mended has a new screenshot beside the first, and a line of history', async () => {
  const issues = await byId()
  const missing: string[] = []
  const shots = new Set((await person.shots()).filter(({ intact }) => intact).map(({ hash }) => hash))
  for (const fault of manifest.faults) {
    const issue = issues.get(recorded.get(fault.id)!)!
    const after = issue.shots.filter(({ role }) => role === 'after')
    if (after.length !== (isMended(fault) ? 1 : 0)) missing.push(fault.id)
    for (const { hash } of after) expect(shots.has(hash)).toBe(true)
    expect((await historyOf(issue.id)).filter(({ kind }) => kind === 'recheck').map(({ reason }) => reason.slice(0, 6))).toEqual([isMended(fault) ? '复查：已整改' : '复查：未整改'])
  }
  expect(missing).toEqual([])
})

test('looking again is no reading: the log has no line of it, and no tab is left', async () => {
  const readings = await (await person.desk()).evaluate(readAll<{ id: string; readAt: string }>, 'readings')
  const job = (await (await person.desk()).evaluate(readAll<{ startedAt: string }>, 'rechecks'))[0]!
  expect(readings.filter(({ readAt }) => readAt > job.startedAt)).toEqual([])
  expect(running.context.pages().map((one) => one.url()).filter((url) => url.startsWith('http://')).length).toBe(1)
})

test('全部销号 closes exactly the mended ones, by allowed steps with the reason, and can be taken back', async () => {
  const desk = await person.desk()
  await desk.bringToFront()
  const statuses = async () => Object.fromEntries(manifest.faults.map(({ id }) => [id, '']).concat([...(await byId())].flatMap(([id, { status }]) => [...recorded].filter(([, one]) => one === id).map(([fault]) => [fault, status]))))
  const expected = (closed: Issue['status']) => Object.fromEntries(manifest.faults.map((fault) => [fault.id, isMended(fault) ? closed : 'open']))
  const count = manifest.faults.filter(isMended).length
  const closeAll = async () => {
    await desk.getByRole('button', { name: `${count} 条已整改的全部销号` }).click()
    await desk.getByRole('group', { name: `把 ${count} 条` }).getByRole('button', { name: '全部销号' }).click()
    await desk.getByText(`已销号 ${count} 条`).first().waitFor()
  }
  await closeAll()
  expect(await statuses()).toEqual(expected('closed'))
  const [one] = manifest.faults.filter(isMended)
  const steps = (await historyOf(recorded.get(one!.id)!)).filter(({ kind }) => kind === 'status')
  expect(steps.map(({ changes }) => changes['status'])).toEqual([['open', 'fixed'], ['fixed', 'closed']])
  expect(steps.every(({ reason }) => reason.startsWith('复查：已整改'))).toBe(true)
  await desk.getByRole('button', { name: '撤销' }).click()
  await desk.getByText('已撤销').first().waitFor()
  expect(await statuses()).toEqual(expected('open'))
  await closeAll()
})

test('on the next visit the open ones stand on top, marked 仍在 or 已改, and one click confirms', async () => {
  const fault = manifest.faults.find(({ check }) => check === 'freshness/column-overdue' && true)!
  const open = manifest.faults.filter((one) => !isMended(one))
  const standing = open.find(({ check }) => check.startsWith('wording/'))!
  await person.visit(page, standing.url)
  const layer = person.layer(page)
  await layer.openPanel()
  await layer.waitFor((text) => text.includes('上次发现，仍在'))
  // Now it is mended too.
  mended.add(placeOf(standing))
  await person.visit(page, standing.url)
  await layer.openPanel()
  const { number } = (await byId()).get(recorded.get(standing.id)!)!
  await layer.waitFor((text) => text.includes('已改') && text.includes(`第 ${number} 号 · `))
  await layer.click('确认已整改')
  await layer.waitFor((text) => text.includes(`第 ${number} 号已改为已整改`))
  expect((await byId()).get(recorded.get(standing.id)!)!.status).toBe('fixed')
  await layer.click('销号')
  await layer.waitFor((text) => text.includes(`第 ${number} 号已销号`))
  expect((await byId()).get(recorded.get(standing.id)!)!.status).toBe('closed')
  expect(fault).toBeDefined()
})

test('found again after 销号: the same issue is opened again as 反弹, with its history and another screenshot', async () => {
  const fault = manifest.faults.find((one) => isMended(one) && one.check.startsWith('wording/') && !one.check.includes('privacy'))!
  county.mend(false)
  const before = (await byId()).get(recorded.get(fault.id)!)!
  const all = (await person.issues()).length
  expect(before.status).toBe('closed')
  const { findings } = await person.visit(page, fault.url)
  const layer = person.layer(page)
  await layer.openPanel()
  const glance = await person.glance(page)
  const shown = glance?.state === 'ready' ? glance.findings : findings
  await layer.clickItem(shown.findIndex((one) => matches(fault, one)), '记录')
  await layer.waitFor((text) => text.includes(`第 ${before.number} 号已销号的问题又出现了`))
  const after = (await byId()).get(before.id)!
  expect(after).toMatchObject({ status: 'open', rebounds: 1, number: before.number })
  expect(after.shots.length).toBeGreaterThan(before.shots.length)
  expect(await person.issues()).toHaveLength(all)
  expect((await historyOf(before.id)).map(({ kind }) => kind).filter((kind) => kind === 'recorded' || kind === 'rebound')).toEqual(['recorded', 'rebound'])
  // 撤销 closes it again; nothing is deleted.
  await layer.click('撤销')
  await layer.waitFor((text) => text.includes(`已撤销 第 ${before.number} 号`))
  expect((await byId()).get(before.id)).toMatchObject({ status: 'closed', rebounds: 0, deletedAt: null })
})

test('已销号的 looked at again: those that came back are opened as 反弹', { timeout: 300_000 }, async () => {
  const closed = (await person.issues()).filter(({ status }) => status === 'closed').map(({ id }) => id)
  expect(closed.length).toBeGreaterThan(10)
  await recheck(person, '已销号的')
  const issues = await byId()
  expect(closed.filter((id) => issues.get(id)!.status !== 'open' || issues.get(id)!.rebounds !== 1).map((id) => [issues.get(id)!.check, issues.get(id)!.status, issues.get(id)!.recheck])).toEqual([])
})
