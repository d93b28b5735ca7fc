import { describe, expect, test } from 'vitest'
import { coverageOf } from '../../../utils/checks/coverage.ts'
import { logOf } from '../../../utils/checks/log.ts'
import { summarise } from '../../../utils/checks/summary.ts'
import type { PageReading } from '../../../utils/types/reading.ts'
import type { Column } from '../../../utils/types/roster.ts'
import type { PageLog } from '../../../utils/types/round.ts'
import { ago, blank, column, logged, LOGGING } from './logs.ts'
import { anchor, columnOf, contextOf, homeOf, listOf, pageOf } from './readings.ts'

const counterOf = (logs: PageLog[], id: string) => summarise(logs)[0]?.counters.find((c) => c.indicator === id)

describe('veto counters of a round', () => {
  test('overdue columns are counted by group, worst first, blank ones apart', () => {
    const logs = [column('县内动态', ago(20)), column('部门要闻', ago(60)), column('通知公告', ago(200)), column('人事信息', ago(400)), column('政策文件', ago(30)), blank('重大决策')].map((r) => logged(r))
    expect(counterOf(logs, 'W-V4.1')).toMatchObject({ count: 3, limit: 5, state: 'warn', items: [{ name: '通知公告', ageDays: 200 }, { name: '部门要闻' }, { name: '县内动态' }] })
    expect(counterOf(logs, 'W-V4.2')).toMatchObject({ count: 1, state: 'none', items: [{ name: '人事信息' }] })
    expect(counterOf(logs, 'W-V4.3')).toMatchObject({ count: 1, state: 'none', items: [{ name: '重大决策' }] })
  })

  test.each([[2, 'none'], [3, 'warn'], [4, 'warn'], [5, 'veto']])('%i blank columns: %s', (count, state) => {
    expect(counterOf(Array.from({ length: count }, (_, i) => logged(blank(`栏目${i}`))), 'W-V4.3')).toMatchObject({ count, state })
  })

  test.each([[5, 'none'], [6, 'warn'], [10, 'veto']])('%i other overdue columns: %s', (count, state) => {
    expect(counterOf(Array.from({ length: count }, (_, i) => logged(column(`规划计划${i}`, ago(500)))), 'W-V4.2')).toMatchObject({ count, state })
  })

  test('a column counts once, by its latest reading', () => {
    const stale = logged(column('工作动态', ago(40)))
    const fresh = { ...logged(column('工作动态', ago(1))), readAt: '2026-11-21T09:00:00.000Z' }
    expect(counterOf([stale, stale], 'W-V4.1')).toMatchObject({ count: 1 })
    expect(counterOf([stale, fresh], 'W-V4.1')).toMatchObject({ count: 0 })
    expect(counterOf([fresh, stale], 'W-V4.1')).toMatchObject({ count: 0 })
  })

  test('later pages of a list and readings that saw nothing hide nothing', () => {
    const stale = logged(column('工作动态', ago(40)))
    const later = { ...logged(column('工作动态', ago(400), { gaps: ['reading.gap.later-page'] })), readAt: '2026-11-21T09:00:00.000Z' }
    const unread = { ...logged(column('工作动态', null, { list: null, listState: 'none' })), readAt: '2026-11-21T10:00:00.000Z' }
    expect(counterOf([stale, unread], 'W-V4.1')).toMatchObject({ count: 1 })
    expect(counterOf([later], 'W-V4.1')).toMatchObject({ count: 0 })
  })

  test('exempt columns do not count; lists without dates are only suspected', () => {
    const exempt = logged(column('工作动态', ago(40)), contextOf({ exemption: '已报备' }))
    const undated = logged({ ...columnOf('通知公告', null, null, null), url: 'http://www.qinghe.gov.cn/tz/', columnPath: ['通知公告'] })
    expect(counterOf([exempt, undated], 'W-V4.1')).toMatchObject({ count: 0, suspected: [{ name: '通知公告' }] })
  })

  test.each([[9, 'none', 0], [10, 'warn', 1], [14, 'warn', 1], [15, 'veto', 1]])('home page %i days old: %s', (days, state, items) => {
    const counter = counterOf([logged(homeOf({ sections: [listOf(ago(days))] }))], 'W-V3')
    expect(counter).toMatchObject({ count: days, state })
    expect(counter?.items).toHaveLength(items)
  })

  test('sites are counted apart', () => {
    const other = { ...logged(blank('栏目甲')), site: 'nyj' }
    expect(summarise([logged(blank('栏目甲')), other]).map((s) => [s.site, s.columns])).toEqual([['www.qinghe.gov.cn', 1], ['nyj', 1]])
  })
})

