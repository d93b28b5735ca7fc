import { describe, expect, test } from 'vitest'
import type { RequestObserver } from '../../../utils/links/observer.ts'
import { fastChecker } from './server.ts'
import { soon } from '../../soon.ts'

const PAGE = { pageUrl: 'http://www.qinghe.gov.cn/' }
const text = (body: string, status = 200, more: Partial<Response> = {}) => Object.defineProperties(new Response(body, { status, headers: { 'content-type': 'text/html' } }), Object.fromEntries(Object.entries(more).map(([name, value]) => [name, { value }])))
const fetchWith = (answer: (url: URL) => Response | Promise<Response>) => (async (input: RequestInfo | URL) => answer(new URL(String(input)))) as typeof fetch
const failed = () => Promise.reject(new TypeError('Failed to fetch'))

/** An observer that tells the same of every request. */
const tells = (about: { netError?: string; ip?: string; cookie?: boolean; target?: string }, state = { cookies: 0 }): RequestObserver => ({
  expectCookies: () => {
    state.cookies++
    return Promise.resolve(() => void state.cookies--)
  },
  watch: () => ({
    hops: () => [],
    ip: () => about.ip ?? null,
    setCookie: () => state.cookies > 0 && (about.cookie ?? false),
    netError: () => Promise.resolve(about.netError ?? null),
    told: () => Promise.resolve(),
    onRedirect: (listener) => {
      if (about.target) queueMicrotask(() => listener(about.target!))
    },
    end: () => undefined,
  }),
})

describe('a program that Chromium asks no more, because it answered 5xx', () => {
  test('is judged by its addresses that got through', async () => {
    let answered = 0
    const fetch = fetchWith((url) => (url.pathname === '/' ? text('ok') : ++answered <= 6 ? text('error', 500) : failed()))
    const hrefs = Array.from({ length: 20 }, (_, at) => `http://www.qinghe.gov.cn/show.do?id=${at}`)
    const verdicts = await fastChecker({ fetch }).check(hrefs, PAGE)
    expect(new Set(verdicts.map(({ verdict, status }) => `${verdict} ${status}`))).toEqual(new Set(['dead 500']))
  })

  test('is not, where one of its addresses works', async () => {
    let answered = 0
    const fetch = fetchWith((url) => (url.pathname === '/' || url.search === '?id=0' ? text('<p>公告全文</p>') : ++answered <= 6 ? text('error', 500) : failed()))
    const hrefs = Array.from({ length: 20 }, (_, at) => `http://www.qinghe.gov.cn/show.do?id=${at}`)
    const verdicts = await fastChecker({ fetch }).check(hrefs, PAGE)
    const reasons = new Set(verdicts.map(({ reason }) => reason))
    expect(verdicts[0]?.verdict).toBe('alive')
    expect(reasons.has('browser-limit')).toBe(true)
    expect(reasons.has('program-error')).toBe(false)
  })
})

test('a circle for want of a cookie is no dead link, a plain one is', async () => {
  const netError = 'net::ERR_TOO_MANY_REDIRECTS'
  const state = { cookies: 0 }
  const reason = async (cookie: boolean) => (await fastChecker({ fetch: fetchWith(failed), observe: tells({ netError, cookie }, state) }).check(['http://a.qinghe.gov.cn/x'], PAGE))[0]
  expect(await reason(true)).toMatchObject({ verdict: 'unsure', reason: 'needs-cookie' })
  expect(await reason(false)).toMatchObject({ verdict: 'dead', reason: 'redirect-loop', netError })
  await soon(() => expect(state.cookies).toBe(0))
})

test('a circle that is seen only at the second look is looked at once more, while cookies are listened for', async () => {
  let looks = 0
  const state = { cookies: 0 }
  const late: RequestObserver = { ...tells({}, state), watch: (address) => tells({ netError: ++looks === 1 ? 'net::ERR_EMPTY_RESPONSE' : 'net::ERR_TOO_MANY_REDIRECTS', cookie: true }, state).watch(address) }
  const [verdict] = await fastChecker({ fetch: fetchWith(failed), observe: late }).check(['http://a.qinghe.gov.cn/x'], PAGE)
  expect(verdict).toMatchObject({ verdict: 'unsure', reason: 'needs-cookie', looks: 3 })
})

test('hops that are told after the answer came are part of it', async () => {
  const late: RequestObserver = {
    ...tells({}),
    watch: (address) => {
      const hops: { url: string; status: number }[] = []
      return { ...tells({}).watch(address), hops: () => hops, told: async () => void hops.push({ url: address, status: 302 }) }
    },
  }
  const redirected = fetchWith((url) => text('<p>公告全文</p>', 200, url.pathname === '/x' ? { redirected: true, url: 'http://a.qinghe.gov.cn/y' } : {}))
  const [verdict] = await fastChecker({ fetch: redirected, observe: late }).check(['http://a.qinghe.gov.cn/x'], PAGE)
  expect(verdict?.hops.map(({ status }) => status)).toEqual([302, 200])
})

