import { expect, test } from 'vitest'
import { keepReading, readingsBetween, weeksRead } from '../../../utils/ledger/readings.ts'
import { tick, ticksOf } from '../../../utils/ledger/self-checks.ts'
import type { PageLog } from '../../../utils/types/round.ts'
import { column, logged } from '../checks/logs.ts'
import { testLedger } from './kit.ts'

const log = (name: string, week: string, readAt: string): PageLog => {
  const one = logged(column(name, '2026-11-20'))
  return { ...one, id: `${week} ${one.address}`, week, readAt }
}

test('one row a page and week; the newest reading stands, whichever comes last', async () => {
  const { db } = testLedger()
  await keepReading(db, log('甲', '2026-W47', '2026-11-18T02:00:00.000Z'))
  await keepReading(db, log('甲', '2026-W47', '2026-11-20T02:00:00.000Z'))
  await keepReading(db, log('甲', '2026-W47', '2026-11-19T02:00:00.000Z'))
  await keepReading(db, log('甲', '2026-W48', '2026-11-24T02:00:00.000Z'))
  await keepReading(db, log('乙', '2026-W47', '2026-11-18T02:00:00.000Z'))
  expect((await db.readings.toArray()).map(({ week, readAt }) => [week, readAt.slice(0, 10)]).sort()).toEqual([
    ['2026-W47', '2026-11-18'], ['2026-W47', '2026-11-20'], ['2026-W48', '2026-11-24'],
  ])
  expect(await weeksRead(db)).toEqual([{ week: '2026-W48', pages: 1 }, { week: '2026-W47', pages: 2 }])
})

test('weeks are taken over the turn of a year, both ends included', async () => {
  const { db } = testLedger()
  for (const week of ['2026-W51', '2026-W52', '2026-W53', '2027-W01', '2027-W02']) await keepReading(db, log('甲', week, '2027-01-01T00:00:00.000Z'))
  expect((await readingsBetween(db, '2026-W52', '2027-W01')).map(({ week }) => week)).toEqual(['2026-W52', '2026-W53', '2027-W01'])
})

test('ticks are kept by site and round, each on what stands', async () => {
  const ledger = testLedger()
  const week = { site: 's', from: '2026-W47', to: '2026-W47' }
  const quarter = { site: 's', from: '2026-W40', to: '2026-W53' }
  await Promise.all([tick(ledger, week, 'W-H1', { state: 'pass', note: '' }), tick(ledger, week, 'W-H2', { state: null, note: '待查' }), tick(ledger, quarter, 'W-H1', { state: 'fail', note: '' })])
  expect(await ticksOf(ledger, week)).toEqual({ 'W-H1': { state: 'pass', note: '' }, 'W-H2': { state: null, note: '待查' } })
  // Ticked and noted in one breath, before either was seen to be kept.
  await Promise.all([tick(ledger, week, 'W-H3', { state: 'fail' }), tick(ledger, week, 'W-H3', { note: '两处不符' })])
  expect((await ticksOf(ledger, week))['W-H3']).toEqual({ state: 'fail', note: '两处不符' })
  await tick(ledger, week, 'W-H3', { state: null, note: '' })
  await tick(ledger, week, 'W-H1', { state: null, note: '' })
  expect(await ticksOf(ledger, week)).toEqual({ 'W-H2': { state: null, note: '待查' } })
  expect(await ticksOf(ledger, quarter)).toEqual({ 'W-H1': { state: 'fail', note: '' } })
})