describe('each column counts once', () => {
  const twoNames = (one: Partial<PageReading>, other: Partial<PageReading>) =>
    counterOf([logged(column('工作动态', ago(40), one)), logged(column('工作动态', ago(40), other))], 'W-V4.1')?.count
  const titled = (day: string, ...titles: string[]) => ({ ...listOf(...titles.map(() => day)), items: titles.map((title) => ({ title, href: '', day, anchor })) })

  test('at two addresses: by breadcrumb in one folder, by the head of its list, by the roster', () => {
    expect(twoNames({ url: 'http://www.qinghe.gov.cn/xw/a/' }, { url: 'http://www.qinghe.gov.cn/xw/b.html' })).toBe(1)
    expect(twoNames({ url: 'https://www.qinghe.gov.cn/xw/' }, { url: 'http://www.qinghe.gov.cn/xw/index.html' })).toBe(1)
    const list = titled(ago(40), '一', '二', '三')
    expect(twoNames({ url: 'http://www.qinghe.gov.cn/xw/', list }, { url: 'http://www.qinghe.gov.cn/m/xw/', list })).toBe(1)
    const known = contextOf({ id: 'c7' })
    expect(counterOf([logged(column('甲', ago(40)), known), logged(column('乙', ago(40)), known)], 'W-V4.1')).toMatchObject({ count: 1 })
  })

  test('two departments under one host each have their 工作动态', () => {
    expect(twoNames({ url: 'http://www.qinghe.gov.cn/nyj/gzdt/' }, { url: 'http://www.qinghe.gov.cn/wjj/gzdt/' })).toBe(2)
  })

  test('two columns of a section whose long names the breadcrumb leaves out', () => {
    const at = (name: string) => logged(column(name, null, { list: null, listState: 'blank', columnPath: ['政务公开'], url: `http://www.qinghe.gov.cn/zwgk/${name}/` }))
    expect(counterOf([at('重大决策预公开事项'), at('行政许可事项公开')], 'W-V4.3')).toMatchObject({ count: 2 })
  })

  test('joined over a third reading that shares a mark with each', () => {
    const [a, b] = [logged(column('甲动态', ago(40))), logged(column('乙动态', ago(41)))]
    const between = { ...logged(column('丙动态', ago(42))), columnKeys: [a.columnKeys[0]!, b.columnKeys[0]!] }
    expect(counterOf([a, b, between], 'W-V4.1')).toMatchObject({ count: 1 })
  })

  test('blank and overdue: under one rule, that of its latest reading', () => {
    const [stale, empty] = [logged(column('工作动态', ago(40))), logged(blank('工作动态'))]
    const later = '2026-11-21T09:00:00.000Z'
    const counts = (logs: PageLog[]) => [counterOf(logs, 'W-V4.1')?.count, counterOf(logs, 'W-V4.3')?.count]
    expect(counts([stale, { ...empty, readAt: later }])).toEqual([0, 1])
    expect(counts([{ ...stale, readAt: later }, empty])).toEqual([1, 0])
    // A list may be blank and yet show an old date somewhere.
    expect(counts([{ ...stale, blank: true }])).toEqual([0, 1])
  })

  test('a block of the home page is suspected until the column itself was read', () => {
    const block = { ...listOf(ago(40)), name: '工作动态', href: `http://www.qinghe.gov.cn/${encodeURIComponent('工作动态')}/` }
    const home = logged(homeOf({ sections: [listOf(ago(1)), block] }))
    expect(counterOf([home], 'W-V4.1')).toMatchObject({ count: 0, unread: true, suspected: [{ name: '工作动态', onHome: true }] })
    expect(counterOf([home, logged(column('工作动态', ago(40)))], 'W-V4.1')).toMatchObject({ count: 1, items: [{ onHome: false }], suspected: [] })
    expect(counterOf([{ ...home, readAt: '2026-11-21T09:00:00.000Z' }, logged(column('工作动态', ago(2)))], 'W-V4.1')).toMatchObject({ count: 0, suspected: [] })
    expect(summarise([home])[0]).toMatchObject({ pages: 1, columns: 0 })
    const twice = logged(homeOf({ sections: [{ ...block, ...listOf(ago(2)), name: '工作动态', href: block.href }, block] }))
    expect(counterOf([twice], 'W-V4.1')).toMatchObject({ suspected: [] })
  })

  test('blocks without name, date or address, and those that lead off the site, say nothing', () => {
    const sections = [
      { ...listOf(ago(400)), name: null, href: 'http://www.qinghe.gov.cn/a/' }, { ...listOf(null), name: '通知公告', href: 'http://www.qinghe.gov.cn/b/' },
      { ...listOf(ago(400)), name: '通知公告', href: null }, { ...listOf(ago(400)), name: '通知公告', href: 'http://nyj.qinghe.gov.cn/' },
      { ...listOf(ago(400)), name: '通知公告', href: 'http://www.qinghe.gov.cn/index.html' },
    ]
    expect(logged(homeOf({ sections })).blocks).toEqual([])
  })

  test('a page of two weeks, the years apart, stands once by its newest reading', () => {
    const old = { ...logged(blank('工作动态')), id: '2026-W53 x', week: '2026-W53', readAt: '2027-01-02T09:00:00.000Z' }
    const mended = { ...logged(column('工作动态', ago(1))), id: '2027-W01 x', week: '2027-W01', readAt: '2027-01-04T01:00:00.000Z' }
    expect(summarise([mended, old])).toMatchObject([{ pages: 1, columns: 1, readAt: '2027-01-04T01:00:00.000Z' }])
    expect(counterOf([mended, old], 'W-V4.3')).toMatchObject({ count: 0 })
  })

  test('a letter that its list and its own page show is one letter', () => {
    const letters = [{ title: '咨询办证', sent: ago(120), answered: null, reply: null, open: true, anchor }]
    const list = logged(pageOf({ kind: 'letters', letters }))
    const own = logged(pageOf({ kind: 'letters', letters, url: 'http://www.qinghe.gov.cn/xx/1.html' }))
    expect(counterOf([list, own], 'W-V5.2')).toMatchObject({ count: 1, state: 'veto', unread: false })
    expect(counterOf([logged(pageOf())], 'W-V5.2')).toMatchObject({ count: 0, state: 'none', unread: true })
  })
})

