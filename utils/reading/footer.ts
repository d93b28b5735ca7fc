import type { FooterReading, TagReading } from '../types/reading.ts'
import type { Page } from './page.ts'
import { plainWidth } from './date-words.ts'

/** 网站标识码: 10 digits of a local site, `bm` + 8 of a ministry's, `N` + 9. */
export const SITE_CODE = /^(?:\d{10}|bm\d{8}|N\d{9})$/i
const CODE_LABEL = /标\s*识\s*码\s*[:：]?\s*((?:\d\s?){9}\d|bm\s?\d{8}|N\s?\d{9})(?!\d)/i
const PROVINCES = '京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇陕甘陇青宁新藏蒙港澳台'
const icp = (before: string, word: string): RegExp =>
  new RegExp(String.raw`${before}\s*ICP\s*${word}(?:字)?(?:第)?\s*\d{6,10}(?:-\d+)?\s*号?(?:\s?-\s?\d+)?号?`, 'i')
/** 备 with its province, then without, then the licence 证, which some footers give instead. */
const ICP = [icp(`[(（]?[${PROVINCES}][)）]?`, '备'), icp('', '备'), icp(`[${PROVINCES}]`, '证')]
const POLICE = [new RegExp(String.raw`[${PROVINCES}]\s*公\s*网\s*安\s*备\s*[:：]?\s*\d{10,14}\s*号?`), /公网安备\s*[:：]?\s*\d{10,14}\s*号?/]
const POLICE_PLAIN = /(?:公安(?:机关|部|联网|网)?备案(?:号)?|网警备案号?|公安备案编号)\s*[:：]?\s*\d{12,14}\s*号?/
const SPONSOR = /(?:主办单位|主办|主管单位|版权所有|网站主办)\s*[:：]?\s*([^\s:：|｜,，;；©（(]{4,40})/
const CONTACT = /(?:联系电话|电话|联系方式|传真|热线|邮箱|电子邮件|E-?mail)[^\d@]{0,24}((?:\d{3,4}[-—－ ]?)?\d{7,8}|\d{5}(?!\d)|[\w.]+@[\w.]+\w)/i
const COPYRIGHT = /(?:©|copyright|版权所有|\(c\))[^\d]{0,12}(?:(?:19|20)\d{2}\s*[-—~至]\s*)?((?:19|20)\d{2})(?!\d)/i

/**
 * 页脚标识: from the visible text (spans joined, full-width made plain), the links and the scripts that paint marks.
 * Read it after the page's scripts have run. Comments do not count.
 */
export function readFooter(page: Page, tags: TagReading): FooterReading {
  const printed = footerText(page)
  // One for one with what is printed, so that marks are found in plain form and given as printed.
  const text = plainWidth(printed)
  const asPrinted = (m: RegExpExecArray | null): string | null =>
    m ? printed.slice(m.index, m.index + m[0].length).replace(/\s+/g, ' ').trim() : null
  const hooks = hookLines(page)
  const jiucuo = jiucuoOf(hooks)
  return {
    siteIdCode: CODE_LABEL.exec(text)?.[1]?.replace(/\s/g, '') ?? null,
    icp: asPrinted(firstOf(ICP, text)),
    policeRecord: asPrinted(firstOf([...POLICE, POLICE_PLAIN], text)) ?? policeInLinks(page.doc),
    hasConac: hooks.some((line) => CONAC.test(line)),
    hasJiucuo: jiucuo.there,
    jiucuoSiteCode: jiucuo.code,
    sponsor: SPONSOR.exec(text)?.[1] ?? null,
    contact: CONTACT.exec(text)?.[1] ?? null,
    hasSiteMap: /(?:网站|站点)地图|sitemap/i.test(text),
    claimsIpv6: /支持\s*IPv6|IPv6\s*(?:标识|网络|已|站点)?/i.test(text) || /支持IPv6/i.test(tags['SiteName'] ?? ''),
    claimsAccessible: /无障碍|适老化|长者|关怀版/.test(page.blocks.map((b) => (b.text.length < 200 ? b.text : '')).join('\n')),
    copyrightYear: yearOf(text),
  }
}

/** Text of the last part of the page, wide enough for footers that no class names. */
function footerText(page: Page): string {
  const blocks = page.blocks
  const tail = new Set([...blocks.filter((b) => b.zone === 'footer'), ...blocks.slice(-80)])
  const joined = blocks.filter((b) => tail.has(b) || /备案|ICP备|标\s*识\s*码|公网安备/.test(b.text)).map((b) => b.text)
  return joined.join('\n')
}

/** Addresses, handlers and inline scripts in which the marks show: 党政机关标识 and 找错 are pictures painted by scripts. */
function hookLines(page: Page): string[] {
  const lines: string[] = []
  for (const element of page.doc.querySelectorAll('a[href],img,script,[onclick],#_ideConac')) {
    if (element.tagName === 'SCRIPT' && !element.hasAttribute('src')) {
      const code = element.textContent ?? ''
      if (code.length < 40_000 && HOOK.test(code)) lines.push(...code.split('\n').filter((line) => HOOK.test(line)))
      continue
    }
    const values = ATTRIBUTES.flatMap((name) => {
      const value = element.getAttribute(name)
      return value === null || value.startsWith('data:') ? [] : `${name}=${value}`
    })
    const line = values.join(' ')
    if (HOOK.test(line)) lines.push(line)
  }
  return lines
}

const ATTRIBUTES = ['id', 'href', 'src', 'onclick', 'sitecode', 'title', 'alt']
const HOOK = /conac|jiucuo|zfwz(?:xx|zc|gl)|政府网站找错/i

/** 党政机关标识 of a site of its own: its script, what the script paints, or the link with the site's id; not the link to the register's search. */
const CONAC = /dcs\.conac\.cn|sitename\?method=show|_ideConac|imgConac/i

/** A police record that is only a picture with a link: old form `recordcode=`, new form `code=`. */
function policeInLinks(doc: Document): string | null {
  for (const link of doc.querySelectorAll('a[href*="beian.gov.cn"],a[href*="beian.mps.gov.cn"]')) {
    const m = /[?&](?:record)?code=(\d{12,14})/i.exec(link.getAttribute('href') ?? '')
    if (m?.[1]) return m[1]
  }
  return null
}

/** The national widget, its script or a link to it; an office's own 纠错 form is something else. */
const JIUCUO = /exposure\/(?:images\/)?jiucuo|jiucuo[\w.]*\?(?:v|site_?code)=|(?:id=|^)_jiucuo_.*\.js|jiucuo\.(?:js|png|gif|jpe?g)\b|zfwz(?:xx|zc)\.www\.gov\.cn\/check_web|zfwzgl\.www\.gov\.cn|政府网站找错/i

function jiucuoOf(hooks: readonly string[]): { there: boolean; code: string | null } {
  const lines = hooks.filter((line) => JIUCUO.test(line))
  const code = lines.flatMap((line) => /site_?code["']?\s*[=:,]?\s*["']?\s*(\d{10}|bm\d{8}|N\d{9})|jiucuo\.png\?v=(\w{10})/i.exec(line)?.slice(1) ?? []).find((c) => c)
  return { there: lines.length > 0, code: code ?? null }
}

function firstOf(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const m = pattern.exec(text)
    if (m) return m
  }
  return null
}

function yearOf(text: string): number | null {
  const m = COPYRIGHT.exec(text)
  return m?.[1] ? Number(m[1]) : null
}
