import { describe, expect, test } from 'vitest'
import { openPackage } from '../../../../utils/ledger/backup/package.ts'
import { restore, sweepStaged } from '../../../../utils/ledger/backup/restore.ts'
import { NEWEST } from '../../../../utils/ledger/schema.ts'
import { collectShots } from '../../../../utils/ledger/shots.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { newIssue, testLedger } from '../kit.ts'
import { backupOf, contentOf, filled, idOf, NOW, picture } from './kit.ts'

/** The mark by which the checker knows that the own words changed is new after each restore. */
const withoutMark = (content: Record<string, unknown[]>) => ({ ...content, settings: (content['settings'] as { name: string }[]).filter(({ name }) => name !== 'ownWordsAt') })

describe('a backup', () => {
  test('holds everything of one moment, and says how much', async () => {
    const { db } = await filled()
    const { manifest } = await backupOf(db)
    expect(manifest).toMatchObject({ format: 'duwang-ledger', kind: 'backup', schema: NEWEST, madeAt: '2026-11-20T03:00:00.000Z', program: '0.1.0', missingShots: [] })
    expect(manifest.counts).toMatchObject({ issues: 6, events: 9, units: 1, ownWords: 1 })
    expect(manifest.shots).toHaveLength(4)
  })

  test('restored into an empty ledger gives the same ledger', async () => {
    const { db } = await filled()
    const { file } = await backupOf(db)
    const other = testLedger().db
    await restore(other, await openPackage(file), { mode: 'replace', now: NOW })
    expect(withoutMark(await contentOf(other))).toEqual(withoutMark(await contentOf(db)))
  })

  test('a picture that was damaged on the disk is left out, told, and its issue still restored', async () => {
    const { db } = await filled(2)
    const [hash] = (await db.shots.toCollection().primaryKeys()) as string[]
    await db.shots.update(hash!, { image: new Blob(['other'], { type: 'image/png' }) })
    const { file, manifest } = await backupOf(db)
    expect(manifest.missingShots).toEqual([hash])
    const other = testLedger().db
    await restore(other, await openPackage(file), { mode: 'replace', now: NOW })
    expect([await other.issues.count(), await other.shots.count()]).toEqual([2, 1])
  })

  test('parts are split, and put together again', async () => {
    const { db } = await filled(1)
    await db.ignores.bulkPut(Array.from({ length: 4_500 }, (_, n) => ({ id: `I${String(n).padStart(6, '0')}`, kind: 'ignored' as const, scope: 'site' as const, check: 'links/dead', evidence: `x${n}`, where: 'a.gov.cn', at: '2026-11-18T02:00:00.000Z' })))
    const { file, manifest } = await backupOf(db)
    expect(manifest.parts.filter(({ table }) => table === 'ignores').map(({ rows }) => rows)).toEqual([2000, 2000, 500])
    const other = testLedger().db
    await restore(other, await openPackage(file), { mode: 'replace', now: NOW })
    expect(await other.ignores.toArray()).toEqual(await db.ignores.toArray())
  })

  test('cancelled while it is written: nothing comes of it', async () => {
    const { db } = await filled()
    const over = new AbortController()
    const { writeBackup } = await import('../../../../utils/ledger/backup/write.ts')
    const writing = writeBackup(db, { sink: () => over.abort(), now: NOW, program: '0.1.0', signal: over.signal })
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('替换', () => {
  test('the ledger becomes what the file says; pictures of before are gone', async () => {
    const { file } = await backupOf((await filled()).db)
    const before = await filled(1)
    await recordIssue(before, newIssue({ id: idOf(99), quote: '只在这里' }), await picture('only here'))
    await restore(before.db, await openPackage(file), { mode: 'replace', now: NOW })
    expect(await before.db.issues.get(idOf(99))).toBeUndefined()
    expect([await before.db.issues.count(), await before.db.shots.count(), await before.db.staged.count()]).toEqual([6, 4, 0])
    expect(await recordIssue({ ...before, newId: () => '01NEXT00000000000000000001' }, newIssue({ id: idOf(100) }), null)).toMatchObject({ number: 7 })
  })
})

describe('只补充没有的', () => {
  test('twice gives no doubles and changes nothing that stands', async () => {
    const { db } = await filled()
    const { file } = await backupOf(db)
    await db.issues.update(idOf(3), { note: '改过' })
    const before = withoutMark(await contentOf(db))
    const applied = await restore(db, await openPackage(file), { mode: 'add', now: NOW })
    expect(applied).toMatchObject({ kept: { issues: 6, events: 9 }, renumbered: 0 })
    expect(withoutMark(await contentOf(db))).toEqual(before)
  })

  test('issues of another ledger come with their history and pictures, under new numbers where theirs are taken', async () => {
    const { file } = await backupOf((await filled()).db)
    const here = { ...testLedger(), newId: () => '01HERE00000000000000000001' }
    await recordIssue(here, newIssue({ id: idOf(50) }), null)
    const applied = await restore(here.db, await openPackage(file), { mode: 'add', now: NOW })
    expect(applied).toMatchObject({ added: { issues: 6 }, renumbered: 1 })
    const numbers = (await here.db.issues.toArray()).map(({ number }) => number).sort()
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect((await here.db.issues.get(idOf(50)))?.number).toBe(1)
    expect(await here.db.events.where('issueId').equals(idOf(1)).count()).toBe(3)
  })

  test('what the office set here stays; own words are joined', async () => {
    const { file } = await backupOf((await filled()).db)
    const { db } = testLedger()
    await db.settings.put({ name: 'reader', value: '李读网' })
    await db.ownWords.put({ name: 'office', words: [{ id: 'W9', wrong: '县政俯', right: '县政府', severity: 'serious', note: '' }] })
    await restore(db, await openPackage(file), { mode: 'add', now: NOW })
    expect((await db.settings.get('reader'))?.value).toBe('李读网')
    expect((await db.ownWords.get('office'))?.words.map(({ wrong }) => wrong)).toEqual(['县政俯', '青何县'])
  })
})

describe('all or nothing', () => {
  test('cancelled while it is prepared: the ledger is as it was, and nothing is left behind', async () => {
    const { file } = await backupOf((await filled()).db)
    const here = await filled(1)
    const before = await contentOf(here.db)
    const over = new AbortController()
    const work = restore(here.db, await openPackage(file), { mode: 'replace', now: NOW, signal: over.signal, onProgress: ({ stage, done, total }) => stage === 'stage' && done === total - 1 && over.abort() })
    await expect(work).rejects.toMatchObject({ name: 'AbortError' })
    expect(await contentOf(here.db)).toEqual(before)
  })

  test('a table that refuses its rows in the middle of the swap takes everything back', async () => {
    const { file } = await backupOf((await filled()).db)
    const here = await filled(1)
    const before = await contentOf(here.db)
    here.db.ownWords.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(restore(here.db, await openPackage(file), { mode: 'replace', now: NOW })).rejects.toThrow()
    expect(await contentOf(here.db)).toEqual(before)
  })

  test('what a killed restore has left is swept at the next start', async () => {
    const here = await filled(1)
    const before = await contentOf(here.db)
    await here.db.staged.add({ table: 'issues', rows: [{ id: 'x' }] })
    await here.db.shots.put((await picture('of a killed restore')).shot)
    await sweepStaged(here.db)
    expect(await contentOf(here.db)).toEqual(before)
  })
})

test('screenshots that no issue refers to are collected; those of deleted issues stay', async () => {
  const { db } = await filled()
  await db.shots.put((await picture('nobody’s')).shot)
  expect(await collectShots(db)).toBe(1)
  expect(await collectShots(db)).toBe(0)
  expect(await db.shots.count()).toBe(4)
})
