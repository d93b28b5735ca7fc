import { describe, expect, test } from 'vitest'
import { deadlinesWith, roundFacts } from '../../../utils/app/round-facts.ts'
import { freshnessNow, routeOrder } from '../../../utils/app/route-order.ts'
import { withIssues } from '../../../utils/app/duty-log.ts'
import { weekRound } from '../../../utils/ledger/rounds.ts'
import type { Column, Freshness, Roster } from '../../../utils/types/roster.ts'
import type { Visit } from '../../../utils/types/visit.ts'
import { cpuTime } from '../lists/cpu-time.ts'

const column = (id: string, change: Partial<Column> = {}): Column => ({ id, name: id, prefix: `www.qinghe.gov.cn/${id}/`, unitId: 'u1', class: 'news', deadlineDays: null, exemption: null, ...change })
const ROSTER: Roster = {
  units: [{ id: 'u1', name: '青禾县教育和体育局', aliases: [] }, { id: 'u2', name: '青禾县卫生健康局', aliases: [] }],
  sites: [{ id: 's1', name: '青禾县人民政府', prefix: 'www.qinghe.gov.cn/', siteIdCode: null, unitId: null }],
  columns: [
    column('a'), column('b', { class: 'notice' }), column('c', { unitId: 'u2', deadlineDays: 7, class: 'news' }), column('d', { unitId: null, class: 'statutory' }),
    column('e', { exemption: '历史专题' }), column('f', { class: 'archive' }),
  ],
}
const visit = (id: string, change: Partial<Visit> = {}): Visit => ({
  id, day: '2026-11-18', shift: 'morning', startedAt: '2026-11-18T02:00:00.000Z', endedAt: '2026-11-18T02:10:00.000Z', reader: '王小青', unitId: null, unitName: '', site: '', siteName: '',
  columnName: '', columnId: id, title: '', kind: 'column', url: `http://www.qinghe.gov.cn/${id}/`, address: `www.qinghe.gov.cn/${id}`, dwell: 60, parts: [], findings: 1, by: 'page', note: '', deletedAt: null, ...change,
})
const facts = (visits: Visit[], roster = ROSTER) => roundFacts(weekRound('2026-11-18'), true, { visits, roster, deadlines: deadlinesWith({ news: 10 }), found: 3, closed: 2 })

describe('coverage of a round', () => {
  test('counts columns that are to be kept up, and lists by unit those that were not read, with class and deadline', () => {
    expect(facts([visit('a')]).coverage).toEqual({
      known: 4, read: 1,
      unread: [
        { unitId: 'u2', unit: '青禾县卫生健康局', columns: [{ id: 'c', name: 'c', class: 'news', limitDays: 7, url: 'http://www.qinghe.gov.cn/c/' }] },
        { unitId: 'u1', unit: '青禾县教育和体育局', columns: [{ id: 'b', name: 'b', class: 'notice', limitDays: 183, url: 'http://www.qinghe.gov.cn/b/' }] },
        { unitId: null, unit: '', columns: [{ id: 'd', name: 'd', class: 'statutory', limitDays: null, url: 'http://www.qinghe.gov.cn/d/' }] },
      ],
    })
  })

  test('knows a column by its address where it was read before the roster was there; an article of it does not show it', () => {
    expect(facts([visit('a', { columnId: null }), visit('x', { columnId: null, address: 'www.qinghe.gov.cn/b/t1.html' })]).coverage).toMatchObject({ known: 4, read: 1 })
  })

  test('all read, nothing read, no roster', () => {
    expect(facts(['a', 'b', 'c', 'd'].map((id) => visit(id))).coverage).toEqual({ known: 4, read: 4, unread: [] })
    expect(facts([]).coverage).toMatchObject({ known: 4, read: 0 })
    expect(facts([visit('a')], { units: [], sites: [], columns: [] }).coverage).toBeNull()
  })
})

test('who read, and how much: a page read twice is one page and two visits', () => {
  const { pages, visits, dwell, days, readers } = facts([visit('a'), visit('a', { day: '2026-11-19' }), visit('b', { reader: '' }), visit('a', { reader: '' })])
  expect({ pages, visits, dwell, days }).toEqual({ pages: 2, visits: 4, dwell: 240, days: 2 })
  expect(readers).toEqual([{ name: '', pages: 2, visits: 2, dwell: 120, findings: 2 }, { name: '王小青', pages: 1, visits: 2, dwell: 120, findings: 2 }])
})

describe('the order of a route', () => {
  const fresh = (state: Freshness['state'], ageDays: number | null, limitDays: number | null = 14): Freshness => ({ state, ageDays, limitDays, day: null, class: 'news' })
  const known = new Map([['a', fresh('fresh', 1)], ['b', fresh('overdue', 20)], ['c', fresh('overdue', 40)], ['e', fresh('due-soon', 13)]])
  test('what is most over its deadline first, then what is near it, what no one knows, what is fresh', () => {
    expect(routeOrder(ROSTER.columns, 'overdue', ROSTER, known)).toEqual(['c', 'b', 'e', 'd', 'f', 'a'])
  })
  test('by unit, what belongs to no one last; by site in the order of addresses', () => {
    expect(routeOrder(ROSTER.columns, 'unit', ROSTER, known)).toEqual(['a', 'b', 'e', 'f', 'c', 'd'])
    expect(routeOrder([...ROSTER.columns].reverse(), 'site', ROSTER, known)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })
  test('20,000 columns are put in order within two seconds', () => {
    const columns = Array.from({ length: 20_000 }, (_, n) => column(`c${(n * 7919) % 20_000}`, { unitId: n % 2 ? 'u1' : 'u2' }))
    expect(cpuTime(() => routeOrder(columns, 'unit', { ...ROSTER, columns }, new Map()))).toBeLessThan(2000)
  })
})

test.each([
  ['fresh then, overdue now', '2026-11-01', 14, 'fresh', '2026-11-18', 'overdue'],
  ['fresh then, near its deadline now', '2026-11-05', 14, 'fresh', '2026-11-17', 'due-soon'],
  ['still fresh', '2026-11-17', 14, 'fresh', '2026-11-18', 'fresh'],
  ['no deadline', '2026-01-01', null, 'unknown', '2026-11-18', 'unknown'],
  ['no date', null, 14, 'unknown', '2026-11-18', 'unknown'],
  ['exempt', '2020-01-01', null, 'exempt', '2026-11-18', 'exempt'],
] as const)('freshness seen from today: %s', (_, day, limitDays, state, today, now) => {
  expect(freshnessNow({ day, limitDays, state, ageDays: 0, class: 'news' }, today).state).toBe(now)
})

test('an issue belongs to the last visit of its page that began before it', () => {
  const visits = [visit('a', { id: '1' }), visit('a', { id: '2', startedAt: '2026-11-18T05:00:00.000Z' }), visit('b', { id: '3' })]
  const at = (url: string, foundAt: string, status: 'open' | 'closed' = 'open') => ({ url, foundAt, status })
  const logged = withIssues(visits, [
    at('https://www.qinghe.gov.cn/a/index.html', '2026-11-18T02:05:00.000Z', 'closed'), at('http://www.qinghe.gov.cn/a/', '2026-11-18T05:05:00.000Z'),
    at('http://www.qinghe.gov.cn/a/', '2026-11-18T01:59:59.000Z'), at('http://www.qinghe.gov.cn/a/', '2026-11-19T05:05:00.000Z'),
  ])
  expect(logged.map(({ id, issues, handled }) => [id, issues, handled])).toEqual([['1', 2, 1], ['3', 0, 0], ['2', 1, 0]])
})
