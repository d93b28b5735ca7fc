// first of all: Dexie looks for a database when it is loaded
import 'fake-indexeddb/auto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { phraseOf } from '../../../utils/errors.ts'
import { sha256 } from '../../../utils/ledger/backup/work.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { wantedFiles } from '../../../utils/team/couch/state.ts'
import { teamCounts } from '../../../utils/team/counts.ts'
import { freshName, startCouch, type CouchServer } from '../../couch/server.ts'
import { newIssue } from '../ledger/kit.ts'
import { hand, lonely, member } from '../team/kit.ts'

/** The browser, in place of the browser. */
const browser = vi.hoisted(() => ({ stored: null as object | null, allows: true, asked: [] as string[], alarms: new Map<string, number>(), wake: [] as (() => void)[] }))
vi.mock('../../../utils/browser/team-account.ts', () => ({
  readStored: async () => browser.stored,
  keepStored: async (account: object) => void (browser.stored = account),
  forgetStored: async () => void (browser.stored = null),
}))
vi.mock('../../../utils/browser/permissions.ts', () => ({ askToRead: async (host: string) => (browser.asked.push(host), browser.allows), mayRead: async () => browser.allows }))
vi.mock('../../../utils/browser/link-network.ts', () => ({ letTeamServer: async () => undefined }))
vi.mock('../../../utils/browser/runtime.ts', () => ({ version: () => '1.2.3' }))
vi.mock('../../../utils/browser/alarms.ts', () => ({
  wakeEvery: async (name: string, minutes: number) => void browser.alarms.set(name, minutes),
  wakeNoMore: async (name: string) => void browser.alarms.delete(name),
  onWake: (_name: string, wake: () => void) => void browser.wake.push(wake),
}))
const { createTeamServer } = await import('../../../utils/app/team-server.ts')
const { armTeamSync, createTeamEngine, readTeamAccount, syncAfterEdits, syncInBackground, TEAM_SYNC } = await import('../../../utils/app/team-sync.ts')

let server: CouchServer
beforeAll(async () => void (server = await startCouch()))
afterAll(() => server.stop())
beforeEach(() => {
  Object.assign(browser, { stored: null, allows: true, asked: [] })
  browser.alarms.clear()
  server.fault = () => null
})

const entry = (database: string, change: object = {}) => ({ server: server.url, database, user: server.user, password: server.password || '口令', ...change })
const lastOf = (watch: ReturnType<typeof createTeamServer>['serverSeen']) => {
  const seen: Parameters<Parameters<typeof watch>[0]>[0][] = []
  const stop = watch((now) => void seen.push(now), (error) => expect(error).toBeUndefined())
  return { stop, until: (wanted: (now: (typeof seen)[number]) => boolean) => expect.poll(() => seen.some(wanted), { timeout: 5000 }).toBe(true) }
}

describe('a server is entered', () => {
  test.each<[string, object, string]>([
    ['no address', { server: 'ftp://couch.qinghe.gov.cn' }, 'team.couch.address.none'],
    ['a password over a public network', { server: 'http://couch.qinghe.gov.cn' }, 'team.couch.address.https'],
    ['a name that no database may have', { database: '2026' }, 'team.couch.address.database'],
  ])('%s: said, and the browser is not asked', async (_name, change, says) => {
    await expect(createTeamServer(lonely()).admit(entry(freshName(), change)).catch(phraseOf)).resolves.toMatchObject({ key: says })
    expect([browser.asked, browser.stored]).toEqual([[], null])
  })

  test('the browser is asked for this one host; refused, nothing is kept', async () => {
    browser.allows = false
    await expect(createTeamServer(lonely()).admit(entry(freshName(), { server: 'couch.qinghe.gov.cn:6984' })).catch(phraseOf)).resolves.toMatchObject({ key: 'team.couch.address.refused' })
    expect([browser.asked, browser.stored]).toEqual([['couch.qinghe.gov.cn'], null])
  })

  test('one founds, another joins and has it all; the alarm is set; the password is shown to nobody', async () => {
    const [one, other, name] = [lonely(), lonely(), freshName()]
    const founder = createTeamServer(one)
    await recordIssue(one, newIssue(), null)
    const account = await founder.admit(entry(name))
    expect(await founder.probe(account)).toMatchObject({ space: null, members: [] })
    await founder.found(account, '青禾县2026')
    expect(browser.alarms.get(TEAM_SYNC)).toBeGreaterThan(0)
    expect(await founder.entered()).not.toHaveProperty('password')
    await founder.syncNow()
    const seen = lastOf(founder.serverSeen)
    await seen.until(({ state, pending, space }) => state === 'synced' && pending === 0 && space?.name === '青禾县2026')
    seen.stop()
    const joiner = createTeamServer(other)
    expect(await joiner.probe(await joiner.admit(entry(name)))).toMatchObject({ space: '青禾县2026', members: [{}] })
    await joiner.join(await joiner.admit(entry(name)))
    await joiner.syncNow()
    expect(await other.db.issues.count()).toBe(1)
  })

  test('joining what is not there fails, and what was entered before stands', async () => {
    const desk = createTeamServer(lonely())
    await expect(desk.join(await desk.admit(entry(freshName()))).catch(phraseOf)).resolves.toMatchObject({ key: 'team.couch.join.none' })
    expect(browser.stored).toBeNull()
    expect(browser.alarms.size).toBe(0)
  })
})

