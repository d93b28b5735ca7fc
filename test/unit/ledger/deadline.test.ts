import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { deadlineOf, isYearKnown, nextWorkingDay, workdayTest } from '../../../utils/ledger/deadline.ts'

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

describe('days that the office enters', () => {
  const own = workdayTest({ holidays: ['2027-02-05', '2027-02-08'], workdays: ['2027-02-06', '2026-10-07'] })

  test.each([
    ['2027-02-04', 1, '2027-02-06', 'a holiday of a year not announced yet, and a make-up Saturday'],
    ['2027-02-04', 2, '2027-02-09', 'the next holiday'],
    ['2026-10-06', 1, '2026-10-07', 'goes before the State Council’s calendar'],
  ])('%s + %i → %s (%s)', (from, days, expected) => {
    expect(deadlineOf(from, days, own)).toBe(expected)
  })

  test('make a year known', () => {
    expect([isYearKnown('2026'), isYearKnown('2027'), isYearKnown('2027', { holidays: ['2027-01-01'], workdays: [] })]).toEqual([true, false, true])
  })

  test('a calendar without working days hangs nothing', () => {
    expect(nextWorkingDay('2026-11-18', () => false)).toBe('2026-11-19')
  })
})

test('next working day over a long holiday and a year’s end', () => {
  expect(['2026-09-30', '2026-12-31', '2026-11-21'].map((day) => nextWorkingDay(day))).toEqual(['2026-10-08', '2027-01-04', '2026-11-23'])
})

/** The PC's zone changes no deadline: the same sums in processes of their own, west and east of Shanghai, over summer time. */
test.each(['Pacific/Pago_Pago', 'America/New_York', 'Europe/Berlin', 'Asia/Shanghai', 'Pacific/Kiritimati'])('in a PC set to %s', (TZ) => {
  const script = `
    const { deadlineOf } = await import('./utils/ledger/deadline.ts')
    const { dayInShanghai } = await import('./utils/types/day.ts')
    console.log(JSON.stringify([
      deadlineOf('2026-10-30', 3), deadlineOf('2026-03-06', 2), deadlineOf('2026-12-31', 1), deadlineOf('2026-02-13', 1),
      dayInShanghai(new Date('2026-12-31T16:00:00Z')), dayInShanghai(new Date('2026-12-31T15:59:59Z')),
    ]))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ }, encoding: 'utf8' })
  expect(JSON.parse(stdout)).toEqual(['2026-11-04', '2026-03-10', '2027-01-04', '2026-02-14', '2027-01-01', '2026-12-31'])
})
