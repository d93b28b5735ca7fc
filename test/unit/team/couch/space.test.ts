import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editIssue } from '../../../../utils/ledger/change.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { deviceOfLedger } from '../../../../utils/ledger/sharing/device.ts'
import { databaseName, serverAddress } from '../../../../utils/team/couch/account.ts'
import { createCouch } from '../../../../utils/team/couch/client.ts'
import { introduce } from '../../../../utils/team/couch/people.ts'
import { foundSpace, joinSpace, leaveSpace, probeServer } from '../../../../utils/team/couch/space.ts'
import { readCouchState } from '../../../../utils/team/couch/state.ts'
import { designDoc, ROLES } from '../../../../utils/team/couch/validation.ts'
import { makersOf } from '../../../../utils/team/package/makers.ts'
import { freshName, startCouch, type CouchServer } from '../../../couch/server.ts'
import { newIssue } from '../../ledger/kit.ts'
import { idOf } from '../kit.ts'
import { deviceAt, settled, teamAt } from './kit.ts'

let server: CouchServer
beforeAll(async () => void (server = await startCouch()))
afterAll(() => server.stop())

describe('the address', () => {
  test.each([
    ['couch.qinghe.gov.cn', 'https://couch.qinghe.gov.cn/'], [' https://couch.qinghe.gov.cn:6984/db1 ', 'https://couch.qinghe.gov.cn:6984/db1/'],
    ['http://192.168.1.8:5984', 'http://192.168.1.8:5984/'], ['http://127.0.0.1:5984/', 'http://127.0.0.1:5984/'], ['http://[fd00::1]:5984', 'http://[fd00::1]:5984/'], ['http://nas:5984', 'http://nas:5984/'],
    ['http://couch.local:5984', 'http://couch.local:5984/'], ['http://[fe80::1]', 'http://[fe80::1]/'], ['http://[::ffff:192.168.1.8]:5984', 'http://[::ffff:c0a8:108]:5984/'],
    ['ｈｔｔｐ：／／１９２．１６８．１．８：５９８４', 'http://192.168.1.8:5984/'], ['https：//couch。qinghe。gov。cn', 'https://couch.qinghe.gov.cn/'], ['http:\\\\192.168.1.8:5984', 'http://192.168.1.8:5984/'],
  ])('%s', (typed, address) => expect(serverAddress(typed)).toBe(address))

  test.each([
    ['http://couch.qinghe.gov.cn', 'https'], ['http://8.8.8.8:5984', 'https'], ['http://134744072/', 'https'], ['http://192.168.1.8.qinghe.cn', 'https'], ['http://[::ffff:8.8.8.8]', 'https'], ['http://[2408:8000::1]', 'https'], ['http://local.qinghe.cn', 'https'], ['https://a:b@couch.cn', 'password'], ['http:\\\\8.8.8.8', 'https'], ['http：//8.8.8.8', 'https'], ['ftp://couch.cn', 'none'], ['', 'none'], ['http://', 'none'],
  ])('%s is refused', (typed, why) => expect(() => serverAddress(typed)).toThrow(`team.couch.address.${why}`))

  test.each(['Duwang', '2026', 'a b', '_users', '../x', ''])('database %s is refused', (name) => expect(() => databaseName(name)).toThrow('team.couch.address.database'))
})

