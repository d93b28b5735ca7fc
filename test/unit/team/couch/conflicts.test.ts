import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editIssue } from '../../../../utils/ledger/change.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import type { CouchDoc } from '../../../../utils/team/couch/client.ts'
import { readLeaves } from '../../../../utils/team/couch/state.ts'
import { IS_REAL, startCouch, type CouchServer } from '../../../couch/server.ts'
import { newIssue } from '../../ledger/kit.ts'
import { ID } from '../kit.ts'
import { settled, shown, teamAt, type Device } from './kit.ts'

let server: CouchServer
// what another server replicates comes with `new_edits: false`, which express-pouchdb loses where it validates
beforeAll(async () => void (server = await startCouch({ validates: IS_REAL })))
afterAll(() => server.stop())

const DOC = `issue:${ID}`

const read = async (who: Device, query = '?conflicts=true') => (await server.direct('GET', `${who.account.database}/${DOC}${query}`)).body as unknown as CouchDoc
/** As CouchDB's replicator writes it: a second leaf of the same document. */
const replicate = (who: Device, doc: CouchDoc, rev: string, parent: string) =>
  server.direct('POST', `${who.account.database}/_bulk_docs`, { new_edits: false, docs: [{ ...doc, _rev: rev, _revisions: { start: 2, ids: [rev.slice(2), parent.slice(2)] } }] })

async function clashing(count: number): Promise<Device[]> {
  const team = await teamAt(server, count)
  await recordIssue(team[0]!, newIssue(), null)
  await settled(...team)
  const first = await read(team[0]!)
  await editIssue(team[0]!, ID, { note: '甲' })
  await team[0]!.sync()
  const second = await read(team[0]!)
  const cells = { ...(first['stamps'] as object), suggestion: `${team[1]!.device.last.slice(0, 13)}zzzzzzzz` }
  const { _conflicts, ...rest } = first
  await replicate(team[0]!, { ...rest, values: { ...(first['values'] as object), suggestion: '乙' }, stamps: cells }, '2-ffffffffffffffffffffffffffffffff', String(first._rev))
  expect((await read(team[0]!))._conflicts).toHaveLength(1)
  expect((await read(team[0]!))._rev).not.toBe(second._rev)
  return team
}

describe('conflicts that CouchDB kept', () => {
  test('are read, merged by field, and settled: both edits stand everywhere, and no losing revision is left', async () => {
    const team = await clashing(3)
    await settled(...team)
    for (const one of team) expect(await one.db.issues.get(ID)).toMatchObject({ note: '甲', suggestion: '乙' })
    expect(await shown(team[0]!)).toEqual(await shown(team[2]!))
    expect((await read(team[0]!))._conflicts).toBeUndefined()
    expect(await readLeaves(team[0]!.db)).toEqual({})
    expect((await read(team[0]!))['values']).toMatchObject({ note: '甲', suggestion: '乙' })
  })

  test('cut off between merging and deleting: the next pass goes on', async () => {
    const team = await clashing(2)
    let bulks = 0
    server.fault = ({ path }) => (path.includes('_bulk_docs') && ++bulks <= 3 ? (bulks % 2 ? 'lost' : 500) : null)
    for (let n = 0; n < 5; n++) for (const one of team) await one.sync()
    server.fault = () => null
    await settled(...team)
    expect((await read(team[0]!))._conflicts).toBeUndefined()
    for (const one of team) expect(await one.db.issues.get(ID)).toMatchObject({ note: '甲', suggestion: '乙' })
  })

  test('a leaf of a newer form is left where it is', async () => {
    const team = await teamAt(server, 2)
    await recordIssue(team[0]!, newIssue(), null)
    await settled(...team)
    const first = await read(team[0]!)
    await editIssue(team[0]!, ID, { note: '甲' })
    await team[0]!.sync()
    await replicate(team[0]!, { ...first, form: 2 }, '2-00000000000000000000000000000000', String(first._rev))
    await settled(...team)
    expect((await read(team[0]!))._conflicts).toEqual(['2-00000000000000000000000000000000'])
  })

  test('a document that was deleted by hand stays with us and goes up again with its next edit', async () => {
    const team = await teamAt(server, 2)
    await recordIssue(team[0]!, newIssue(), null)
    await settled(...team)
    await server.direct('DELETE', `${team[0]!.account.database}/${DOC}?rev=${String((await read(team[0]!))._rev)}`)
    await settled(...team)
    expect(await team[1]!.db.issues.get(ID)).toBeDefined()
    await editIssue(team[1]!, ID, { note: '还在' })
    await settled(...team)
    expect(await team[0]!.db.issues.get(ID)).toMatchObject({ note: '还在' })
    expect((await read(team[0]!))['values']).toMatchObject({ note: '还在' })
  })
})

test('kinds, cells and forms that only a newer version knows pass through unharmed', async () => {
  const team = await teamAt(server, 2)
  await recordIssue(team[0]!, newIssue(), null)
  await settled(...team)
  const db = team[0]!.account.database
  const stamp = `${team[0]!.device.last.slice(0, 13)}newernew`
  await server.direct('PUT', `${db}/future:x`, { form: 1, base: stamp, values: { a: 1 }, stamps: {} })
  await server.direct('PUT', `${db}/issue:other`, { form: 9, base: stamp, values: { a: 1 }, stamps: {} })
  const doc = await read(team[0]!, '')
  await server.direct('PUT', `${db}/${DOC}`, { ...doc, values: { ...(doc['values'] as object), hologram: '新' }, stamps: { ...(doc['stamps'] as object), hologram: stamp } })
  await settled(...team)
  await editIssue(team[1]!, ID, { note: '旧版本改的' })
  await settled(...team)
  expect((await read(team[0]!))['values']).toMatchObject({ hologram: '新', note: '旧版本改的' })
  expect((await server.direct('GET', `${db}/future:x`)).body).toMatchObject({ values: { a: 1 } })
  expect((await server.direct('GET', `${db}/issue:other`)).body).toMatchObject({ form: 9, values: { a: 1 } })
})
