import { expect, test } from 'vitest'
import { addRound, changeRound, naturalRound, quarterRound, roundOf, roundsUntil, weekRound } from '../../../utils/ledger/rounds.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { newIssue, testLedger } from './kit.ts'

test.each([
  // The days around the new year belong to the week of their Thursday.
  ['2026-12-28', '2026-W53', '2026-12-28', '2027-01-03'],
  ['2027-01-03', '2026-W53', '2026-12-28', '2027-01-03'],
  ['2027-01-04', '2027-W01', '2027-01-04', '2027-01-10'],
  ['2024-12-30', '2025-W01', '2024-12-30', '2025-01-05'],
  ['2026-11-18', '2026-W47', '2026-11-16', '2026-11-22'],
])('the week of %s is %s', (day, id, from, to) => {
  expect(weekRound(day)).toEqual({ id, kind: 'week', name: '', from, to, closedAt: null })
  expect(naturalRound(id)).toEqual(weekRound(day))
})

test.each([
  ['2026-01-01', '2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-06-30', '2026-Q2', '2026-04-01', '2026-06-30'],
  ['2026-07-01', '2026-Q3', '2026-07-01', '2026-09-30'],
  ['2026-12-31', '2026-Q4', '2026-10-01', '2026-12-31'],
  ['2027-01-01', '2027-Q1', '2027-01-01', '2027-03-31'],
])('the quarter of %s is %s', (day, id, from, to) => {
  expect(quarterRound(day)).toEqual({ id, kind: 'quarter', name: '', from, to, closedAt: null })
  expect(naturalRound(id)).toEqual(quarterRound(day))
})

test.each(['2026-W54', '2025-W53', '2026-W00', '2026-Q5', '2026-Q0', '第一轮', ''])('%s names no round', (id) => expect(naturalRound(id)).toBeNull())

test('a ledger in which nothing happened has this week and this quarter', async () => {
  const { db } = testLedger()
  expect((await roundsUntil(db, '2026-11-18')).map(({ id }) => id)).toEqual(['2026-Q4', '2026-W47'])
})

test('from the first day of work on every week and quarter is there, the latest first, over the year end too', async () => {
  const ledger = testLedger()
  // 31 December 18:00 UTC is the new year in Shanghai; two hours earlier it is not.
  ledger.clock.at = '2026-12-31T15:00:00.000Z'
  await recordIssue(ledger, newIssue(), null)
  expect((await roundsUntil(ledger.db, '2027-01-12')).map(({ id }) => id)).toEqual(['2027-Q1', '2027-W02', '2027-W01', '2026-W53', '2026-Q4'])
  const later = testLedger()
  later.clock.at = '2026-12-31T18:00:00.000Z'
  await recordIssue(later, newIssue(), null)
  expect((await roundsUntil(later.db, '2027-01-12')).map(({ id }) => id)).toEqual(['2027-Q1', '2027-W02', '2027-W01', '2026-W53'])
})

test('a round is named, given other days, closed and opened again; what is as it was is not kept', async () => {
  const { db } = testLedger()
  await changeRound({ db }, '2026-W47', { name: '第一轮', to: '2026-11-25' })
  expect(await roundOf(db, '2026-W47')).toMatchObject({ name: '第一轮', from: '2026-11-16', to: '2026-11-25' })
  await changeRound({ db }, '2026-W47', { closedAt: '2026-11-25T10:00:00.000Z' })
  expect((await roundsUntil(db, '2026-11-18')).find(({ id }) => id === '2026-W47')).toMatchObject({ name: '第一轮', closedAt: '2026-11-25T10:00:00.000Z' })
  await changeRound({ db }, '2026-W47', { name: '', to: '2026-11-22', closedAt: null })
  expect(await db.rounds.count()).toBe(0)
  await expect(changeRound({ db }, 'none', { name: 'x' })).rejects.toThrow(RangeError)
})

test('a span of one\'s own stands among the others by its last day', async () => {
  const ledger = testLedger()
  const round = await addRound(ledger, { name: '国庆专项', from: '2026-09-25', to: '2026-11-20' })
  expect((await roundsUntil(ledger.db, '2026-11-18')).map(({ id }) => id)).toEqual(['2026-Q4', '2026-W47', round.id])
})
