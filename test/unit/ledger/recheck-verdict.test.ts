import { describe, expect, test } from 'vitest'
import { addressesToAsk, verdictOn, type Rechecked } from '../../../utils/ledger/recheck-verdict.ts'
import type { Anchor } from '../../../utils/types/anchor.ts'
import type { Finding } from '../../../utils/types/finding.ts'
import type { LinkVerdict } from '../../../utils/types/link.ts'
import type { LinkReading, PageReading } from '../../../utils/types/reading.ts'
import type { PageSight } from '../../../utils/types/recheck.ts'
import { columnOf, dateOf, homeOf, listOf, pageOf } from '../checks/readings.ts'

const TITLE = '县农业农村局开展田间管理指导'
const TEXT = '各乡镇：截止目前，全县已完成田间管理三万亩，请再接再厉。'
const body = (text: string, selector = 'p') => ({ id: 0, text, selector, role: 'body' as const })
const at = (text: string, quote: string, selector = 'p'): Anchor => {
  const start = text.indexOf(quote)
  return { quote, prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(start + quote.length, start + quote.length + 32), start, selector }
}
const found = (check: string, evidence: string, anchor: Anchor | null = null): Finding =>
  ({ id: `${check}:${evidence}`, check, indicator: null, severity: 'general', says: { key: '' }, basis: { key: '' }, suggestion: null, evidence, anchor, confidence: 0.9 })
const issueOf = (change: Partial<Rechecked>): Rechecked =>
  ({ check: 'wording/forms/until', quote: '截止目前', anchor: at(TEXT, '截止目前'), context: '', description: '', pageTitle: TITLE, columnName: '工作动态', onHome: false, ...change })
const page = (text: string, change: Partial<PageReading> = {}): PageReading => pageOf({ title: TITLE, blocks: [body(text)], ...change })
const fresh = (change: Partial<PageSight['freshness']> = {}): PageSight['freshness'] => ({ day: null, ageDays: null, limitDays: 14, class: 'news', state: 'unknown', ...change })
const sightOf = (reading: PageReading, change: Partial<PageSight> = {}): PageSight => ({ reading, findings: [], freshness: fresh(), links: {}, live: true, ...change })
const column = (...days: (string | null)[]): PageReading => ({ ...columnOf('工作动态', ...days), blocks: [body('工作动态')] })
const said = (issue: Rechecked, sight: PageSight) => {
  const { result, says, now } = verdictOn(issue, sight)
  return [result, says.key.replace('recheck.says.', ''), now]
}

describe('words', () => {
  const MENDED = TEXT.replace('截止', '截至')
  test.each<[string, Partial<Rechecked>, PageSight, string, string]>([
    ['the same words, found again', {}, sightOf(page(TEXT), { findings: [found('wording/forms/until', '截止目前', at(TEXT, '截止目前'))] }), 'standing', 'words-stand'],
    ['the same words, the rule switched off since', {}, sightOf(page(TEXT)), 'standing', 'words-unchanged'],
    ['other words', {}, sightOf(page(MENDED)), 'fixed', 'words-mended'],
    ['this place mended, another on the page not', {}, sightOf(page(MENDED, { blocks: [body(MENDED), body('截止目前共三起。', 'p+p')] }), { findings: [found('wording/forms/until', '截止目前', at('截止目前共三起。', '截止目前', 'p+p'))] }), 'standing', 'words-elsewhere'],
    ['other words that are suspect too', {}, sightOf(page(TEXT.replace('截止目前', '截止日前')), { findings: [found('wording/model/x', '截止日前', at(TEXT.replace('截止目前', '截止日前'), '截止日前'))] }), 'changed', 'new-suspicion'],
    ['rewritten', {}, sightOf(page('全县已完成田间管理三万亩，各乡镇请继续努力。')), 'changed', 'rewritten'],
    ['gone, same page', {}, sightOf(page('本文已经更新，请见新的通知。')), 'changed', 'words-gone'],
    ['another page', {}, sightOf(page('网上办事大厅', { title: '用户注册须知', columnName: '帮助' })), 'changed', 'other-page'],
    ['nothing to read', {}, sightOf(page('', { blocks: [] })), 'person', 'nothing-to-read'],
    ['personal data, masked on the page now', { check: 'wording/privacy/id', quote: '370199********3528', anchor: at('370199********3528', '370199********3528', 'td') }, sightOf(page('', { blocks: [body('370199********3528', 'td')] })), 'fixed', 'masked-now'],
    ['personal data, still there', { check: 'wording/privacy/id', quote: '370199********3528', anchor: at('370199********3528', '370199********3528', 'td') }, sightOf(page('', { blocks: [body('370199196808173528', 'td')] }), { findings: [found('wording/privacy/id', '370199********3528', at('370199********3528', '370199********3528', 'td'))] }), 'standing', 'words-stand'],
    ['by hand, words still there', { check: 'manual/wording' }, sightOf(page(TEXT)), 'person', 'manual-stands'],
    ['by hand, words changed', { check: 'manual/wording' }, sightOf(page(MENDED)), 'changed', 'rewritten'],
    ['by hand, without words', { check: 'manual/function', quote: '', anchor: null }, sightOf(page(TEXT)), 'person', 'manual'],
    ['by hand, another page', { check: 'manual/function', quote: '', anchor: null }, sightOf(page('注册', { title: '用户注册须知' })), 'changed', 'other-page'],
  ])('%s', (_, change, sight, result, says) => expect(said(issueOf(change), sight).slice(0, 2)).toEqual([result, says]))

  test('it says what stands there now', () => {
    expect(verdictOn(issueOf({}), sightOf(page(MENDED)))).toMatchObject({ result: 'fixed', says: { params: { now: '截至目前' } }, place: { quote: '截至目前' } })
  })
})

