import { describe, expect, test } from 'vitest'
import { classOfColumnName } from '../../../utils/checks/column-class.ts'
import { freshnessOf } from '../../../utils/checks/deadlines.ts'
import { addDays } from '../../../utils/types/day.ts'
import { columnOf, contextOf, dateOf, findings, homeOf, idsOf, listOf, pageOf, TODAY } from './readings.ts'

const ago = (days: number): string => addDays(TODAY, -days)

describe('deadlines of columns', () => {
  test.each([
    ['要闻 14 days ago', '工作动态', ago(14), []],
    ['要闻 15 days ago', '工作动态', ago(15), ['freshness/column-overdue']],
    ['通知 six months ago to the day', '通知公告', '2026-05-21', ['freshness/column-due-soon']],
    ['通知 six months and a day ago', '通知公告', '2026-05-20', ['freshness/column-overdue']],
    ['政策 181 days ago over February is six months', '政策文件', '2026-05-23', ['freshness/column-due-soon']],
    ['人事 364 days ago', '人事信息', ago(364), ['freshness/column-due-soon']],
    ['人事 366 days ago', '人事信息', ago(366), ['freshness/column-overdue']],
    ['a class without a deadline', '机构职能', ago(4000), []],
    ['an archive', '历史专题', ago(4000), []],
    ['an unknown name', '青禾风光', ago(4000), []],
  ])('%s', (_, name, day, wanted) => {
    expect(idsOf(columnOf(name, day), contextOf(), 'freshness/column').filter((id) => id !== 'freshness/column-due-soon' || wanted.length > 0)).toEqual(wanted)
  })

  test('indicators: W-V4.1 counts news, notices and policies, W-V4.2 the others', () => {
    expect(findings(columnOf('工作动态', ago(40)), contextOf(), 'freshness/')[0]).toMatchObject({ indicator: 'W-V4.1', severity: 'general', evidence: ago(40) })
    expect(findings(columnOf('人事信息', ago(400)), contextOf(), 'freshness/')[0]).toMatchObject({ indicator: 'W-V4.2' })
  })

  test('the column’s own deadline goes before its class, the office’s before the nation’s', () => {
    expect(idsOf(columnOf('工作动态', ago(9)), contextOf({ deadlineDays: 7 }))).toEqual(['freshness/column-overdue'])
    expect(idsOf(columnOf('工作动态', ago(40)), contextOf({ deadlineDays: 60 }))).toEqual([])
    const strict = { ...contextOf().deadlines, news: 7, notice: 30 }
    expect(idsOf(columnOf('工作动态', ago(9)), contextOf(null, { deadlines: strict }))).toEqual(['freshness/column-overdue'])
    expect(freshnessOf(columnOf('通知公告', ago(31)), contextOf(null, { deadlines: strict }))).toMatchObject({ limitDays: 30, state: 'overdue' })
  })

  test('a reported reason exempts; so does an archive', () => {
    expect(freshnessOf(columnOf('工作动态', ago(40)), contextOf({ exemption: '机构改革，已报备' }))).toMatchObject({ state: 'exempt', ageDays: 40 })
    expect(idsOf(columnOf('工作动态', ago(40)), contextOf({ exemption: '机构改革，已报备' }))).toEqual([])
    expect(freshnessOf(columnOf('工作动态', ago(40)), contextOf({ class: 'archive' })).state).toBe('exempt')
  })

  test('a later page of a list accuses nobody', () => {
    const later = { ...columnOf('工作动态', ago(400)), gaps: ['reading.gap.later-page'] }
    expect(freshnessOf(later, contextOf()).state).toBe('unknown')
    expect(idsOf(later)).toEqual([])
  })

  test('near the deadline: three days for two weeks', () => {
    const state = (days: number): string => freshnessOf(columnOf('工作动态', ago(days)), contextOf()).state
    expect([10, 11, 14, 15].map(state)).toEqual(['fresh', 'due-soon', 'due-soon', 'overdue'])
    expect(findings(columnOf('工作动态', ago(12)), contextOf(), 'freshness/')[0]).toMatchObject({ check: 'freshness/column-due-soon', says: { params: { left: 2 } } })
  })

  test('a column that is a page of text has that text’s date; an article has no deadline', () => {
    const text = pageOf({ kind: 'column', columnName: '机构职能', lastUpdate: dateOf('2026-10-01') })
    expect(freshnessOf(text, contextOf())).toMatchObject({ day: '2026-10-01', class: 'guide' })
    expect(freshnessOf(pageOf(), contextOf())).toEqual({ day: null, ageDays: null, limitDays: null, class: 'news', state: 'unknown' })
  })
})

