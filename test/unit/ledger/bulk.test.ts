import { expect, test } from 'vitest'
import { deleteMany, editMany, setStatusOfMany, undoMany } from '../../../utils/ledger/bulk.ts'
import { editIssue } from '../../../utils/ledger/change.ts'
import { mergeIssues } from '../../../utils/ledger/merge.ts'
import { historyOf } from '../../../utils/ledger/query.ts'
import { bulkOf, issueNumbered } from './bulk-kit.ts'
import { testLedger } from './kit.ts'

const id = (n: number) => issueNumbered(n).id
const WORDS = { from: (number: number, text: string) => `${number}: ${text}`, into: (number: number) => `into ${number}` }

async function ledgerOf(...change: Parameters<typeof bulkOf>) {
  const ledger = testLedger()
  await ledger.db.issues.bulkAdd(bulkOf(...change))
  ledger.clock.at = '2026-11-20T02:00:00.000Z'
  return { ...ledger, get: async (n: number) => (await ledger.db.issues.get(id(n)))! }
}

test('a status goes only to those that may take it; the others are named and stay', async () => {
  const ledger = await ledgerOf(4, (n) => ({ status: n === 3 ? 'closed' : 'open' }))
  const done = await setStatusOfMany(ledger, [1, 2, 3].map(id), 'fixed', '单位已回复')
  expect(done.steps.map((step) => step.id)).toEqual([id(1), id(2)])
  expect(done.refused).toEqual([{ id: id(3), number: 3, status: 'closed' }])
  expect([(await ledger.get(1)).status, (await ledger.get(3)).status, (await ledger.get(4)).status]).toEqual(['fixed', 'closed', 'open'])
  expect(await ledger.get(1)).toMatchObject({ fixedOn: '2026-11-20', updatedAt: '2026-11-20T02:00:00.000Z' })
  expect(await historyOf(ledger.db, id(1))).toMatchObject([{ kind: 'status', by: '王小青', reason: '单位已回复', changes: { status: ['open', 'fixed'], fixedOn: [null, '2026-11-20'] } }])
  expect(await historyOf(ledger.db, id(3))).toEqual([])
})

test('undo brings every field back, as a step of its own', async () => {
  const ledger = await ledgerOf(3)
  const before = await ledger.db.issues.toArray()
  const done = await editMany(ledger, [1, 2, 3].map(id), { severity: 'serious', unitId: 'u9', unitName: '青禾县民政局', deadline: null })
  expect(await ledger.get(2)).toMatchObject({ severity: 'serious', unitId: 'u9', unitName: '青禾县民政局', deadline: null })
  expect((await undoMany(ledger, done.steps)).steps).toHaveLength(3)
  expect((await ledger.db.issues.toArray()).map((one) => ({ ...one, updatedAt: '' }))).toEqual(before.map((one) => ({ ...one, updatedAt: '' })))
  expect((await historyOf(ledger.db, id(1))).map(({ kind }) => kind)).toEqual(['edited', 'undone'])
})

test('undo leaves alone what somebody changed since', async () => {
  const ledger = await ledgerOf(2)
  const done = await editMany(ledger, [1, 2].map(id), { severity: 'serious' })
  await editIssue(ledger, id(2), { severity: 'minor' })
  expect((await undoMany(ledger, done.steps)).refused.map(({ number }) => number)).toEqual([2])
  expect([(await ledger.get(1)).severity, (await ledger.get(2)).severity]).toEqual(['general', 'minor'])
})

test('deleted together, brought back together; a tombstone is not deleted twice', async () => {
  const ledger = await ledgerOf(3)
  const done = await deleteMany(ledger, [1, 2].map(id))
  expect((await deleteMany(ledger, [1, 3].map(id))).steps.map((step) => step.id)).toEqual([id(3)])
  await undoMany(ledger, done.steps)
  expect((await ledger.db.issues.toArray()).filter(({ deletedAt }) => deletedAt === null).map(({ number }) => number)).toEqual([1, 2])
})

test('what changes nothing writes nothing', async () => {
  const ledger = await ledgerOf(1, () => ({ severity: 'minor' }))
  expect(await editMany(ledger, [id(1), 'gone'], { severity: 'minor' })).toEqual({ steps: [], refused: [] })
  expect(await ledger.db.events.count()).toBe(0)
})

test('all or none', async () => {
  const ledger = await ledgerOf(60)
  ledger.db.events.hook('creating', (_key, event) => {
    if (event.issueId === id(60)) throw new Error('full')
  })
  await expect(deleteMany(ledger, bulkOf(60).map((one) => one.id))).rejects.toThrow()
  expect((await ledger.db.issues.toArray()).every(({ deletedAt }) => deletedAt === null)).toBe(true)
  expect(await ledger.db.events.count()).toBe(0)
})

const shot = (hash: string) => ({ hash, takenAt: '2026-11-18T02:00:00.000Z', outlines: [] })

test('merging keeps the first, which takes over screenshots, notes and reasons; the others become tombstones that name it', async () => {
  const ledger = await ledgerOf(4, (n) => ({
    fingerprint: 'same', duplicateOf: n === 1 ? null : n === 4 ? id(2) : id(1), note: n === 1 ? '一' : n === 3 ? '三' : '', shots: [shot(`${n}`), shot('both')],
  }))
  await setStatusOfMany(ledger, [id(2)], 'doubtful', '原文有争议')
  const done = await mergeIssues(ledger, [3, 1, 2].map(id), WORDS)
  expect(done.refused).toEqual([])
  const first = await ledger.get(1)
  expect(first).toMatchObject({ deletedAt: null, status: 'open', note: '一\n3: 三', duplicateOf: null })
  expect(first.shots.map(({ hash }) => hash)).toEqual(['1', 'both', '2', '3'])
  for (const n of [2, 3]) expect(await ledger.get(n)).toMatchObject({ deletedAt: '2026-11-20T02:00:00.000Z', duplicateOf: id(1) })
  // it named one of the merged as its first
  expect(await ledger.get(4)).toMatchObject({ deletedAt: null, duplicateOf: id(1) })
  expect((await historyOf(ledger.db, id(1))).map(({ kind, reason }) => [kind, reason])).toEqual([['merged', '2: 原文有争议']])
  expect((await historyOf(ledger.db, id(3))).map(({ kind, reason }) => [kind, reason])).toEqual([['merged', 'into 1']])

  await undoMany(ledger, done.steps)
  expect((await ledger.get(1)).shots.map(({ hash }) => hash)).toEqual(['1', 'both'])
  expect(await ledger.get(2)).toMatchObject({ deletedAt: null, duplicateOf: id(1), status: 'doubtful' })
  expect(await ledger.get(4)).toMatchObject({ duplicateOf: id(2) })
})

test('one issue alone is not merged', async () => {
  const ledger = await ledgerOf(2, (n) => ({ deletedAt: n === 2 ? '2026-11-19T00:00:00.000Z' : null }))
  expect(await mergeIssues(ledger, [1, 2].map(id), WORDS)).toEqual({ steps: [], refused: [] })
  expect((await ledger.get(1)).deletedAt).toBeNull()
})