describe('columns', () => {
  const overdue: Partial<Rechecked> = { check: 'freshness/column-overdue', quote: '2026-10-11', anchor: null, pageTitle: '工作动态' }
  const blank: Partial<Rechecked> = { check: 'structure/blank-column', quote: '暂无内容', anchor: null, pageTitle: '工作动态' }
  const undated: Partial<Rechecked> = { check: 'freshness/undated-list', quote: '一、二、三', anchor: null, pageTitle: '工作动态' }
  const again = found('freshness/column-overdue', '2026-10-11')
  test.each<[string, Partial<Rechecked>, PageSight, string, string]>([
    ['a newer item', overdue, sightOf(column('2026-11-20', '2026-10-11'), { freshness: fresh({ day: '2026-11-20', state: 'fresh' }) }), 'fixed', 'updated'],
    ['nothing newer', overdue, sightOf(column('2026-10-11'), { freshness: fresh({ day: '2026-10-11', state: 'overdue' }), findings: [again] }), 'standing', 'still-old'],
    ['newer, but still too old', overdue, sightOf(column('2026-10-20'), { freshness: fresh({ day: '2026-10-20', state: 'overdue' }) }), 'standing', 'still-old'],
    ['nothing newer, a longer deadline', overdue, sightOf(column('2026-10-11'), { freshness: fresh({ day: '2026-10-11', state: 'fresh' }) }), 'person', 'deadline-moved'],
    ['exempt since', overdue, sightOf(column('2026-10-11'), { freshness: fresh({ day: '2026-10-11', state: 'exempt' }) }), 'person', 'exempt'],
    ['no date to be read', overdue, sightOf(column(null, null)), 'person', 'no-date'],
    ['emptied', overdue, sightOf({ ...column(), list: null, listState: 'blank' }), 'standing', 'blank-now'],
    ['a later page', overdue, sightOf({ ...column('2026-11-20'), gaps: ['reading.gap.later-page'] }, { freshness: fresh({ day: '2026-11-20', state: 'fresh' }) }), 'person', 'later-page'],
    ['an article in its stead', overdue, sightOf(page(TEXT)), 'changed', 'other-page'],
    ['the home page is new again', { ...overdue, check: 'freshness/home-overdue', onHome: true }, sightOf(homeOf({ blocks: [body('要闻')], sections: [listOf('2026-11-20')] }), { freshness: fresh({ day: '2026-11-20', state: 'fresh' }) }), 'fixed', 'updated'],
    ['a blank column is filled', blank, sightOf(column('2026-11-20', '2026-11-18')), 'fixed', 'filled-dated'],
    ['filled without dates', blank, sightOf(column(null, null)), 'fixed', 'filled'],
    ['still blank', blank, sightOf({ ...column(), list: null, listState: 'blank', blankWords: '暂无内容' }), 'standing', 'still-blank'],
    ['still loading', blank, sightOf({ ...column(), list: null, listState: 'loading' }), 'person', 'no-list'],
    ['the list shows dates now', undated, sightOf(column('2026-11-20', '2026-11-18')), 'fixed', 'dated'],
    ['still no dates', undated, sightOf(column(null, null, null), { findings: [found('freshness/undated-list', '一、二、三')] }), 'standing', 'still-undated'],
    ['no list at all', undated, sightOf({ ...column(), list: null, listState: 'none' }), 'person', 'no-list'],
  ])('%s', (_, change, sight, result, says) => expect(said(issueOf(change), sight).slice(0, 2)).toEqual([result, says]))

  test('a copy that shows a blank or old list is not believed: a script may paint it', () => {
    const old = sightOf(column('2026-10-11'), { live: false, freshness: fresh({ day: '2026-10-11', state: 'overdue' }), findings: [again] })
    expect(verdictOn(issueOf(overdue), old).sure).toBe(false)
    expect(verdictOn(issueOf(blank), sightOf({ ...column(), list: null, listState: 'blank' }, { live: false })).sure).toBe(false)
    expect(verdictOn(issueOf(blank), sightOf(column('2026-11-20'), { live: false })).sure).toBe(true)
  })
})

