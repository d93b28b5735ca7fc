import type { LinkReading } from '../types/reading.ts'
import { hostOf, parseAddress } from './address.ts'
import { isPrivateAddress } from './private-address.ts'

export type WrongReason = 'localhost' | 'local-file' | 'doubled-scheme' | 'private-host' | 'test-host' | 'bad-address' | 'template' | 'editor'

const TEST_HOST = /^(?:(?:test|uat|dev|demo|staging|pre|sit)\d*|[\w-]+-(?:test|uat|dev|staging))\.|(?:^|\.)(?:example\.(?:com|org|net)|test|example|invalid)$/i

/**
 * 错链: an address that was written wrong, so that no reader's browser can open it: `C:\…`, `file:`, `http://http://`,
 * `localhost`, an address of the internal network on a public page, what an editor or template left behind.
 * `pageUrl` is where the link stands: a page on an intranet may link to its own network. Null where nothing is wrong.
 */
export function wrongReason(link: LinkReading, pageUrl: string): WrongReason | null {
  const raw = link.raw.trim()
  if (/^blob:/i.test(raw) && link.tag !== 'img' && link.tag !== 'iframe') return 'editor'
  if (/^(?:javascript|data|blob|about):/i.test(raw)) return null
  if (/^(?:mhtml:)?file:|^(?:[a-z]:|\/{0,3}[a-z]:)[\\/]|^\\\\[\w.-]+\\/i.test(raw) || /^https?:\/*[a-z]:[\\/]/i.test(raw) || /%5c|\\/i.test(raw) && /^(?:[a-z](?::|%3a))/i.test(raw)) return 'local-file'
  if (/^[a-z]*:?\/*(?:https?:?\/+)+https?:?(?:\/|$)/i.test(raw) || /^(?:\.{0,2}\/)+https?:\/\//i.test(raw) || /^https?:\/*https?(?::|\/\/|%3a)/i.test(raw) || /^https?:\/\/[^/?#]+\/+https?:\/{1,2}[^/]/i.test(raw) && !/[?#]/.test(raw) || /^https?:\/\/[^/?#]+https?:\/\/|^https?:[^?#]*\shttps?:\/\//i.test(raw)) return 'doubled-scheme'
  if (/<%|<\?|[$#@]\{|\{[$%]|^\{[\w.:-]+\}|\{\{|<!--|<\$|\[!--|%24%7B|%7B%7B|(?:^|\/)(?:undefined|null|NaN|\[object(?: |%20)Object\])$/i.test(raw)) return 'template'
  if (/(?:^|\/)(?:fck|ue|k|ck)?editor[\w.-]*\/(?:dialogs|themes|upload_?temp)|^(?:wps|ks|msoffice|blocked)::?|webkit-fake-url|^applewebdata:/i.test(raw)) return 'editor'
  if (link.href === null || malformed(raw, link.href)) return 'bad-address'
  // an app's own scheme has no host on any network
  if (isPrivateAddress(pageUrl) || !/^(?:https?|ftp):/i.test(link.href)) return null
  const host = hostOf(link.href)
  if (host === 'localhost' || host.endsWith('.localhost') || /^127\.|^\[::1\]$/.test(host)) return 'localhost'
  if (isPrivateAddress(link.href)) return 'private-host'
  return TEST_HOST.test(host) && !TEST_HOST.test(hostOf(pageUrl)) ? 'test-host' : null
}

/** Written so that the browser makes something else of it than the writer meant. */
function malformed(raw: string, href: string): boolean {
  const url = parseAddress(href)
  if (!url) return true
  // 「请输入链接地址」, as a form asked for it
  if (/^[\u4e00-\u9fa5]{2,}$/.test(raw)) return true
  if (/^(?:javascript|void\(0\);?|＃)$|^java?s\w{3,7}[:：;]/i.test(raw)) return true
  if (/^(?!https?:)h\w{2,5}:\/\/|^https?[.,]\/\//i.test(raw)) return true
  if (/^(?:htp|htpp|http|https|htttp|httpp|hhttp|htttps)(?:;|：|:\/(?!\/)|:\/{3,}|:(?!\/)|\/\/)/i.test(raw) || /^(?:htp|htpp|htttp|httpp|hhttp|htttps|ttp|ttps):/i.test(raw)) return true
  if (/^https?:/.test(href)) {
    // full-width punctuation, spaces or Chinese words in the host
    if (/^https?:\/\/[^/?#]*[\s，。；：、（）]/i.test(raw)) return true
    return url.hostname === '' || /\.\.|^\.|%20|,/.test(url.hostname)
  }
  // www.qinghe.gov.cn without scheme becomes a path of this site
  return false
}

/** An address without its scheme: the browser takes `www.qinghe.gov.cn` for a folder of this site. */
export function lacksScheme(raw: string): boolean {
  return /^\/?(?:www\.[\w-]+(?:\.[\w-]+)*\.(?:cn|com|net|org)|(?:[\w-]+\.)+(?:gov|com|org|net|edu)\.cn)(?:[/?#]|$)/i.test(raw.trim())
}
