import { expect, test } from 'vitest'
import { setStatus } from '../../../utils/ledger/change.ts'
import { undoRecording } from '../../../utils/ledger/rebound.ts'
import { follow } from '../../../utils/ledger/recheck-settle.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { newIssue, newShot, testLedger } from './kit.ts'

const FIRST = newIssue().id
const AGAIN = '01ISSUE0000000000000000002'
const THIRD = '01ISSUE0000000000000000003'

async function closedOne() {
  const ledger = testLedger()
  const issue = await recordIssue(ledger, newIssue(), newShot())
  await follow(ledger, issue, 'closed', '复查：已整改')
  ledger.clock.at = '2026-12-01T02:00:00.000Z'
  return ledger
}

test('the same problem after 销号 opens the closed issue again: no new number, history kept, picture and deadline new', async () => {
  const ledger = await closedOne()
  const again = await recordIssue(ledger, newIssue({ id: AGAIN, deadline: '2026-12-04' }), newShot('b'.repeat(64)))
  expect(again).toMatchObject({ id: FIRST, number: 1, status: 'open', rebounds: 1, deadline: '2026-12-04', fixedOn: null })
  expect(again.shots.map(({ hash }) => hash[0])).toEqual(['a', 'b'])
  expect([await ledger.db.issues.count(), (await ledger.db.counters.get('issue'))?.last]).toEqual([1, 1])
  expect((await ledger.db.events.where('issueId').equals(FIRST).toArray()).map(({ kind }) => kind).sort()).toEqual(['rebound', 'recorded', 'status', 'status'])
})

test('asking again with the same id opens nothing twice', async () => {
  const ledger = await closedOne()
  await recordIssue(ledger, newIssue({ id: AGAIN }), newShot('b'.repeat(64)))
  const twice = await recordIssue(ledger, newIssue({ id: AGAIN }), newShot('c'.repeat(64)))
  expect(twice).toMatchObject({ id: FIRST, rebounds: 1 })
  expect([await ledger.db.issues.count(), await ledger.db.shots.count()]).toEqual([1, 2])
})

test('while it is open again, one more is a duplicate as ever', async () => {
  const ledger = await closedOne()
  await recordIssue(ledger, newIssue({ id: AGAIN }), null)
  const third = await recordIssue(ledger, newIssue({ id: THIRD }), null)
  expect(third).toMatchObject({ id: THIRD, number: 2, duplicateOf: FIRST, rebounds: 0 })
})

test.each(['false-alarm', 'no-action', 'doubtful', 'fixed'] as const)('what is %s is not opened again', async (status) => {
  const ledger = testLedger()
  await recordIssue(ledger, newIssue(), null)
  await setStatus(ledger, FIRST, status, '')
  expect(await recordIssue(ledger, newIssue({ id: AGAIN }), null)).toMatchObject({ id: AGAIN, number: 2, duplicateOf: FIRST })
  expect(await ledger.db.issues.get(FIRST)).toMatchObject({ status, rebounds: 0 })
})

test('撤销 closes it as it was; of a new issue it is a deletion', async () => {
  const ledger = await closedOne()
  const before = (await ledger.db.issues.get(FIRST))!
  await recordIssue(ledger, newIssue({ id: AGAIN, deadline: '2026-12-04' }), null)
  await undoRecording(ledger, FIRST)
  expect(await ledger.db.issues.get(FIRST)).toMatchObject({ status: 'closed', rebounds: 0, deadline: before.deadline, fixedOn: before.fixedOn, deletedAt: null })
  const other = await recordIssue(ledger, newIssue({ id: THIRD, quote: '别的' }), null)
  expect((await undoRecording(ledger, other.id)).deletedAt).not.toBeNull()
})

test('it may come back more than once', async () => {
  const ledger = await closedOne()
  await recordIssue(ledger, newIssue({ id: AGAIN }), null)
  await follow(ledger, { id: FIRST, status: 'open' }, 'closed', '复查')
  expect((await recordIssue(ledger, newIssue({ id: THIRD }), null)).rebounds).toBe(2)
})
