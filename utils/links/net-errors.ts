import type { Reason } from './reasons.ts'

/**
 * What a browser calls a failure → why. Chromium's `net::ERR_*` (net_error_list.h), Firefox's `NS_ERROR_*`,
 * `SSL_ERROR_*`, `SEC_ERROR_*`, and the codes of Node's fetch, which tests and scripts use.
 * Order matters: the first pattern that fits wins.
 */
const PATTERNS: readonly [RegExp, Reason][] = [
  [/CLIENT_AUTH|SSL_ERROR_(?:RX_)?CERTIFICATE_REQUIRED|BAD_CERT_ALERT/, 'login'],
  [/INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_IO_SUSPENDED|PROXY|SOCKS|TUNNEL|NS_ERROR_OFFLINE|NETWORK_ACCESS_DENIED|ENETUNREACH|INSUFFICIENT_RESOURCES/, 'own-network'],
  [/BLOCKED_BY|NS_ERROR_(?:BLOCKED|TRACKING)|CLEARTEXT_NOT_PERMITTED/, 'blocked-here'],
  [/UNSAFE_PORT|NS_ERROR_PORT_ACCESS_NOT_ALLOWED|bad port/, 'unsafe-port'],
  [/TOO_MANY_REDIRECTS|REDIRECT_LOOP|redirect count exceeded/, 'redirect-loop'],
  [/(?:UNKNOWN|DISALLOWED)_URL_SCHEME/, 'other-scheme'],
  [/UNSAFE_REDIRECT|INVALID_REDIRECT/, 'redirect-dead'],
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|UNKNOWN_HOST|ENOTFOUND|EAI_AGAIN|ERR_DNS|ICANN_NAME_COLLISION/, 'dns'],
  [/CONNECTION_REFUSED|ECONNREFUSED/, 'refused'],
  [/TIMED_OUT|NET_TIMEOUT|ETIMEDOUT|_TIMEOUT$/, 'timeout'],
  [/ADDRESS_(?:UNREACHABLE|INVALID)|HOST_UNREACHABLE|EHOSTUNREACH|EADDRNOTAVAIL|CONNECTION_FAILED/, 'unreachable'],
  [/CERT_DATE_INVALID|EXPIRED|CERT_NOT_YET_VALID|VALIDITY_TOO_LONG/, 'tls-expired'],
  [/COMMON_NAME_INVALID|BAD_CERT_DOMAIN|ALTNAME_INVALID|UNRECOGNIZED_NAME/, 'tls-name'],
  [/REVOKED/, 'tls-revoked'],
  [/WEAK|SYMANTEC_LEGACY|KNOWN_INTERCEPTION|INADEQUATE/, 'tls-weak'],
  [/CERT|SEC_ERROR|SELF_SIGNED|MOZILLA_PKIX|UNABLE_TO_(?:GET|VERIFY)_/, 'tls-untrusted'],
  [/SSL|TLS|EPROTO|NS_ERROR_NET_INADEQUATE_SECURITY/, 'tls-protocol'],
  [/CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED|PARTIAL_TRANSFER|RES_CONTENT_LENGTH/, 'cut-short'],
  [/CONNECTION_(?:RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|NET_RESET|NET_INTERRUPT|ECONNRESET|EPIPE|UND_ERR_SOCKET/, 'reset'],
  [/INVALID_(?:HTTP_)?RESPONSE|INVALID_CHUNKED|RESPONSE_HEADERS|HTTP2|QUIC|SPDY|HPE_|INVALID_CONTENT_ENCODING|CONTENT_DECODING|CORRUPTED_CONTENT|UNEXPECTED_END|Z_(?:DATA|BUF)_ERROR/, 'bad-answer'],
]

/** The reason that a browser's failure code stands for; `no-connection` where the code is unknown or not told. */
export function reasonOfNetError(code: string | null): Reason {
  return PATTERNS.find(([pattern]) => code !== null && pattern.test(code))?.[1] ?? 'no-connection'
}

/** Failures that are the host's, not the address's: other addresses of the same origin need not be asked. */
const OF_ORIGIN: ReadonlySet<string> = new Set<Reason>([
  'dns', 'refused', 'unreachable', 'unsafe-port', 'tls-expired', 'tls-name', 'tls-untrusted', 'tls-revoked', 'tls-weak', 'tls-protocol',
])

/** True when every address of the origin must fail in the same way. */
export function failsWholeOrigin(reason: string): boolean {
  return OF_ORIGIN.has(reason)
}

/** The code inside an error of `fetch`: Node puts it under `cause`, browsers tell only a sentence. */
export function codeOfError(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    const code = (at as { code?: unknown }).code
    if (typeof code === 'string' && code) return code
    if (/redirect count exceeded|bad port/.test(at.message)) return at.message
  }
  return null
}
