import { describe, expect, test } from 'vitest'
import { compareArchive, removeArchived } from '../../../utils/ledger/archive/remove.ts'
import { archiveWeeks } from '../../../utils/ledger/archive/weeks.ts'
import { writeArchive } from '../../../utils/ledger/archive/write.ts'
import { blobSink } from '../../../utils/ledger/backup/blob-sink.ts'
import { openPackage } from '../../../utils/ledger/backup/package.ts'
import { restore } from '../../../utils/ledger/backup/restore.ts'
import { deleteIssue, editIssue, setStatus } from '../../../utils/ledger/change.ts'
import type { LedgerDb } from '../../../utils/ledger/db.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { beginSharing, setSending } from '../../../utils/ledger/sharing/device.ts'
import { markSent, pendingDocs } from '../../../utils/team/pending.ts'
import type { Status } from '../../../utils/types/issue.ts'
import { backupOf, contentOf, idOf, NOW, picture } from './backup/kit.ts'
import { newIssue, testLedger } from './kit.ts'

/** Three weeks: W45 is over, W46 has one that waits, W47 is over and too young. */
async function threeWeeks() {
  const ledger = testLedger()
  const { db, clock } = ledger
  const record = async (n: number, at: string, ...steps: Status[]) => {
    clock.at = at
    await recordIssue(ledger, newIssue({ id: idOf(n), quote: `词${n}` }), n === 3 ? null : await picture(n === 2 || n === 5 ? 'shared' : `own ${n}`))
    for (const step of steps) await setStatus(ledger, idOf(n), step, '')
  }
  await record(1, '2026-11-02T01:00:00.000Z', 'fixed', 'closed')
  await record(2, '2026-11-03T01:00:00.000Z', 'false-alarm')
  await record(3, '2026-11-04T01:00:00.000Z')
  await deleteIssue(ledger, idOf(3))
  await record(4, '2026-11-10T01:00:00.000Z', 'no-action')
  await record(5, '2026-11-11T01:00:00.000Z')
  await record(6, '2026-11-17T01:00:00.000Z', 'fixed', 'closed')
  await db.readings.put({ id: '2026-W45 a', week: '2026-W45', url: 'http://a.gov.cn/', address: 'a.gov.cn', host: 'a.gov.cn', site: 'a.gov.cn', siteName: 'a', kind: 'home', title: 'a', columnName: null, columnId: null, columnKeys: [], unitId: null, unitName: '', day: '2026-11-02', readAt: '2026-11-02T01:00:00.000Z', freshness: { day: null, ageDays: null, limitDays: null, class: 'other', state: 'unknown' }, blank: false, laterPage: false, letters: 0, waiting: [], guideMissing: 0, blocks: [], findings: [] })
  return ledger
}

const CUTOFF = '2026-11-15T16:00:00.000Z'

async function archiveOf(db: LedgerDb, ...weeks: string[]) {
  const { sink, blob } = blobSink()
  await writeArchive(db, weeks, { sink, now: NOW, program: '0.1.0' })
  return openPackage(blob('application/zip'))
}

test('weeks before a day, with what is over and what still waits; a deleted issue is over', async () => {
  const { db } = await threeWeeks()
  expect(await archiveWeeks(db, CUTOFF)).toEqual([{ week: '2026-W45', ended: 3, waiting: 0 }, { week: '2026-W46', ended: 1, waiting: 1 }])
  // A week that is not wholly before the day is not offered.
  expect(await archiveWeeks(db, '2026-11-06T16:00:00.000Z')).toEqual([])
})

