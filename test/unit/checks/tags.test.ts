import { describe, expect, test } from 'vitest'
import { sameTitle } from '../../../utils/checks/same-title.ts'
import { columnOf, contextOf, dateOf, findings, footer, homeOf, idsOf, pageOf, tags } from './readings.ts'

const titled = { id: 0, text: '县农业农村局开展田间管理指导', selector: 'h1', role: 'title' as const }
const without = (...names: string[]) => Object.fromEntries(Object.entries(tags).filter(([name]) => !names.includes(name)))

test('nothing is found on a page without a fault, of any kind', () => {
  expect(findings(pageOf())).toEqual([])
  expect(findings(columnOf('工作动态', '2026-11-20'))).toEqual([])
  expect(findings(homeOf())).toEqual([])
})

describe('missing tags', () => {
  test('are told once a page, by what the kind of page needs', () => {
    expect(findings(pageOf({ tags: without('PubDate', 'ContentSource') }))).toMatchObject([{ check: 'tags/missing', evidence: 'PubDate、ContentSource', indicator: 'W-D05', severity: 'minor' }])
    expect(idsOf({ ...columnOf('工作动态', '2026-11-20'), tags: without('PubDate', 'ArticleTitle', 'ContentSource') })).toEqual([])
    expect(findings({ ...columnOf('工作动态', '2026-11-20'), tags: without('ColumnType') })).toMatchObject([{ evidence: 'ColumnType' }])
    expect(idsOf(homeOf({ tags: { SiteName: '青禾县人民政府', SiteDomain: 'www.qinghe.gov.cn', SiteIDCode: '3701990001' } }))).toEqual([])
    expect(idsOf(pageOf({ kind: 'search', publication: null, tags: {} }))).toEqual([])
  })
})

test.each([[''], ['null'], ['undefined'], ['暂无'], ['-']])('a tag with the content “%s” is empty', (content) => {
  expect(findings(pageOf({ tags: { ...tags, ContentSource: content } }))).toMatchObject([{ check: 'tags/empty', evidence: 'ContentSource' }])
})

describe('template residue', () => {
  test.each([['<CMSPRO_CHANNEL_KEYWORDS>'], ['${title}'], ['{{ keywords }}'], ['<%=title%>'], ['{$T.name}'], ['#{name}']])('%s', (content) => {
    expect(findings({ ...columnOf('工作动态', '2026-11-20'), tags: { ...tags, ColumnKeywords: content } })).toMatchObject([{ check: 'tags/residue', evidence: `ColumnKeywords=${content}` }])
  })

  test('in a column’s tags is told on the column, not on each of its articles', () => {
    expect(idsOf(pageOf({ tags: { ...tags, ColumnKeywords: '<CMSPRO_CHANNEL_KEYWORDS>' } }))).toEqual([])
    expect(idsOf(pageOf({ tags: { ...tags, Keywords: '<CMSPRO_KEYWORDS>' } }))).toEqual(['tags/residue'])
  })
})

describe('shape', () => {
  test.each([
    ['PubDate', '2026-11-20 09:26', []], ['PubDate', '2026-11-20 09:26:11', []], ['PubDate', '2026-11-20', []], ['PubDate', '2026/11/20 09:26', ['tags/shape']],
    ['PubDate', '2026.11.20', ['tags/shape']], ['PubDate', '2026年11月20日', ['tags/shape']], ['PubDate', 'Fri Nov 20 09:26:11 CST 2026', ['tags/shape']],
    ['SiteIDCode', 'bm29040001', []], ['SiteIDCode', '370199001', ['tags/shape']], ['SiteIDCode', 'bt0001', ['tags/shape']],
  ])('%s=%s', (name, content, wanted) => {
    const page = pageOf({ tags: { ...tags, [name]: content }, footer: { ...footer, siteIdCode: null } })
    expect(idsOf(page, contextOf(), 'tags/shape')).toEqual(wanted)
  })
})

describe('tags against the page', () => {
  const domain = (SiteDomain: string, url: string) => idsOf(pageOf({ url, tags: { ...tags, SiteDomain } }), contextOf(), 'tags/mismatch')

  test.each([
    ['www.qinghe.gov.cn', 'http://www.qinghe.gov.cn/a.html'], ['http://www.qinghe.gov.cn/', 'https://www.qinghe.gov.cn/a.html'], ['www.qinghe.gov.cn', 'http://nyj.qinghe.gov.cn/'],
    ['qinghe.gov.cn', 'http://www.qinghe.gov.cn/'], ['www.qinghe.gov.cn,nyj.qinghe.gov.cn', 'http://nyj.qinghe.gov.cn/'], ['www.qinghe.gov.cn', 'http://10.1.2.3:8080/'],
    ['青禾县人民政府', 'http://www.qinghe.gov.cn/'], ['', 'http://www.qinghe.gov.cn/'],
  ])('SiteDomain %s fits %s', (tag, url) => {
    expect(domain(tag, url)).toEqual([])
  })

  test('another host does not', () => {
    expect(findings(pageOf({ tags: { ...tags, SiteDomain: 'www.qhnyj.gov.cn' } }))).toMatchObject([{ check: 'tags/mismatch', evidence: 'SiteDomain=www.qhnyj.gov.cn' }])
  })

  test('SiteIDCode against the footer, ArticleTitle against the heading, PubDate against the visible date: one finding', () => {
    const page = pageOf({
      tags: { ...tags, SiteIDCode: '3701990099', ArticleTitle: '全县秋粮收购工作会议召开', PubDate: '2026-11-01 08:00' },
      publication: dateOf('2026-11-20'), blocks: [titled], title: titled.text,
    })
    const found = findings(page)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ evidence: 'SiteIDCode=3701990099；ArticleTitle=全县秋粮收购工作会议召开；PubDate=2026-11-01 08:00' })
  })

  test('a day apart is no mismatch, nor is a heading that was not found', () => {
    expect(idsOf(pageOf({ tags: { ...tags, PubDate: '2026-11-19 23:59' } }))).toEqual([])
    expect(idsOf(pageOf({ tags: { ...tags, ArticleTitle: '全县秋粮收购工作会议召开' } }))).toEqual([])
  })
})

test.each([
  ['县农业农村局开展田间管理指导', '县农业农村局开展田间管理指导（图）', true],
  ['关于印发《青禾县供水管理办法》的通知', '青禾县人民政府关于印发《青禾县供水管理办法》的通知', true],
  ['全县秋粮收购工作会议召开', '县图书馆新馆试运行', false],
])('%s and %s name the same: %s', (a, b, wanted) => {
  expect(sameTitle(a, b)).toBe(wanted)
})
