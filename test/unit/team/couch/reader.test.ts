import { afterAll, beforeAll, expect, test } from 'vitest'
import { editIssue } from '../../../../utils/ledger/change.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { seenOfServer } from '../../../../utils/app/sync-seen.ts'
import { readRole } from '../../../../utils/team/couch/state.ts'
import { ROLES } from '../../../../utils/team/couch/validation.ts'
import { startCouch, type CouchServer } from '../../../couch/server.ts'
import { newIssue } from '../../ledger/kit.ts'
import { picture } from '../../ledger/backup/kit.ts'
import { idOf, issueOf } from '../kit.ts'
import { settled, teamAt, type Device } from './kit.ts'

let server: CouchServer
beforeAll(async () => void (server = await startCouch()))
afterAll(() => server.stop())

const REFUSED = { error: 'forbidden', reason: 'duwang:readonly' }

/** As CouchDB answers a 只读 account: documents are refused one by one, those that stay on the server alone are taken unless `local` says no. @returns what was offered, and how the role is changed */
function readOnly(device: Device, local = true): { offered: string[]; becomes: (role: string) => void } {
  const plain = device.fetch
  const offered: string[] = []
  let role: string = ROLES.reader
  device.fetch = async (input, init) => {
    const { pathname } = new URL(input)
    if (pathname.endsWith('/_session')) return new Response(JSON.stringify({ userCtx: { roles: [role] } }))
    if (role !== ROLES.reader || !['PUT', 'POST'].includes(init.method ?? '')) return plain(input, init)
    if (pathname.endsWith('/_bulk_docs')) {
      const { docs } = JSON.parse(String(init.body)) as { docs: { _id: string }[] }
      offered.push(...docs.map(({ _id }) => _id))
      return new Response(JSON.stringify(docs.map(({ _id: id }) => ({ id, ...REFUSED }))), { status: 201 })
    }
    if (init.method === 'POST' || (pathname.includes('/_local/') && local)) return plain(input, init)
    offered.push(pathname)
    return new Response(JSON.stringify(REFUSED), { status: 403 })
  }
  return { offered, becomes: (next) => void (role = next) }
}

test('a 只读 account sees all, pictures too; what is changed under it stays here, is no fault, and goes once it is a 组员', async () => {
  const [a, b] = await teamAt(server, 2)
  const { offered, becomes } = readOnly(b!)
  await recordIssue(a!, newIssue({ id: idOf(1) }), await picture('一'))
  await a!.sync()
  await recordIssue(b!, newIssue({ id: idOf(2), url: 'http://www.qinghe.gov.cn/2' }), await picture('二'))
  for (let n = 0; n < 3; n++) expect(await b!.sync()).toMatchObject({ link: 'online', says: null, failures: 0, pauseUntil: '', notTaken: [] })
  expect([await issueOf(b!, idOf(1)), await b!.db.shots.count()]).toMatchObject([{ id: idOf(1) }, 2])
  expect(await readRole(b!.db)).toBe('reader')
  // it was tried once; nothing is said to wait that cannot go
  expect(offered).toHaveLength(1)
  expect(await seenOfServer(b!.db)).toMatchObject({ state: 'synced', pending: 0, role: 'reader' })
  await editIssue(a!, idOf(1), { note: '后来' })
  await settled(a!, b!)
  expect(await issueOf(b!, idOf(1))).toMatchObject({ note: '后来' })
  becomes(ROLES.member)
  await settled(b!, a!)
  expect([await issueOf(a!, idOf(2)), await a!.db.shots.count(), await readRole(b!.db)]).toMatchObject([{ id: idOf(2) }, 2, 'member'])
})

test('one that may note nothing on the server does not read all of it again each time', async () => {
  const [a, b] = await teamAt(server, 2)
  readOnly(b!, false)
  await recordIssue(a!, newIssue({ id: idOf(1) }), null)
  await a!.sync()
  await b!.sync()
  server.asked.length = 0
  await b!.sync()
  expect(server.asked.filter(({ path }) => path.includes('_changes?since=0&'))).toEqual([])
})
