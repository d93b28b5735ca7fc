import { describe, expect, test } from 'vitest'
import type { LetterReading, PageReading } from '../../../utils/types/reading.ts'
import { anchor, columnOf, contextOf, findings, footer, homeOf, idsOf, pageOf } from './readings.ts'

describe('footer marks', () => {
  test('what the home page lacks is told at once', () => {
    expect(findings(homeOf({ footer: { ...footer, hasJiucuo: false, policeRecord: null } }))).toMatchObject([
      { check: 'footer/missing', indicator: 'W-D07', severity: 'general', evidence: '我为政府网站找错、公安机关备案标识' },
    ])
  })

  test('a page that shows none at all was hardly read to its end', () => {
    const none = { ...footer, siteIdCode: null, icp: null, policeRecord: null, hasConac: false, hasJiucuo: false, jiucuoSiteCode: null, sponsor: null, contact: null }
    expect(findings(homeOf({ footer: none }))[0]).toMatchObject({ severity: 'doubtful', confidence: 0.4 })
  })

  test('other pages are left alone', () => {
    expect(idsOf(pageOf({ footer: { ...footer, hasJiucuo: false } }))).toEqual([])
  })

  test('找错 with another site’s code', () => {
    expect(findings(homeOf({ footer: { ...footer, jiucuoSiteCode: '3701990077' } }))).toMatchObject([{ check: 'footer/mismatch', evidence: '找错 3701990077' }])
  })

  test('a code that is not the one in the roster', () => {
    const site = { id: 's', name: '青禾县人民政府', prefix: 'www.qinghe.gov.cn/', siteIdCode: '3701990009', unitId: null }
    const context = contextOf(null, { belonging: { unit: null, site, column: null, by: 'address' } })
    expect(findings(homeOf(), context)).toMatchObject([{ check: 'footer/mismatch', evidence: '找错 3701990001、网站标识码 3701990001' }])
  })
})

describe('blank columns', () => {
  const blank = (changes: Partial<PageReading>) => ({ ...columnOf('政策解读'), list: null, ...changes })

  test('with its words, or without', () => {
    expect(findings(blank({ listState: 'blank', blankWords: '暂无内容', blankAnchor: anchor }))).toMatchObject([
      { check: 'structure/blank-column', indicator: 'W-V4.3', severity: 'general', evidence: '暂无内容', says: { key: 'checks.blank-column.says' } },
    ])
    expect(findings(blank({ listState: 'blank' }))).toMatchObject([{ says: { key: 'checks.blank-column.silent' }, confidence: 0.75 }])
  })

  test.each(['loading', 'none', 'items'] as const)('a list that is %s is not blank', (listState) => {
    expect(idsOf(blank({ listState }), contextOf(), 'structure/')).toEqual([])
  })
})

describe('letters', () => {
  const letter = (sent: string | null, answered: string | null = null, changes: Partial<LetterReading> = {}): LetterReading => ({ title: '咨询供水问题', sent, answered, reply: null, anchor, ...changes })
  const page = (...letters: LetterReading[]) => pageOf({ kind: 'letters', columnName: '县长信箱', publication: null, letters })
  const ids = (...letters: LetterReading[]) => idsOf(page(...letters), contextOf(), 'letters/')

  test.each([
    ['three months to the day', letter('2026-08-21', null, { open: true }), ['letters/late']],
    ['three months and a day', letter('2026-08-20', null, { open: true }), ['letters/unanswered']],
    ['longer ago than the rule looks back', letter('2025-01-01', null, { open: true }), []],
    ['no sign that it waits', letter('2026-06-01'), []],
    ['answered at an unknown time', letter('2026-06-01', null, { reply: '您好' }), []],
    ['answered on the fifth working day', letter('2026-11-13', '2026-11-20'), []],
    ['answered on the sixth', letter('2026-11-12', '2026-11-20'), ['letters/late']],
    ['over the National Day holiday', letter('2026-09-30', '2026-10-13'), []],
    ['waiting for two days', letter('2026-11-19', null, { open: true }), []],
    ['no day of sending', letter(null, '2026-11-20'), []],
  ])('%s', (_, one, wanted) => {
    expect(ids(one)).toEqual(wanted)
  })

  test('a letter without an answer among answered ones waits', () => {
    expect(ids(letter('2026-10-12', '2026-10-14'), letter('2026-07-01'))).toEqual(['letters/unanswered'])
  })

  test('the office may set its own limit', () => {
    expect(idsOf(page(letter('2026-11-12', '2026-11-20')), contextOf(null, { letterDays: 10 }), 'letters/')).toEqual([])
    expect(idsOf(page(letter('2026-11-18', '2026-11-20')), contextOf(null, { letterDays: 1 }), 'letters/')).toEqual(['letters/late'])
  })

  test('each letter is a finding of its own', () => {
    const found = findings(page(letter('2026-07-01', null, { open: true }), letter('2026-06-01', null, { open: true, title: '反映路灯问题' })), contextOf(), 'letters/')
    expect(found.map((f) => f.evidence)).toEqual(['咨询供水问题', '反映路灯问题'])
    expect(new Set(found.map((f) => f.id)).size).toBe(2)
  })

  test.each([
    ['您好，经我所核实，您的户口已办理。', ['letters/reply-voice']],
    ['我队已安排民警前往处理。', ['letters/reply-voice']],
    ['我所在的小区、我所知道的情况、我所反映的问题', []],
    ['经县公安局核实，已办理。', []],
    ['我局高度重视。', []],
  ])('%s', (reply, wanted) => {
    const block = { id: 0, text: reply, selector: 'p', role: 'body' as const }
    const found = findings(pageOf({ ...page(letter('2026-11-19', '2026-11-20', { reply })), blocks: [block] }), contextOf(), 'letters/')
    expect(found.map((f) => f.check)).toEqual(wanted)
    for (const f of found) expect(f.anchor?.quote).toBe(f.evidence)
  })
})

