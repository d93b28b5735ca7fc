import { expect, test } from 'vitest'
import { deleteIssue, restoreIssue, setStatus } from '../../../utils/ledger/change.ts'
import { createColumns, putDigests } from '../../../utils/ledger/columns.ts'
import { digestOf } from '../../../utils/ledger/digest.ts'
import type { LedgerDb } from '../../../utils/ledger/db.ts'
import { issueFigures, stepsOf } from '../../../utils/ledger/overview.ts'
import { standingIssues } from '../../../utils/ledger/query.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { newIssue, testLedger } from './kit.ts'

const TODAY = '2026-11-18'

/** As the list in memory would have it. */
async function figuresOf(db: LedgerDb) {
  const issues = createColumns()
  putDigests(issues, (await standingIssues(db)).map(digestOf))
  return issueFigures({ issues, steps: await stepsOf(db, TODAY), units: await db.units.toArray() }, TODAY)
}

async function ledgerWith() {
  const ledger = testLedger()
  await ledger.db.units.add({ id: 'u1', name: '青禾县教育和体育局', aliases: [] })
  let n = 0
  const record = async (at: string, change: Parameters<typeof newIssue>[0] = {}) => {
    ledger.clock.at = at
    return recordIssue(ledger, newIssue({ id: `01ISSUE000000000000000${String(++n).padStart(4, '0')}`, quote: `q${n}`, ...change }), null)
  }
  const set = async (at: string, id: string, ...steps: Parameters<typeof setStatus>[2][]) => {
    ledger.clock.at = at
    for (const step of steps) await setStatus(ledger, id, step, '')
  }
  return { ledger, record, set, figures: () => figuresOf(ledger.db) }
}

test('counts what is to do, overdue, due this week, by kind and by unit', async () => {
  const { record, figures } = await ledgerWith()
  await record('2026-11-02T02:00:00.000Z', { deadline: '2026-11-17' })
  await record('2026-11-16T02:00:00.000Z', { deadline: '2026-11-18', check: 'wording/form/a' })
  await record('2026-11-17T02:00:00.000Z', { deadline: '2026-11-22', check: 'wording/form/b', unitId: null, unitName: '' })
  await record('2026-11-17T02:00:00.000Z', { deadline: '2026-11-23', unitId: 'gone', unitName: '已撤并的单位' })
  await record('2026-11-17T02:00:00.000Z', { deadline: null, unitId: null, unitName: '' })
  expect(await figures()).toMatchObject({
    total: 5, open: 5, overdue: 1, dueThisWeek: 2, closed: 0, closedDue: 0,
    kinds: [{ kind: 'links/dead', count: 3 }, { kind: 'wording/form', count: 2 }],
    units: [{ unitId: 'u1', name: '青禾县教育和体育局', count: 2, overdue: 1 }, { unitId: 'gone', name: '已撤并的单位', count: 1, overdue: 0 }, { unitId: '', count: 2, overdue: 0 }],
  })
})

test('what was deleted counts nowhere, and counts again when it is taken back', async () => {
  const { ledger, record, figures } = await ledgerWith()
  const { id } = await record('2026-11-16T02:00:00.000Z', { deadline: '2026-11-17' })
  await deleteIssue(ledger, id)
  expect(await figures()).toMatchObject({ total: 0, open: 0, overdue: 0, kinds: [], units: [] })
  expect((await figures()).weeks.map(({ found }) => found).reduce((a, b) => a + b)).toBe(0)
  await restoreIssue(ledger, id)
  expect(await figures()).toMatchObject({ total: 1, open: 1, overdue: 1, kinds: [{ count: 1 }], units: [{ count: 1, overdue: 1 }] })
})

test('found, closed and standing by week, back in time', async () => {
  const { record, set, figures } = await ledgerWith()
  const first = await record('2026-10-28T02:00:00.000Z')
  const second = await record('2026-10-29T02:00:00.000Z')
  await record('2026-11-11T02:00:00.000Z')
  await set('2026-11-12T02:00:00.000Z', first.id, 'fixed', 'closed')
  await set('2026-11-17T02:00:00.000Z', second.id, 'false-alarm')
  const { weeks } = await figures()
  expect(weeks).toHaveLength(12)
  expect(weeks.slice(-4).map(({ week, found, closed, standing }) => [week, found, closed, standing])).toEqual([
    ['2026-W44', 2, 0, 2], ['2026-W45', 0, 0, 2], ['2026-W46', 1, 1, 2], ['2026-W47', 0, 0, 1],
  ])
})

test('closed in time is told by the day of closing in Shanghai', async () => {
  const { record, set, figures } = await ledgerWith()
  const inTime = await record('2026-11-09T02:00:00.000Z', { deadline: '2026-11-12' })
  const late = await record('2026-11-09T02:00:00.000Z', { deadline: '2026-11-12' })
  const free = await record('2026-11-09T02:00:00.000Z', { deadline: null })
  // 23:59 of the 12th, and 00:01 of the 13th.
  await set('2026-11-12T15:59:00.000Z', inTime.id, 'fixed', 'closed')
  await set('2026-11-12T16:01:00.000Z', late.id, 'fixed', 'closed')
  await set('2026-11-12T02:00:00.000Z', free.id, 'fixed', 'closed')
  expect(await figures()).toMatchObject({ closed: 3, closedDue: 2, closedInTime: 1, open: 0 })
})

test('an empty ledger has empty figures', async () => {
  const { figures } = await ledgerWith()
  expect(await figures()).toMatchObject({ total: 0, open: 0, overdue: 0, dueThisWeek: 0, closed: 0, closedDue: 0, kinds: [], units: [] })
})
