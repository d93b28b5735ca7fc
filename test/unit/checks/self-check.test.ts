import { describe, expect, test } from 'vitest'
import list from '../../../assets/indicators.json' with { type: 'json' }
import { CHECKS } from '../../../utils/checks/index.ts'
import { selfCheck, type SelfCheckInput } from '../../../utils/checks/self-check.ts'
import { summarise } from '../../../utils/checks/summary.ts'
import type { Indicator } from '../../../utils/types/indicator.ts'
import type { PageReading } from '../../../utils/types/reading.ts'
import { ago, blank, column, logged } from './logs.ts'
import { columnOf, contextOf, homeOf, listOf, pageOf } from './readings.ts'

const INDICATORS = list.indicators as unknown as readonly Indicator[]
const ALL_READ = { known: 1, unread: [] }

describe('指标对照自查表', () => {
  const table = (readings: PageReading[], changes: Partial<SelfCheckInput> = {}) => {
    const logs = readings.map((r) => logged(r))
    const [summary] = summarise(logs)
    if (!summary) throw new Error('nothing was read')
    const rows = selfCheck({ object: '青禾县人民政府', logs, summary, issues: [], coverage: ALL_READ, ticks: {}, ...changes }, INDICATORS)
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
    expect(table([homeOf({ sections: [listOf(ago(20))] })])('W-V3')).toMatchObject({ state: 'fail', places: [{ url: 'http://www.qinghe.gov.cn/' }] })
    const blanks = (n: number) => Array.from({ length: n }, (_, i) => blank(`栏目${i}`))
    expect(table(blanks(2))('W-V4.3')).toMatchObject({ state: 'pass', result: { key: 'indicators.result.near', params: { count: 2, limit: 5 } } })
    expect(table(blanks(5))('W-V4.3')).toMatchObject({ state: 'fail', result: { params: { count: 5, examples: '栏目0、栏目1、栏目2…' } } })
    expect(table(blanks(2))('W-D10')).toMatchObject({ state: 'fail', result: { params: { count: 2 } } })
  })

  test('a site is only good when all its columns were read, which only a roster can tell', () => {
    const unread = [contextOf({ id: 'x' }).belonging.column!]
    const one = [column('工作动态', ago(1))]
    expect(table(one, { coverage: { known: 12, unread } })('W-V4.1')).toMatchObject({ state: 'unchecked', result: { key: 'indicators.result.partial', params: { checked: 11, known: 12 } } })
    expect(table(one)('W-V4.1')).toMatchObject({ state: 'pass' })
    expect(table(one, { coverage: null })('W-V4.1')).toMatchObject({ state: 'person', result: { key: 'indicators.result.no-roster' } })
    expect(table([blank('甲')], { coverage: { known: 12, unread } })('W-V4.3')).toMatchObject({ state: 'unchecked', result: { key: 'indicators.result.near' } })
    for (const id of ['W-V4.1', 'W-V4.2', 'W-V4.3', 'W-D01', 'W-D10', 'W-D11', 'P15-02', 'W-V3', 'W-V5.2']) expect(table([pageOf()])(id), id).toMatchObject({ state: 'unchecked' })
  })

  test('what is only suspected makes no veto, and nothing good either where it would be enough for one', () => {
    const four = Array.from({ length: 4 }, (_, i) => column(`工作动态${i}`, ago(40)))
    expect(table(four)('W-V4.1')).toMatchObject({ state: 'pass', result: { key: 'indicators.result.near' } })
    const undated = { ...columnOf('通知公告', null, null, null), url: 'http://www.qinghe.gov.cn/tz/', columnPath: ['通知公告'] }
    expect(table([...four, undated])('W-V4.1')).toMatchObject({ state: 'person', places: { length: 5 } })
  })

  test('a home page without dates is left to a person', () => {
    expect(table([homeOf({ sections: [] })])('W-V3')).toMatchObject({ state: 'person' })
  })

  test('columns that make a veto are not deducted as well', () => {
    const blanks = Array.from({ length: 5 }, (_, i) => blank(`栏目${i}`))
    expect(table(blanks)('W-D10')).toMatchObject({ state: 'fail', places: [], result: { key: 'indicators.result.elsewhere', params: { indicator: 'W-V4.3' } } })
  })

  test('recorded problems speak for their indicator, and never make a veto by themselves', () => {
    const issue = (indicator: string) => ({ indicator, check: 'manual/x', name: '第 3 号', url: 'http://www.qinghe.gov.cn/a.html' })
    const row = table([pageOf()], { issues: ['W-V1.1', 'W-D09', 'W-V4.1', 'W-H1', 'W-D07'].map(issue) })
    for (const id of ['W-V1.1', 'W-D09', 'W-V4.1', 'W-H1']) expect(row(id), id).toMatchObject({ state: 'person', places: [{ url: 'http://www.qinghe.gov.cn/a.html' }] })
    expect(row('W-D07')).toMatchObject({ state: 'fail' })
    expect(table([pageOf()])('W-D09')).toMatchObject({ state: 'person', result: { key: 'indicators.result.links' } })
  })

  test('findings decide what a machine can tell, and only point where a person must look', () => {
    const missing = { ...pageOf(), tags: {} }
    expect(table([missing])('W-D05')).toMatchObject({ state: 'fail' })
    expect(table([pageOf()])('W-D05')).toMatchObject({ state: 'unchecked', result: { key: 'indicators.result.kinds' } })
    expect(table([pageOf(), homeOf(), column('工作动态', ago(1))])('W-D05')).toMatchObject({ state: 'pass' })
    const future = pageOf({ publication: { day: '2026-12-24', source: 'visible', quote: '2026-12-24', confidence: 0.55 }, tags: {} })
    expect(table([future])('W-V1.5')).toMatchObject({ state: 'person', result: { key: 'indicators.result.suspected', params: { count: 1 } } })
    expect(table([pageOf()])('W-V1.5')).toMatchObject({ state: 'person', result: { key: 'indicators.result.silent' } })
  })

  test('what a person ticks goes before what the machine says; a note alone does not', () => {
    const row = table([pageOf()], { ticks: { 'W-H1': { state: 'pass', note: '已更换' }, 'W-D05': { state: 'fail', note: '' }, 'W-D06': { state: null, note: '待查' } } })
    expect(row('W-H1')).toMatchObject({ state: 'pass', byHand: true, note: '已更换', result: { key: 'indicators.result.byHand' } })
    expect(row('W-D05')).toMatchObject({ state: 'fail', byHand: true })
    expect(row('W-D06')).toMatchObject({ state: 'person', byHand: false, note: '待查' })
  })
})

describe('the list of indicators', () => {
  test('ids are unique, kinds are known, sentences end', () => {
    expect(new Set(INDICATORS.map((i) => i.id)).size).toBe(INDICATORS.length)
    for (const { kind, judged, rule, points, confirmed } of INDICATORS) {
      expect(['veto', 'deduction', 'bonus', 'local']).toContain(kind)
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
