import { describe, expect, test } from 'vitest'
import { logOf } from '../../../utils/checks/log.ts'
import { selfCheck } from '../../../utils/checks/self-check.ts'
import { summarise } from '../../../utils/checks/summary.ts'
import list from '../../../assets/indicators.json' with { type: 'json' }
import { CHECKS } from '../../../utils/checks/index.ts'
import { addDays } from '../../../utils/types/day.ts'
import type { Indicator } from '../../../utils/types/indicator.ts'
import type { PageReading } from '../../../utils/types/reading.ts'
import type { PageLog } from '../../../utils/types/round.ts'
import { columnOf, contextOf, findings, homeOf, listOf, pageOf, TODAY } from './readings.ts'

const INDICATORS = list.indicators as unknown as readonly Indicator[]
const ago = (days: number): string => addDays(TODAY, -days)
const logged = (reading: PageReading, context = contextOf()): PageLog => logOf(reading, findings(reading, context), context)

/** A column page with an address of its own. */
function column(name: string, day: string | null, changes: Partial<PageReading> = {}): PageReading {
  return { ...columnOf(name, day), url: `http://www.qinghe.gov.cn/${encodeURIComponent(name)}/`, columnPath: [name], ...changes }
}
const blank = (name: string) => column(name, null, { list: null, listState: 'blank' })
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

describe('指标对照自查表', () => {
  const table = (readings: PageReading[], changes: { knownColumns?: number | null; ticks?: Record<string, { state: 'pass' | 'fail' | 'person' | 'unchecked'; note: string }> } = {}) => {
    const logs = readings.map((r) => logged(r))
    const [summary] = summarise(logs)
    if (!summary) throw new Error('nothing was read')
    const rows = selfCheck({ object: '青禾县人民政府', logs, summary, knownColumns: null, ticks: {}, ...changes }, INDICATORS)
    return (id: string) => rows.find((row) => row.indicator === id)
  }

  test('has a row for every website indicator', () => {
    const rows = INDICATORS.filter((i) => i.scope === 'website').map((i) => table([pageOf()])(i.id))
    expect(rows.every((row) => row?.object === '青禾县人民政府' && row.name !== '' && row.rule !== '')).toBe(true)
  })

  test('what no page was read for is 未检查, what only a person can tell is 需人工', () => {
    const row = table([pageOf()])
    expect(row('W-V3')).toMatchObject({ state: 'unchecked' })
    expect(row('W-V5.2')).toMatchObject({ state: 'unchecked' })
    expect(row('W-D06')).toMatchObject({ state: 'person' })
    expect(row('W-H1')).toMatchObject({ state: 'person' })
  })

  test('rules with numbers: met, near, reached', () => {
    expect(table([homeOf()])('W-V3')).toMatchObject({ state: 'pass' })
    expect(table([homeOf({ sections: [listOf(ago(20))] })])('W-V3')).toMatchObject({ state: 'fail', urls: ['http://www.qinghe.gov.cn/'] })
    const blanks = (n: number) => Array.from({ length: n }, (_, i) => blank(`栏目${i}`))
    expect(table(blanks(2))('W-V4.3')).toMatchObject({ state: 'pass', result: { key: 'indicators.result.near', params: { count: 2, limit: 5 } } })
    expect(table(blanks(5))('W-V4.3')).toMatchObject({ state: 'fail', result: { params: { count: 5, examples: '栏目0、栏目1、栏目2…' } } })
    expect(table(blanks(2))('W-D10')).toMatchObject({ state: 'fail', result: { params: { count: 2 } } })
  })

  test('with a roster a site is only good when all its columns were read', () => {
    expect(table([column('工作动态', ago(1))], { knownColumns: 12 })('W-V4.1')).toMatchObject({ state: 'unchecked', result: { key: 'indicators.result.partial', params: { checked: 1, known: 12 } } })
    expect(table([column('工作动态', ago(1))], { knownColumns: 1 })('W-V4.1')).toMatchObject({ state: 'pass' })
  })

  test('findings decide what a machine can tell, and only point where a person must look', () => {
    const missing = { ...pageOf(), tags: {} }
    expect(table([missing])('W-D05')).toMatchObject({ state: 'fail' })
    expect(table([pageOf()])('W-D05')).toMatchObject({ state: 'pass' })
    const future = pageOf({ publication: { day: '2026-12-24', source: 'visible', quote: '2026-12-24', confidence: 0.55 }, tags: {} })
    expect(table([future])('W-V1.5')).toMatchObject({ state: 'person', result: { key: 'indicators.result.suspected', params: { count: 1 } } })
    expect(table([pageOf()])('W-V1.5')).toMatchObject({ state: 'person', result: { key: 'indicators.result.silent' } })
  })

  test('what a person ticks goes before what the machine says', () => {
    const row = table([pageOf()], { ticks: { 'W-H1': { state: 'pass', note: '已更换' }, 'W-D05': { state: 'fail', note: '' } } })
    expect(row('W-H1')).toMatchObject({ state: 'pass', byHand: true, result: { key: 'indicators.result.note', params: { note: '已更换' } } })
    expect(row('W-D05')).toMatchObject({ state: 'fail', byHand: true, result: { key: 'indicators.state.fail' } })
  })
})

describe('the list of indicators', () => {
  test('ids are unique, kinds are known, sentences end', () => {
    expect(new Set(INDICATORS.map((i) => i.id)).size).toBe(INDICATORS.length)
    for (const { kind, judged, rule, points, confirmed } of INDICATORS) {
      expect(['veto', 'deduction', 'local']).toContain(kind)
      expect(['machine', 'both', 'person']).toContain(judged)
      expect(rule).toMatch(/。$/)
      if (!confirmed) expect(points).toBeNull()
    }
  })

  test('every indicator that a check names is in it', () => {
    const named = new Set(['W-V3', 'W-V4.1', 'W-V4.2', 'W-V4.3', 'P15-02', 'W-V1.5', 'W-D05', 'W-D07', 'W-V5.2', 'W-D13', 'W-D18', 'W-V6.2', 'W-D04', 'W-D08', 'W-D09', 'W-V1.1', 'W-V1.3', 'L-07'])
    for (const id of named) expect(INDICATORS.some((i) => i.id === id), id).toBe(true)
    expect(CHECKS.length).toBeGreaterThan(15)
  })
})
