import { expect, test } from 'vitest'
import { acceptLedger, lookForLoss, replaceLedger, type LossDeps } from '../../../utils/app/ledger-loss.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import type { LedgerMemory } from '../../../utils/types/loss.ts'
import { newIssue, testLedger } from '../ledger/kit.ts'

function world(memory: LedgerMemory | null = null) {
  const ledger = testLedger()
  const kept = { memory }
  const deps: LossDeps = { ...ledger, read: async () => kept.memory, keep: async (to) => void (kept.memory = to) }
  let serial = 0
  const record = async () => (await recordIssue(ledger, newIssue({ id: `01ISSUE${String(++serial).padStart(19, '0')}` }), null)).number
  /** As the browser does with a damaged database. */
  const wipe = () => ledger.db.transaction('rw', ledger.db.tables, () => Promise.all(ledger.db.tables.map((table) => table.clear())))
  return { ledger, deps, kept, record, wipe }
}

test('what is recorded is remembered, and nothing is missing', async () => {
  const { deps, kept, record } = world()
  expect(await lookForLoss(deps)).toBe(null)
  await record()
  await record()
  expect(await lookForLoss(deps)).toBe(null)
  expect(kept.memory).toEqual({ last: 2, loss: null })
})

test('an emptied database is told until it was seen, and numbers go on', async () => {
  const { deps, kept, record, wipe } = world()
  for (const _ of [1, 2, 3]) await record()
  await lookForLoss(deps)
  await wipe()
  const loss = { from: 1, to: 3, left: 0, at: '2026-11-18T02:00:00.000Z' }
  expect(await lookForLoss(deps)).toEqual(loss)
  expect(await record()).toBe(4)
  expect(await lookForLoss(deps)).toEqual(loss)
  await acceptLedger(deps)
  expect(await lookForLoss(deps)).toBe(null)
  expect(kept.memory).toEqual({ last: 4, loss: null })
})

test('an older state names what is gone; a second loss adds to the first', async () => {
  const { ledger, deps, record, wipe } = world({ last: 5, loss: null })
  for (const _ of [1, 2]) await record()
  expect(await lookForLoss(deps)).toMatchObject({ from: 3, to: 5, left: 2 })
  expect(await record()).toBe(6)
  await lookForLoss(deps)
  await wipe()
  expect(await lookForLoss(deps)).toMatchObject({ from: 1, to: 6, left: 0 })
  expect(await ledger.db.counters.get('issue')).toMatchObject({ last: 6 })
})

test('deleting everything, or an older backup in its place, is no loss', async () => {
  const { deps, kept, record, wipe } = world()
  for (const _ of [1, 2, 3]) await record()
  await lookForLoss(deps)
  await replaceLedger(deps, async () => {
    await wipe()
    // The background looks in the middle of it.
    expect(await lookForLoss(deps)).toBe(null)
  })
  expect(kept.memory).toEqual({ last: 0, loss: null })
  expect(await lookForLoss(deps)).toBe(null)
})

test('a backup that is restored after a loss settles it, and gives no lost number again', async () => {
  const { deps, record, wipe } = world({ last: 7, loss: null })
  expect(await lookForLoss(deps)).not.toBe(null)
  await replaceLedger(deps, wipe)
  expect(await lookForLoss(deps)).toBe(null)
  expect(await record()).toBe(8)
})

test('where a restore fails, the loss is still told', async () => {
  const { deps } = world({ last: 7, loss: null })
  const loss = await lookForLoss(deps)
  await expect(replaceLedger(deps, () => Promise.reject(new Error('cancelled')))).rejects.toThrow('cancelled')
  expect(await lookForLoss(deps)).toEqual(loss)
})
