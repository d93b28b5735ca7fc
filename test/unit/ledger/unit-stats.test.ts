import { describe, expect, test } from 'vitest'
import { deleteIssue, setStatus } from '../../../utils/ledger/change.ts'
import { createColumns, putDigests } from '../../../utils/ledger/columns.ts'
import { digestOf } from '../../../utils/ledger/digest.ts'
import { standingIssues } from '../../../utils/ledger/query.ts'
import { tallyUnits } from '../../../utils/ledger/unit-tally.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { unitRates, unitTrends } from '../../../utils/ledger/unit-stats.ts'
import { newIssue, testLedger } from './kit.ts'

const id = (n: number) => `01ISSUE000000000000000000${n}`

/** Unit u1: 1 overdue, 2 due today, 3 without a deadline, 4 mended in time, 5 mended late and closed, 6 a false alarm, 7 and 8 deleted. u2: one open. */
async function ledgerWith() {
  const ledger = testLedger()
  const deadlines = ['2026-11-17', '2026-11-18', null, '2026-11-18', '2026-11-17', '2026-11-17', '2026-11-17', '2026-11-17']
  ledger.clock.at = '2026-11-09T02:00:00.000Z'
  for (const [at, deadline] of deadlines.entries()) await recordIssue(ledger, newIssue({ id: id(at + 1), deadline }), null)
  await recordIssue(ledger, newIssue({ id: id(9), unitId: 'u2', deadline: '2026-11-30' }), null)
  ledger.clock.at = '2026-11-18T02:00:00.000Z'
  for (const n of [4, 5, 8]) await setStatus(ledger, id(n), 'fixed', '已改')
  await setStatus(ledger, id(5), 'closed', '合格')
  await setStatus(ledger, id(6), 'false-alarm', '无误')
  for (const n of [7, 8]) await deleteIssue(ledger, id(n))
  return ledger
}

test('counts by status, overdue apart; what was deleted counts nowhere', async () => {
  const { db } = await ledgerWith()
  const columns = createColumns()
  putDigests(columns, (await standingIssues(db)).map(digestOf))
  expect([...tallyUnits(columns, '2026-11-18')].sort()).toEqual([
    ['u1', { open: 3, overdue: 1, fixed: 1, closed: 1 }],
    ['u2', { open: 1, overdue: 0, fixed: 0, closed: 0 }],
  ])
})

describe('trend', () => {
  test('mended in time, and by week', async () => {
    const { db } = await ledgerWith()
    const trend = (await unitTrends(db, ['u1'], '2026-11-16')).get('u1')!
    expect([trend.mended, trend.inTime]).toEqual([2, 1])
    expect(trend.weeks).toHaveLength(8)
    expect(trend.weeks[0]!.from).toBe('2026-09-28')
    expect(trend.weeks.slice(-2)).toEqual([{ from: '2026-11-09', found: 6, mended: 0 }, { from: '2026-11-16', found: 0, mended: 2 }])
  })

  test('a week begins on Monday 00:00 in Shanghai', async () => {
    const ledger = testLedger()
    for (const [n, at] of ['2026-11-15T15:59:59.000Z', '2026-11-15T16:00:00.000Z'].entries()) {
      ledger.clock.at = at
      await recordIssue(ledger, newIssue({ id: id(n + 1) }), null)
    }
    expect((await unitTrends(ledger.db, ['u1'], '2026-11-16')).get('u1')!.weeks.slice(-2).map(({ found }) => found)).toEqual([1, 1])
  })

  test('reopened work is not mended any more', async () => {
    const ledger = await ledgerWith()
    await setStatus(ledger, id(4), 'open', '未改到位')
    expect((await unitTrends(ledger.db, ['u1'], '2026-11-16')).get('u1')).toMatchObject({ mended: 1, inTime: 0 })
  })
})

test('the rates of all units, for their order, are those that each shows', async () => {
  const { db } = await ledgerWith()
  const { mended, inTime } = (await unitTrends(db, ['u1'], '2026-11-16')).get('u1')!
  expect([...(await unitRates(db))]).toEqual([['u1', { mended, inTime }]])
  expect({ mended, inTime }).toEqual({ mended: 2, inTime: 1 })
})
