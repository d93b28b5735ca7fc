import { daysBetween } from '../types/day.ts'
import type { PageKind, PageReading } from '../types/reading.ts'
import type { Check } from './check.ts'
import { finding } from './finding.ts'
import { sameTitle } from './same-title.ts'

const SITE = ['SiteName', 'SiteDomain', 'SiteIDCode']
const COLUMN = [...SITE, 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType']
const CONTENT = [...COLUMN, 'ArticleTitle', 'PubDate', 'ContentSource']

/** Required 页面标签 by kind of page: the first 3 on the home page, 7 on columns, 10 on articles (国办发〔2017〕47号, domain §2.2). */
const REQUIRED: Partial<Record<PageKind, readonly string[]>> = { home: SITE, column: COLUMN, article: CONTENT }

const SITE_CODE = /^(?:\d{10}|bm\d{8}|N\d{9})$/i
const RESIDUE = /<\/?\w[^<>]*>|<%|%>|\$\{|\{\{|\}\}|\{\$|#\{|\[!--|CMSPRO_|^(?:网站名称|网站域名|政府网站标识码|栏目名称|栏目描述|栏目关键[字词]|文章标题|发布时间)$/i
const EMPTY = /^(?:null|undefined|无|暂无|-+)?$/i
/** `2026-04-15 09:26`, seconds allowed; a date alone is common and harmless. */
const PUB_DATE = /^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/

function requiredOf(reading: PageReading): readonly string[] {
  return REQUIRED[reading.kind] ?? []
}

function list(names: readonly string[]): string {
  return names.join('、')
}

/** 页面标签缺失: one finding for all tags that the page lacks. */
export const tagsMissingCheck: Check = {
  id: 'tags/missing',
  run(reading) {
    const missing = requiredOf(reading).filter((name) => reading.tags[name] === undefined)
    if (missing.length === 0) return []
    return [finding({ check: 'tags/missing', indicator: 'W-D05', severity: 'minor', params: { names: list(missing), count: missing.length }, evidence: list(missing), confidence: 0.95 })]
  },
}

/** Tags that are there and empty. */
export const tagsEmptyCheck: Check = {
  id: 'tags/empty',
  run(reading) {
    const empty = requiredOf(reading).filter((name) => reading.tags[name] !== undefined && EMPTY.test(reading.tags[name] ?? ''))
    if (empty.length === 0) return []
    return [finding({ check: 'tags/empty', indicator: 'W-D05', severity: 'minor', params: { names: list(empty), count: empty.length }, evidence: list(empty), confidence: 0.95 })]
  },
}

/** Template words that the CMS should have replaced. A column's own tags are told on the column's page, not on each of its articles. */
export const tagsResidueCheck: Check = {
  id: 'tags/residue',
  run(reading) {
    const elsewhere = reading.kind === 'article' ? COLUMN.slice(SITE.length) : []
    const left = Object.entries(reading.tags).filter(([name, value]) => value !== undefined && !elsewhere.includes(name) && RESIDUE.test(value.trim()))
    if (left.length === 0) return []
    const evidence = left.map(([name, value]) => `${name}=${value ?? ''}`).join('；')
    return [finding({ check: 'tags/residue', indicator: 'W-D05', severity: 'minor', params: { names: list(left.map(([name]) => name)) }, evidence, confidence: 0.95 })]
  },
}

/** SiteIDCode and PubDate that have not the shape they must have. */
export const tagsShapeCheck: Check = {
  id: 'tags/shape',
  run({ tags }) {
    const wrong: string[] = []
    const { SiteIDCode: code = '', PubDate: date = '' } = tags
    if (!EMPTY.test(code) && !RESIDUE.test(code) && !SITE_CODE.test(code)) wrong.push(`SiteIDCode=${code}`)
    if (!EMPTY.test(date) && !RESIDUE.test(date) && !PUB_DATE.test(date)) wrong.push(`PubDate=${date}`)
    if (wrong.length === 0) return []
    return [finding({ check: 'tags/shape', indicator: 'W-D05', severity: 'minor', params: { tags: list(wrong) }, evidence: wrong.join('；'), confidence: 0.9 })]
  },
}

/** Tags that contradict the page: the host, the footer's 标识码, the visible title, the visible date. */
export const tagsMismatchCheck: Check = {
  id: 'tags/mismatch',
  run(reading) {
    const { tags, footer, publication } = reading
    const wrong: [string, string][] = []
    const domain = tags['SiteDomain'] ?? ''
    if (isForeignDomain(domain, reading.url)) wrong.push([`SiteDomain=${domain}`, new URL(reading.url).host])
    const code = tags['SiteIDCode'] ?? ''
    if (SITE_CODE.test(code) && footer.siteIdCode && code.toLowerCase() !== footer.siteIdCode.toLowerCase()) {
      wrong.push([`SiteIDCode=${code}`, footer.siteIdCode])
    }
    const title = tags['ArticleTitle'] ?? ''
    const shown = reading.blocks.some((b) => b.role === 'title')
    if (reading.kind === 'article' && shown && title.length > 3 && !sameTitle(title, reading.title)) wrong.push([`ArticleTitle=${title}`, reading.title])
    const day = /^\d{4}-\d{2}-\d{2}/.exec(tags['PubDate'] ?? '')?.[0]
    // Where nothing explains the difference it is a question of dates: `freshness/date-conflict`.
    if (day && publication?.source === 'visible' && !reading.dateConflict && Math.abs(daysBetween(day, publication.day)) > 1) {
      wrong.push([`PubDate=${tags['PubDate'] ?? ''}`, publication.day])
    }
    if (wrong.length === 0) return []
    const evidence = wrong.map(([tag]) => tag).join('；')
    return [
      finding({
        check: 'tags/mismatch', indicator: 'W-D05', severity: 'minor',
        params: { tags: evidence, page: list(wrong.map(([, page]) => page)) }, evidence, confidence: 0.85,
      }),
    ]
  },
}

/** SiteDomain may carry a scheme, a path, several names; a sub-site may name its portal. */
function isForeignDomain(tag: string, url: string): boolean {
  const host = new URL(url).hostname.toLowerCase()
  if (!/\.[a-z]{2,}$/.test(host)) return false
  const domains = tag.toLowerCase().split(/[,，;；\s]+/).flatMap((part) => /^(?:https?:)?(?:\/\/)?([a-z\d.-]+\.[a-z]{2,})(?::\d+)?(?:\/|$)/.exec(part)?.[1] ?? [])
  if (domains.length === 0) return false
  const core = (name: string): string => name.replace(/^www\d?\./, '')
  return !domains.some((d) => core(host) === core(d) || host.endsWith(`.${core(d)}`) || core(d).endsWith(`.${core(host)}`))
}
