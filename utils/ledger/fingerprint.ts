import { addressOf } from '../address.ts'

/** What makes two issues the same problem. */
export interface Sameness {
  host: string
  url: string
  check: string
  quote: string
}

/**
 * Fingerprint of a problem: site + normalised address + check + normalised quote (design §5), 16 hex digits of SHA-256.
 * Two issues with one fingerprint are 疑似重复; neither is ever dropped for it.
 */
export async function fingerprintOf({ host, url, check, quote }: Sameness): Promise<string> {
  const text = [host.toLowerCase(), sameAddress(url), check, quote.replace(/\s+/g, '')].join('\n')
  const hash = await crypto.subtle.digest('SHA-256', UTF8.encode(text))
  return [...new Uint8Array(hash, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const UTF8 = new TextEncoder()

/** One page under its many addresses: scheme, fragment, `index.html` and a trailing slash make no difference. */
export function sameAddress(url: string): string {
  const address = addressOf(url)
  if (!address) return url.trim()
  const { hostname, port, pathname, search } = address
  const path = pathname.replace(/\/(index|default)\.(s?html?|jsp|php|aspx?)$/i, '/').replace(/\/$/, '')
  return hostname.toLowerCase() + (port && port !== '80' && port !== '443' ? `:${port}` : '') + path + search
}

/** Names of a folder's own page, as `sameAddress` knows them. */
const INDEXES = ['', '/', ...['index', 'default'].flatMap((name) => ['html', 'htm', 'shtml', 'shtm', 'jsp', 'php', 'asp', 'aspx'].map((ending) => `/${name}.${ending}`))]

/** The addresses under which a page may stand in the ledger, so that an index finds them: with `sameAddress`, these are all one. */
export function addressesLike(url: string): string[] {
  const address = addressOf(url)
  if (!address || !/^https?:$/.test(address.protocol)) return [url]
  const same = sameAddress(url)
  const [path = '', query] = same.split(/\?(.*)/s)
  return ['http', 'https'].flatMap((scheme) => INDEXES.map((index) => `${scheme}://${path}${index}${query === undefined ? '' : `?${query}`}`))
}
