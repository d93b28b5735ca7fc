import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, dayInShanghai, dayOf, daysBetween, daysInMonth, partsOf } from '../../../utils/types/day.ts'

const days = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1950-01-01', n))

describe('days', () => {
  test.each([
    [2026, 2, 28, '2026-02-28'],
    [2026, 2, 30, null],
    [2024, 2, 29, '2024-02-29'],
    [2025, 2, 29, null],
    [2026, 13, 1, null],
    [2026, 0, 1, null],
    [2026, 4, 31, null],
    [1899, 1, 1, null],
    [2200, 1, 1, null],
  ])('%i-%i-%i is %s', (y, m, d, wanted) => {
    expect(dayOf(y, m, d)).toBe(wanted)
  })

  test('every day of the calendar survives parts and back', () => {
    fc.assert(fc.property(days, (day) => dayOf(...partsOf(day)) === day))
  })

  test('days between and adding days undo each other', () => {
    fc.assert(fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => daysBetween(day, addDays(day, n)) === n))
  })

  test.each([
    ['2026-05-22', 6, '2026-11-22'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-15', -3, '2025-12-15'],
    ['2026-11-21', 12, '2027-11-21'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s plus %i months is %s', (day, months, wanted) => {
    expect(addMonths(day, months)).toBe(wanted)
  })

  test('February of a leap year has 29 days', () => {
    expect([daysInMonth(2024, 2), daysInMonth(2026, 2), daysInMonth(2000, 2), daysInMonth(2100, 2)]).toEqual([29, 28, 29, 28])
  })

  test('the day changes at midnight in Shanghai', () => {
    expect(dayInShanghai(new Date('2026-11-20T15:59:59Z'))).toBe('2026-11-20')
    expect(dayInShanghai(new Date('2026-11-20T16:00:00Z'))).toBe('2026-11-21')
  })
})
