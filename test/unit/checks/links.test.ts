import { describe, expect, test } from 'vitest'
import { brokenLinks } from '../../../utils/checks/broken-links.ts'
import { linkFindings, staticLinksCheck } from '../../../utils/checks/links.ts'
import en from '../../../assets/locales/en/links.json' with { type: 'json' }
import zh from '../../../assets/locales/zh-CN/links.json' with { type: 'json' }
import { REASONS } from '../../../utils/links/reasons.ts'
import type { CheckContext } from '../../../utils/checks/check.ts'
import type { LinkVerdict } from '../../../utils/types/link.ts'
import type { LinkReading, PageKind, PageReading } from '../../../utils/types/reading.ts'

const HOME = 'http://www.qinghe.gov.cn/index.html'

function link(raw: string, text: string, more: Partial<LinkReading> = {}): LinkReading {
  return { raw, href: new URL(raw, HOME).href, text, tag: 'a', visible: true, handled: false, anchor: { quote: text, prefix: '', suffix: '', start: 0, selector: 'a' }, ...more }
}

function reading(links: LinkReading[], kind: PageKind = 'home'): PageReading {
  return {
    url: HOME, title: '青禾县人民政府', kind, readAt: '2026-11-20T01:00:00Z', columnPath: [], columnName: null, contentSource: null, publication: null, lastUpdate: null,
    dateCandidates: [], dateConflict: null, list: null, listState: 'none', sections: [], tags: {}, blocks: [], links, letters: [], guide: null, gaps: [],
    footer: { siteIdCode: null, icp: null, policeRecord: null, hasConac: false, hasJiucuo: false, jiucuoSiteCode: null, sponsor: null, contact: null, hasSiteMap: false, claimsIpv6: false, claimsAccessible: false, copyrightYear: null },
  }
}

function verdict(href: string, more: Partial<LinkVerdict>): LinkVerdict {
  return { href: new URL(href, HOME).href, verdict: 'dead', reason: 'not-found', status: 404, netError: null, hops: [], evidence: '404', ms: 9, checkedAt: '2026-11-20T01:00:00Z', looks: 2, failures: 2, ...more }
}

const CONTEXT = {} as CheckContext

describe('static findings', () => {
  test('one a distinct link; outside links are none', () => {
    const found = staticLinksCheck.run(reading([
      link('#', '政策解读'), link('#', '政策解读'), link('#', '规划计划'), link('http://192.168.3.4/a', '旧系统'), link('http://192.168.3.4/a', '旧系统'),
      link('https://www.sample.com/', '合作单位'), link('https://www.sample.com/', '百家乐', { visible: false }), link('/zwgk/', '政务公开'),
    ]), CONTEXT)
    expect(found.map(({ check, severity, indicator }) => [check, severity, indicator])).toEqual([
      ['links/empty', 'general', 'W-D08'], ['links/empty', 'general', 'W-D08'], ['links/wrong', 'general', 'W-D08'], ['links/hidden', 'serious', 'W-V1.3'],
    ])
    expect(new Set(found.map(({ id }) => id)).size).toBe(4)
  })
})

describe('findings from verdicts', () => {
  const links = [link('/none.html', '隐藏', { visible: false }), link('/none.html', '通知'), link('/wall.html', '公告'), link('https://old.sample.com/', '友情链接')]

  test('dead and changed owners are findings, unsure ones are not', () => {
    const found = linkFindings(reading(links, 'column'), [
      verdict('/none.html', {}), verdict('/wall.html', { verdict: 'unsure', reason: 'forbidden', status: 403 }),
      verdict('https://old.sample.com/', { verdict: 'unsure', reason: 'changed-gambling', status: 200 }), verdict('/elsewhere.html', {}),
    ])
    expect(found.map(({ check, severity, indicator }) => [check, severity, indicator])).toEqual([
      ['links/dead', 'general', 'W-D09'], ['links/changed-owner', 'serious', 'W-V1.3'],
    ])
    expect(found[0]).toMatchObject({ anchor: { quote: '通知' }, evidence: 'http://www.qinghe.gov.cn/none.html', says: { params: { text: '通知', looks: 2, failures: 2 } } })
  })
})

describe('broken links of a page', () => {
  test('as a table, and counted on the home page and elsewhere', () => {
    const links = [link('/none.html', '通知'), link('#', '规划'), link('mailto:x', '邮箱')]
    const page = { ...reading(links), sections: [{ name: '通知公告', href: null, items: [{ title: '通知', href: links[0]!.href!, day: null, anchor: links[0]!.anchor }], newest: null, newestMonthDay: null, paged: false, anchor: links[0]!.anchor }] }
    const findings = [...linkFindings(page, [verdict('/none.html', {})]), ...staticLinksCheck.run(page, CONTEXT)]
    expect(brokenLinks(page, findings)).toMatchObject([
      { address: links[0]!.href, text: '通知', section: '通知公告', status: 404, onHome: true, parentUrl: HOME, where: { key: 'links.where.page' } },
      { address: '# 规划', text: '规划', section: '', status: null },
    ])
    // the index that inspectors count: the home page's and other pages' apart
    expect(findings.filter(({ indicator }) => indicator === 'W-D08')).toHaveLength(2)
    expect(linkFindings({ ...page, kind: 'column' }, [verdict('/none.html', {})]).map(({ indicator }) => indicator)).toEqual(['W-D09'])
  })
})

describe('texts', () => {
  const keys = (object: object): string[] => Object.entries(object).flatMap(([key, value]) => (typeof value === 'object' ? keys(value).map((rest) => `${key}.${rest}`) : [key]))
  const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

  test('both languages have the same keys and holes, and every reason its words', () => {
    expect(keys(en).sort()).toEqual(keys(zh).sort())
    for (const [key, text] of Object.entries(zh.says)) expect(holes(en.says[key as keyof typeof en.says])).toEqual(holes(text))
    expect(Object.keys(zh.reason).sort()).toEqual(Object.keys(REASONS).sort())
    for (const [reason, verdict] of Object.entries(REASONS)) if (verdict === 'dead' || reason.startsWith('changed-')) expect(zh.says).toHaveProperty(reason)
  })

  test('every finding has its words', () => {
    const all = [
      ...staticLinksCheck.run(reading([link('#', 'a'), link('file:///c:/a', 'b'), link('mailto:x', 'c'), link('https://www.sample.com/', 'd', { visible: false })]), CONTEXT),
      ...linkFindings(reading([link('/none.html', 'e')]), [verdict('/none.html', {})]),
    ]
    expect(all).toHaveLength(5)
    for (const { says, basis, suggestion } of all) {
      for (const phrase of [says, basis, suggestion!]) {
        const [, group, name] = phrase.key.split('.') as [string, 'says' | 'basis' | 'suggest', string]
        const text = (zh[group] as Record<string, string>)[name]
        expect(text, phrase.key).toBeTypeOf('string')
        for (const hole of holes(text!)) expect(phrase.params, phrase.key).toHaveProperty(hole!)
      }
    }
  })
})
