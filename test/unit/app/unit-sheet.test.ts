import { expect, test } from 'vitest'
import { unitSheet } from '../../../utils/app/unit-sheet.ts'
import { editIssue, setStatus } from '../../../utils/ledger/change.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import type { Column, Freshness } from '../../../utils/types/roster.ts'
import type { PageLog } from '../../../utils/types/round.ts'
import type { UnitSheet } from '../../../utils/types/unit.ts'
import { newIssue, testLedger } from '../ledger/kit.ts'

const column = (id: string, change: Partial<Column> = {}): Column => ({ id, name: id, prefix: `www.qinghe.gov.cn/${id}/`, unitId: 'u1', class: 'news', deadlineDays: null, exemption: null, ...change })

/** A reading of a column's own page on a day, whose newest item is of another. */
function log(columnId: string, day: string, newest: string | null, change: Partial<PageLog> = {}): PageLog {
  const freshness: Freshness = { day: newest, ageDays: 0, limitDays: 14, class: 'news', state: newest ? 'fresh' : 'unknown' }
  return {
    id: `${day} ${columnId}`, week: '2026-W46', url: '', address: '', host: '', site: '', siteName: '', kind: 'column', title: '', columnName: columnId, columnId, columnKeys: [],
    unitId: 'u1', unitName: '', day, readAt: `${day}T02:00:00.000Z`, freshness, blank: false, laterPage: false, letters: 0, waiting: [], guideMissing: 0, blocks: [], findings: [], ...change,
  }
}

async function sheet(columns: Column[], logs: PageLog[]): Promise<UnitSheet> {
  const ledger = testLedger()
  await ledger.db.units.add({ id: 'u1', name: '青禾县财政局', aliases: [] })
  await ledger.db.columns.bulkAdd(columns)
  await ledger.db.readings.bulkAdd(logs)
  for (const [n, deadline] of ['2026-11-20', null, '2026-11-17', '2026-11-17'].entries()) await recordIssue(ledger, newIssue({ id: `01ISSUE000000000000000000${n}`, deadline }), null)
  await setStatus(ledger, '01ISSUE0000000000000000003', 'fixed', '已改')
  await editIssue(ledger, '01ISSUE0000000000000000003', { reply: { state: 'fixed' } })
  return (await unitSheet(ledger.db, 'u1', '2026-11-18', '2026-11-16'))!
}

test('columns are as fresh as they are today, by their newest own first page; the urgent ones first', async () => {
  const { columns } = await sheet(
    [column('a'), column('b'), column('c', { deadlineDays: 3 }), column('d'), column('e', { exemption: '已报备' }), column('f')],
    [
      log('a', '2026-11-10', '2026-11-09'),
      log('b', '2026-11-03', '2026-11-02'), // fresh when it was read, sixteen days old by now
      log('c', '2026-11-16', '2026-11-14'), // the column's own deadline
      log('d', '2026-11-09', '2026-09-01'),
      log('d', '2026-11-16', '2026-11-15'),
      log('d', '2026-11-17', '2026-01-01', { laterPage: true }), // says nothing of the column
      log('e', '2026-11-16', '2020-01-01'),
    ],
  )
  expect(columns.map(({ column, freshness, readOn }) => [column.id, freshness?.state ?? null, freshness?.ageDays ?? null, readOn])).toEqual([
    ['b', 'overdue', 16, '2026-11-03'],
    ['c', 'overdue', 4, '2026-11-16'],
    ['f', null, null, null],
    ['a', 'fresh', 9, '2026-11-10'],
    ['d', 'fresh', 3, '2026-11-16'],
    ['e', 'exempt', 0, '2026-11-16'],
  ])
})

test('the most pressing issue first; answers by what they say', async () => {
  const { pressing, replies, line } = await sheet([], [])
  expect(pressing.map(({ deadline }) => deadline)).toEqual(['2026-11-17', '2026-11-20', null])
  expect(replies).toEqual({ fixed: 1, working: 0, cannot: 0, disputed: 0, without: 0, none: 3 })
  expect(line).toMatchObject({ open: 3, overdue: 1, fixed: 1, closed: 0 })
})
