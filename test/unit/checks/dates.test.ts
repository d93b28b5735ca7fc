import { describe, expect, test } from 'vitest'
import { columnOf, contextOf, dateOf, findings, footer, homeOf, idsOf, pageOf } from './readings.ts'

const withDates = (publication: ReturnType<typeof dateOf>, ...candidates: ReturnType<typeof dateOf>[]) => pageOf({ publication, dateCandidates: [publication, ...candidates], tags: {} })
const only = 'freshness/'

describe('dates in the future', () => {
  test.each([['2026-11-21', []], ['2026-11-22', ['freshness/future-date']]])('an article of %s', (day, wanted) => {
    expect(idsOf(withDates(dateOf(day)), contextOf(), only)).toEqual(wanted)
  })

  test('in a list are told once', () => {
    const [one] = findings(columnOf('工作动态', '2026-12-24', '2026-11-30', '2026-11-20'), contextOf(), only)
    expect(one).toMatchObject({ check: 'freshness/future-date', indicator: 'W-V1.5', says: { key: 'checks.future-date.in-list', params: { count: 2, day: '2026-12-24' } } })
  })
})

describe('dates that do not agree', () => {
  test.each([[7, []], [8, ['freshness/backdated']], [120, ['freshness/backdated']], [121, []], [-30, []]])('the address is %i days later', (days, wanted) => {
    const day = new Date(Date.parse('2026-06-01') - days * 86_400_000).toISOString().slice(0, 10)
    const page = withDates(dateOf(day), dateOf('2026-06-01', 'address', 'http://www.qinghe.gov.cn/t20260601_1.html'))
    expect(idsOf(page, contextOf(), only)).toEqual(wanted)
  })

  test('are a question, never an accusation', () => {
    const page = withDates(dateOf('2026-05-01'), dateOf('2026-06-01', 'address'))
    expect(findings(page, contextOf(), only)[0]).toMatchObject({ severity: 'doubtful', confidence: 0.4 })
  })

  test('a tag that nothing explains is told with both dates', () => {
    const shown = dateOf('2026-09-01')
    const page = pageOf({ publication: shown, dateConflict: [shown, dateOf('2026-09-21', 'meta', 'PubDate=2026-09-21 10:00')], tags: {} })
    expect(findings(page, contextOf(), only)[0]).toMatchObject({ check: 'freshness/date-conflict', severity: 'doubtful', says: { params: { shown: '2026-09-01', other: '2026-09-21', where: 'PubDate' } } })
  })
})

describe('the year of the copyright line', () => {
  test.each([
    [2026, '2026-11-21', []], [2025, '2026-11-21', ['freshness/copyright-year']], [2025, '2026-02-10', []], [2024, '2026-02-10', ['freshness/copyright-year']], [null, '2026-11-21', []],
  ])('%s on %s', (copyrightYear, today, wanted) => {
    expect(idsOf(homeOf({ footer: { ...footer, copyrightYear }, sections: [] }), contextOf(null, { today }), only)).toEqual(wanted)
  })

  test('is read on the home page alone', () => {
    expect(idsOf(pageOf({ footer: { ...footer, copyrightYear: 2009 } }))).toEqual([])
  })
})
