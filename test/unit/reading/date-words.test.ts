import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDates, isOnlyDate, plainWidth } from '../../../utils/reading/date-words.ts'
import { addDays, partsOf } from '../../../utils/types/day.ts'

const all = { shortYear: true, monthDay: true, today: '2026-11-21' } as const

describe('dates in a text', () => {
  test.each([
    ['2026-10-12', '2026-10-12', null],
    ['2026-1-2', '2026-01-02', null],
    ['2026/10/12 08:05', '2026-10-12', '08:05'],
    ['2026.10.12', '2026-10-12', null],
    ['2026 - 10 - 12', '2026-10-12', null],
    ['2026—10—12', '2026-10-12', null],
    ['2026年10月12日', '2026-10-12', null],
    ['2026年 10 月 12 日 09时26分', '2026-10-12', '09:26'],
    ['2026年10月12日9:26', '2026-10-12', '09:26'],
    ['２０２６－１０－１２　０９：２６', '2026-10-12', '09:26'],
    ['2026-10-12T09:26:00+08:00', '2026-10-12', '09:26'],
    ['2026-10-12 09:26:11.0', '2026-10-12', '09:26'],
    ['2026-10-12 星期一 09:26', '2026-10-12', '09:26'],
    ['2026-10-12 下午3:20', '2026-10-12', '15:20'],
    ['2026-10-12 3:20 PM', '2026-10-12', '15:20'],
    ['2026-10-12 12:20 AM', '2026-10-12', '00:20'],
    ['2026-10-12 25:61', '2026-10-12', null],
    ['二〇二六年十月十二日', '2026-10-12', null],
    ['二○二六年一月二十一日', '2026-01-21', null],
    ['二零二六年十二月三十日', '2026-12-30', null],
    ['二〇二六年三月廿五日', '2026-03-25', null],
    ['一九四九年十月一日', '1949-10-01', null],
    ['15-08-11', '2015-08-11', null],
    ['15/8/11', '2015-08-11', null],
    ['15年8月11日', '2015-08-11', null],
    ['Oct 12, 2026', '2026-10-12', null],
    ['12 October 2026', '2026-10-12', null],
    ['Oct 12 16:20:01 CST 2026', '2026-10-12', null],
    ['今天', '2026-11-21', null],
    ['昨天 15:30', '2026-11-20', '15:30'],
    ['前天', '2026-11-19', null],
    ['3天前', '2026-11-18', null],
    ['2小时前', '2026-11-21', null],
    ['刚刚', '2026-11-21', null],
  ])('%s', (text, day, time) => {
    expect(findDates(text, all)).toMatchObject([{ day, time, start: 0 }])
  })

  test.each([['10-12', '10-12'], ['(10-12)', '10-12'], ['10/12', '10-12'], ['10月12日', '10-12'], ['2-29', '02-29']])('%s has no year', (text, monthDay) => {
    expect(findDates(text, all)).toMatchObject([{ day: null, monthDay }])
  })

  test.each([
    '2026年2月30日', '2026-02-30', '2026-13-01', '2025-02-29', '0500-7120001', '192.168.10.12', '1.2026.10.12', '12026-10-12', '2026-10', '2026年10月',
    '13-45', '第2026号', '3701990001', '3.8个工作日', '8:30', '二〇二六年十三月一日',
  ])('%s is none', (text) => {
    expect(findDates(text, { today: '2026-11-21' })).toEqual([])
  })

  test('several dates come in order, with what stands between them', () => {
    const text = '公示期自2026年10月12日至2026年10月18日，共5个工作日'
    const found = findDates(text)
    expect(found.map((f) => f.day)).toEqual(['2026-10-12', '2026-10-18'])
    expect(found.map((f) => text.slice(f.start, f.end))).toEqual(['2026年10月12日', '2026年10月18日'])
  })

  test('a year of two digits and a month and day are only looked for where they are expected', () => {
    expect(findDates('15-08-11 和 08-11')).toEqual([])
  })

  test('no text makes it fail, offsets are in order and inside, days exist', () => {
    const near = fc.stringMatching(/^[0-9年月日〇二六一十/. :：-]{0,30}$/)
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (text) => {
        let last = 0
        for (const { day, start, end } of findDates(text, all)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          if (day) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
          last = end
        }
      }),
      { numRuns: 500 },
    )
  })

  test('every day is found however it is written, in any company', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n))
    const forms: ((y: number, m: number, d: number) => string)[] = [
      (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
      (y, m, d) => `${y}/${m}/${d}`,
      (y, m, d) => `${y}.${m}.${d}`,
      (y, m, d) => `${y}年${m}月${d}日`,
      (y, m, d) => `[${y}-${m}-${d}]`,
    ]
    const company = fc.constantFrom('', '发布时间：', '来源 ', '（', '】', '：')
    fc.assert(
      fc.property(day, fc.constantFrom(...forms), company, company, (wanted, form, before, after) => {
        expect(findDates(before + form(...partsOf(wanted)) + after).map((f) => f.day)).toEqual([wanted])
      }),
    )
  })
})

describe('texts that are nothing but a date', () => {
  test.each(['2026-10-12', '[2026-10-12]', '（2026-10-12 09:26）', '发布时间：2026-10-12', '日期： 2026年10月12日 ', '· 2026-10-12'])('%s', (text) => {
    expect(isOnlyDate(text)?.day).toBe('2026-10-12')
  })

  test.each(['2026-10-12 来源：青禾日报', '2026-10-12至2026-10-18', '截至2026-10-12', '', '青禾'])('%s is more or less', (text) => {
    expect(isOnlyDate(text)).toBeNull()
  })
})

test('full-width characters are made plain one for one', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => plainWidth(text).length === text.length))
  expect(plainWidth('ＩＣＰ备０１（Ａ）　：')).toBe('ICP备01(A) :')
})
