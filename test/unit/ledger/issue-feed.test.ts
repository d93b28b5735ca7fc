import { afterEach, expect, test } from 'vitest'
import { bulkOf } from './bulk-kit.ts'
import { deleteIssue, editIssue, restoreIssue } from '../../../utils/ledger/change.ts'
import { listed } from '../../../utils/ledger/columns.ts'
import { followIssues, type IssueFeed } from '../../../utils/ledger/issue-feed.ts'
import type { Ledger } from '../../../utils/ledger/ledger.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { readHead, writeSnapshot } from '../../../utils/ledger/snapshot.ts'
import { newIssue, testLedger } from './kit.ts'
import { soon } from '../../soon.ts'

const stops: (() => void)[] = []
afterEach(() => stops.splice(0).forEach((stop) => stop()))

/** Follows a ledger as a window does. */
function follow(ledger: Ledger) {
  const told: IssueFeed[] = []
  stops.push(followIssues(ledger.db, (feed) => void told.push(feed), (error) => { throw error }))
  return {
    told,
    rows: () => {
      const { columns } = told[told.length - 1]!
      return Array.from({ length: columns.size }, (_, row) => listed(columns, row)).map(({ number, description }) => `${number} ${description}`).sort()
    },
    complete: () => soon(() => expect(told[told.length - 1]?.complete).toBe(true)),
  }
}

const fill = async (ledger: Ledger, count: number) => {
  for (let n = 1; n <= count; n++) await recordIssue(ledger, newIssue({ id: `01I${String(n).padStart(5, '0')}`, description: `d${n}` }), null)
}

test('the first screen comes before all, newest first', async () => {
  const ledger = testLedger()
  await ledger.db.issues.bulkAdd(bulkOf(200))
  const window = follow(ledger)
  await window.complete()
  const first = window.told[0]!
  expect(first.complete).toBe(false)
  expect(first.columns.digests.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, n) => 200 - n))
  expect(window.rows()).toHaveLength(200)
})

test('a window follows what another does: recorded, edited, deleted, restored, removed', async () => {
  const ledger = testLedger()
  await fill(ledger, 2)
  const window = follow(ledger)
  await window.complete()
  const shows = (...rows: string[]) => soon(() => expect(window.rows()).toEqual(rows))
  await shows('1 d1', '2 d2')
  await recordIssue(ledger, newIssue({ id: '01I00003', description: 'd3' }), null)
  await shows('1 d1', '2 d2', '3 d3')
  await editIssue(ledger, '01I00002', { description: 'changed' })
  await shows('1 d1', '2 changed', '3 d3')
  await deleteIssue(ledger, '01I00001')
  await shows('2 changed', '3 d3')
  await restoreIssue(ledger, '01I00001')
  await shows('1 d1', '2 changed', '3 d3')
  await ledger.db.issues.delete('01I00003')
  await shows('1 d1', '2 changed')
  await ledger.db.issues.clear()
  await shows()
})

test('many changes at once reach the window as what changed, not as everything', async () => {
  const ledger = testLedger()
  await ledger.db.issues.bulkAdd(bulkOf(300))
  const window = follow(ledger)
  await window.complete()
  await soon(() => expect(window.rows()).toHaveLength(300))
  const { columns } = window.told[window.told.length - 1]!
  await ledger.db.issues.where('number').above(100).modify({ description: 'x' })
  await soon(() => expect(window.rows().filter((row) => row.endsWith(' x'))).toHaveLength(200))
  expect(window.told[window.told.length - 1]!.columns).toBe(columns)
})

test('a change that fails leaves no line in the log', async () => {
  const ledger = testLedger()
  await fill(ledger, 1)
  const lines = await ledger.db.changed.count()
  await expect(ledger.db.transaction('rw', ledger.db.issues, async () => {
    await ledger.db.issues.update('01I00001', { note: 'x' })
    throw new Error('no')
  })).rejects.toThrow('no')
  expect(await ledger.db.changed.count()).toBe(lines)
})

test('a long log becomes a snapshot, from which the next window begins', async () => {
  const ledger = testLedger()
  await ledger.db.issues.bulkAdd(bulkOf(700))
  const first = follow(ledger)
  await first.complete()
  await soon(async () => expect(await readHead(ledger.db)).toMatchObject({ chunks: 2, seq: 7 }))
  expect(await ledger.db.changed.count()).toBe(0)
  await ledger.db.issues.update('01BULK00007', { description: 'later' })
  const second = follow(ledger)
  await second.complete()
  expect(second.rows()).toEqual(first.rows())
  expect(second.rows()).toContain('7 later')
})

test('a ledger that was filled past its log is read anew, and so is one whose snapshot is old', async () => {
  const ledger = testLedger()
  await fill(ledger, 3)
  await ledger.db.changed.clear()
  await writeSnapshot(ledger.db, [], { seq: 3, gone: [] })
  const window = follow(ledger)
  await soon(() => expect(window.rows()).toEqual(['1 d1', '2 d2', '3 d3']))
})

test('a window that slept while another cut the log reads all again', async () => {
  const ledger = testLedger()
  await fill(ledger, 2)
  const window = follow(ledger)
  await window.complete()
  await ledger.db.transaction('rw', ledger.db.issues, ledger.db.changed, ledger.db.digests, async () => {
    await ledger.db.issues.update('01I00001', { description: 'unseen' })
    const seq = Number(await ledger.db.changed.orderBy(':id').lastKey())
    const rows = window.told[window.told.length - 1]!.columns.digests.map((digest) => ({ ...digest, ...(digest.id === '01I00001' ? { description: 'unseen' } : {}) }))
    await writeSnapshot(ledger.db, rows, { seq, gone: [] })
  })
  await soon(() => expect(window.rows()).toEqual(['1 unseen', '2 d2']))
})