test('false alarms do not count, and a log keeps no words of the page', () => {
  const reading = column('工作动态', ago(40))
  const log = logOf(reading, [], { ...contextOf(), ...LOGGING })
  expect(counterOf([log], 'W-V4.1')).toMatchObject({ count: 0 })
  const home = homeOf({ sections: [listOf(ago(20))] })
  expect(counterOf([logOf(home, [], { ...contextOf(), ...LOGGING })], 'W-V3')).toMatchObject({ count: 0, suspected: [{}] })
  expect(JSON.stringify(logged(reading))).not.toContain('信息标题')
})

test('suspect words are never a veto by machine', () => {
  const found = { check: 'wording/protected/state-name', indicator: 'W-V1.1', severity: 'serious' as const, count: 2 }
  const counter = counterOf([{ ...logged(pageOf()), findings: [found] }], 'W-V1.1')
  expect(counter).toMatchObject({ count: 0, state: 'warn', items: [], suspected: [{ url: pageOf().url }] })
})

test('what of the roster was not read', () => {
  const of = (id: string, changes = {}): Column => ({ ...contextOf({ id }).belonging.column!, ...changes })
  const columns = [of('a'), of('b'), of('c', { exemption: '已报备' }), of('d', { class: 'archive' }), of('e')]
  const article = logged(pageOf({ url: 'http://www.qinghe.gov.cn/xw/1.html' }), contextOf({ id: 'b' }))
  const later = { ...logged(column('戊', ago(1)), contextOf({ id: 'e' })), laterPage: true }
  expect(coverageOf(columns, [logged(column('甲', ago(1)), contextOf({ id: 'a' })), article, later])).toMatchObject({ known: 3, unread: [{ id: 'b' }, { id: 'e' }] })
})
