import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seenOfServer } from '../../../../utils/app/sync-seen.ts'
import { editIssue } from '../../../../utils/ledger/change.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { DAY_MS } from '../../../../utils/ledger/sharing/clock.ts'
import { clockWords } from '../../../../utils/team/counts.ts'
import { startCouch, type CouchServer } from '../../../couch/server.ts'
import { newIssue } from '../../ledger/kit.ts'
import { ID } from '../kit.ts'
import { teamAt } from './kit.ts'

let server: CouchServer
beforeAll(async () => void (server = await startCouch()))
afterAll(() => server.stop())

describe('a clock that is wrong by more than a day is said', () => {
  test.each<[string, number, string | null]>([['right', 0, null], ['an hour slow', -3_600_000, null], ['three days fast', 3 * DAY_MS, 'sync.clock.ahead'], ['three days slow', -3 * DAY_MS, 'sync.clock.behind']])('ours, %s', async (_name, wrong, says) => {
    const [a] = await teamAt(server, 1)
    // the server tells the time of this machine
    a!.clock.at = Date.now() + wrong
    await recordIssue(a!, newIssue(), null)
    await a!.sync()
    const { says: told, syncedAt } = await seenOfServer(a!.db)
    expect(told).toEqual(says && { key: says, params: { days: 3 } })
    expect(syncedAt).not.toBe('')
  })

  test("another's: said to who takes it in, and no more a week later", async () => {
    const [a, b] = await teamAt(server, 2)
    a!.clock.at = b!.clock.at = Date.now()
    await recordIssue(a!, newIssue(), null)
    await a!.sync()
    a!.clock.at += 10 * DAY_MS
    await editIssue(a!, ID, { note: '改' })
    await a!.sync()
    await b!.sync()
    expect((await seenOfServer(b!.db)).says).toEqual({ key: 'sync.clock.others', params: { count: 1, days: 10 } })
    const at = new Date(b!.clock.at).toISOString()
    expect(clockWords(0, [{ name: 'skew x', device: 'x', ahead: 2 * DAY_MS, at }], new Date(b!.clock.at + 8 * DAY_MS).toISOString())).toBeNull()
    expect(await b!.db.issues.count()).toBe(1)
  })
})
