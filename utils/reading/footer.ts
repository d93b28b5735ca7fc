import type { FooterReading, TagReading } from '../types/reading.ts'
import { plainWidth } from './date-words.ts'
import type { HookReading } from './footer-hooks.ts'
import { readHooks } from './footer-hooks.ts'
import type { Page } from './page.ts'
import type { Steps } from './steps.ts'

/** 网站标识码: 10 digits of a local site, `bm` + 8 of a ministry's, `N` + 9. */
export const SITE_CODE = /^(?:\d{10}|bm\d{8}|N\d{9})$/i
const CODE_LABEL = /标\s*识\s*码\s*[:：]?\s*((?:\d\s?){9}\d|bm\s?\d{8}|N\s?\d{9})(?!\d)/i
const PROVINCES = '京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇陕甘陇青宁新藏蒙港澳台'
const icp = (before: string, word: string): RegExp =>
  new RegExp(String.raw`${before && String.raw`${before}\s*`}ICP\s*${word}(?:字)?(?:第)?\s*\d{6,10}(?:-\d+)?\s*号?(?:\s?-\s?\d+)?号?`, 'i')
/** 备 with its province, then without, then the licence 证, which some footers give instead. */
const ICP = [icp(`[(（]?[${PROVINCES}][)）]?`, '备'), icp('', '备'), icp(`[${PROVINCES}]`, '证')]
const POLICE = [
  new RegExp(String.raw`[${PROVINCES}]\s*公\s*网\s*安\s*备\s*[:：]?\s*\d{10,14}\s*号?`),
  /公网安备\s*[:：]?\s*\d{10,14}\s*号?/,
  /(?:公安(?:机关|部|联网|网)?备案(?:号)?|网警备案号?|公安备案编号)\s*[:：]?\s*\d{12,14}\s*号?/,
]
const SPONSOR = /(?:主办单位|主办|主管单位|版权所有|网站主办)\s*[:：]?\s*([^\s:：|｜,，;；©（(]{4,40})/
const CONTACT = /(?:联系电话|电话|联系方式|传真|热线|邮箱|电子邮件|E-?mail)[^\d@]{0,24}((?:\d{3,4}[-—－ ]?)?\d{7,8}|\d{5}(?!\d)|[\w.]+@[\w.]+\w)/i
const COPYRIGHT = /(?:©|copyright|版权所有|\(c\))[^\d]{0,12}(?:(?:19|20)\d{2}\s*[-—~至]\s*)?((?:19|20)\d{2})(?!\d)/i
const MARK_WORDS = /备案|ICP备|标\s*识\s*码|公网安备/
/** How many of the last blocks may be a footer that no class names. */
const TAIL = 80
/** Marks may stand further up, before lists of links, but not among the rows of a long list. */
const NEAR_END = 600

/**
 * 页脚标识: from the visible text (spans joined, full-width made plain), the links and the scripts that paint marks.
 * Read it after the page's scripts have run.
 */
export function* readFooter(page: Page, tags: TagReading): Steps<FooterReading> {
  const hooks: HookReading = yield* readHooks(page)
  const printed = footerText(page)
  // One for one with what is printed, so that marks are found in plain form and given as printed.
  const text = plainWidth(printed)
  const asPrinted = (patterns: readonly RegExp[]): string | null => {
    for (const pattern of patterns) {
      const m = pattern.exec(text)
      if (m) return printed.slice(m.index, m.index + m[0].length).replace(/\s+/g, ' ').trim()
    }
    return null
  }
  return {
    siteIdCode: CODE_LABEL.exec(text)?.[1]?.replace(/\s/g, '') ?? null,
    icp: asPrinted(ICP),
    policeRecord: asPrinted(POLICE) ?? hooks.policeCode,
    hasConac: hooks.hasConac,
    hasJiucuo: hooks.hasJiucuo,
    jiucuoSiteCode: hooks.jiucuoSiteCode,
    sponsor: SPONSOR.exec(text)?.[1] ?? null,
    contact: CONTACT.exec(text)?.[1] ?? null,
    hasSiteMap: /(?:网站|站点)地图|sitemap/i.test(text),
    claimsIpv6: /支持\s*IPv6|IPv6\s*(?:标识|网络|已|站点)?/i.test(text) || /支持IPv6/i.test(tags['SiteName'] ?? ''),
    claimsAccessible: [...page.head.slice(0, TAIL), ...page.blocks.slice(-TAIL)].some((b) => b.text.length < 200 && /无障碍|适老化|长者|关怀版/.test(b.text)),
    copyrightYear: Number(COPYRIGHT.exec(text)?.[1]) || null,
  }
}

/** Text of the last part of the page, wide enough for footers that no class names. */
function footerText(page: Page): string {
  const near = page.blocks.slice(-NEAR_END)
  const tail = near.length - TAIL
  return near
    .filter((b, i) => i >= tail || b.zone === 'footer' || MARK_WORDS.test(b.text))
    .map((b) => b.text)
    .join('\n')
}
