import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { sha256 } from '../../../../utils/ledger/backup/work.ts'
import { addSavedPage } from '../../../../utils/ledger/evidence.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { beginSharing } from '../../../../utils/ledger/sharing/device.ts'
import { keepCouchState, type CouchState } from '../../../../utils/team/couch/state.ts'
import { missingOfIssues } from '../../../../utils/team/missing-files.ts'
import { issue } from '../../lists/make-issue.ts'
import { backupOf } from '../../ledger/backup/kit.ts'
import { newIssue, testLedger } from '../../ledger/kit.ts'

vi.mock('../../../../utils/browser/save.ts', () => ({ saveFile: () => undefined }))
vi.mock('../../../../utils/browser/ledger-memory.ts', () => ({ readLedgerMemory: async () => null, keepLedgerMemory: async () => undefined }))
vi.mock('../../../../utils/browser/runtime.ts', () => ({ version: () => '1.2.3', ownUrl: (path: string) => path }))
const { backupDesk } = await import('../../../../utils/app/desk/backup.ts')

const bytesOf = (n: number) => new Uint8Array(50).fill(n)
const hashes = await Promise.all(Array.from({ length: 8 }, (_, n) => sha256(bytesOf(n))))
const hashOf = (n: number) => hashes[n]!
const refs = (...ns: number[]) => ns.map((n) => ({ hash: hashOf(n), takenAt: '2026-11-18T01:00:00Z', outlines: [] }))

const STATE: CouchState = { server: 'http://127.0.0.1:5984/', database: 'duwang', spaceId: 's', name: '2026年读网', uuids: [], since: '0', passes: 0, unitIds: null, longPoll: null }

/** Of four pictures and two pages that standing issues speak of, one of each is here. */
async function ledgerOf() {
  const ledger = testLedger()
  const { id } = await recordIssue(ledger, newIssue(), null)
  const page = (n: number) => ({ hash: hashOf(n), file: new Blob([bytesOf(n)], { type: 'multipart/related' }) })
  for (const n of [5, 6]) await addSavedPage(ledger, id, page(n), newIssue().url)
  await ledger.db.savedPages.delete(hashOf(6))
  await ledger.db.issues.bulkPut([issue(11, { shots: refs(1, 2) }), issue(12, { shots: refs(2, 3, 4) }), issue(13, { shots: refs(7), deletedAt: '2026-11-19T00:00:00.000Z' })])
  await ledger.db.shots.put({ hash: hashOf(1), image: new Blob([bytesOf(1)]), thumbnail: null, width: 20, height: 10 })
  return ledger
}
const backedUp = (ledger: Awaited<ReturnType<typeof ledgerOf>>) => backupDesk({ ...ledger, changed: () => undefined }).backup(() => undefined, new AbortController().signal)

test('pictures and pages that are not here are named once each; those of deleted issues are not', async () => {
  expect((await missingOfIssues((await ledgerOf()).db)).sort()).toEqual([`page:${hashOf(6)}`, ...[2, 3, 4].map((n) => `shot:${hashOf(n)}`)].sort())
})

test('restored in place of all: who is in a team is told what comes next', async () => {
  const ledger = await ledgerOf()
  const desk = backupDesk({ ...ledger, changed: () => undefined })
  const { file } = await backupOf(ledger.db)
  const restored = async () => {
    const plan = await desk.openBackup(file as File, () => undefined, new AbortController().signal)
    return desk.restoreBackup(plan, 'replace', () => undefined, new AbortController().signal)
  }
  expect(await restored()).toMatchObject({ key: 'storage.restore.replaced' })
  await beginSharing(ledger.db, { now: ledger.now, random: (bytes) => crypto.getRandomValues(bytes), as: 'joiner', taken: [] })
  await keepCouchState(ledger.db, STATE)
  expect(await restored()).toMatchObject({ key: 'app.noted', params: { notes: 'storage.restore.team' } })
})

test('a backup says what only the team’s server has; a ledger without a team is not told of one', async () => {
  const ledger = await ledgerOf()
  expect((await backedUp(ledger)).key).toBe('storage.backup.done')
  await beginSharing(ledger.db, { now: ledger.now, random: (bytes) => crypto.getRandomValues(bytes), as: 'joiner', taken: [] })
  await keepCouchState(ledger.db, STATE)
  expect((await backedUp(ledger)).key).toBe('app.noted')
})
