import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPackage } from '../../../../utils/ledger/backup/package.ts'
import { restore } from '../../../../utils/ledger/backup/restore.ts'
import { leaveSpace } from '../../../../utils/team/couch/space.ts'
import { readCouchState, readCouchStatus } from '../../../../utils/team/couch/state.ts'
import type { CouchServer } from '../../../couch/server.ts'
import { backupOf, NOW } from '../../ledger/backup/kit.ts'
import { pairOnServer, recordNth, settled, shown, type Device } from './kit.ts'

let server: CouchServer
let a: Device
let b: Device
beforeEach(async () => void ({ server, a, b } = await pairOnServer()))
afterEach(() => server.stop())

describe('while a pass is under way', () => {
  /** Does something as soon as the server was asked for changes. */
  const meanwhile = (work: () => Promise<unknown>) => {
    const plain = b.fetch
    b.fetch = async (input, init) => {
      const response = await plain(input, init)
      if (!input.includes('_changes')) return response
      b.fetch = plain
      await work()
      return response
    }
  }

  test('its team is left: nothing of the team comes back by it', async () => {
    await recordNth(a, 1)
    await a.sync()
    meanwhile(() => leaveSpace(b))
    await b.engine.run()
    expect(await readCouchState(b.db)).toBeNull()
    expect((await readCouchStatus(b.db)).says).toBeNull()
  })

  test('a backup replaces the ledger: the checkpoint of the ledger that was is not taken for the new one’s', async () => {
    await recordNth(a, 1)
    await settled(a, b)
    const { file } = await backupOf(b.db)
    await recordNth(a, 2)
    await settled(a, b)
    await recordNth(a, 3)
    await a.sync()
    meanwhile(async () => restore(b.db, await openPackage(file), { mode: 'replace', now: NOW }))
    await b.engine.run()
    expect((await readCouchState(b.db))?.since).toBe('0')
    await settled(a, b)
    expect(await b.db.issues.count()).toBe(3)
    expect(await shown(b)).toEqual(await shown(a))
  })
})
