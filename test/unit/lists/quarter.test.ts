import { expect, test } from 'vitest'
import { quarterOf } from '../../../utils/lists/quarter.ts'

test.each([
  ['2026-11-21', 2026, 4, '2026-W40', '2026-W53'],
  // A Friday whose week has its Thursday in the old year.
  ['2027-01-01', 2026, 4, '2026-W40', '2026-W53'],
  ['2027-01-03', 2026, 4, '2026-W40', '2026-W53'],
  // 1 April 2027 is a Thursday: its week is the second quarter's.
  ['2027-01-04', 2027, 1, '2027-W01', '2027-W12'],
  ['2027-03-29', 2027, 2, '2027-W13', '2027-W25'],
  ['2026-03-31', 2026, 2, '2026-W14', '2026-W26'],
  ['2026-03-29', 2026, 1, '2026-W01', '2026-W13'],
  ['2025-12-29', 2026, 1, '2026-W01', '2026-W13'],
  ['2024-06-30', 2024, 2, '2024-W14', '2024-W26'],
])('%s lies in quarter %i/%i, %s to %s', (day, year, quarter, from, to) => {
  expect(quarterOf(day)).toEqual({ year, quarter, from, to })
})

test('each week of twenty years is in exactly one quarter', () => {
  let before = quarterOf('2015-01-05')
  for (let at = Date.parse('2015-01-05'); at < Date.parse('2035-01-01'); at += 86_400_000) {
    const now = quarterOf(new Date(at).toISOString().slice(0, 10))
    if (now.from !== before.from) expect(before.to < now.from).toBe(true)
    before = now
  }
})
