import { expect, test } from 'vitest'
import { selfCheckOf, sitesOf, type RoundData } from '../../../utils/app/self-check.ts'
import { periodOf } from '../../../utils/app/desk/self-check.ts'
import { quarterOf } from '../../../utils/lists/quarter.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import type { Roster } from '../../../utils/types/roster.ts'
import { ago, blank, column, logged } from '../checks/logs.ts'
import { issue } from '../lists/make-issue.ts'

const NONE: Roster = { units: [], sites: [], columns: [] }
const of = (id: string, name: string, path: string) => ({ id, name, prefix: `www.qinghe.gov.cn/${path}`, unitId: 'u1', class: 'news' as const, deadlineDays: null, exemption: null })
const ROSTER: Roster = {
  units: [{ id: 'u1', name: '青禾县教育和体育局', aliases: [] }],
  sites: [
    { id: 's1', name: '青禾县人民政府', prefix: 'www.qinghe.gov.cn/', siteIdCode: null, unitId: null },
    { id: 's2', name: '青禾县农业农村局', prefix: 'www.qinghe.gov.cn/nyj/', siteIdCode: null, unitId: null },
  ],
  columns: [of('c1', '工作动态', 'gzdt/'), of('c2', '部门动态', 'bmdt/'), of('c3', '农业动态', 'nyj/dt/')],
}
const at = (path: string, name: string) => logged(column(name, ago(40), { url: `http://www.qinghe.gov.cn/${path}` }))
const DATA: RoundData = { logs: [at('gzdt/', '工作动态'), at('nyj/dt/', '农业动态'), at('nyj/tz/', '通知动态')], roster: ROSTER, issues: [] }

function stateOf(key: string, change: Partial<RoundData> = {}) {
  const data = { ...DATA, ...change }
  const sites = sitesOf(data)
  const site = sites.find((one) => one.key === key)
  if (!site) throw new Error(`no such site: ${key}`)
  return selfCheckOf(site, sites, data, {})
}

test('sites are those of the roster and those that were read, the most read first', () => {
  expect(sitesOf({ ...DATA, roster: NONE })).toEqual([{ key: 'www.qinghe.gov.cn', name: '青禾县人民政府', pages: 3 }])
  expect(sitesOf(DATA)).toEqual([
    { key: 'www.qinghe.gov.cn/nyj', name: '青禾县农业农村局', pages: 2 },
    { key: 'www.qinghe.gov.cn', name: '青禾县人民政府', pages: 1 },
  ])
  expect(sitesOf({ logs: [], roster: ROSTER }).map(({ pages }) => pages)).toEqual([0, 0])
})

test('pages read before the roster was imported are counted by the roster of today', () => {
  const { summary, coverage, site } = stateOf('www.qinghe.gov.cn')
  expect([site.name, summary.pages, summary.counters.find((c) => c.indicator === 'W-V4.1')?.count]).toEqual(['青禾县人民政府', 1, 1])
  expect(coverage).toEqual({ known: 2, unread: [{ id: 'c2', name: '部门动态', unit: '青禾县教育和体育局', class: 'news', url: 'http://www.qinghe.gov.cn/bmdt/' }] })
  expect(stateOf('www.qinghe.gov.cn/nyj').coverage).toEqual({ known: 1, unread: [] })
})

test('a site that nobody read is nowhere good', () => {
  const { rows, summary } = stateOf('www.qinghe.gov.cn', { logs: [] })
  expect(summary).toMatchObject({ pages: 0, columns: 0 })
  expect(summary.counters.every(({ unread, count }) => unread && count === 0)).toBe(true)
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['unchecked', 'person']))
})

test('recorded problems of this site count while they stand', () => {
  const one = (number: number, change: Partial<Issue>) => issue(number, { url: 'http://www.qinghe.gov.cn/gzdt/1.html', indicator: 'W-D09', pageTitle: '一页', ...change })
  const issues = [one(1, {}), one(2, { status: 'false-alarm' }), one(3, { status: 'closed' }), one(4, { url: 'http://www.qinghe.gov.cn/nyj/1.html' })]
  expect(stateOf('www.qinghe.gov.cn', { issues }).rows.find((row) => row.indicator === 'W-D09')).toMatchObject({ state: 'person', places: [{ name: '#1 一页' }] })
})

test('the same column before and after the roster knew it is one', () => {
  const later = { ...at('gzdt/index.html', '工作动态'), week: '2026-W48', columnKeys: ['at elsewhere'], readAt: '2026-11-25T01:00:00.000Z' }
  expect(stateOf('www.qinghe.gov.cn', { logs: [...DATA.logs, later, logged(blank('民生实事'))] }).summary.counters.find((c) => c.indicator === 'W-V4.1')?.count).toBe(1)
})

test.each([
  [{ from: '2026-W47', to: '2026-W47' }, 'week', { year: 2026, week: 47 }],
  [{ from: '2026-W40', to: '2026-W53' }, 'quarter', { year: 2026, quarter: 4 }],
  [{ from: '2026-W52', to: '2027-W01' }, 'weeks', { year: 2026, week: 52, lastYear: 2027, lastWeek: 1 }],
])('%j is called by %s', (weeks, name, params) => {
  expect(periodOf(weeks, quarterOf('2026-11-21'))).toEqual({ key: `selfcheck.period.${name}`, params })
})
