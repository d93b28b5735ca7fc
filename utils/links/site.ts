import { hostOf } from './address.ts'

/** Second levels under which names are registered one level deeper. */
const SECOND_LEVEL = new Set(['gov', 'com', 'org', 'net', 'edu', 'ac', 'mil', 'co', 'politics'])

/** 省级行政区 second levels of .cn, under which names may be registered (`hn.cn`). */
const PROVINCES = new Set('ah bj cq fj gd gs gx gz ha hb he hi hk hl hn jl js jx ln mo nm nx qh sc sd sh sn sx tj tw xj xz yn zj'.split(' '))

/**
 * The part of a host that one owner registers: `zwfw.qinghe.gov.cn` → `qinghe.gov.cn`.
 * An IP address or a single word is its own site. Enough for .cn and the common suffixes; not the whole public suffix list.
 */
export function siteOf(href: string): string {
  const host = hostOf(href).replace(/\.$/, '')
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return host
  const parts = host.split('.')
  const [second = '', first = ''] = parts.slice(-2)
  const deep = first.length === 2 && (SECOND_LEVEL.has(second) || (first === 'cn' && PROVINCES.has(second)))
  return parts.slice(deep ? -3 : -2).join('.')
}

/** Hosts a government page must or may link to without a leave-site prompt: marks in the footer and reporting centres. */
const PUBLIC_SERVICE = ['conac.cn', '12377.cn', '12315.cn', '12345.cn', '12388.gov.cn', '12389.gov.cn', 'cnzz.com.cn', '12371.cn', 'ccps.gov.cn']

/** Press, share buttons and services that pages link to everywhere: nobody plants hidden links to them. */
const WELL_KNOWN = 'weibo.com weibo.cn qq.com baidu.com bdimg.com douban.com sina.com.cn sohu.com 163.com people.com.cn people.cn xinhuanet.com news.cn cctv.com cctv.cn cntv.cn gmw.cn ce.cn youth.cn chinanews.com chinanews.com.cn huanqiu.com china.com.cn china.cn qstheory.cn chinadaily.com.cn cnr.cn 12306.cn 10086.cn amap.com douyin.com toutiao.com hanweb.com trs.com.cn cnzz.com alipay.com'.split(' ')

/** True for hosts that are linked to everywhere, and for the 找错 form wherever it is served. */
export function isWellKnown(href: string): boolean {
  return WELL_KNOWN.includes(siteOf(href)) || /\/exposure\/jiucuo\.html/.test(href)
}

/** True for *.gov.cn, *.政务 and the marks every government page carries. */
export function isGovernmentHost(host: string): boolean {
  return /(?:^|\.)gov\.cn$|(?:^|\.)xn--zfr164b$/.test(host) || PUBLIC_SERVICE.some((name) => host === name || host.endsWith(`.${name}`))
}

/** True when a link leaves the site that the page belongs to. */
export function leavesSite(href: string, pageUrl: string): boolean {
  return siteOf(href) !== siteOf(pageUrl)
}
