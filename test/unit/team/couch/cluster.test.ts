import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { editIssue } from '../../../../utils/ledger/change.ts'
import { deviceOfLedger } from '../../../../utils/ledger/sharing/device.ts'
import { sha256 } from '../../../../utils/ledger/backup/work.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { foundSpace, joinSpace } from '../../../../utils/team/couch/space.ts'
import { readTwin } from '../../../../utils/team/twin.ts'
import { freshName, IS_REAL, type CouchServer } from '../../../couch/server.ts'
import { newIssue } from '../../ledger/kit.ts'
import { idOf } from '../kit.ts'
import { deviceAt, pairOnServer, pendingOf, recordNth, settled, shown, wholeOn, type Device } from './kit.ts'

let server: CouchServer
let a: Device
let b: Device
beforeEach(async () => void ({ server, a, b } = await pairOnServer()))
afterEach(() => server.stop())

const fromStart = () => server.asked.filter(({ path }) => path.includes('_changes?since=0&'))
/** Nobody was taken for another PC. */
const sameAsEver = async () => {
  for (const one of [a, b]) {
    expect(await deviceOfLedger(one.db)).toMatchObject({ device: one.device.device, mark: one.device.mark })
    expect(await readTwin(one.db)).toBeNull()
  }
}

describe.skipIf(IS_REAL)('nodes behind one address that each tell a UUID of their own', () => {
  test('are one server to everybody, from joining on; nobody is asked', async () => {
    server.nodes = ['node-1', 'node-2', 'node-3']
    const database = freshName()
    const [one, other] = [deviceAt(server, database), deviceAt(server, database)]
    await foundSpace(one, one.account, '2026年读网')
    await joinSpace(other, other.account)
    for (let n = 1; n <= 4; n++) {
      await recordNth(n % 2 ? one : other, n)
      for (const who of [one, other]) expect(await who.sync()).toMatchObject({ link: 'online', change: null })
    }
    await settled(one, other)
    expect(await shown(other)).toEqual(await shown(one))
  })

  test('but not a server that does not know our last pass', async () => {
    const at = `${a.account.database}/_local/duwang-${a.device.device}`
    const older = (await server.direct('GET', at)).body as unknown as object
    await recordNth(a, 1)
    await a.sync()
    await server.direct('PUT', at, older)
    server.nodes = ['restored-elsewhere']
    expect(await a.sync()).toMatchObject({ link: 'error', change: 'moved' })
  })
})

describe.skipIf(IS_REAL)('what a node missed of local documents', () => {
  const random = (from: number) => {
    let seed = from
    return () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32)
  }

  test('one node at a time away: what was told is read, and nothing is compared again', async () => {
    const chance = random(7)
    server.reach = () => {
      const away = Math.floor(chance() * 4)
      return [0, 1, 2].filter((at) => at !== away)
    }
    server.asked.length = 0
    for (let n = 1; n <= 30; n++) {
      await recordNth(n % 2 ? a : b, n)
      for (const one of [a, b]) expect(await one.sync()).toMatchObject({ link: 'online', change: null })
    }
    expect(fromStart()).toEqual([])
    await sameAsEver()
    await wholeOn(server, a, b, 30)
  })

  test('two away at a time, one after the other, each with marks that the others never had: nobody is taken for another PC', async () => {
    const phases = [[0], [1, 2], [0], [2], [1], [0, 1, 2], [2], [0, 1], [1]]
    let n = 0
    for (const phase of phases) {
      server.reach = () => phase
      for (let times = 0; times < 10; times++) {
        await recordNth(a, ++n)
        expect(await a.sync()).toMatchObject({ link: 'online', change: null })
      }
      await b.sync()
      await sameAsEver()
    }
    server.reach = () => [0, 1, 2]
    await wholeOn(server, a, b, n)
  })

  test('any of them away at any moment: nobody is taken for another PC, and nothing is lost', async () => {
    const chance = random(20261123)
    server.reach = () => [0, 1, 2].filter(() => chance() < 0.5)
    for (let n = 1; n <= 40; n++) {
      await recordNth(n % 2 ? a : b, n)
      await a.sync()
      await b.sync()
      await sameAsEver()
    }
    server.reach = () => [0, 1, 2]
    await wholeOn(server, a, b, 40)
    await sameAsEver()
  })
})

