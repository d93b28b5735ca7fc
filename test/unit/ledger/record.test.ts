import { expect, test } from 'vitest'
import { addShot, recordIssue } from '../../../utils/ledger/record.ts'
import { newIssue, newShot, testLedger } from './kit.ts'

test('an issue gets the next number, its screenshot and its first line of history', async () => {
  const ledger = testLedger()
  const first = await recordIssue(ledger, newIssue(), newShot())
  const second = await recordIssue(ledger, newIssue({ id: '01ISSUE0000000000000000002', quote: 'else' }), null)
  expect([first.number, second.number]).toEqual([1, 2])
  expect(first).toMatchObject({ status: 'open', foundAt: '2026-11-18T02:00:00.000Z', foundBy: '王小青', duplicateOf: null })
  expect(first.shots).toEqual([{ hash: 'a'.repeat(64), takenAt: first.foundAt, outlines: newShot().outlines }])
  expect(second.shots).toEqual([])
  expect(await ledger.db.shots.count()).toBe(1)
  expect((await ledger.db.events.toArray()).map(({ issueId, kind, by }) => [issueId, kind, by])).toEqual([
    [first.id, 'recorded', '王小青'],
    [second.id, 'recorded', '王小青'],
  ])
})

test('asking again with the same id records nothing twice', async () => {
  const ledger = testLedger()
  const once = await recordIssue(ledger, newIssue(), newShot())
  const again = await recordIssue(ledger, newIssue({ description: 'other words' }), newShot('b'.repeat(64)))
  expect(again).toEqual(once)
  expect([await ledger.db.issues.count(), await ledger.db.events.count(), await ledger.db.shots.count()]).toEqual([1, 1, 1])
})

test('the same problem again is kept and names the first', async () => {
  const ledger = testLedger()
  const first = await recordIssue(ledger, newIssue(), null)
  const twin = await recordIssue(ledger, newIssue({ id: '01ISSUE0000000000000000002', url: 'https://www.qinghe.gov.cn/zwgk/tzgg/t1.html#top' }), null)
  expect(twin.duplicateOf).toBe(first.id)
  expect(await ledger.db.issues.count()).toBe(2)
})

test('one picture of two issues is stored once', async () => {
  const ledger = testLedger()
  await recordIssue(ledger, newIssue(), newShot())
  await recordIssue(ledger, newIssue({ id: '01ISSUE0000000000000000002' }), newShot())
  expect(await ledger.db.shots.count()).toBe(1)
})

test('issue and picture are stored together or not at all', async () => {
  const ledger = testLedger()
  await recordIssue(ledger, newIssue(), newShot())
  ledger.db.shots.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await expect(recordIssue(ledger, newIssue({ id: '01ISSUE0000000000000000002' }), newShot('b'.repeat(64)))).rejects.toThrow()
  expect([await ledger.db.issues.count(), await ledger.db.shots.count(), await ledger.db.events.count()]).toEqual([1, 1, 1])
  expect((await ledger.db.counters.get('issue'))?.last).toBe(1)
})

test('a picture can be added later, once', async () => {
  const ledger = testLedger()
  const issue = await recordIssue(ledger, newIssue(), null)
  await addShot(ledger, issue.id, newShot())
  await addShot(ledger, issue.id, newShot())
  expect((await ledger.db.issues.get(issue.id))?.shots).toHaveLength(1)
  expect((await ledger.db.events.toArray()).map(({ kind }) => kind)).toEqual(['recorded', 'shot-added'])
})
