import type { CheckContext } from '../../../utils/checks/check.ts'
import { checkPage } from '../../../utils/checks/index.ts'
import { NATIONAL_DEADLINES } from '../../../utils/checks/deadlines.ts'
import type { Anchor } from '../../../utils/types/anchor.ts'
import type { Finding } from '../../../utils/types/finding.ts'
import type { DateReading, FooterReading, ListReading, PageReading } from '../../../utils/types/reading.ts'
import type { Column } from '../../../utils/types/roster.ts'

export const TODAY = '2026-11-21'
export const anchor: Anchor = { quote: '', prefix: '', suffix: '', start: 0, selector: 'body' }

export const footer: FooterReading = {
  siteIdCode: '3701990001', icp: '鲁ICP备09999901号', policeRecord: '鲁公网安备 37019902000101号', hasConac: true, hasJiucuo: true,
  jiucuoSiteCode: '3701990001', sponsor: '青禾县人民政府办公室', contact: '0500-7120001', hasSiteMap: true, claimsIpv6: false,
  claimsAccessible: false, copyrightYear: 2026,
}

export const tags = {
  SiteName: '青禾县人民政府', SiteDomain: 'www.qinghe.gov.cn', SiteIDCode: '3701990001', ColumnName: '工作动态', ColumnDescription: '工作动态栏目',
  ColumnKeywords: '工作，动态', ColumnType: '政务动态', ArticleTitle: '县农业农村局开展田间管理指导', PubDate: '2026-11-20 09:26', ContentSource: '县农业农村局',
}

/** A page on which no check finds anything. */
export function pageOf(changes: Partial<PageReading> = {}): PageReading {
  return {
    url: 'http://www.qinghe.gov.cn/xw/', title: '县农业农村局开展田间管理指导', kind: 'article', readAt: '2026-11-21T04:00:00.000Z', columnPath: ['工作动态'],
    columnName: '工作动态', contentSource: '县农业农村局', publication: dateOf('2026-11-20'), lastUpdate: null, dateCandidates: [], dateConflict: null,
    list: null, listState: 'none', sections: [], tags, footer, blocks: [], links: [], letters: [], guide: null, gaps: [], ...changes,
  }
}

export function dateOf(day: string, source: DateReading['source'] = 'visible', quote = day): DateReading {
  return { day, source, quote, confidence: 0.9 }
}

export function listOf(...days: (string | null)[]): ListReading {
  const items = days.map((day, i) => ({ title: `第${i + 1}条信息标题`, href: `http://www.qinghe.gov.cn/xw/${i}.html`, day, anchor }))
  const newest = days.reduce<string | null>((max, day) => (day !== null && (max === null || day > max) ? day : max), null)
  return { name: null, href: null, items, newest, newestMonthDay: null, paged: false, anchor }
}

/** A column page. */
export function columnOf(name: string, ...days: (string | null)[]): PageReading {
  return pageOf({ kind: 'column', title: name, columnName: name, publication: null, list: listOf(...days), listState: 'items' })
}

export function homeOf(changes: Partial<PageReading> = {}): PageReading {
  return pageOf({ url: 'http://www.qinghe.gov.cn/', kind: 'home', columnName: null, publication: null, sections: [listOf('2026-11-20')], ...changes })
}

export function contextOf(column: Partial<Column> | null = null, changes: Partial<CheckContext> = {}): CheckContext {
  const whole: Column | null = column && { id: 'c', name: '工作动态', prefix: 'www.qinghe.gov.cn/xw/', unitId: null, class: 'news', deadlineDays: null, exemption: null, ...column }
  return { today: TODAY, belonging: { unit: null, site: null, column: whole, by: null }, deadlines: NATIONAL_DEADLINES, checkText: () => [], ...changes }
}

/** Findings of all checks, or of those whose id begins so. */
export function findings(reading: PageReading, context = contextOf(), only = ''): Finding[] {
  const { findings, gaps } = checkPage(reading, context)
  if (gaps.length > 0) throw new Error(JSON.stringify(gaps))
  return findings.filter((f) => f.check.startsWith(only))
}

export function idsOf(reading: PageReading, context = contextOf(), only = ''): string[] {
  return findings(reading, context, only).map((f) => f.check)
}
