import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { CouchFailure } from '../../../../utils/team/couch/failure.ts'
import { askedPause, pauseAfter } from '../../../../utils/team/couch/pause.ts'
import { readCouchState } from '../../../../utils/team/couch/state.ts'
import { IS_REAL, startCouch, type CouchServer } from '../../../couch/server.ts'
import { newIssue } from '../../ledger/kit.ts'
import { settled, teamAt } from './kit.ts'
import { soon } from '../../../soon.ts'

let server: CouchServer
beforeEach(async () => void (server = await startCouch()))
afterEach(() => server.stop())

describe('while a page is open', () => {
  test('a server that answers long polls tells of others at once', async () => {
    server.longPoll = true
    const [a, b] = await teamAt(server, 2)
    await settled(a!, b!)
    const stop = new AbortController()
    const following = b!.engine.follow(stop.signal)
    await soon(async () => expect((await readCouchState(b!.db))?.longPoll).toBe(true), 10_000)
    await recordIssue(a!, newIssue(), null)
    await a!.sync()
    await soon(async () => expect(await b!.db.issues.count()).toBe(1), 10_000)
    stop.abort()
    await following
  })

  test.skipIf(IS_REAL)('one that holds them for ever is asked without', async () => {
    const [a] = await teamAt(server, 1)
    await settled(a!)
    const stop = new AbortController()
    const following = a!.engine.follow(stop.signal)
    await soon(async () => expect((await readCouchState(a!.db))?.longPoll).toBe(false), 15_000)
    stop.abort()
    await following
    expect(server.asked.filter(({ path }) => path.includes('longpoll'))).toHaveLength(1)
  })
})

describe('pauses', () => {
  test.each([
    [new CouchFailure('offline'), 1, 5_000], [new CouchFailure('offline'), 3, 20_000], [new CouchFailure('server'), 99, 300_000], [new CouchFailure('auth'), 99, 1_800_000],
    [new CouchFailure('busy', { waitMs: 90_000 }), 1, 90_000], [new CouchFailure('busy', { waitMs: 1_000 }), 1, 5_000], [new CouchFailure('busy', { waitMs: 999_000_000 }), 1, 3_600_000],
  ])('%s, %i in a row: %i ms', (error, failures, ms) => expect(pauseAfter(error, failures, 0.5)).toBe(ms))

  test.each<[string | null, string | null, number | null]>([
    ['120', null, 120_000], [' 0 ', null, 0], ['Sun, 22 Nov 2026 08:01:30 GMT', 'Sun, 22 Nov 2026 08:00:00 GMT', 90_000], ['Sun, 22 Nov 2026 07:00:00 GMT', 'Sun, 22 Nov 2026 08:00:00 GMT', 0],
    ['Sun, 22 Nov 2026 08:01:30 GMT', null, null], ['soon', 'Sun, 22 Nov 2026 08:00:00 GMT', null], ['-5', null, null], [null, null, null],
  ])('Retry-After %s at %s asks for %s ms', (asked, date, ms) => {
    expect(askedPause(new Headers({ ...(asked !== null && { 'Retry-After': asked }), ...(date !== null && { Date: date }) }))).toBe(ms)
  })

  test('differ from PC to PC by a quarter at most', () => {
    expect([pauseAfter(new CouchFailure('offline'), 2, 0), pauseAfter(new CouchFailure('offline'), 2, 1)]).toEqual([7_500, 12_500])
  })
})

test('the password is in no error and nowhere in the database', async () => {
  const [a] = await teamAt(server, 1)
  a!.account = { ...a!.account, user: '王小青', password: '口令-secret' }
  await a!.sync()
  server.fault = () => 401
  const { says } = await a!.sync()
  const rows = await Promise.all(a!.db.tables.map((table) => table.toArray()))
  expect(JSON.stringify([says, rows])).not.toContain('secret')
  expect(String(new CouchFailure('auth', { reason: 'x' }).stack)).not.toContain('secret')
})