describe('service guides', () => {
  const full = { 事项名称: '许可', 设定依据: '条例', 申请条件: '有', 办理材料: '无', 办理地点: '一楼', 办理机构: '县局', 收费标准: '无', 办理时间: '工作日', 联系电话: '0500-7120001', 办理流程: '申请' }
  const ids = (elements: Record<string, string>) => findings(pageOf({ kind: 'guide', title: '许可办事指南', guide: { elements } }), contextOf(), 'guide/').map((f) => f.evidence)

  test.each([
    ['complete, 无 for fee and papers', full, []],
    ['nothing under a heading', { ...full, 设定依据: '' }, ['设定依据']],
    ['暂无 and dashes', { ...full, 办理地点: '暂无', 联系电话: '——', 办理流程: '待完善' }, ['办理地点', '联系电话', '办理流程']],
    ['无 where there must be something', { ...full, 设定依据: '无' }, ['设定依据']],
    ['three absent may bear other names', Object.fromEntries(Object.entries(full).slice(3)), []],
    ['four absent are asked about', Object.fromEntries(Object.entries(full).slice(4)), ['事项名称、设定依据、申请条件、办理材料']],
  ])('%s', (_, elements, wanted) => {
    expect(ids(elements)).toEqual(wanted)
  })
})

describe('policies and their interpretations', () => {
  const link = (text: string) => ({ raw: '/a.html', href: 'http://www.qinghe.gov.cn/a.html', text, tag: 'a' as const, visible: true, handled: false, anchor })
  const article = (columnName: string, title: string, ...links: string[]) => pageOf({ columnName, title, tags: { ...pageOf().tags, ArticleTitle: title }, links: links.map(link) })

  test.each([
    ['a policy without a way on', article('政策文件', '关于印发《青禾县供水管理办法》的通知'), ['policy/unlinked']],
    ['a policy with one', article('政策文件', '关于印发《青禾县供水管理办法》的通知', '《青禾县供水管理办法》政策解读'), []],
    ['a menu entry is no way on', article('政策文件', '关于印发《青禾县供水管理办法》的通知', '政策解读'), ['policy/unlinked']],
    ['an appointment needs none', article('政策文件', '关于石一禾同志任职的通知'), []],
    ['nor does a file passed on', article('政策文件', '转发关于印发《管理办法》的通知'), []],
    ['an interpretation without a way back', article('政策解读', '《青禾县供水管理办法》政策解读'), ['policy/unlinked']],
    ['an interpretation with one', article('政策解读', '《青禾县供水管理办法》政策解读', '关于印发《青禾县供水管理办法》的通知'), []],
    ['news that only mention one', article('工作动态', '县司法局解读新条例'), []],
  ])('%s', (_, reading, wanted) => {
    expect(idsOf(reading, contextOf(), 'policy/')).toEqual(wanted)
  })
})