describe('a server that was joined', () => {
  const founded = async () => {
    const ledger = lonely()
    const desk = createTeamServer(ledger)
    await desk.found(await desk.admit(entry(freshName())), '青禾县2026')
    await desk.syncNow()
    return { ledger, desk }
  }

  test('what went wrong is thrown with what to do, and what waits stays', async () => {
    const { ledger, desk } = await founded()
    await recordIssue(ledger, newIssue(), null)
    server.fault = () => 500
    await expect(desk.syncNow().catch(phraseOf)).resolves.toMatchObject({ key: 'sync.failure.server' })
    expect((await teamCounts(ledger.db)).pending).toBe(2)
    server.fault = () => null
    expect(await desk.syncNow()).toEqual({ key: 'sync.done' })
    expect((await teamCounts(ledger.db)).pending).toBe(0)
  })

  test('who took back that the server may be asked is told so, not that it is away, and is asked again by a click', async () => {
    const { ledger, desk } = await founded()
    // what the browser says of a host it lets us not ask
    const blocked = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'))
    browser.allows = false
    await expect(desk.syncNow().catch(phraseOf)).resolves.toMatchObject({ key: 'sync.failure.unpermitted' })
    const seen = lastOf(desk.serverSeen)
    await seen.until(({ state, says }) => state === 'error' && says?.key === 'sync.failure.unpermitted')
    seen.stop()
    await expect(desk.admitAgain(server.url).catch(phraseOf)).resolves.toMatchObject({ key: 'team.couch.address.refused' })
    browser.allows = true
    await expect(desk.syncNow().catch(phraseOf)).resolves.toMatchObject({ key: 'sync.failure.offline' })
    blocked.mockRestore()
    browser.asked = []
    await recordIssue(ledger, newIssue({ id: '01ISSUE0000000000000000007' }), null)
    await expect(desk.admitAgain(server.url)).resolves.toEqual({ key: 'sync.done' })
    expect([browser.asked, (await teamCounts(ledger.db)).pending]).toEqual([['127.0.0.1'], 0])
  })

  test('what was entered is gone from the browser, the ledger is not: said, and entered again it goes on', async () => {
    const { ledger, desk } = await founded()
    const before = browser.stored
    await recordIssue(ledger, newIssue({ id: '01ISSUE0000000000000000008' }), null)
    Object.assign(browser, { stored: null })
    await expect(desk.syncNow().catch(phraseOf)).resolves.toMatchObject({ key: 'sync.failure.account' })
    const { user, password, ...where } = before as ReturnType<typeof entry>
    expect(await desk.entered()).toEqual({ ...where, user: '' })
    browser.alarms.clear()
    await desk.reenter({ user, password })
    expect([browser.stored, browser.alarms.has(TEAM_SYNC)]).toEqual([before, true])
    expect(await desk.syncNow()).toEqual({ key: 'sync.done' })
    expect((await teamCounts(ledger.db)).pending).toBe(0)
  })

  test('another password is kept only where the server takes it; an empty one keeps the old', async () => {
    const { desk } = await founded()
    const before = await readTeamAccount()
    server.fault = () => 401
    await expect(desk.reenter({ user: 'wang', password: '错的' }).catch(phraseOf)).resolves.toMatchObject({ key: 'sync.failure.auth' })
    expect(await readTeamAccount()).toEqual(before)
    server.fault = () => null
    await desk.reenter({ user: before!.user, password: '' })
    expect(await readTeamAccount()).toEqual(before)
  })

  test('who wants all pictures from now on gets those, too, whose issues came before; on demand none comes by itself any more', async () => {
    const { ledger, desk } = await founded()
    const record = async (n: number) => {
      const bytes = new Uint8Array(500).fill(n)
      const shot = { hash: await sha256(bytes), image: new Blob([bytes], { type: 'image/png' }), thumbnail: null, width: 20, height: 10 }
      await recordIssue(ledger, newIssue({ id: `01ISSUE000000000000000000${n}` }), { shot, outlines: [] })
      await desk.syncNow()
    }
    await record(1)
    const other = lonely()
    const joined = createTeamServer(other)
    await joined.join(await readTeamAccount().then((account) => account!))
    await joined.syncNow()
    expect([await other.db.issues.count(), await other.db.shots.count()]).toEqual([1, 0])
    await joined.rescope({ unitIds: null, pictures: 'all' })
    await joined.syncNow()
    expect(await other.db.shots.count()).toBe(1)
    await joined.rescope({ unitIds: null, pictures: 'demand' })
    await record(2)
    await joined.syncNow()
    expect([await other.db.issues.count(), await other.db.shots.count()]).toEqual([2, 1])
  })

  test('cut off before the pictures came, and on demand again: none is waited for', async () => {
    const { ledger, desk } = await founded()
    await ledger.db.issues.put({ ...(await recordIssue(ledger, newIssue(), null)), shots: [{ hash: 'c'.repeat(64), takenAt: '2026-11-18T01:00:00Z', outlines: [] }] })
    server.fault = () => 500
    await desk.rescope({ unitIds: null, pictures: 'all' })
    expect(await wantedFiles(ledger.db)).toEqual([`shot:${'c'.repeat(64)}`])
    await desk.rescope({ unitIds: null, pictures: 'demand' })
    expect(await wantedFiles(ledger.db)).toEqual([])
  })

  test('who leaves is asked for nothing any more, and keeps everything', async () => {
    const { ledger, desk } = await founded()
    await recordIssue(ledger, newIssue(), null)
    await desk.leave()
    expect([browser.stored, browser.alarms.size]).toEqual([null, 0])
    server.asked.length = 0
    expect(await desk.syncNow()).toBeNull()
    expect([server.asked, await ledger.db.issues.count()]).toEqual([[], 1])
  })

  test('an edit goes some seconds later by itself, and an alarm wakes a pass', async () => {
    const { ledger } = await founded()
    const stop = syncAfterEdits(ledger.db, createTeamEngine(ledger))
    await recordIssue(ledger, newIssue(), null)
    await expect.poll(async () => (await teamCounts(ledger.db)).pending, { timeout: 15_000 }).toBe(0)
    stop()
    // The pass that sent it may still be at work, and an alarm makes no second one beside it.
    await navigator.locks.request('duwang-team', () => null)
    browser.wake.length = 0
    syncInBackground(ledger)
    server.asked.length = 0
    for (const wake of browser.wake) wake()
    await expect.poll(() => server.asked.some(({ path }) => path.includes('_changes')), { timeout: 15_000 }).toBe(true)
  }, 40_000)
})

test('no server: no alarm, no request; what a merge left to do is done at the start', async () => {
  const [a, b] = await Promise.all([member(), member()])
  const site = (id: string) => ({ id, name: '青禾县人民政府', prefix: 'www.qinghe.gov.cn/', siteIdCode: null, unitId: null })
  await a.db.sites.add(site('01A'))
  await b.db.sites.add(site('01B'))
  await hand(b, a)
  browser.alarms.set(TEAM_SYNC, 5)
  server.asked.length = 0
  syncInBackground(a)
  await expect.poll(async () => (await a.db.sites.toArray()).map(({ id }) => id), { timeout: 5000 }).toEqual(['01A'])
  expect(await armTeamSync()).toBe(false)
  expect([browser.alarms.size, server.asked]).toEqual([0, []])
})