describe('founding and joining', () => {
  test('others are known by their letter until they give a name, and by the name from then on', async () => {
    const database = freshName()
    const [a, b] = [deviceAt(server, database), deviceAt(server, database)]
    a.reader = async () => ''
    await foundSpace(a, a.account, '2026年读网')
    await joinSpace(b, b.account)
    const { device, mark } = (await deviceOfLedger(a.db))!
    const knownAs = async (reader: string) => {
      await introduce(createCouch(a, a.account), { device, mark }, reader)
      await settled(b)
      const maker = (await makersOf(b.db)).get(device)
      return [maker?.by, maker?.mark]
    }
    expect(await knownAs('')).toEqual(['', mark])
    expect(await knownAs('王小青')).toEqual(['王小青', mark])
    expect(await knownAs('')).toEqual(['王小青', mark])
  })

  test('who looks writes nothing; the founder makes it, others see it and join with letters of their own', async () => {
    const database = freshName()
    const [a, b] = [deviceAt(server, database), deviceAt(server, database)]
    expect(await probeServer(a, a.account)).toEqual({ space: null, members: [], exists: false })
    await expect(joinSpace(b, b.account)).rejects.toThrow()
    await foundSpace(a, a.account, ' 2026年读网 ')
    await expect(foundSpace(b, b.account, '又一个')).rejects.toMatchObject({ says: { key: 'team.couch.found.taken' } })
    expect(await probeServer(b, b.account)).toMatchObject({ space: { name: '2026年读网' }, members: [{ reader: await a.reader() }], exists: true })
    await joinSpace(b, b.account)
    const { members } = await probeServer(b, b.account)
    expect(new Set(members.map(({ mark }) => mark)).size).toBe(2)
  })

  test('the founder lets the three roles in; what an administrator has set stays', async () => {
    const [a, b] = [deviceAt(server, freshName()), deviceAt(server, freshName())]
    await foundSpace(a, a.account, '甲')
    expect((await server.direct('GET', `${a.account.database}/_security`)).body).toMatchObject({ admins: { roles: ['_admin', ROLES.lead] }, members: { roles: ['_admin', ROLES.lead, ROLES.member, ROLES.reader] } })
    await server.direct('PUT', b.account.database)
    await server.direct('PUT', `${b.account.database}/_security`, { members: { names: ['wang'] } })
    await foundSpace(b, b.account, '乙')
    expect((await server.direct('GET', `${b.account.database}/_security`)).body).toMatchObject({ members: { names: ['wang'] } })
  })

  test('an administrator who joins what was replicated there lets the roles in as well, and brings the rules; who is none joins all the same', async () => {
    const [a, b] = [deviceAt(server, freshName()), deviceAt(server, freshName())]
    await foundSpace(a, a.account, '县')
    const { _rev, ...space } = (await server.direct('GET', `${a.account.database}/space`)).body as unknown as { _rev: string }
    await server.direct('PUT', b.account.database)
    await server.direct('PUT', `${b.account.database}/space`, space)
    const plain = b.fetch
    b.fetch = (input, init) => (init.method === 'PUT' && /\/_(?:security|design\/duwang)$/.test(input) ? Promise.resolve(new Response('{"error":"unauthorized","reason":"You are not a db or server admin."}', { status: 401 })) : plain(input, init))
    await joinSpace(b, b.account)
    expect((await readCouchState(b.db))?.name).toBe('县')
    expect((await server.direct('GET', `${b.account.database}/_design/duwang`)).status).toBe(404)
    b.fetch = plain
    await joinSpace(b, b.account)
    expect((await server.direct('GET', `${b.account.database}/_design/duwang`)).body).toMatchObject({ validate_doc_update: designDoc()['validate_doc_update'] })
    expect((await server.direct('GET', `${b.account.database}/_security`)).body).toMatchObject({ members: { roles: ['_admin', ROLES.lead, ROLES.member, ROLES.reader] } })
  })

  test('by an account that is no administrator of the server: in a database that was made for it, else it is said whose work that is', async () => {
    const [a, b] = [deviceAt(server, freshName()), deviceAt(server, freshName())]
    for (const one of [a, b]) {
      const plain = one.fetch
      // as CouchDB answers, whether the database is there or not
      one.fetch = (input, init) => (init.method === 'PUT' && input.endsWith(one.account.database) ? Promise.resolve(new Response('{"error":"unauthorized","reason":"You are not a server admin."}', { status: 401 })) : plain(input, init))
    }
    await expect(foundSpace(a, a.account, '甲')).rejects.toMatchObject({ kind: 'forbidden', says: { key: 'sync.failure.forbidden' } })
    await server.direct('PUT', b.account.database)
    await foundSpace(b, b.account, '乙')
    expect((await readCouchState(b.db))?.name).toBe('乙')
  })

  test('cut off while founding: once more', async () => {
    const a = deviceAt(server, freshName())
    server.fault = ({ method, path }) => (method === 'PUT' && path.endsWith('/space') ? 'drop' : null)
    await expect(foundSpace(a, a.account, '甲')).rejects.toThrow('offline')
    server.fault = () => null
    await foundSpace(a, a.account, '甲')
    expect((await readCouchState(a.db))?.name).toBe('甲')
  })

  test('a database that holds something else is left alone', async () => {
    const a = deviceAt(server, freshName())
    await server.direct('PUT', a.account.database)
    await server.direct('PUT', `${a.account.database}/their:document`, { x: 1 })
    await expect(foundSpace(a, a.account, '甲')).rejects.toMatchObject({ says: { key: 'team.couch.found.foreign' } })
    expect((await server.direct('GET', `${a.account.database}/_design/duwang`)).status).toBe(404)
  })

  test('who leaves keeps everything and sends nothing any more', async () => {
    const [a, b] = await teamAt(server, 2)
    await recordIssue(a!, newIssue(), null)
    await settled(a!, b!)
    await leaveSpace(b!)
    server.asked.length = 0
    await editIssue(b!, idOf(1), { note: '自己的' })
    await b!.engine.run(true)
    expect([server.asked, await b!.db.issues.count(), await readCouchState(b!.db)]).toEqual([[], 1, null])
  })

  test('only the entered server was ever asked, with no cookie and no redirect followed', async () => {
    const [a, b] = await teamAt(server, 2)
    const inits: RequestInit[] = []
    const plain = a!.fetch
    a!.fetch = (input, init) => (inits.push(init), plain(input, init))
    await recordIssue(a!, newIssue(), null)
    await settled(a!, b!)
    expect([...a!.origins, ...b!.origins]).toEqual([new URL(server.url).origin, new URL(server.url).origin])
    expect(new Set(inits.map(({ credentials, redirect, referrerPolicy }) => `${credentials} ${redirect} ${referrerPolicy}`))).toEqual(new Set(['omit manual no-referrer']))
  })
})

