import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { seenOfServer } from '../../../../utils/app/sync-seen.ts'
import { editIssue, setStatus } from '../../../../utils/ledger/change.ts'
import { DAY_MS } from '../../../../utils/ledger/sharing/clock.ts'
import { deviceOfLedger } from '../../../../utils/ledger/sharing/device.ts'
import { clashesOf } from '../../../../utils/team/clashes.ts'
import { createCouch } from '../../../../utils/team/couch/client.ts'
import { membersOf } from '../../../../utils/team/couch/people.ts'
import { shortNumber } from '../../../../utils/types/issue.ts'
import type { Asked, CouchServer, Fault } from '../../../couch/server.ts'
import { copyInto, idOf } from '../kit.ts'
import { packed, taken } from '../package/kit.ts'
import { deviceAt, pairOnServer, pendingOf, recordNth, settled, shown, type Device } from './kit.ts'

let server: CouchServer
let a: Device
let b: Device
beforeEach(async () => {
  ;({ server, a, b } = await pairOnServer())
  withoutTime(a)
})
afterEach(() => server.stop())

/** The same browser profile on another PC. */
async function copyOf(one: Device): Promise<Device> {
  const copy = deviceAt(server, one.account.database)
  copy.clock.at = one.clock.at
  await copyInto(one, copy)
  withoutTime(copy)
  return copy
}

/** The server does not say what time it is here: it is not what these tests are about. */
function withoutTime(one: Device): void {
  const plain = one.fetch
  one.fetch = async (input, init) => {
    const response = await plain(input, init)
    const headers = new Headers(response.headers)
    headers.delete('Date')
    return new Response(response.body, { status: response.status, headers })
  }
}

const nameOf = async ({ db }: Device) => (await deviceOfLedger(db))!
const numbers = async ({ db }: Device) => (await db.issues.orderBy(':id').toArray()).map((issue) => shortNumber(issue))
const isMark = ({ method, path }: Asked) => method === 'PUT' && path.includes('/_local/')

describe('two PCs with one copied browser profile', () => {
  test('the second to exchange takes an id and a letter of its own; nothing is lost or doubled, and clashes between the two are shown', async () => {
    await recordNth(a, 1)
    await settled(a, b)
    const c = await copyOf(a)
    const before = await nameOf(a)
    // away from the network both
    await recordNth(a, 2)
    await setStatus(a, idOf(1), 'fixed', '')
    c.clock.at += 3_600_000
    await recordNth(c, 3)
    await setStatus(c, idOf(1), 'no-action', '')
    await editIssue(c, idOf(1), { note: '副本上写的' })
    await a.sync()
    expect(await c.sync()).toMatchObject({ link: 'online', says: null })
    const after = await nameOf(c)
    expect(await nameOf(a)).toMatchObject({ device: before.device, mark: before.mark })
    expect(after.device).not.toBe(before.device)
    expect([before.mark, b.device.mark]).not.toContain(after.mark)
    await settled(a, b, c)
    for (const one of [a, b, c]) expect(await clashesOf(one.db)).toMatchObject([{ issueId: idOf(1), cell: 'status', options: [{ value: { status: 'no-action' } }, { value: { status: 'fixed' } }] }])
    expect(await a.db.issues.get(idOf(1))).toMatchObject({ note: '副本上写的' })
    // what was handed out stays
    expect(await numbers(b)).toEqual([1, 2, 2].map((n) => `${before.mark}${n}`))
    await recordNth(c, 4)
    await settled(a, b, c)
    expect((await numbers(b))[3]).toBe(`${after.mark}3`)
    for (const one of [b, c]) expect(await shown(one)).toEqual(await shown(a))
    for (const one of [a, b, c]) expect(await pendingOf(one.db)).toEqual([])
    expect((await membersOf(createCouch(a, a.account))).map(({ device, mark }) => `${device} ${mark}`).sort()).toEqual([before, after, b.device].map(({ device, mark }) => `${device} ${mark}`).sort())
  })

  test('it is said where it happened, and no more a week later', async () => {
    const c = await copyOf(a)
    await recordNth(a, 1)
    await a.sync()
    await c.sync()
    expect((await seenOfServer(c.db)).says).toEqual({ key: 'sync.twin', params: { mark: (await nameOf(c)).mark } })
    expect((await seenOfServer(a.db)).says).toBeNull()
    await c.sync()
    expect((await seenOfServer(c.db)).says).not.toBeNull()
    c.clock.at += 8 * DAY_MS
    await c.sync()
    expect((await seenOfServer(c.db)).says).toBeNull()
  })

  test('what stood before the copy was made, and was sent, clashes with nothing', async () => {
    await recordNth(a, 1)
    await setStatus(a, idOf(1), 'fixed', '')
    await settled(a, b)
    const c = await copyOf(a)
    await recordNth(a, 2)
    await a.sync()
    await setStatus(c, idOf(1), 'closed', '')
    await c.sync()
    await settled(a, b, c)
    for (const one of [a, b, c]) expect([await clashesOf(one.db), (await one.db.issues.get(idOf(1)))!.status]).toEqual([[], 'closed'])
    expect((await b.db.events.where('issueId').equals(idOf(1)).toArray()).filter(({ kind }) => kind === 'merged-value')).toEqual([])
  })

  test('a profile that is set back to an older state counts as another PC, and goes on', async () => {
    const c = await copyOf(a)
    for (const n of [1, 2]) {
      await recordNth(a, n)
      await settled(a, b)
    }
    await settled(c, b)
    expect((await nameOf(c)).device).not.toBe(a.device.device)
    expect(await shown(c)).toEqual(await shown(b))
  })

  test('found by a package first: the server hears of the new id and letter with the next pass, and of all that is another’s now', async () => {
    await recordNth(a, 1)
    await packed(a)
    await settled(a, b)
    const c = await copyOf(a)
    await setStatus(c, idOf(1), 'no-action', '')
    a.clock.at += 3_600_000
    await setStatus(a, idOf(1), 'fixed', '')
    await taken(c, (await packed(a)).file)
    const after = await nameOf(c)
    expect(after.device).not.toBe(a.device.device)
    await settled(a, b, c)
    expect(await nameOf(c)).toMatchObject({ device: after.device, mark: after.mark })
    expect(await nameOf(a)).toMatchObject({ device: a.device.device, mark: a.device.mark })
    expect(await membersOf(createCouch(a, a.account))).toContainEqual({ device: after.device, mark: after.mark, reader: await c.reader() })
    for (const one of [a, b, c]) expect(await clashesOf(one.db)).toMatchObject([{ issueId: idOf(1), cell: 'status' }])
    for (const one of [b, c]) expect(await shown(one)).toEqual(await shown(a))
  })

  test('both at once, cut off at random places: one of them keeps the id, and all end the same', async () => {
    const c = await copyOf(a)
    let seed = 20261123
    const random = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32)
    const faults: Fault[] = ['drop', 'lost', 500, 429]
    for (let n = 1; n <= 24; n++) {
      const who = [a, b, c][n % 3]!
      await recordNth(who, n)
      const target = idOf(1 + Math.floor(random() * n))
      if (await who.db.issues.get(target)) await editIssue(who, target, { note: `第${n}次` })
      server.fault = () => (random() < 0.25 ? faults[Math.floor(random() * faults.length)]! : null)
      await Promise.all([a, c].map((one) => one.sync()))
      await b.sync()
    }
    server.fault = () => null
    await settled(a, b, c)
    for (const one of [b, c]) expect(await shown(one)).toEqual(await shown(a))
    expect(await b.db.issues.count()).toBe(24)
    const names = await Promise.all([a, b, c].map(nameOf))
    expect([new Set(names.map(({ device }) => device)).size, new Set(names.map(({ mark }) => mark)).size]).toEqual([3, 3])
    expect(names.filter(({ device }) => device === a.device.device)).toHaveLength(1)
  })
})

