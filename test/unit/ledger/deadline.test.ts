import { describe, expect, test } from 'vitest'
import { deadlineOf } from '../../../utils/ledger/deadline.ts'

describe('整改时限 in working days of the State Council calendar', () => {
  test.each([
    ['2026-11-18', 0, '2026-11-18', 'none: the same day'],
    ['2026-11-18', 1, '2026-11-19', 'a Wednesday'],
    ['2026-11-20', 1, '2026-11-23', 'over a weekend'],
    ['2026-09-30', 1, '2026-10-08', 'over National Day'],
    ['2026-02-14', 1, '2026-02-24', 'Saturday 14 February is a make-up working day, then Spring Festival until the 23rd'],
    ['2026-02-13', 1, '2026-02-14', 'a make-up Saturday counts'],
    ['2026-12-31', 3, '2027-01-06', 'over the year’s end'],
  ])('%s + %i → %s (%s)', (from, days, expected) => {
    expect(deadlineOf(from, days)).toBe(expected)
  })

  test('a calendar of the office’s own', () => {
    expect(deadlineOf('2026-11-18', 2, (day) => day !== '2026-11-19')).toBe('2026-11-21')
  })
})
