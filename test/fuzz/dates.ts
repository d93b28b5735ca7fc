import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readDays } from '../../utils/ledger/holiday-text.ts'
import { dayOf, stateOf, textOf, type SheetValue } from '../../utils/lists/reply/reply-cells.ts'
import { findDates, hasImpossibleDate, isOnlyDate, plainWidth } from '../../utils/reading/date-words.ts'
import { resolveYears } from '../../utils/reading/years.ts'
import { daysOfWords } from '../../utils/roster/period.ts'
import type { Subject } from './subject.ts'

const ALL = { shortYear: true, monthDay: true, today: '2026-11-21' } as const
const near = fc.stringMatching(/^[0-9０-９年月日号时分〇○零一二三四五十廿卅至到～\-/. :：()（）—天前昨今上下午周期星,，。]{0,40}$/)
const value: fc.Arbitrary<SheetValue> = fc.oneof(fc.double(), fc.boolean(), fc.date(), fc.constantFrom(null, undefined, new Date(Number.NaN), 1e300, -1))
const mixed = fc.array(fc.oneof(near, fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('发布时间：', '2026-02-30', 'Oct 12, 2026', '放假', '上班', '\u200b', '\ud842', '12小时', '更新')), { maxLength: 6 }).map((parts) => parts.join(''))

function assertDay(day: string | null | undefined): void {
  if (day) assert.equal(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10), day)
}

export const DATES: Subject = {
  name: 'dates',
  few: 1_000,
  property: () => fc.property(mixed, value, (text, value) => {
    let last = 0
    for (const { day, start, end } of findDates(text, ALL)) {
      assert.ok(start >= last && end > start && end <= text.length, 'places in order')
      assertDay(day)
      last = end
    }
    assertDay(isOnlyDate(text, ALL)?.day)
    hasImpossibleDate(text)
    assert.equal(plainWidth(text).length, text.length)
    const { holidays, workdays } = readDays(text, 2026, 'holidays')
    for (const day of [...holidays, ...workdays]) assertDay(day)
    for (const cell of [text, value]) {
      assertDay(dayOf(cell))
      stateOf(textOf(cell))
    }
    const days = daysOfWords(text)
    assert.ok(days === null || days === 'unknown' || (Number.isFinite(days) && days > 0), `${days} days`)
    const rows = findDates(text, ALL).map(({ day, monthDay }) => ({ day, monthDay, addressDay: null }))
    for (const day of resolveYears(rows, '2026-11-21')) assertDay(day)
  }),
}