describe('answers of a node that fails', () => {
  const instead = (who: Device, part: string, answer: () => Response) => {
    const plain = who.fetch
    who.fetch = (input, init) => (input.includes(part) ? Promise.resolve(answer()) : plain(input, init))
    return () => void (who.fetch = plain)
  }

  test('changes that were broken off, with CouchDB saying so at their end: its own trouble, tried again soon', async () => {
    await recordNth(b, 1)
    await b.sync()
    // chttpd:send_delayed_error, once the answer has begun
    const heal = instead(a, '_changes', () => new Response('{"results":[\n{"seq":"1-g1AAAA","id":"space","changes":[]}\n\n{"error":"timeout","reason":"The request could not be processed in a reasonable amount of time."}\n'))
    expect(await a.sync()).toMatchObject({ link: 'error', says: { key: 'sync.failure.server' } })
    heal()
    await wholeOn(server, a, b, 1)
  })

  /** Changes come without the documents of issues (`fabric_rpc:doc_member`). @returns how to end it */
  const withoutDocs = (who: Device, told: object) => {
    const plain = who.fetch
    who.fetch = async (input, init) => {
      const response = await plain(input, init)
      if (!input.includes('_changes')) return response
      const page = (await response.json()) as { results: { id: string; doc?: object }[] }
      return new Response(JSON.stringify({ ...page, results: page.results.map(({ doc, ...row }) => ({ ...row, ...(row.id.startsWith('issue:') ? told : { doc }) })) }))
    }
    return () => void (who.fetch = plain)
  }

  test('a change without its document, which could not be read just then: it is asked for by itself', async () => {
    await recordNth(b, 1)
    await b.sync()
    const heal = withoutDocs(a, { error: 'not_found' })
    await a.sync()
    expect(await a.db.issues.count()).toBe(1)
    heal()
    await wholeOn(server, a, b, 1)
  })

  test('nor is it passed over where it cannot be read by itself either', async () => {
    await recordNth(b, 1)
    await b.sync()
    const plain = a.fetch
    instead(a, '_all_docs', () => new Response(JSON.stringify({ rows: [{ key: `issue:${idOf(1)}`, error: 'timeout' }] })))
    withoutDocs(a, { doc: null })
    expect(await a.sync()).toMatchObject({ link: 'error', says: { key: 'sync.failure.server' } })
    a.fetch = plain
    await wholeOn(server, a, b, 1)
  })

  test('documents of which some failed a node, told of with a 500 (chttpd_db: _bulk_docs): those are offered again, the rest stands', async () => {
    for (const n of [1, 2]) await recordNth(a, n)
    const failing = `issue:${idOf(1)}`
    const plain = a.fetch
    a.fetch = async (input, init) => {
      if (!input.includes('_bulk_docs')) return plain(input, init)
      const { docs } = JSON.parse(String(init.body)) as { docs: { _id: string }[] }
      const answer = await plain(input, { ...init, body: JSON.stringify({ docs: docs.filter(({ _id }) => _id !== failing) }) })
      return new Response(JSON.stringify([{ id: failing, error: 'internal_server_error', reason: null }, ...((await answer.json()) as object[])]), { status: 500 })
    }
    expect(await a.sync()).toMatchObject({ link: 'online', notTaken: [{ id: failing, passing: true }] })
    expect(await pendingOf(a.db)).toEqual([failing])
    await b.sync()
    expect(await b.db.issues.count()).toBe(1)
    a.fetch = plain
    await wholeOn(server, a, b, 2)
  })

  test('a picture that one node has and another does not know yet: it goes with the next pass', async () => {
    const bytes = new Uint8Array(3000).fill(7)
    const shot = { hash: await sha256(bytes), image: new Blob([bytes], { type: 'image/png' }), thumbnail: null, width: 10, height: 10 }
    await recordIssue(a, newIssue({ id: idOf(1) }), { shot, outlines: [] })
    const plain = a.fetch
    a.fetch = (input, init) => {
      if (!/\/shot%3A[0-9a-f]+$/.test(input)) return plain(input, init)
      return Promise.resolve(init.method === 'PUT' ? new Response('{"error":"conflict","reason":"Document update conflict."}', { status: 409 }) : new Response('{"error":"not_found","reason":"missing"}', { status: 404 }))
    }
    expect(await a.sync()).toMatchObject({ says: { key: 'sync.failure.conflict' } })
    a.fetch = plain
    await settled(a, b)
    expect((await b.db.shots.get(shot.hash))?.image.size).toBe(3000)
    await wholeOn(server, a, b, 1)
  })

  test('an account that was locked out after wrong passwords is told so, asked about with one request at a time, and goes on by itself', async () => {
    await recordNth(a, 1)
    const heal = instead(a, '/', () => new Response('{"error":"forbidden","reason":"Account is temporarily locked due to multiple authentication failures"}', { status: 403 }))
    expect(await a.sync()).toMatchObject({ link: 'error', says: { key: 'sync.failure.locked' } })
    const counted = a.fetch
    let asked = 0
    a.fetch = (input, init) => (asked++, counted(input, init))
    const { pauseUntil } = await a.sync()
    expect(asked).toBe(1)
    heal()
    a.clock.at = Date.parse(pauseUntil)
    expect(await a.engine.run()).toMatchObject({ link: 'online', says: null })
    await wholeOn(server, a, b, 1)
  })
})

