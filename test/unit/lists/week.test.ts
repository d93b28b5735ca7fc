import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clockInShanghai,
  dayInShanghai,
  isWithin,
  spanOfDays,
  spanOfWeek,
  weekName,
  weekNamed,
  weekOf,
  weekOfDay,
} from '../../../utils/lists/week.ts'

const WEEK_MS = 7 * 86_400_000
const instants = fc.date({ min: new Date('1992-01-01T00:00:00Z'), max: new Date('2099-12-20T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString())
// Days from 28 December to 4 January, when the week's year is not the day's.
const yearEnds = fc.tuple(fc.integer({ min: 1992, max: 2098 }), fc.integer({ min: -4, max: 7 }), fc.integer({ min: 0, max: 86_399 })).map(([year, days, seconds]) => new Date(Date.UTC(year, 0, 1 + days) + seconds * 1000).toISOString())

describe('the clock in Asia/Shanghai', () => {
  test.each([
    ['2026-11-17T15:59:59.999Z', '2026-11-17', '2026-11-17 23:59'],
    ['2026-11-17T16:00:00.000Z', '2026-11-18', '2026-11-18 00:00'],
    ['2026-12-31T16:00:00Z', '2027-01-01', '2027-01-01 00:00'],
    ['2028-02-28T16:00:00Z', '2028-02-29', '2028-02-29 00:00'],
    ['2026-11-18T00:30:00+08:00', '2026-11-18', '2026-11-18 00:30'],
  ])('%s is %s', (instant, day, clock) => {
    expect(dayInShanghai(instant)).toBe(day)
    expect(clockInShanghai(instant)).toBe(clock)
  })

  test('agrees with the time zone data', () => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
    fc.assert(fc.property(instants, (instant) => {
        expect(dayInShanghai(instant)).toBe(format.format(new Date(instant)))
      }))
  })

  test('does not depend on the zone of the PC', () => {
    const before = process.env['TZ']
    try {
      const zones: [string, number][] = [['America/New_York', 300], ['Pacific/Kiritimati', -840], ['Asia/Kolkata', -330]]
      for (const [zone, offset] of zones) {
        process.env['TZ'] = zone
        expect(new Date('2026-11-17T00:00:00Z').getTimezoneOffset()).toBe(offset)
        expect(weekName(weekOf('2027-01-03T15:59:59Z'))).toBe('2026-W53')
        expect(dayInShanghai('2026-11-17T16:00:00Z')).toBe('2026-11-18')
        expect(spanOfWeek({ year: 2026, week: 47 })).toEqual({ from: '2026-11-15T16:00:00.000Z', to: '2026-11-22T16:00:00.000Z' })
      }
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
  })

  test('what is no instant is refused', () => {
    expect(() => dayInShanghai('昨天')).toThrow(RangeError)
  })
})

describe('the ISO week', () => {
  // Known ends of years.
  test.each([
    ['2026-11-16', '2026-W47'],
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2026-01-01', '2026-W01'],
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-03', '2020-W53'],
    ['2023-01-01', '2022-W52'],
    ['2024-12-30', '2025-W01'],
    ['1999-01-03', '1998-W53'],
  ])('%s lies in %s', (day, week) => {
    expect(weekName(weekOfDay(day))).toBe(week)
  })

  test('an instant lies in the span of its own week, and in no other', () => {
    fc.assert(
      fc.property(fc.oneof(instants, yearEnds), (instant) => {
        const week = weekOf(instant)
        const span = spanOfWeek(week)
        expect(isWithin(instant, span)).toBe(true)
        expect(Date.parse(span.to) - Date.parse(span.from)).toBe(WEEK_MS)
        expect(new Date(Date.parse(span.from) + 8 * 3_600_000).getUTCDay()).toBe(1)
        const next = weekOf(span.to)
        expect(isWithin(instant, spanOfWeek(next))).toBe(false)
        expect(spanOfWeek(next).from).toBe(span.to)
        expect(next.week === week.week + 1 || (next.week === 1 && next.year === week.year + 1 && week.week >= 52)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test("the week's year is the year of its Thursday", () => {
    fc.assert(
      fc.property(yearEnds, (instant) => {
        const week = weekOf(instant)
        expect(new Date(Date.parse(spanOfWeek(week).from) + 3.5 * 86_400_000).getUTCFullYear()).toBe(week.year)
      }),
    )
  })

  test('names are read back; what is no week is not', () => {
    fc.assert(fc.property(fc.oneof(instants, yearEnds), (instant) => {
        expect(weekNamed(weekName(weekOf(instant)))).toEqual(weekOf(instant))
      }))
    for (const name of ['2026-W54', '2025-W53', '2026-W00', '2026-W7', '2026-47', '']) expect(weekNamed(name)).toBeNull()
    expect(weekNamed('2026-W53')).toEqual({ year: 2026, week: 53 })
  })
})

test('a span of days takes in the whole last day', () => {
  const span = spanOfDays('2026-10-01', '2026-12-31')
  expect(isWithin('2026-09-30T16:00:00Z', span)).toBe(true)
  expect(isWithin('2026-09-30T15:59:59Z', span)).toBe(false)
  expect(isWithin('2026-12-31T15:59:59.999Z', span)).toBe(true)
  expect(isWithin('2026-12-31T16:00:00Z', span)).toBe(false)
})
