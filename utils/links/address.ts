/** Why an address is asked for once: everything that names the same document is the same address. */

/** Addresses that a request can be made for. */
export function isHttp(href: string): boolean {
  return /^https?:/i.test(href)
}

const parsed = new Map<string, Readonly<URL> | null>()
/** Addresses whose parsing is remembered; each is looked at a dozen times on its way to a verdict. */
const REMEMBERED = 4_000

/** Parses without throwing; null where it is no absolute address. The result is shared: it must not be changed. */
export function parseAddress(href: string): Readonly<URL> | null {
  let url = parsed.get(href)
  if (url !== undefined) return url
  try {
    url = new URL(href)
  } catch {
    url = null // URL.canParse came with Chromium 120
  }
  if (parsed.size >= REMEMBERED) parsed.clear()
  parsed.set(href, url)
  return url
}

/** Resolves a written address against its page's; null where that gives no address. */
export function resolveAddress(written: string, base: string): URL | null {
  try {
    return new URL(written, base)
  } catch {
    return null
  }
}

/**
 * The address that goes over the wire: canonical host, default port and fragment left out.
 * Two links with the same result need one request. Null where it is no http(s) address.
 */
export function requestAddress(href: string): string | null {
  const known = parseAddress(href)
  if (!known || !isHttp(known.href)) return null
  if (known.hash === '' && known.username === '' && known.password === '') return known.href.replace(/#$/, '')
  const url = new URL(known.href)
  url.hash = ''
  url.username = ''
  url.password = ''
  return url.href.replace(/#$/, '')
}

/** The `#fragment` of an address, decoded, without `#`; '' where there is none. */
export function fragmentOf(href: string): string {
  const hash = parseAddress(href)?.hash.slice(1) ?? ''
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}

/** Addresses whose host stands there as a browser would write it: letters, no number that may be an address, no punycode to be checked. */
const WRITTEN_OUT = /^https?:\/\/((?!xn--)[a-z\d](?:[a-z\d-]|\.(?!xn--|[.-])){0,250}\.[a-z]{2,20})(?::(?:\d{1,4}|[1-5]\d{4}))?(?:[/?#]|$)/

/** Host name in lower case without port; '' where there is none. A page of thousands of links is sorted by host: most need no parsing for that. */
export function hostOf(href: string): string {
  return WRITTEN_OUT.exec(href)?.[1] ?? parseAddress(href)?.hostname ?? ''
}

const PLAIN_ORIGIN = /^https?:\/\/[^/?#:@]+(?=[/?#]|$)/

/** Scheme, host and port; '' where there is none. */
export function originOf(href: string): string {
  // a browser builds this text anew each time it is asked
  return (WRITTEN_OUT.test(href) ? PLAIN_ORIGIN.exec(href)?.[0] : undefined) ?? parseAddress(href)?.origin ?? ''
}

/** Extension of the last path segment in lower case, without the dot; '' where there is none. */
export function extensionOf(href: string): string {
  const path = parseAddress(href)?.pathname ?? ''
  return /\.([a-z0-9]{1,6})$/i.exec(path)?.[1]?.toLowerCase() ?? ''
}

const HOME_FILE = /^\/(?:(?:(?:index|default|home|main|portal)(?:_?\d{0,3})?(?:\.[a-z]{2,5})?|wap|web|www|mobile|pc|m|en|eng|english|zh|cn|chs?|cht|big5|tc|sc|fr|ru|ja|jp|ko|kr|de|es|ar|zh-cn|zh-tw|en-us|wza)\/?)?(?:index\.[a-z]{2,5})?$/i

/** True for `/`, `/index.html`, `/wap/`, `/en` and other names of a site's home page, unless its query names a record. */
export function isHomePath(href: string): boolean {
  const url = parseAddress(href)
  return url !== null && HOME_FILE.test(url.pathname) && !/[?&][\w.]*(?:id|code|no|url|type)=/i.test(url.search)
}
