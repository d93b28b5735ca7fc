import { expect, test } from 'vitest'
import { editIssue, setStatus } from '../../../utils/ledger/change.ts'
import { DEFAULT_WORKING_DAYS } from '../../../utils/ledger/deadline.ts'
import { deadlineMoves, moveDeadlines, type DeadlineRules } from '../../../utils/ledger/deadline-change.ts'
import { historyOf } from '../../../utils/ledger/query.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { newIssue, testLedger } from './kit.ts'

const before: DeadlineRules = { workingDays: DEFAULT_WORKING_DAYS, ownDays: { holidays: [], workdays: [] } }
const id = (n: number) => `01ISSUE000000000000000000${n}`

/** 18 November 2026 is a Wednesday; 3 working days later is Monday the 23rd. */
async function ledgerWith() {
  const ledger = testLedger()
  for (const n of [1, 2, 3, 4]) await recordIssue(ledger, newIssue({ id: id(n), deadline: '2026-11-23', ...(n === 4 ? { severity: 'serious' as const, deadline: '2026-11-19' } : {}) }), null)
  await editIssue(ledger, id(2), { deadline: '2026-11-30' })
  await setStatus(ledger, id(3), 'fixed', '已改')
  return ledger
}

test('only open issues whose deadline the rules had set would move', async () => {
  const { db } = await ledgerWith()
  expect(await deadlineMoves(db, before, before)).toEqual({ moves: [], byHand: 1 })
  const after = { ...before, workingDays: { ...DEFAULT_WORKING_DAYS, general: 5 } }
  expect(await deadlineMoves(db, before, after)).toEqual({ moves: [{ id: id(1), from: '2026-11-23', to: '2026-11-25' }], byHand: 1 })
  const none = { ...before, workingDays: { ...DEFAULT_WORKING_DAYS, general: null } }
  expect((await deadlineMoves(db, before, none)).moves).toEqual([{ id: id(1), from: '2026-11-23', to: null }])
})

test('so with a new holiday', async () => {
  const { db } = await ledgerWith()
  const after = { ...before, ownDays: { holidays: ['2026-11-19'], workdays: [] } }
  expect((await deadlineMoves(db, before, after)).moves.map(({ to }) => to)).toEqual(['2026-11-24', '2026-11-20'])
})

test('moved deadlines stand in the history, go back by the same way, and spare what changed meanwhile', async () => {
  const ledger = await ledgerWith()
  const moves = [{ id: id(1), from: '2026-11-23', to: '2026-11-25' }, { id: id(2), from: '2026-11-23', to: '2026-11-25' }]
  expect(await moveDeadlines(ledger, moves)).toBe(1)
  expect((await historyOf(ledger.db, id(1))).map(({ changes }) => changes)).toEqual([{}, { deadline: ['2026-11-23', '2026-11-25'] }])
  expect(await moveDeadlines(ledger, moves.map((move) => ({ ...move, from: move.to, to: move.from })))).toBe(1)
  expect((await ledger.db.issues.bulkGet([id(1), id(2)])).map((issue) => issue!.deadline)).toEqual(['2026-11-23', '2026-11-30'])
})
