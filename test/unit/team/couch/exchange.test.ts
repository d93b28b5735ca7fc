import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPackage } from '../../../../utils/ledger/backup/package.ts'
import { restore } from '../../../../utils/ledger/backup/restore.ts'
import { editIssue, setStatus } from '../../../../utils/ledger/change.ts'
import { forgetEvidence } from '../../../../utils/ledger/evidence.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { joinSpace, leaveSpace } from '../../../../utils/team/couch/space.ts'
import { collectShots } from '../../../../utils/ledger/shots.ts'
import { readCouchState } from '../../../../utils/team/couch/state.ts'
import { clashesOf } from '../../../../utils/team/clashes.ts'
import { settleClash } from '../../../../utils/team/settle.ts'
import type { EvidenceLook } from '../../../../utils/types/evidence.ts'
import { startCouch, type CouchServer } from '../../../couch/server.ts'
import { backupOf, NOW, picture } from '../../ledger/backup/kit.ts'
import { newIssue } from '../../ledger/kit.ts'
import { ID } from '../kit.ts'
import { pendingOf, settled, shown, teamAt, type Device } from './kit.ts'

let server: CouchServer
beforeAll(async () => void (server = await startCouch()))
afterAll(() => server.stop())

describe('a team on a server', () => {
  test('what one records stands with the others, and nothing waits', async () => {
    const [a, b] = await teamAt(server, 2)
    await recordIssue(a!, newIssue(), null)
    expect(await pendingOf(a!.db)).not.toEqual([])
    await settled(a!, b!)
    expect(await b!.db.issues.get(ID)).toMatchObject({ description: '链接打不开', mark: a!.device.mark })
    expect(await shown(a!)).toEqual(await shown(b!))
    expect([await pendingOf(a!.db), await pendingOf(b!.db)]).toEqual([[], []])
  })

  test('edits made offline on three: all end the same; a clash is shown and settled', async () => {
    const [a, b, c] = await teamAt(server, 3)
    await recordIssue(a!, newIssue(), null)
    await settled(a!, b!, c!)
    await editIssue(a!, ID, { note: '甲' })
    await editIssue(b!, ID, { suggestion: '乙' })
    await setStatus(b!, ID, 'fixed', '已改')
    c!.clock.at += 3_600_000
    await setStatus(c!, ID, 'false-alarm', '误判')
    await recordIssue(c!, newIssue({ id: '01ISSUE0000000000000000002', url: 'http://www.qinghe.gov.cn/2' }), null)
    await settled(c!, a!, b!)
    for (const one of [a!, b!, c!]) expect(await one.db.issues.get(ID)).toMatchObject({ note: '甲', suggestion: '乙', status: 'false-alarm' })
    expect(await shown(a!)).toEqual(await shown(b!))
    expect(await shown(c!)).toEqual(await shown(b!))
    const [clash] = await clashesOf(a!.db)
    expect(await settleClash(a!, clash!, clash!.options[1]!, '')).not.toBeNull()
    await settled(a!, b!, c!)
    for (const one of [a!, b!, c!]) expect([await clashesOf(one.db), (await one.db.issues.get(ID))?.status]).toEqual([[], 'fixed'])
  })

  const look: EvidenceLook = { at: '2026-11-18T01:00:00.000Z', url: newIssue().url, shot: null, zoom: 1, browser: 'Chrome 120', referrer: '', scrollX: 0, scrollY: 0, viewportWidth: 1280, viewportHeight: 720, pageHeight: 4300, ratio: 1, status: 200, lastModified: null, html: '<a>附件</a>' }
  /** A team of two, of whom the second has archived what was closed. */
  const archived = async () => {
    const [a, b] = (await teamAt(server, 2)) as [Device, Device]
    await recordIssue(a, newIssue(), await picture('一'))
    await a.db.evidence.put({ issueId: ID, looks: [look], pages: [] })
    await setStatus(a, ID, 'fixed', '已改')
    await settled(a, b)
    await b.db.transaction('rw', b.db.issues, b.db.events, b.db.evidence, async () => {
      await b.db.issues.bulkDelete([ID])
      await b.db.events.where('issueId').equals(ID).delete()
      await forgetEvidence(b.db, [ID])
    })
    await collectShots(b.db)
    await settled(a, b)
    expect(await counted(b)).toEqual([0, 0, 0, 0])
    return { a, b }
  }
  const counted = ({ db }: Device) => Promise.all([db.issues.count(), db.events.count(), db.evidence.count(), db.shots.count()])

  test('archived on one, and another goes on with it: it comes back with its whole history and its evidence', async () => {
    const { a, b } = await archived()
    await setStatus(a, ID, 'open', '又坏了')
    await settled(a, b)
    expect(await shown(b)).toEqual(await shown(a))
    expect(await counted(b)).toEqual([1, 3, 1, 1])
  })

  const allAgain: [string, (b: Device) => Promise<unknown>][] = [
    ['the server is an older copy', async ({ account: { database }, device }) => {
      const at = `${database}/_local/duwang-${device.device}`
      await server.direct('PUT', at, { ...(await server.direct('GET', at)).body, passes: 0 })
    }],
    ['it asks for more units', async (b) => {
      b.account = { ...b.account, unitIds: ['u2'] }
      await b.sync()
      b.account = { ...b.account, unitIds: null }
    }],
    ['it joins anew', async (b) => {
      await leaveSpace(b)
      await joinSpace(b, b.account)
    }],
  ]
  test.each(allAgain)('archived on one, and all is read again because %s: nothing of it comes back, until another goes on with it', async (_why, again) => {
    const { a, b } = await archived()
    await again(b)
    await settled(a, b)
    expect(await counted(b)).toEqual([0, 0, 0, 0])
    // a saved page alone brings nothing back either
    await a.db.evidence.put({ issueId: ID, looks: [look, { ...look, at: '2026-11-18T03:00:00.000Z' }], pages: [] })
    await a.db.issues.update(ID, { updatedAt: '2026-11-18T03:00:00.000Z' })
    await a.db.events.add({ id: '01EVENT0000000000000000001', issueId: ID, at: '2026-11-18T03:00:00.000Z', by: '甲', kind: 'page-saved', changes: {}, reason: '' })
    await settled(a, b)
    expect(await counted(b)).toEqual([0, 0, 0, 0])
    await again(b)
    await setStatus(a, ID, 'open', '又坏了')
    await settled(a, b)
    expect(await shown(b)).toEqual(await shown(a))
    expect(await counted(b)).toEqual([1, 4, 1, 1])
  })

  test('a backup replaces the ledger of one: it stays in the team, all is compared anew, and what is newer stands on both', async () => {
    const [a, b] = await teamAt(server, 2)
    await recordIssue(a!, newIssue(), null)
    await settled(a!, b!)
    const { file } = await backupOf(b!.db)
    await editIssue(a!, ID, { note: '备份以后' })
    await recordIssue(b!, newIssue({ id: '01ISSUE0000000000000000002', url: 'http://www.qinghe.gov.cn/2' }), null)
    await settled(a!, b!)
    await restore(b!.db, await openPackage(file), { mode: 'replace', now: NOW })
    expect([await b!.db.issues.count(), (await b!.db.issues.get(ID))!.note]).toEqual([1, ''])
    expect(await readCouchState(b!.db)).toMatchObject({ name: '2026年读网', since: '0', passes: 0 })
    await settled(b!, a!)
    expect([await b!.db.issues.count(), (await b!.db.issues.get(ID))!.note]).toEqual([2, '备份以后'])
    expect(await shown(b!)).toEqual(await shown(a!))
    expect([await pendingOf(a!.db), await pendingOf(b!.db)]).toEqual([[], []])
  })

  test('an idle pass writes nothing and asks little', async () => {
    const [a] = await teamAt(server, 1)
    await settled(a!)
    server.asked.length = 0
    await a!.sync()
    expect(server.asked.filter(({ method }) => method !== 'GET')).toEqual([])
    expect(server.asked).toHaveLength(4)
  })
})