describe('links', () => {
  const A = 'http://www.qinghe.gov.cn/a.html'
  const B = 'http://www.qinghe.gov.cn/b.html'
  const C = 'http://www.qinghe.gov.cn/c.html'
  const link = (href: string | null, text = '附件', selector = `a[${href}]`): LinkReading => ({ raw: href ?? '#', href, text, tag: 'a', visible: true, handled: false, anchor: { quote: '', prefix: '', suffix: '', start: 0, selector } })
  const asked = (href: string, verdict: LinkVerdict['verdict'], reason = 'ok'): LinkVerdict => ({ href, verdict, reason, status: 200, netError: null, hops: [], evidence: '', ms: 1, checkedAt: '', looks: 1, failures: 0 })
  const links = (...verdicts: LinkVerdict[]) => Object.fromEntries(verdicts.map((one) => [one.href, one]))
  const dead: Partial<Rechecked> = { check: 'links/dead', quote: A, anchor: null }
  const table: Partial<Rechecked> = { check: 'links/dead', quote: [A, B, C].join('\n'), anchor: null }
  const all = page(TEXT, { links: [link(A), link(B), link(C)] })
  const empty: Partial<Rechecked> = { check: 'links/empty', quote: '# 表格下载', description: '“表格下载”没有地址', anchor: { quote: '', prefix: '', suffix: '', start: 0, selector: 'a1' } }
  test.each<[string, Partial<Rechecked>, PageSight, string, string]>([
    ['opens', dead, sightOf(all, { links: links(asked(A, 'alive')) }), 'fixed', 'link-opens'],
    ['still dead', dead, sightOf(all, { links: links(asked(A, 'dead', 'not-found')) }), 'standing', 'link-dead'],
    ['behind a wall', dead, sightOf(all, { links: links(asked(A, 'unsure', 'challenge')) }), 'person', 'link-unsure'],
    ['not asked', dead, sightOf(all), 'person', 'link-unsure'],
    ['taken off the page', dead, sightOf(page(TEXT)), 'fixed', 'link-removed'],
    ['another page', dead, sightOf(page('注册', { title: '用户注册须知' })), 'changed', 'other-page'],
    ['a table, all open', table, sightOf(all, { links: links(asked(A, 'alive'), asked(B, 'alive'), asked(C, 'alive')) }), 'fixed', 'links-open'],
    ['a table, some open', table, sightOf(all, { links: links(asked(A, 'alive'), asked(B, 'dead'), asked(C, 'unsure')) }), 'standing', 'links-partly'],
    ['a table, none open', table, sightOf(all, { links: links(asked(A, 'dead'), asked(B, 'dead'), asked(C, 'dead')) }), 'standing', 'link-dead'],
    ['a table, one unsure', table, sightOf(all, { links: links(asked(A, 'alive'), asked(B, 'alive'), asked(C, 'unsure')) }), 'person', 'link-unsure'],
    ['somebody else’s site still', { ...dead, check: 'links/changed-owner' }, sightOf(all, { links: links(asked(A, 'unsure', 'changed-gambling')) }), 'standing', 'link-dead'],
    ['still empty', empty, sightOf(all, { findings: [found('links/empty', '# 表格下载')] }), 'standing', 'link-as-it-was'],
    ['given an address that opens', empty, sightOf(page(TEXT, { links: [link(B, '表格下载', 'a1')] }), { links: links(asked(B, 'alive')) }), 'fixed', 'link-replaced'],
    ['given an address that does not', empty, sightOf(page(TEXT, { links: [link(B, '表格下载', 'a1')] }), { links: links(asked(B, 'dead')) }), 'standing', 'link-to-dead'],
    ['given an address nobody asked', empty, sightOf(page(TEXT, { links: [link(B, '表格下载', 'a1')] })), 'person', 'link-other'],
    ['an empty one taken off', empty, sightOf(page(TEXT, { links: [link(B, '别的链接', 'a1')] })), 'fixed', 'link-removed'],
    ['hidden one gone', { ...empty, check: 'links/hidden', quote: 'http://www.jinlai-qipai.com/' }, sightOf(page(TEXT)), 'fixed', 'link-removed'],
  ])('%s', (_, change, sight, result, says) => expect(said(issueOf(change), sight).slice(0, 2)).toEqual([result, says]))

  test('of a table it says which remain', () => {
    expect(verdictOn(issueOf(table), sightOf(all, { links: links(asked(A, 'alive'), asked(B, 'dead'), asked(C, 'unsure')) }))).toMatchObject({ now: `${B}\n${C}`, says: { params: { count: 1, left: 2 } } })
  })

  test('only addresses that the page still has are asked for, and what replaced an empty one', () => {
    expect(addressesToAsk(issueOf(table), { reading: page(TEXT, { links: [link(A), link(C)] }), findings: [] })).toEqual([A, C])
    expect(addressesToAsk(issueOf(empty), { reading: page(TEXT, { links: [link(B, '表格下载', 'a1')] }), findings: [] })).toEqual([B])
    expect(addressesToAsk(issueOf({}), { reading: all, findings: [] })).toEqual([])
  })

  test('a link that a copy lacks may be painted by a script', () => {
    expect(verdictOn(issueOf(dead), sightOf(page(TEXT), { live: false })).sure).toBe(false)
  })
})