describe('no other PC', () => {
  const stays = async () => {
    server.fault = () => null
    for (const n of [7, 8]) {
      await recordNth(a, n)
      await settled(a, b)
    }
    expect(await nameOf(a)).toMatchObject({ device: a.device.device, mark: a.device.mark })
    expect((await seenOfServer(a.db)).says).toBeNull()
    expect(await shown(a)).toEqual(await shown(b))
  }

  test.each<Fault>(['lost', 'drop', 500])('the word of a pass is %s', async (fault) => {
    for (const n of [1, 2, 3]) {
      await recordNth(a, n)
      server.fault = (asked) => (isMark(asked) ? fault : null)
      await a.sync()
    }
    await stays()
  })

  test('killed between noting a pass and telling of it, and just after', async () => {
    for (const [n, tells] of [[1, false], [2, true], [3, false], [4, true]] as const) {
      await recordNth(a, n)
      const sound = a.fetch
      let told = false
      const reached = new Promise<void>((resolve) => {
        a.fetch = async (input, init) => {
          if (init.method === 'PUT' && input.includes('/_local/')) {
            if (tells) await sound(input, init)
            told = true
            resolve()
          }
          return told ? new Promise<Response>(() => undefined) : sound(input, init)
        }
      })
      void a.killable()
      await reached
      a.fetch = sound
    }
    await stays()
  })

  test('marks that an older version wrote, and a state that an older version kept', async () => {
    const at = `${a.account.database}/_local/duwang-${a.device.device}`
    const { nonce, ...old } = (await server.direct('GET', at)).body as unknown as Record<string, unknown>
    expect(nonce).toMatch(/^[0-9a-z]{8}$/)
    await server.direct('PUT', at, old)
    const row = (await a.db.team.get('remote couch')) as { name: 'remote couch'; value: Record<string, unknown> }
    const { nonces: _none, ...value } = row.value
    await a.db.team.put({ ...row, value })
    await stays()
  })

  test('a server restored from an older copy, also where it is killed while all is compared again', async () => {
    const at = `${a.account.database}/_local/duwang-${a.device.device}`
    const older = (await server.direct('GET', at)).body as unknown as Record<string, unknown>
    // so many passes later that the old mark is remembered no more
    for (let n = 10; n < 20; n++) {
      await recordNth(a, n)
      await a.sync()
    }
    const put = async (mark: object) => {
      const { _rev } = (await server.direct('GET', at)).body as unknown as { _rev: string }
      await server.direct('PUT', at, { ...mark, _rev })
    }
    const newest = (await server.direct('GET', at)).body as unknown as { passes: number }
    await put(older)
    const sound = a.fetch
    a.fetch = (input, init) => (input.includes('since=0') ? Promise.reject(new Error('killed')) : sound(input, init))
    await a.sync()
    a.fetch = sound
    await a.sync()
    // behind one address another node answers, which was not restored
    await put(newest)
    await stays()
  })
})
