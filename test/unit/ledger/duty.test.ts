import { describe, expect, test } from 'vitest'
import { dayKind, dutyCount, dutyDays, type DutyContext } from '../../../utils/ledger/duty.ts'
import type { Shift, Visit } from '../../../utils/types/visit.ts'

const visit = (day: string, shift: Shift, change: Partial<Visit & { issues: number }> = {}): Visit & { issues: number } => ({
  id: `${day} ${shift}`, day, shift, startedAt: `${day}T02:00:00.000Z`, endedAt: `${day}T02:10:00.000Z`, reader: '王小青', unitId: null, unitName: '', site: '', siteName: '',
  columnName: '', columnId: null, title: '', kind: 'column', url: 'http://www.qinghe.gov.cn/', address: 'www.qinghe.gov.cn', dwell: 60, parts: [], findings: 1, by: 'page', note: '', deletedAt: null, issues: 0, ...change,
})
const context = (change: Partial<DutyContext> = {}): DutyContext => ({ today: '2026-12-01', shift: 'afternoon', since: '2026-01-01', notes: new Map(), ...change })
const only = (day: string, visits: (Visit & { issues: number })[], change: Partial<DutyContext> = {}) => dutyDays(visits, day, day, context(change))[0]!

describe('kinds of days', () => {
  test.each([
    ['2026-11-18', 'work', ''],
    ['2026-11-21', 'rest', ''],
    // National Day and the days that are worked for it.
    ['2026-10-01', 'holiday', '国庆节'],
    ['2026-10-07', 'holiday', '国庆节'],
    ['2026-10-10', 'make-up', '国庆节'],
    ['2026-02-14', 'make-up', '春节'],
    ['2026-02-17', 'holiday', '春节'],
    // A year that is not announced yet: weekends, and holidays that stand by law.
    ['2035-01-01', 'holiday', ''],
    ['2035-01-02', 'work', ''],
    ['2035-01-06', 'rest', ''],
  ])('%s is %s %s', (day, kind, holiday) => expect(dayKind(day)).toEqual({ kind, holiday }))
})

describe('gaps', () => {
  test.each([
    ['a working day read twice', '2026-11-18', ['morning', 'afternoon'], [], 'done'],
    ['a working day read in the morning', '2026-11-18', ['morning'], ['afternoon'], 'gap'],
    ['a working day not read', '2026-11-18', [], ['morning', 'afternoon'], 'gap'],
    ['a make-up day counts as a working day', '2026-10-10', ['morning'], ['afternoon'], 'gap'],
    ['a holiday read once, in the afternoon', '2026-10-02', ['afternoon'], [], 'done'],
    ['a holiday not read', '2026-10-02', [], ['once'], 'gap'],
    ['a Sunday not read', '2026-11-22', [], ['once'], 'gap'],
  ] as const)('%s', (_, day, shifts, missing, state) => {
    expect(only(day, shifts.map((shift) => visit(day, shift)))).toMatchObject({ missing, state })
  })

  test.each([
    ['this morning, while it lasts', 'morning', [], [], 'open'],
    ['this morning, when it is over', 'afternoon', [], ['morning'], 'gap'],
    ['this afternoon is not over', 'afternoon', ['morning'], [], 'open'],
    ['today read twice', 'afternoon', ['morning', 'afternoon'], [], 'done'],
  ] as const)('%s', (_, now, shifts, missing, state) => {
    expect(only('2026-11-18', shifts.map((shift) => visit('2026-11-18', shift)), { today: '2026-11-18', shift: now })).toMatchObject({ missing, state })
  })

  test('a Sunday that is not over is no gap', () => expect(only('2026-11-22', [], { today: '2026-11-22' })).toMatchObject({ missing: [], state: 'open' }))
  test('what lies ahead, and what lies before the log began, is no gap', () => {
    expect(only('2026-11-19', [], { today: '2026-11-18' })).toMatchObject({ missing: [], state: 'ahead' })
    expect(only('2026-11-17', [], { since: '2026-11-18' })).toMatchObject({ missing: [], state: 'before' })
    expect(only('2026-11-17', [], { since: null })).toMatchObject({ missing: [], state: 'before' })
  })

  test('an office\'s own holiday asks for one reading', () => {
    expect(only('2026-11-18', [visit('2026-11-18', 'afternoon')], { isWorking: () => false })).toMatchObject({ kind: 'holiday', missing: [], state: 'done' })
  })

  test('what was said of a gap stands with it', () => expect(only('2026-11-18', [], { notes: new Map([['2026-11-18', '停电']]) })).toMatchObject({ note: '停电', state: 'gap' }))
})

test('a day sums up its lines, each page and reader once', () => {
  const day = '2026-11-18'
  const lines = [visit(day, 'morning', { issues: 2 }), visit(day, 'afternoon', { dwell: 30, findings: 4 }), visit(day, 'afternoon', { id: 'x', address: 'jyj.qinghe.gov.cn', reader: '' })]
  expect(only(day, lines)).toMatchObject({ morning: 1, afternoon: 2, pages: 2, dwell: 150, findings: 6, issues: 2, readers: ['王小青'] })
})

test('a month counts the shifts that were asked and read', () => {
  // 1 October to 10 October 2026: seven holidays, two working days, a make-up day.
  const days = dutyDays([visit('2026-10-01', 'morning'), visit('2026-10-08', 'morning'), visit('2026-10-08', 'afternoon'), visit('2026-10-10', 'afternoon')], '2026-10-01', '2026-10-10', context())
  expect(dutyCount(days)).toEqual({ asked: 7 + 4 + 2, done: 1 + 2 + 1 })
  expect(dutyCount(dutyDays([], '2026-10-01', '2026-10-31', context({ since: null })))).toEqual({ asked: 0, done: 0 })
})