describe('an archive', () => {
  test('of a week in which an issue waits is refused', async () => {
    const { db } = await threeWeeks()
    await expect(archiveOf(db, '2026-W46')).rejects.toMatchObject({ says: { key: 'storage.archive.waits', params: { number: 5 } } })
  })

  test('holds its issues with history, pictures and readings; writing it removes nothing', async () => {
    const { db } = await threeWeeks()
    const before = await contentOf(db)
    const { manifest } = await archiveOf(db, '2026-W45')
    expect(manifest).toMatchObject({ kind: 'archive', counts: { issues: 3, events: 7, readings: 1 } })
    expect(manifest.shots).toHaveLength(2)
    expect(await contentOf(db)).toEqual(before)
  })

  test('read back and removed: issues, history, tombstones and readings go; a picture that another issue shows stays', async () => {
    const { db } = await threeWeeks()
    const given = await archiveOf(db, '2026-W45')
    expect(await compareArchive(db, given)).toEqual({ issues: [idOf(1), idOf(2), idOf(3)], readings: ['2026-W45 a'], changed: 0, unsent: 0 })
    expect(await removeArchived(db, given)).toBe(3)
    expect((await db.issues.toCollection().primaryKeys())).toEqual([idOf(4), idOf(5), idOf(6)])
    expect([await db.events.where('issueId').equals(idOf(1)).count(), await db.readings.count(), await db.shots.count()]).toEqual([0, 0, 3])
    expect(await removeArchived(db, given)).toBe(0)
  })

  test('opened again brings everything back, and no doubles', async () => {
    const { db } = await threeWeeks()
    const before = await contentOf(db)
    const given = await archiveOf(db, '2026-W45')
    await removeArchived(db, given)
    await restore(db, given, { mode: 'add', now: NOW })
    await restore(db, given, { mode: 'add', now: NOW })
    expect({ ...(await contentOf(db)), settings: [] }).toEqual({ ...before, settings: [] })
  })

  test('what was changed after the file was written stays', async () => {
    const ledger = await threeWeeks()
    const given = await archiveOf(ledger.db, '2026-W45')
    ledger.clock.at = '2026-11-19T01:00:00.000Z'
    await editIssue(ledger, idOf(1), { note: '补记' })
    await setStatus(ledger, idOf(2), 'open', '又出现')
    expect(await compareArchive(ledger.db, given)).toMatchObject({ issues: [idOf(3)], changed: 2 })
    expect(await removeArchived(ledger.db, given)).toBe(1)
    expect((await ledger.db.issues.get(idOf(1)))?.note).toBe('补记')
  })

  test('what the team’s server has not yet stays until it has it, or there is no server any more', async () => {
    const ledger = await threeWeeks()
    const { db, now } = ledger
    await beginSharing(db, { now, random: (bytes) => bytes.fill(7), as: 'joiner', taken: [] })
    await setSending(db, true, false)
    await editIssue(ledger, idOf(1), { note: '离线时写的' })
    await db.events.add({ id: 'E9', issueId: idOf(2), at: '2026-11-19T01:00:00.000Z', by: '', kind: 'recheck', changes: {}, reason: '' })
    const given = await archiveOf(db, '2026-W45')
    expect(await compareArchive(db, given)).toMatchObject({ issues: [idOf(3)], changed: 0, unsent: 2 })
    expect(await removeArchived(db, given)).toBe(1)
    await markSent(db, (await pendingDocs(db, '', 100)).map(({ id, seq }) => ({ id, seq })).filter(({ id }) => id.startsWith('event:')))
    expect(await compareArchive(db, given)).toMatchObject({ issues: [idOf(2)], unsent: 1 })
    await setSending(db, false)
    expect(await removeArchived(db, given)).toBe(2)
  })

  test('a line of history that the file has not keeps its issue', async () => {
    const { db } = await threeWeeks()
    const given = await archiveOf(db, '2026-W45')
    await db.events.put({ id: 'E9', issueId: idOf(1), at: '2026-11-19T01:00:00.000Z', by: '', kind: 'recheck', changes: {}, reason: '' })
    expect(await compareArchive(db, given)).toMatchObject({ issues: [idOf(2), idOf(3)], changed: 1 })
  })

  test.each([
    ['a backup', async (db: LedgerDb) => (await backupOf(db)).file, 'wrong-kind'],
    ['a file that was damaged on the disk', async (db: LedgerDb) => {
      const bytes = new Uint8Array(await (await archiveOf(db, '2026-W45')).file.arrayBuffer())
      bytes[bytes.indexOf(0x6f, 60)] = 0
      return new Blob([bytes])
    }, 'damaged'],
  ])('%s removes nothing', async (_, fileOf, reason) => {
    const { db } = await threeWeeks()
    const file = await fileOf(db)
    const before = await contentOf(db)
    await expect((async () => removeArchived(db, await openPackage(file)))()).rejects.toMatchObject({ reason })
    expect(await contentOf(db)).toEqual(before)
  })
})
