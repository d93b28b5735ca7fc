import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../../../../utils/ledger/backup/work.ts'
import { addSavedPage } from '../../../../utils/ledger/evidence.ts'
import { coverShot } from '../../../../utils/ledger/shot-cover.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { CouchFailure } from '../../../../utils/team/couch/failure.ts'
import { missingOf } from '../../../../utils/team/missing-files.ts'
import type { Shot } from '../../../../utils/types/issue.ts'
import { startCouch, type CouchServer } from '../../../couch/server.ts'
import { newIssue } from '../../ledger/kit.ts'
import { idOf } from '../kit.ts'
import { pendingOf, settled, teamAt, type Device } from './kit.ts'

let server: CouchServer
beforeAll(async () => void (server = await startCouch()))
afterAll(() => server.stop())
beforeEach(() => void (server.fault = () => null))

async function shotOf(fill: number): Promise<{ shot: Shot; outlines: [] }> {
  const bytes = new Uint8Array(30_000).fill(fill)
  return { shot: { hash: await sha256(bytes), image: new Blob([bytes], { type: 'image/png' }), thumbnail: null, width: 1280, height: 800 }, outlines: [] }
}

const record = async (who: Device, n: number, fill: number) => recordIssue(who, newIssue({ id: idOf(n), url: `http://www.qinghe.gov.cn/${n}` }), await shotOf(fill))
const uploads = () => server.asked.filter(({ method, path }) => method === 'PUT' && path.includes('/img'))
const bytesOf = async (who: Device, hash: string) => {
  const shot = await who.db.shots.get(hash)
  return shot && sha256(new Uint8Array(await shot.image.arrayBuffer()))
}