describe('what CouchDB cannot read', () => {
  /** As CouchDB takes JSON (jiffy): not with half a character anywhere in it. */
  const conservative = (who: Device) => {
    const plain = who.fetch
    who.fetch = (input, init) => {
      let halves = false
      if (typeof init.body === 'string') JSON.parse(init.body, (name, value: unknown) => ((halves ||= /\p{Surrogate}/u.test(`${name} ${typeof value === 'string' ? value : ''}`)), value))
      return halves ? Promise.resolve(new Response('{"error":"bad_request","reason":"invalid UTF-8 JSON"}', { status: 400 })) : plain(input, init)
    }
  }

  test('half an emoji, where a quotation was cut through it, keeps nothing from going; what only looks like one stays as it is', async () => {
    for (const one of [a, b]) conservative(one)
    const note = '写作 \\ud83d 的，😀 和 \\\\ud83d'
    await recordIssue(a, newIssue({ id: idOf(1), description: `引文到此为止${'😀'.slice(0, 1)}` }), null)
    await editIssue(a, idOf(1), { note })
    await recordNth(a, 2)
    expect(await a.sync()).toMatchObject({ link: 'online', notTaken: [] })
    await settled(a, b)
    expect(await b.db.issues.get(idOf(1))).toMatchObject({ description: '引文到此为止\ufffd', note })
    await editIssue(b, idOf(1), { suggestion: '补全' })
    await wholeOn(server, a, b, 2)
  })

  test('one document that it refuses to read is named; the others go', async () => {
    for (const n of [1, 2, 3]) await recordNth(a, n)
    const plain = a.fetch
    a.fetch = (input, init) => (input.includes('_bulk_docs') && String(init.body).includes(`"issue:${idOf(2)}"`) ? Promise.resolve(new Response('{"error":"doc_validation","reason":"Bad special document member: _x"}', { status: 400 })) : plain(input, init))
    expect(await a.sync()).toMatchObject({ link: 'online', notTaken: [{ id: `issue:${idOf(2)}`, says: { key: 'team.couch.notTaken.refused', params: { reason: 'Bad special document member: _x' } } }] })
    await b.sync()
    expect(await b.db.issues.count()).toBe(2)
    a.fetch = plain
    await wholeOn(server, a, b, 3)
  })
})

test('a place that is told otherwise each time, with nothing new there, is no reason to write', async () => {
  await recordNth(a, 1)
  await editIssue(a, idOf(1), { note: '一' })
  await settled(a, b)
  server.asked.length = 0
  for (let times = 0; times < 3; times++) await a.sync()
  expect(server.asked.filter(({ method }) => method !== 'GET')).toEqual([])
  expect(await pendingOf(a.db)).toEqual([])
})