test('a redirect to a private address is not followed from a public page', async () => {
  const fetch = ((_: unknown, init: RequestInit) => new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted'))))) as typeof globalThis.fetch
  const [verdict] = await fastChecker({ fetch, observe: tells({ target: 'http://10.1.2.3/oa' }) }).check(['http://a.qinghe.gov.cn/x'], PAGE)
  expect(verdict).toMatchObject({ verdict: 'unsure', reason: 'private-address' })
})

test('a circle is left after two rounds, not after the browser’s twenty hops', async () => {
  let told = 0
  const circle: RequestObserver = {
    ...tells({}),
    watch: (address) => ({
      ...tells({}).watch(address),
      onRedirect: (listener) => {
        for (; told < 20; told++) listener(told % 2 ? 'http://a.qinghe.gov.cn/x' : 'http://a.qinghe.gov.cn/y')
      },
    }),
  }
  const fetch = ((_: unknown, init: RequestInit) => (init.signal?.aborted ? Promise.reject(new Error('aborted')) : new Promise(() => undefined))) as typeof globalThis.fetch
  const [verdict] = await fastChecker({ fetch: (input, init) => (told = 0, fetch(input, init)), observe: circle }).check(['http://a.qinghe.gov.cn/x'], PAGE)
  expect(verdict).toMatchObject({ verdict: 'dead', reason: 'redirect-loop', looks: 2 })
})

test('a public name that leads into the intranet is a person’s to judge, unless the page is there too', async () => {
  const byHost = (page: string): RequestObserver => ({ ...tells({}), watch: (address) => tells({ ip: address.includes('//oa.') ? '10.1.2.3' : page }).watch(address) })
  const check = async (page: string) => (await fastChecker({ fetch: fetchWith((url) => (url.pathname.includes('none') ? text('', 404) : text('<p>内部通知</p>'))), observe: byHost(page) }).check(['http://oa.qinghe.gov.cn/a'], PAGE))[0]?.reason
  expect(await check('202.1.2.3')).toBe('intranet')
  expect(await check('10.9.9.9')).toBe('ok')
})

test('the reader’s own host that answers none of our requests is not called dead', async () => {
  const [verdict] = await fastChecker({ fetch: fetchWith(failed), observe: tells({ netError: 'net::ERR_CONNECTION_RESET' }) }).check(['http://www.qinghe.gov.cn/a.html'], PAGE)
  expect(verdict).toMatchObject({ verdict: 'unsure', reason: 'host-objects' })
})

test.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'dead', 'dns'], ['NS_ERROR_UNKNOWN_HOST', 'dead', 'dns'], ['net::ERR_CONNECTION_REFUSED', 'dead', 'refused'], ['net::ERR_CONNECTION_RESET', 'dead', 'reset'],
  ['net::ERR_EMPTY_RESPONSE', 'dead', 'reset'], ['net::ERR_ADDRESS_UNREACHABLE', 'dead', 'unreachable'], ['net::ERR_TIMED_OUT', 'dead', 'timeout'], ['net::ERR_CONNECTION_TIMED_OUT', 'dead', 'timeout'],
  ['net::ERR_CERT_DATE_INVALID', 'dead', 'tls-expired'], ['SEC_ERROR_EXPIRED_CERTIFICATE', 'dead', 'tls-expired'], ['net::ERR_CERT_COMMON_NAME_INVALID', 'dead', 'tls-name'], ['SSL_ERROR_BAD_CERT_DOMAIN', 'dead', 'tls-name'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'dead', 'tls-untrusted'], ['SEC_ERROR_UNKNOWN_ISSUER', 'dead', 'tls-untrusted'], ['MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT', 'dead', 'tls-untrusted'], ['net::ERR_CERT_REVOKED', 'dead', 'tls-revoked'],
  ['net::ERR_CERT_WEAK_SIGNATURE_ALGORITHM', 'dead', 'tls-weak'], ['net::ERR_SSL_PROTOCOL_ERROR', 'dead', 'tls-protocol'], ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'dead', 'tls-protocol'],
  ['net::ERR_TOO_MANY_REDIRECTS', 'dead', 'redirect-loop'], ['NS_ERROR_REDIRECT_LOOP', 'dead', 'redirect-loop'], ['net::ERR_INVALID_HTTP_RESPONSE', 'dead', 'bad-answer'], ['net::ERR_UNSAFE_PORT', 'dead', 'unsafe-port'],
  ['net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'unsure', 'login'], ['net::ERR_INTERNET_DISCONNECTED', 'unsure', 'own-network'], ['net::ERR_PROXY_CONNECTION_FAILED', 'unsure', 'own-network'], ['net::ERR_TUNNEL_CONNECTION_FAILED', 'unsure', 'own-network'],
  ['net::ERR_NETWORK_CHANGED', 'unsure', 'own-network'], ['net::ERR_BLOCKED_BY_CLIENT', 'unsure', 'blocked-here'], ['net::ERR_BLOCKED_BY_ADMINISTRATOR', 'unsure', 'blocked-here'],
])('%s is %s, %s', async (netError, verdict, reason) => {
  const [found] = await fastChecker({ fetch: fetchWith(failed), observe: tells({ netError }) }).check(['http://a.sample.org/x'], PAGE)
  expect(found).toMatchObject({ verdict, reason, netError })
})

test('without permission a failure says nothing', async () => {
  const [verdict] = await fastChecker({ fetch: fetchWith(failed), canRead: () => Promise.resolve(false) }).check(['http://a.sample.org/x'], PAGE)
  expect(verdict).toMatchObject({ verdict: 'unsure', reason: 'not-permitted' })
})