describe('some units only', () => {
  const unit = (n: number) => ({ unitId: `u${n}`, unitName: `青禾县第${n}局` })

  test('their issues with history; one that moves to them brings its history; more units bring the rest', async () => {
    const [a, b] = await teamAt(server, 2)
    b!.account = { ...b!.account, unitIds: ['u1'] }
    for (const n of [1, 2, 3]) await recordIssue(a!, newIssue({ id: idOf(n), url: `http://www.qinghe.gov.cn/${n}`, ...unit(n) }), null)
    await settled(a!, b!)
    const ids = async () => (await b!.db.issues.toArray()).map(({ id }) => id)
    expect(await ids()).toEqual([idOf(1)])
    expect((await b!.db.events.toArray()).map(({ issueId }) => issueId)).toEqual([idOf(1)])
    await editIssue(a!, idOf(2), unit(1))
    await settled(a!, b!)
    expect(await ids()).toEqual([idOf(1), idOf(2)])
    expect(await b!.db.events.where('issueId').equals(idOf(2)).count()).toBe(await a!.db.events.where('issueId').equals(idOf(2)).count())
    b!.account = { ...b!.account, unitIds: null }
    await settled(a!, b!)
    expect(await ids()).toEqual([idOf(1), idOf(2), idOf(3)])
    expect(await b!.db.events.count()).toBe(await a!.db.events.count())
  })
})

describe('what the server lets through', () => {
  const source = String(designDoc()['validate_doc_update'])
  // the server's own JavaScript runs it; here ours does
  const validate = new Function(`return (${source})`)() as (doc: object, old: object | null, user: { roles: string[] }) => void
  const told = (doc: object, roles: string[] = [], old: object | null = null) => {
    try {
      validate(doc, old, { roles })
      return 'taken'
    } catch (error) {
      return (error as { forbidden: string }).forbidden
    }
  }
  const base = '0mwlh4y7s0000vbremy3g'
  const issue = { _id: 'issue:1', form: 1, base, values: { url: 'http://x', foundAt: '2026', status: { status: 'open' } }, stamps: {} }

  test.each<[string, object, string[], string]>([
    ['an issue', issue, [], 'taken'], ['by a 组员', issue, [ROLES.member], 'taken'], ['by a 只读', issue, [ROLES.reader], 'duwang:readonly'],
    ['without address', { ...issue, values: { ...issue.values, url: 1 } }, [], 'duwang:malformed'], ['with a stamp that is none', { ...issue, stamps: { note: 'now' } }, ['_admin'], 'duwang:malformed'],
    ['without form', { ...issue, form: undefined }, [], 'duwang:malformed'], ['of no kind', { ...issue, _id: 'x' }, [], 'duwang:malformed'],
    ['of a newer kind', { ...issue, _id: 'future:1', values: {} }, [], 'taken'], ['of a newer form', { ...issue, form: 2, values: {} }, [], 'taken'],
    ['office settings by a 组员', { ...issue, _id: 'setting:bulletin', values: {} }, [ROLES.member], 'duwang:lead'], ['by the 组长', { ...issue, _id: 'setting:bulletin', values: {} }, [ROLES.lead], 'taken'],
    ['a picture under no hash', { ...issue, _id: 'shot:1', values: { type: 'image/png', bytes: 1 } }, [], 'duwang:malformed'],
    ['a losing revision deleted', { _id: 'issue:1', _deleted: true }, [ROLES.member], 'taken'], ['deleted by a 只读', { _id: 'issue:1', _deleted: true }, [ROLES.reader], 'duwang:readonly'],
  ])('%s', (_, doc, roles, result) => expect(told(doc, roles)).toBe(result))

  test('is written in words that CouchDB’s oldest JavaScript knows (SpiderMonkey 1.8.5: ES5)', () => {
    const views = Object.values(designDoc()['views'] as Record<string, { map: string }>).map(({ map }) => map)
    const newer = /=>|\b(?:const|let|class|async|await|yield)\b|`|\.\.\.|\?\.|\?\?|\*\*|,\s*[)\]}]|\bof\b|\.(?:includes|startsWith|endsWith|find|findIndex|fill|assign|entries|values\(|repeat|padStart|flat|flatMap|at)\(|\b(?:Map|Set|Symbol|Promise|Number\.is\w+)\b|\/[gim]*[suvyd]+[gim]*[.,;)]/
    for (const code of [source, ...views]) expect(newer.exec(code)?.[0]).toBeUndefined()
    expect(['(a) => a', 'let x', '/a/s.test(b)', 'f(a,)', 'x.includes(y)', 'a ?? b'].filter((code) => !newer.test(code))).toEqual([])
  })

  test('is decided by the server itself, and said to the person', async () => {
    const [a] = await teamAt(server, 1)
    const { body } = await server.direct('POST', `${a!.account.database}/_bulk_docs`, { docs: [{ _id: 'issue:bad', form: 1 }] })
    expect(body).toMatchObject([{ error: 'forbidden', reason: 'duwang:malformed' }])
  })
})
