/** An address taken apart for comparing. */
export interface AddressParts {
  /** Lower-cased, with the port where it is not 80 or 443. */
  host: string
  /** Starts with `/`; ends with `/` unless it names a file. */
  path: string
  /** As `name=value`, in the order of the address. */
  params: string[]
}

/** Names with a dot between parts, addresses of either kind, and the machine itself. */
const HOST = /^(?:[^.]+(?:\.[^.]+)+|localhost|\[.+\])$/
const INDEX = /\/(?:index|default)\.(?:s?html?|php|jsp|aspx?|do)$/i

/** Addresses as nearly all tables and every stored prefix have them; dots stand only between other signs, no host ends in a number. */
const PLAIN = /^(?:https?:\/\/)?((?:[a-z\d]{1,40}(?:-[a-z\d]{1,40})*\.)+[a-z]{2,20})((?:\/[\w~-]+(?:\.[\w~-]+)*)*\/?)$/

/**
 * Takes an address apart, forgiving what people write in tables: no scheme, full-width signs, spaces around it.
 * Scheme, user name, default port, fragment, session id and `index.html` do not count.
 * Null for what is no web address (`javascript:`, `暂无`, a path alone).
 */
export function addressParts(address: string): AddressParts | null {
  // the browser's own reading of an address takes ten times as long, and a big roster has 20,000, each asked several times
  const plain = PLAIN.exec(address)
  if (plain) return { host: plain[1]!, path: pathOf(plain[2] || '/'), params: [] }
  const url = parsed(address.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]+/gu, ''))
  if (!url) return null
  const hostname = url.hostname.replace(/\.$/, '')
  if (!HOST.test(hostname)) return null
  const host = url.port && url.port !== '80' && url.port !== '443' ? `${hostname}:${url.port}` : hostname
  const path = pathOf(url.pathname.replace(/;jsessionid=[^/]*/gi, '').replace(/\/{2,}/g, '/'))
  return { host, path, params: url.search.slice(1).split('&').filter(Boolean) }
}

function pathOf(pathname: string): string {
  const path = pathname.replace(INDEX, '/')
  const isFile = path.slice(path.lastIndexOf('/')).includes('.')
  return isFile || path.endsWith('/') ? path : `${path}/`
}

function parsed(text: string): URL | null {
  const scheme = /^([a-z][a-z\d+.-]*):(?!\d+(?:[/?#]|$))/i.exec(text)?.[1]?.toLowerCase()
  if (scheme && scheme !== 'http' && scheme !== 'https') return null
  try {
    return new URL(scheme ? text : `http://${text.replace(/^\/\//, '')}`)
  } catch {
    return null
  }
}

/** The prefix that `Site` and `Column` keep: host, path and query as `addressParts` has them; null for what is no address. */
export function prefixOf(address: string): string | null {
  const parts = addressParts(address)
  return parts && parts.host + parts.path + (parts.params.length ? `?${parts.params.join('&')}` : '')
}

/** As `prefixOf`, for an address that is known to be one. Throws TypeError for what is none. */
export function normalPrefix(address: string): string {
  const prefix = prefixOf(address)
  if (prefix === null) throw new TypeError('not a web address')
  return prefix
}

/** A path and the folders above it, longest first: `/a/b.html`, `/a/`, `/`. So `/zwgk/` never covers `/zwgkml/`. */
export function pathsUp(path: string): string[] {
  const paths = [path]
  for (let end = path.lastIndexOf('/', path.length - 2); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    paths.push(path.slice(0, end + 1))
    if (end === 0) break
  }
  return path === '/' ? ['/'] : paths
}
