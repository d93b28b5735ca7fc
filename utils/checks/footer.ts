import type { FooterReading, TagReading } from '../types/reading.ts'
import type { Check } from './check.ts'
import { isSiteHome } from './deadlines.ts'
import { finding } from './finding.ts'

/** 页脚标识 by the names that the checkers of 国办发〔2017〕47号 use, each with how it is seen. */
const MARKS: readonly [string, (footer: FooterReading, tags: TagReading) => boolean][] = [
  ['网站标识码', (f, t) => f.siteIdCode !== null || /^(?:\d{10}|bm\d{8})$/i.test(t['SiteIDCode'] ?? '')],
  ['党政机关网站标识', (f) => f.hasConac],
  ['我为政府网站找错', (f) => f.hasJiucuo],
  ['ICP备案编号', (f) => f.icp !== null],
  ['公安机关备案标识', (f) => f.policeRecord !== null],
  ['主办单位', (f) => f.sponsor !== null],
  ['联系方式', (f) => f.contact !== null],
]

/** Marks that the footer of the home page lacks, in one finding. Read on the home page, as inspections do. */
export const footerMissingCheck: Check = {
  id: 'footer/missing',
  run(reading, context) {
    if (!isSiteHome(reading, context)) return []
    const { footer, tags } = reading
    const missing = MARKS.filter(([, seen]) => !seen(footer, tags)).map(([name]) => name)
    if (missing.length === 0) return []
    // A page that shows none at all was hardly read to its end: its footer may be painted later or stand in a frame.
    const unread = missing.length >= MARKS.length - 1
    return [
      finding({
        check: 'footer/missing', indicator: 'W-D07', severity: unread ? 'doubtful' : 'general',
        params: { names: missing.join('、'), count: missing.length }, evidence: missing.join('、'), confidence: unread ? 0.4 : 0.85,
      }),
    ]
  },
}

/** 找错 with another site's code, or a 标识码 that is not the site's in the roster. */
export const footerMismatchCheck: Check = {
  id: 'footer/mismatch',
  run(reading, context) {
    if (!isSiteHome(reading, context)) return []
    const { footer, tags } = reading
    const { belonging } = context
    const own = belonging.site?.siteIdCode || footer.siteIdCode || tags['SiteIDCode'] || ''
    const wrong: string[] = []
    if (own && footer.jiucuoSiteCode && !same(footer.jiucuoSiteCode, own)) wrong.push(`找错 ${footer.jiucuoSiteCode}`)
    if (own && footer.siteIdCode && !same(footer.siteIdCode, own)) wrong.push(`网站标识码 ${footer.siteIdCode}`)
    if (wrong.length === 0) return []
    return [
      finding({
        check: 'footer/mismatch', indicator: 'W-D07', severity: 'general',
        params: { wrong: wrong.join('、'), own }, evidence: wrong.join('、'), confidence: 0.9,
      }),
    ]
  },
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
