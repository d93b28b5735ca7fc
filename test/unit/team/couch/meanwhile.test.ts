import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPackage } from '../../../../utils/ledger/backup/package.ts'
import { restore } from '../../../../utils/ledger/backup/restore.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { leaveSpace } from '../../../../utils/team/couch/space.ts'
import { readCouchState, readCouchStatus } from '../../../../utils/team/couch/state.ts'
import { startCouch, type CouchServer } from '../../../couch/server.ts'
import { backupOf, NOW } from '../../ledger/backup/kit.ts'
import { newIssue } from '../../ledger/kit.ts'
import { settled, shown, teamAt, type Device } from './kit.ts'

let server: CouchServer
let [a, b]: Device[] = []
beforeEach(async () => {
  server = await startCouch()
  ;[a, b] = await teamAt(server, 2)
  await settled(a!, b!)
})
afterEach(() => server.stop())

const record = (who: Device, n: number) => recordIssue(who, newIssue({ id: `01ISSUE${String(n).padStart(19, '0')}`, url: `http://www.qinghe.gov.cn/t${n}.html` }), null)

describe('while a pass is under way', () => {
  /** Does something as soon as the server was asked for changes. */
  const meanwhile = (work: () => Promise<unknown>) => {
    const plain = b!.fetch
    b!.fetch = async (input, init) => {
      const response = await plain(input, init)
      if (!input.includes('_changes')) return response
      b!.fetch = plain
      await work()
      return response
    }
  }

  test('its team is left: nothing of the team comes back by it', async () => {
    await record(a!, 1)
    await a!.sync()
    meanwhile(() => leaveSpace(b!))
    await b!.engine.run()
    expect(await readCouchState(b!.db)).toBeNull()
    expect((await readCouchStatus(b!.db)).says).toBeNull()
  })

  test('a backup replaces the ledger: the checkpoint of the ledger that was is not taken for the new one’s', async () => {
    await record(a!, 1)
    await settled(a!, b!)
    const { file } = await backupOf(b!.db)
    await record(a!, 2)
    await settled(a!, b!)
    await record(a!, 3)
    await a!.sync()
    meanwhile(async () => restore(b!.db, await openPackage(file), { mode: 'replace', now: NOW }))
    await b!.engine.run()
    expect((await readCouchState(b!.db))?.since).toBe('0')
    await settled(a!, b!)
    expect(await b!.db.issues.count()).toBe(3)
    expect(await shown(b!)).toEqual(await shown(a!))
  })
})
