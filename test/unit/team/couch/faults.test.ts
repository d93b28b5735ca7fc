import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { editIssue } from '../../../../utils/ledger/change.ts'
import { addRound, changeRound } from '../../../../utils/ledger/rounds.ts'
import { PAGE } from '../../../../utils/team/couch/pull.ts'
import { readCouchStatus, readProgress } from '../../../../utils/team/couch/state.ts'
import { IS_REAL, type Asked, type CouchServer, type Fault } from '../../../couch/server.ts'
import { idOf } from '../kit.ts'
import { pairOnServer, pendingOf, recordNth, wholeOn, type Device } from './kit.ts'

let server: CouchServer
let a: Device
let b: Device
beforeEach(async () => void ({ server, a, b } = await pairOnServer()))
afterEach(() => server.stop())

const isBulk = ({ path }: Asked) => path.includes('_bulk_docs')

const whole = (issues: number) => wholeOn(server, a, b, issues)

describe('the server fails', () => {
  test.each<[Fault, string, string]>([
    ['drop', 'offline', 'sync.failure.offline'], ['lost', 'offline', 'sync.failure.offline'], [500, 'error', 'sync.failure.server'],
    [502, 'error', 'sync.failure.server'], [503, 'error', 'sync.failure.busy'], [429, 'error', 'sync.failure.busy'],
    [401, 'error', 'sync.failure.auth'], [403, 'error', 'sync.failure.forbidden'], [409, 'error', 'sync.failure.conflict'],
    [302, 'error', 'sync.failure.foreign'],
  ])('%s while sending: said, kept, and gone on with', async (fault, link, says) => {
    await recordNth(a, 1)
    server.fault = (asked) => (isBulk(asked) ? fault : null)
    expect(await a.sync()).toMatchObject({ link, says: { key: says }, failures: 1 })
    expect(await pendingOf(a.db)).toContain(`issue:${idOf(1)}`)
    expect(await a.sync()).toMatchObject({ failures: 2 })
    await whole(1)
    expect(await readCouchStatus(a.db)).toMatchObject({ link: 'online', says: null, failures: 0, pauseUntil: '' })
  })

  test('pauses grow, are kept by whoever asks, and are no longer than the server wishes; a person passes them', async () => {
    await recordNth(a, 1)
    server.fault = (asked) => (isBulk(asked) ? 429 : null)
    const pauses: number[] = []
    for (let n = 0; n < 9; n++) {
      const { pauseUntil } = await a.sync()
      pauses.push(Math.round((Date.parse(pauseUntil) - a.clock.at) / 1000))
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300])
    server.asked.length = 0
    await a.engine.run()
    expect(server.asked).toEqual([])
    server.retryAfter = '1200'
    expect(Date.parse((await a.sync()).pauseUntil) - a.clock.at).toBeCloseTo(1_200_000, -4)
    a.clock.at += 1_300_000
    await a.engine.run()
    expect(server.asked.length).toBeGreaterThan(0)
    await whole(1)
  })

  test('a pause that was begun by a clock far ahead is over when the clock is set right', async () => {
    await recordNth(a, 1)
    a.clock.at += 400 * 86_400_000
    server.fault = (asked) => (isBulk(asked) ? 500 : null)
    await a.sync()
    server.fault = () => null
    a.clock.at -= 400 * 86_400_000
    expect(await a.engine.run()).toMatchObject({ link: 'online', failures: 0 })
    await whole(1)
  })

  test('413: smaller batches, and a document that is too large by itself is named and sent no more until it is edited', async () => {
    for (let n = 1; n <= 9; n++) await recordNth(a, n)
    await editIssue(a, idOf(4), { note: '长'.repeat(6000) })
    const sizes = new Map<string, number>()
    a.fetch = withSizes(a.fetch, sizes)
    server.fault = (asked) => (isBulk(asked) && (sizes.get(asked.path) ?? 0) > 6000 ? 413 : null)
    const { link, notTaken } = await a.sync()
    // the issue, and the line of its history that says what was edited
    expect([link, notTaken.map(({ id, says }) => `${id.slice(0, 6)} ${says.key}`)]).toEqual(['online', ['event: team.couch.notTaken.large', 'issue: team.couch.notTaken.large']])
    expect((await pendingOf(a.db)).filter((id) => id.startsWith('issue:'))).toEqual([`issue:${idOf(4)}`])
    server.asked.length = 0
    await a.engine.run()
    expect(server.asked.filter(isBulk)).toEqual([])
    await b.sync()
    expect(await b.db.issues.count()).toBe(8)
    await editIssue(a, idOf(4), { note: '短' })
    await a.engine.run()
    expect((await readCouchStatus(a.db)).notTaken.filter(({ id }) => id.startsWith('issue:'))).toEqual([])
    await whole(9)
    expect((await readCouchStatus(a.db)).notTaken).toEqual([])
  })

  test.skipIf(IS_REAL)('a document that the server could not store just now, or said nothing of, goes with the next pass by itself', async () => {
    const id = `issue:${idOf(1)}`
    await recordNth(a, 1)
    const bulk = `POST /${a.account.database}/_bulk_docs`
    server.ready.set(bulk, JSON.stringify([{ id, error: 'internal_server_error', reason: 'No DB shards could be opened.' }]))
    expect(await a.engine.run()).toMatchObject({ link: 'online', notTaken: [{ id, says: { key: 'team.couch.notTaken.passing', params: { reason: 'No DB shards could be opened.' } } }] })
    expect(await pendingOf(a.db)).toHaveLength(2)
    server.ready.clear()
    expect((await a.engine.run())?.notTaken).toEqual([])
    await whole(1)
  })

  test('what only a 组长 may change stays here, is told, and is not offered again until it is edited; the rest goes on', async () => {
    await recordNth(a, 1)
    await addRound(a, { name: '专项核查', from: '2026-11-01', to: '2026-11-20' })
    const sound = a.fetch
    const offered: string[] = []
    a.fetch = async (input, init) => {
      if (!input.includes('_bulk_docs')) return sound(input, init)
      // as CouchDB answers an account that is no 组长: document by document
      const { docs } = JSON.parse(String(init.body)) as { docs: { _id: string }[] }
      const refused = docs.filter(({ _id }) => /^(?:round|setting):/.test(_id))
      offered.push(...refused.map(({ _id }) => _id))
      const answer = await sound(input, { ...init, body: JSON.stringify({ docs: docs.filter((doc) => !refused.includes(doc)) }) })
      return new Response(JSON.stringify([...((await answer.json()) as object[]), ...refused.map(({ _id }) => ({ id: _id, error: 'forbidden', reason: 'duwang:lead' }))]), { status: 201 })
    }
    const { link, says, notTaken } = await a.sync()
    expect([link, says, notTaken.map(({ id, says: why }) => [id.split(':')[0], why.key])]).toEqual(['online', null, [['round', 'team.couch.notTaken.lead']]])
    expect(offered).toHaveLength(1)
    for (let n = 0; n < 3; n++) await a.engine.run()
    expect(offered).toHaveLength(1)
    await b.sync()
    expect([await b.db.issues.count(), await b.db.rounds.count(), await a.db.rounds.count()]).toEqual([1, 0, 1])
    const [round] = await a.db.rounds.toArray()
    await changeRound(a, round!.id, { name: '专项核查二' })
    await a.engine.run()
    expect(offered).toHaveLength(2)
    // made a 组长 meanwhile
    a.fetch = sound
    await a.sync()
    expect((await readCouchStatus(a.db)).notTaken).toEqual([])
    await b.sync()
    expect((await b.db.rounds.toArray()).map(({ name }) => name)).toEqual(['专项核查二'])
  })

  test('restarted in the middle of a push', async () => {
    for (let n = 1; n <= 6; n++) await recordNth(a, n)
    let down: Promise<void> | null = null
    server.fault = (asked) => {
      if (isBulk(asked)) down ??= server.down()
      return null
    }
    expect(await a.sync()).toMatchObject({ link: 'offline' })
    await down
    expect(await a.sync()).toMatchObject({ link: 'offline', failures: 2 })
    await server.up()
    await whole(6)
  })

  test('a page that a proxy puts in place of an answer is no CouchDB', async () => {
    a.fetch = async () => new Response('<h1>请登录</h1>', { status: 200, headers: { 'Content-Type': 'text/html' } })
    expect(await a.sync()).toMatchObject({ link: 'error', says: { key: 'sync.failure.foreign' } })
  })

  test.each([1, 2])('pages that never end, %i of them in turn: said, tried again after longer and longer, and nothing is lost', async (turns) => {
    await recordNth(a, 1)
    await recordNth(b, 2)
    const places = await Promise.all([1, 2].map(async (limit) => (await server.direct('GET', `${a.account.database}/_changes?limit=${limit}`)).body['last_seq']))
    let pages = 0
    const sound = a.fetch
    a.fetch = async (input, init) => {
      if (!input.includes('_changes')) return sound(input, init)
      if (++pages > 50) throw new Error('asked for ever')
      return new Response(JSON.stringify({ results: Array.from({ length: PAGE }, (_, n) => ({ id: `gone${n}`, deleted: true })), last_seq: places[pages % turns] }))
    }
    expect(await a.sync()).toMatchObject({ link: 'error', says: { key: 'sync.failure.stuck' }, failures: 1 })
    const { failures, pauseUntil } = await a.sync()
    expect([failures, Math.round((Date.parse(pauseUntil) - a.clock.at) / 1000)]).toEqual([2, 10])
    expect(await pendingOf(a.db)).toContain(`issue:${idOf(1)}`)
    expect(await readProgress(a.db)).toBeNull()
    a.fetch = sound
    await whole(2)
  })

  test('cut off at a random place, again and again, on both sides', async () => {
    let seed = 20261122
    const random = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32)
    const faults: Fault[] = ['drop', 'lost', 500, 429, 409, 401]
    let issues = 0
    for (let turn = 0; turn < 40; turn++) {
      server.fault = () => null
      const who = turn % 2 === 0 ? a : b
      await recordNth(who, ++issues)
      const target = idOf(1 + Math.floor(random() * issues))
      if (await who.db.issues.get(target)) await editIssue(who, target, { note: `第${turn}次` })
      server.fault = () => (random() < 0.3 ? faults[Math.floor(random() * faults.length)]! : null)
      await a.sync()
      await b.sync()
    }
    await whole(issues)
  })

  test('the program is killed in the middle of a pass: what was stored is where it goes on', async () => {
    for (let n = 1; n <= 5; n++) await recordNth(a, n)
    for (let kill = 1; kill <= 14; kill++) {
      let asked = 0
      const sound = b.fetch
      // as a killed worker: nothing that comes after is ever done
      b.fetch = (input, init) => (++asked > kill ? new Promise<Response>(() => undefined) : sound(input, init))
      await editIssue(a, idOf(1 + (kill % 5)), { note: `改${kill}` })
      await a.sync()
      if (await b.db.issues.get(idOf(2))) await editIssue(b, idOf(2), { suggestion: `建议${kill}` })
      await Promise.race([b.killable(), new Promise((resolve) => setTimeout(resolve, 300))])
      b.fetch = sound
    }
    await whole(5)
  })
})

function withSizes(plain: Device['fetch'], sizes: Map<string, number>): Device['fetch'] {
  return (input, init) => {
    const { pathname, search } = new URL(input)
    sizes.set(pathname + search, typeof init.body === 'string' ? init.body.length : 0)
    return plain(input, init)
  }
}