describe('the rest', () => {
  const letter = (change: object) => ({ title: '咨询审批进度', sent: '2026-08-01', answered: null, reply: null, anchor: at('', ''), ...change })
  const unanswered: Partial<Rechecked> = { check: 'letters/unanswered', quote: '咨询审批进度', anchor: null }
  const guide: Partial<Rechecked> = { check: 'guide/missing-element', quote: '设定依据', anchor: null }
  const missing: Partial<Rechecked> = { check: 'tags/missing', quote: 'PubDate', anchor: null }
  const future: Partial<Rechecked> = { check: 'freshness/future-date', quote: '2026-12-15', anchor: null }
  test.each<[string, Partial<Rechecked>, PageSight, string, string]>([
    ['a letter was answered', unanswered, sightOf(page(TEXT, { letters: [letter({ answered: '2026-11-20' })] })), 'fixed', 'letter-answered'],
    ['a letter waits', unanswered, sightOf(page(TEXT, { letters: [letter({ open: true })] })), 'standing', 'letter-waits'],
    ['a letter is not listed', unanswered, sightOf(page(TEXT)), 'changed', 'letter-gone'],
    ['an element was filled in', guide, sightOf(page(TEXT, { guide: { elements: { 设定依据: '行政许可法' } } })), 'fixed', 'element-filled'],
    ['an element is still empty', guide, sightOf(page(TEXT, { guide: { elements: { 设定依据: '' } } })), 'standing', 'element-missing'],
    ['no guide any more', guide, sightOf(page(TEXT)), 'person', 'no-guide'],
    ['a tag was added', missing, sightOf(page(TEXT)), 'fixed', 'tags-mended'],
    ['a tag is missing', missing, sightOf(page(TEXT), { findings: [found('tags/missing', 'PubDate')] }), 'standing', 'still-found'],
    ['one of two tags is missing', { ...missing, quote: 'PubDate、ContentSource' }, sightOf(page(TEXT), { findings: [found('tags/missing', 'PubDate')] }), 'standing', 'partly'],
    ['a page without any tag', missing, sightOf(page(TEXT, { tags: {} })), 'person', 'no-tags'],
    ['a date was put right', future, sightOf(page(TEXT)), 'fixed', 'date-mended'],
    ['a date came due by itself', future, sightOf(page(TEXT, { publication: dateOf('2026-12-15') })), 'person', 'date-same'],
    ['a date is still ahead', future, sightOf(page(TEXT), { findings: [found('freshness/future-date', '2026-12-15')] }), 'standing', 'date-stands'],
    ['a mark in the footer', { check: 'footer/missing', quote: '找错', anchor: null }, sightOf(page(TEXT)), 'fixed', 'no-longer-found'],
    ['a footer that was not read', { check: 'footer/missing', quote: '找错', anchor: null }, sightOf(page(TEXT, { footer: { ...pageOf().footer, siteIdCode: null, icp: null, sponsor: null, policeRecord: null } })), 'person', 'no-footer'],
    ['any other check, found again', { check: 'policy/unlinked', quote: TITLE, anchor: null }, sightOf(page(TEXT), { findings: [found('policy/unlinked', TITLE)] }), 'standing', 'still-found'],
    ['any other check, not found again', { check: 'policy/unlinked', quote: TITLE, anchor: null }, sightOf(page(TEXT)), 'person', 'no-longer-found'],
    ['a login page in its stead', unanswered, sightOf(page('请登录', { title: TITLE, kind: 'login' })), 'changed', 'other-page'],
  ])('%s', (_, change, sight, result, says) => expect(said(issueOf(change), sight).slice(0, 2)).toEqual([result, says]))
})