describe('home page', () => {
  test.each([[14, []], [15, ['freshness/home-overdue']]])('newest of all blocks %i days ago', (days, wanted) => {
    const home = homeOf({ sections: [listOf(ago(400)), listOf(ago(days), ago(300)), listOf(null)] })
    expect(idsOf(home, contextOf(), 'freshness/')).toEqual(wanted)
  })

  test('is a veto', () => {
    expect(findings(homeOf({ sections: [listOf(ago(20))] }), contextOf(), 'freshness/')[0]).toMatchObject({ severity: 'serious', indicator: 'W-V3' })
  })

  test.each([
    ['http://www.qinghe.gov.cn/', true], ['https://www.qinghe.gov.cn/index.html?a=1', true], ['http://www.qinghe.gov.cn/default.shtml', true],
    ['http://www.qinghe.gov.cn/nyj/', false], ['http://www.qinghe.gov.cn/xwzx/index.html', false],
  ])('%s is a site’s home page: %s', (url, wanted) => {
    expect(idsOf(homeOf({ url, sections: [listOf(ago(20))] }), contextOf(), 'freshness/')).toEqual(wanted ? ['freshness/home-overdue'] : [])
  })

  test('a part of a portal is a site where the roster says so', () => {
    const site = { id: 's', name: '青禾县农业农村局', prefix: 'www.qinghe.gov.cn/nyj/', siteIdCode: null, unitId: null }
    const context = contextOf(null, { belonging: { unit: null, site, column: null, by: 'address' } })
    expect(idsOf(homeOf({ url: 'http://www.qinghe.gov.cn/nyj/', sections: [listOf(ago(20))] }), context, 'freshness/')).toEqual(['freshness/home-overdue'])
  })

  test('without any date nothing is said', () => {
    expect(idsOf(homeOf({ sections: [listOf(null, null)] }))).toEqual([])
  })
})

describe('lists without dates', () => {
  test.each([
    ['统计信息', 3, ['freshness/undated-list']],
    ['通知公告', 5, ['freshness/undated-list']],
    ['通知公告', 2, []],
    ['领导信息', 5, []],
    ['青禾风光', 6, []],
  ])('%s with %i items', (name, count, wanted) => {
    expect(idsOf(columnOf(name, ...Array.from({ length: count }, () => null)), contextOf(), 'freshness/')).toEqual(wanted)
  })

  test('one date is enough to say nothing; an exempt column is left alone', () => {
    expect(idsOf(columnOf('通知公告', null, null, '2026-11-20'))).toEqual([])
    expect(idsOf(columnOf('通知公告', null, null, null), contextOf({ class: 'notice', exemption: '已报备' }))).toEqual([])
  })
})

test.each([
  ['政策解读', 'interpretation'], ['规范性文件', 'policy'], ['通知公告', 'notice'], ['人事任免', 'personnel'], ['青禾要闻', 'news'], ['财政预决算', 'finance'],
  ['规划计划', 'plan'], ['县长信箱', 'letters'], ['领导信息', 'guide'], ['重大决策预公开', 'statutory'], ['历史专题', 'archive'], ['青禾风光', 'other'], ['', 'other'],
])('a column called %s is of class %s', (name, wanted) => {
  expect(classOfColumnName(name)).toBe(wanted)
})
