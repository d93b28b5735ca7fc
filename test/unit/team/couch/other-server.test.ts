import { afterEach, beforeEach, expect, test } from 'vitest'
import { readCouchState } from '../../../../utils/team/couch/state.ts'
import { IS_REAL, type CouchServer } from '../../../couch/server.ts'
import { idOf } from '../kit.ts'
import { pairOnServer, pendingOf, recordNth, settled, teamAt, wholeOn, type Device } from './kit.ts'

let server: CouchServer
let a: Device
let b: Device
beforeEach(async () => void ({ server, a, b } = await pairOnServer()))
afterEach(() => server.stop())

const whole = (issues: number) => wholeOn(server, a, b, issues)

const before = async () => {
  await recordNth(a, 1)
  await settled(a, b)
  await recordNth(a, 2)
}
const nothingDone = async (change: string) => {
  server.asked.length = 0
  expect(await a.sync()).toMatchObject({ link: 'error', change, says: { key: `sync.change.${change}` } })
  expect(server.asked.filter(({ method }) => method !== 'GET')).toEqual([])
  server.asked.length = 0
  a.clock.at += 86_400_000
  await a.engine.run()
  expect(server.asked).toEqual([])
  expect(await a.db.issues.count()).toBe(2)
  expect(await pendingOf(a.db)).toContain(`issue:${idOf(2)}`)
}

test.skipIf(IS_REAL)('wiped: said before anything is sent; a person has it made again from this PC', async () => {
  await before()
  server.wipe()
  await nothingDone('wiped')
  await a.accept()
  await whole(2)
  expect((await readCouchState(a.db))?.spaceId).toBe((await readCouchState(b.db))?.spaceId)
})

test('emptied, but the same server', async () => {
  await before()
  await server.direct('DELETE', a.account.database)
  await server.direct('PUT', a.account.database)
  await nothingDone('wiped')
})

test('another machine with the same space: a person goes on with it', async () => {
  await before()
  const first = server.uuid
  server.uuid = 'uuid-of-another'
  // it was replicated there, and local documents are not
  for (const { device } of [a, b]) await server.direct('PUT', `${a.account.database}/_local/duwang-${device.device}`, {})
  await nothingDone('moved')
  await a.accept()
  await b.accept()
  await whole(2)
  // nodes behind one address, each with a UUID of its own: once both were accepted, nobody is asked again
  server.uuid = first
  expect(await a.sync()).toMatchObject({ link: 'online', change: null })
  await whole(2)
})

test('made by a newer version: nothing is read or sent, and once this PC is up to date it goes on by itself', async () => {
  await before()
  const at = `${a.account.database}/space`
  const space = (await server.direct('GET', at)).body as unknown as { _rev: string }
  const { rev } = (await server.direct('PUT', at, { ...space, format: 2 })).body as unknown as { rev: string }
  server.asked.length = 0
  expect(await a.sync()).toMatchObject({ link: 'error', change: 'newer', says: { key: 'sync.change.newer' } })
  expect(server.asked.filter(({ method }) => method !== 'GET')).toEqual([])
  await server.direct('PUT', at, { ...space, _rev: rev })
  server.asked.length = 0
  await a.engine.run()
  expect(server.asked).toEqual([])
  a.clock.at += 86_400_000
  expect(await a.engine.run()).toMatchObject({ link: 'online', change: null })
  await whole(2)
})

test.skipIf(IS_REAL)('another team at the same address', async () => {
  await before()
  server.wipe()
  server.uuid = 'uuid-of-another'
  const [other] = await teamAt(server, 1)
  a.account = { ...a.account, database: other!.account.database }
  await nothingDone('swapped')
  expect((await readCouchState(a.db))?.since).not.toBe('0')
})

test('restored from an older copy: all is compared again, and what it lacks is sent again', async () => {
  await before()
  await settled(a, b)
  const { body } = await server.direct('GET', `${a.account.database}/issue:${idOf(2)}`)
  const mark = (await server.direct('GET', `${a.account.database}/_local/duwang-${a.device.device}`)).body as unknown as { _rev: string; passes: number }
  await server.direct('DELETE', `${a.account.database}/issue:${idOf(2)}?rev=${String((body as { _rev?: string })._rev)}`)
  await server.direct('PUT', `${a.account.database}/_local/duwang-${a.device.device}`, { _rev: mark._rev, passes: mark.passes - 1 })
  await a.sync()
  await whole(2)
})
