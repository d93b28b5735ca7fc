import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveYears } from '../../../utils/reading/years.ts'

const row = (text: string) => ({ day: text.length > 5 ? text : null, monthDay: text.length > 5 ? null : text, addressDay: null })

describe('years of a list that prints none', () => {
  test.each([
    ['none lies in the future', ['11-21', '11-20', '03-02'], '2026-11-21', ['2026-11-21', '2026-11-20', '2026-03-02']],
    ['tomorrow’s is last year’s', ['11-22'], '2026-11-21', ['2025-11-22']],
    ['the turn of the year', ['01-08', '12-29', '11-30'], '2027-01-10', ['2027-01-08', '2026-12-29', '2026-11-30']],
    ['a list that stopped in December', ['12-29', '12-25', '12-18', '12-03', '11-19', '11-17', '11-10'], '2026-11-21', ['2025-12-29', '2025-12-25', '2025-12-18', '2025-12-03', '2025-11-19', '2025-11-17', '2025-11-10']],
    ['a few pinned rows on top', ['06-24', '05-30', '05-22', '11-20', '11-18', '11-12', '11-02'], '2026-11-21', ['2026-06-24', '2026-05-30', '2026-05-22', '2026-11-20', '2026-11-18', '2026-11-12', '2026-11-02']],
    ['29 February belongs to a leap year', ['02-29'], '2026-11-21', ['2024-02-29']],
    ['full dates stay', ['2026-01-05', '01-04'], '2026-01-06', ['2026-01-05', '2026-01-04']],
  ])('%s', (_, rows, today, wanted) => {
    expect(resolveYears(rows.map(row), today)).toEqual(wanted)
  })

  test('the address knows better: the nearest such day', () => {
    const row = (monthDay: string, addressDay: string | null) => ({ day: null, monthDay, addressDay })
    expect(resolveYears([row('06-21', '2023-06-21'), row('06-20', '2023-06-19'), row('12-31', '2023-01-02'), row('11-25', '2026-11-20')], '2026-11-21')).toEqual([
      '2023-06-21', '2023-06-20', '2022-12-31', '2025-11-25',
    ])
  })

  test('rows without an address go with those that have one', () => {
    const row = (monthDay: string, addressDay: string | null) => ({ day: null, monthDay, addressDay })
    expect(resolveYears([row('12-30', '2020-12-30'), row('12-24', null), row('12-14', '2020-12-14'), row('11-02', null)], '2026-11-21')).toEqual([
      '2020-12-30', '2020-12-24', '2020-12-14', '2020-11-02',
    ])
  })

  test('no row is ever dated after today', () => {
    const monthDay = fc.date({ min: new Date('2024-01-01'), max: new Date('2024-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(5, 10))
    fc.assert(
      fc.property(fc.array(monthDay, { maxLength: 12 }), (list) => {
        for (const day of resolveYears(list.map(row), '2026-11-21')) expect(day === null || day <= '2026-11-21').toBe(true)
      }),
    )
  })
})