describe('pictures', () => {
  test('go up once each, whoever has them, and come down byte for byte with their size', async () => {
    const [a, b] = await teamAt(server, 2)
    server.asked.length = 0
    await record(a!, 1, 7)
    await record(b!, 2, 7)
    await record(b!, 3, 8)
    await settled(a!, b!)
    expect(uploads()).toHaveLength(2)
    const { shot } = await shotOf(8)
    expect(await bytesOf(a!, shot.hash)).toBe(shot.hash)
    expect(await a!.db.shots.get(shot.hash)).toMatchObject({ width: 1280, height: 800 })
    expect([await pendingOf(a!.db), await pendingOf(b!.db)]).toEqual([[], []])
  })

  test('are there before the issue that shows them', async () => {
    const [a] = await teamAt(server, 1)
    await settled(a!)
    server.asked.length = 0
    await record(a!, 1, 9)
    await a!.sync()
    const paths = server.asked.filter(({ method }) => method !== 'GET').map(({ path }) => path)
    expect(paths.findIndex((path) => path.includes('/img'))).toBeLessThan(paths.findIndex((path) => path.includes('_bulk_docs')))
  })

  test('cut off while they go up or come down: the rest follows, none twice', async () => {
    const [a, b] = await teamAt(server, 2)
    for (let n = 1; n <= 8; n++) await record(a!, n, 10 + n)
    server.asked.length = 0
    let turn = 0
    server.fault = ({ path }) => (path.includes('/img') && ++turn % 3 === 0 ? 'drop' : null)
    for (let n = 0; n < 12; n++) await a!.sync()
    for (let n = 0; n < 12; n++) await b!.sync()
    server.fault = () => null
    await settled(a!, b!)
    expect(await b!.db.shots.count()).toBe(8)
    const { rows } = (await server.direct('GET', `${a!.account.database}/_all_docs?startkey="shot:"&endkey="shot;"&include_docs=true`)).body as unknown as { rows: { doc: { _attachments: object } }[] }
    expect(rows.filter(({ doc }) => doc._attachments)).toHaveLength(8)
    // two to a picture at most: its document, its bytes
    const answered = new Set(uploads().map(({ path }) => path.split('?')[0]))
    expect(answered.size).toBe(8)
  })

  test('an answer that was lost is no second upload', async () => {
    const [a] = await teamAt(server, 1)
    await record(a!, 1, 40)
    server.asked.length = 0
    server.fault = ({ method, path }) => (method === 'PUT' && path.includes('/img') && uploads().length === 1 ? 'lost' : null)
    expect((await a!.sync()).link).toBe('offline')
    await settled(a!)
    expect(uploads()).toHaveLength(1)
  })

  test('too large for the server: named with its size, its issue goes all the same, and it follows once the server takes it', async () => {
    const [a, b] = await teamAt(server, 2)
    await record(a!, 1, 45)
    server.fault = ({ method, path }) => (method === 'PUT' && path.includes('/img') ? 413 : null)
    const { hash } = (await shotOf(45)).shot
    expect(await a!.sync()).toMatchObject({ link: 'online', says: null, notTaken: [{ id: `shot:${hash}`, says: { key: 'team.couch.notTaken.largeFile', params: { kb: 29 } } }] })
    await b!.sync()
    expect([await b!.db.issues.count(), await b!.db.shots.count()]).toEqual([1, 0])
    // who looks meanwhile gets none, and it is not asked for with every pass
    expect(await b!.engine.fetchFiles([`shot:${hash}`])).toEqual([])
    server.asked.length = 0
    await b!.sync()
    expect(server.asked.filter(({ path }) => path.endsWith('/img'))).toEqual([])
    await a!.engine.run()
    expect(uploads()).toEqual([])
    server.fault = () => null
    expect((await a!.sync()).notTaken).toEqual([])
    // it comes by itself, and is wanted no more
    await b!.sync()
    expect(await bytesOf(b!, hash)).toBe(hash)
    expect(await b!.db.team.where('name').startsWith('remote want').count()).toBe(0)
  })

  test('on demand: nothing comes by itself, each when it is looked at', async () => {
    const [a, b] = await teamAt(server, 2, { pictures: 'demand' })
    await record(a!, 1, 50)
    await settled(a!, b!)
    const { shot } = await shotOf(50)
    expect(await b!.db.shots.count()).toBe(0)
    expect(await missingOf(b!.db, { since: null, unitIds: null })).toEqual([`shot:${shot.hash}`])
    expect(await missingOf(b!.db, { since: null, unitIds: ['another'] })).toEqual([])
    expect(await b!.engine.fetchFiles([`shot:${shot.hash}`, `shot:${'0'.repeat(64)}`])).toEqual([`shot:${shot.hash}`])
    expect(await bytesOf(b!, shot.hash)).toBe(shot.hash)
    expect(await missingOf(b!.db, { since: null, unitIds: null })).toEqual([])
    expect(await pendingOf(b!.db)).toEqual([])
  })

  test('a saved page goes up once and comes on demand, byte for byte; under all it comes by itself', async () => {
    const [a, b, c] = await teamAt(server, 3, { pictures: 'demand' })
    c!.account = { ...c!.account, pictures: 'all' }
    const { id } = await recordIssue(a!, newIssue(), null)
    const bytes = new TextEncoder().encode('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n青禾县\r\n--b--\r\n'.repeat(500))
    const hash = await sha256(bytes)
    await addSavedPage(a!, id, { hash, file: new Blob([bytes], { type: 'multipart/related' }) }, newIssue().url)
    server.asked.length = 0
    await settled(a!, b!, c!)
    expect(uploads()).toHaveLength(1)
    expect([await b!.db.savedPages.count(), await c!.db.savedPages.count()]).toEqual([0, 1])
    expect((await b!.db.evidence.get(id))!.pages).toMatchObject([{ hash, bytes: bytes.length }])
    expect(await missingOf(b!.db, { since: null, unitIds: null })).toEqual([`page:${hash}`])
    server.fault = ({ path }) => (path.includes('/img') ? 'drop' : null)
    await expect(b!.engine.fetchFiles([`page:${hash}`])).rejects.toBeInstanceOf(CouchFailure)
    server.fault = () => null
    expect(await b!.engine.fetchFiles([`page:${hash}`])).toEqual([`page:${hash}`])
    const { file } = (await b!.db.savedPages.get(hash))!
    expect([file.type, await sha256(new Uint8Array(await file.arrayBuffer()))]).toEqual(['multipart/related', hash])
    expect([await missingOf(b!.db, { since: null, unitIds: null }), await pendingOf(b!.db)]).toEqual([[], []])
    await settled(a!, b!, c!)
    expect(uploads()).toHaveLength(1)
  })

  test('what a server hands out under a wrong name is not taken', async () => {
    const [a, b] = await teamAt(server, 2)
    await record(a!, 1, 60)
    await settled(a!)
    const plain = b!.fetch
    b!.fetch = async (input, init) => (input.endsWith('/img') ? new Response('something else') : plain(input, init))
    await b!.sync()
    expect([await b!.db.shots.count(), await b!.db.issues.count()]).toEqual([0, 1])
  })

  test.each([false, true])('one that was covered goes from the server and from everybody (where a node fails at first: %s)', async (fails) => {
    const [a, b] = await teamAt(server, 2)
    await record(a!, 1, 70)
    await settled(a!, b!)
    const [open, covered] = [(await shotOf(70)).shot, (await shotOf(71)).shot]
    const issue = (await a!.db.issues.toArray())[0]!
    expect(await coverShot(a!, { issueId: issue.id, base: issue.shots[0]!, marks: { outlines: [], drawings: [], personal: [] }, picture: covered, everywhere: true, reason: '' })).toBe(true)
    if (fails) {
      const plain = [a!, b!].map((one) => one.fetch)
      for (const [at, one] of [a!, b!].entries()) {
        one.fetch = (input, init) => {
          const { docs = [] } = (typeof init.body === 'string' ? JSON.parse(init.body) : {}) as { docs?: { _id: string; _deleted?: boolean }[] }
          return docs.some(({ _deleted }) => _deleted) ? Promise.resolve(new Response(JSON.stringify(docs.map(({ _id: id }) => ({ id, error: 'internal_server_error', reason: 'No DB shards could be opened.' }))), { status: 201 })) : plain[at]!(input, init)
        }
      }
      await settled(a!, b!)
      expect((await server.direct('GET', `${a!.account.database}/shot:${open.hash}`)).status).toBe(200)
      for (const [at, one] of [a!, b!].entries()) one.fetch = plain[at]!
    }
    await settled(a!, b!)
    expect([await b!.db.shots.get(open.hash), await bytesOf(b!, covered.hash)]).toEqual([undefined, covered.hash])
    expect((await server.direct('GET', `${a!.account.database}/shot:${open.hash}`)).status).toBe(404)
  })
})
