import { describe, expect, test, vi } from 'vitest'
import { createPrivateGuard, letTeamServerPass, type SessionRules } from '../../../utils/browser/private-guard.ts'
import { createRequestObserver, type WebRequest } from '../../../utils/browser/request-observer.ts'
import { isPrivateAddress } from '../../../utils/links/private-address.ts'

type Heard = Parameters<Parameters<WebRequest['onErrorOccurred']['addListener']>[0]>[0]
type Name = keyof WebRequest

/** A browser's webRequest: `tell` sends an event to its listeners. */
function fakeWebRequest({ extraHeaders = true } = {}) {
  const listeners: Record<Name, { hear: (details: Heard) => void; urls: string[]; extra: string[] }[]> = { onBeforeRedirect: [], onResponseStarted: [], onErrorOccurred: [] }
  const event = (name: Name): WebRequest[Name] => ({
    addListener: (hear, { urls }, extra = []) => {
      if (!extraHeaders && extra.includes('extraHeaders')) throw new Error('extraHeaders is no word of this browser')
      listeners[name].push({ hear, urls, extra })
    },
    removeListener: (hear) => {
      listeners[name] = listeners[name].filter((one) => one.hear !== hear)
    },
  })
  const api: WebRequest = { onBeforeRedirect: event('onBeforeRedirect'), onResponseStarted: event('onResponseStarted'), onErrorOccurred: event('onErrorOccurred') }
  const tell = (name: Name, details: Partial<Heard>) => {
    for (const { hear, extra } of listeners[name]) hear({ requestId: '1', tabId: -1, url: '', ...details, ...(extra.length ? {} : { responseHeaders: undefined }) })
  }
  return { api, tell, listeners }
}

const A = 'http://www.qinghe.gov.cn/a.html'
const B = 'http://www.qinghe.gov.cn/b.html'

describe('our own requests', () => {
  test('hops, the code of the failure, and where a redirect leads, as it is told', async () => {
    const { api, tell } = fakeWebRequest()
    const watch = createRequestObserver(api, () => Promise.resolve(), () => 0).watch(A)
    const targets: string[] = []
    watch.onRedirect((target) => targets.push(target))
    tell('onBeforeRedirect', { url: A, statusCode: 301, redirectUrl: B })
    tell('onBeforeRedirect', { url: B, statusCode: 302, redirectUrl: A })
    tell('onErrorOccurred', { url: A, error: 'net::ERR_TOO_MANY_REDIRECTS' })
    expect(watch.hops()).toEqual([{ url: A, status: 301 }, { url: B, status: 302 }])
    expect(targets).toEqual([B, A])
    expect(await watch.netError()).toBe('net::ERR_TOO_MANY_REDIRECTS')
  })

  test('two requests for one address are told apart by their ids; a tab’s requests are nobody’s', async () => {
    const { api, tell } = fakeWebRequest()
    const observer = createRequestObserver(api, () => Promise.resolve(), () => 0)
    const [first, second] = [observer.watch(A), observer.watch(A)]
    tell('onErrorOccurred', { url: A, tabId: 7, requestId: '9', error: 'net::ERR_ABORTED' })
    tell('onErrorOccurred', { url: A, requestId: '1', error: 'net::ERR_CONNECTION_RESET' })
    tell('onErrorOccurred', { url: A, requestId: '2', error: 'net::ERR_TIMED_OUT' })
    expect([await first.netError(), await second.netError()]).toEqual(['net::ERR_CONNECTION_RESET', 'net::ERR_TIMED_OUT'])
  })

  test('a hop that is told after the answer came is waited for; one that never comes is not', async () => {
    const { api, tell } = fakeWebRequest()
    const watch = createRequestObserver(api, () => Promise.resolve(), () => 0).watch(A)
    const told = watch.told(() => watch.hops().length === 1)
    tell('onBeforeRedirect', { url: A, statusCode: 302, redirectUrl: B })
    await told
    expect(watch.hops()).toHaveLength(1)
    await watch.told(() => watch.hops().length === 2)
    expect(watch.hops()).toHaveLength(1)
  })

  test('a code that never comes is not waited for', async () => {
    const { api } = fakeWebRequest()
    expect(await createRequestObserver(api, () => Promise.resolve(), () => 0).watch(A).netError()).toBeNull()
  })

  test('a code is waited for as long as a busy browser says nothing at all', async () => {
    const { api, tell } = fakeWebRequest()
    let says = () => {}
    const browser = new Promise<void>((resolve) => {
      says = resolve
    })
    let asked = false
    const watch = createRequestObserver(api, () => {
      asked = true
      return browser
    }, () => 0).watch(A)
    const code = watch.netError()
    await vi.waitFor(() => expect(asked).toBe(true))
    tell('onErrorOccurred', { url: A, error: 'net::ERR_NAME_NOT_RESOLVED' })
    says()
    expect(await code).toBe('net::ERR_NAME_NOT_RESOLVED')
  })

  test('the host’s IP address is learnt once a minute: a name may lead elsewhere later', () => {
    const { api, tell, listeners } = fakeWebRequest()
    let now = 0
    const observer = createRequestObserver(api, () => Promise.resolve(), () => now)
    const watch = observer.watch(A)
    tell('onResponseStarted', { url: A, ip: '10.1.2.3' })
    expect(watch.ip()).toBe('10.1.2.3')
    now = 59_999
    observer.watch(B)
    expect(listeners.onResponseStarted).toHaveLength(0)
    now = 60_000
    const [later, last] = [observer.watch(A), observer.watch(B)]
    expect(listeners.onResponseStarted).toHaveLength(1)
    expect(last.ip()).toBe('10.1.2.3')
    tell('onResponseStarted', { url: A, ip: '10.9.9.9' })
    expect([later.ip(), last.ip()]).toEqual(['10.9.9.9', '10.9.9.9'])
    expect(listeners.onResponseStarted).toHaveLength(0)
  })

  test.each([true, false])('cookies on the way, only while asked for (extraHeaders known: %s)', async (extraHeaders) => {
    const { api, tell, listeners } = fakeWebRequest({ extraHeaders })
    const observer = createRequestObserver(api, () => Promise.resolve(), () => 0)
    const without = observer.watch(A)
    tell('onBeforeRedirect', { url: A, requestId: '1', responseHeaders: [{ name: 'Set-Cookie' }] })
    without.end()
    const over = await observer.expectCookies([B, `${B}?round=2`, 'http://[2400:3200::1]/x'])
    expect(listeners.onBeforeRedirect[1]?.urls).toEqual([`${B}*`, '*://*/*'])
    const watch = observer.watch(B)
    tell('onBeforeRedirect', { url: B, requestId: '2', responseHeaders: [{ name: 'Set-Cookie' }] })
    watch.end()
    over()
    over()
    expect([without.setCookie(), watch.setCookie()]).toEqual([false, true])
    expect(listeners.onBeforeRedirect).toHaveLength(1)
  })
})

describe('the guard before private addresses', () => {
  const rules: Parameters<SessionRules['updateSessionRules']>[0][] = []
  const guard = createPrivateGuard({ updateSessionRules: (change) => (rules.push(change), Promise.resolve()) }, 'abc')

  test('knows the same addresses as the check itself', () => {
    const blocks = (href: string) => rules[0]!.addRules.some(({ condition }) => new RegExp(condition.regexFilter!).test(new URL(href).href))
    for (const href of ['http://10.0.0.1/a', 'http://127.0.0.1:80/', 'http://2130706433/', 'http://172.16.3.4/', 'http://172.31.0.1/', 'http://192.168.1.1/', 'http://169.254.1.1/', 'http://100.64.0.1/', 'http://[::1]/', 'http://[fd00::1]/', 'http://[::ffff:10.0.0.1]/', 'http://oa/', 'http://oa.local/x', 'http://localhost:8080/']) {
      expect([href, blocks(href), isPrivateAddress(href)]).toEqual([href, true, true])
    }
    for (const href of ['http://www.qinghe.gov.cn/', 'http://172.32.0.1/', 'http://11.0.0.1/', 'http://10.com/', 'http://local.gov.cn/', 'http://100.128.0.1/', 'http://[2400:3200::1]/']) {
      expect([href, blocks(href), isPrivateAddress(href)]).toEqual([href, false, false])
    }
    expect(rules[0]!.addRules.every(({ condition }) => condition.initiatorDomains[0] === 'abc')).toBe(true)
  })

  test('is lifted while a page on the intranet is checked, and lowered after the last', async () => {
    const count = () => rules[rules.length - 1]!.addRules.length
    await guard!.lift()
    await guard!.lift()
    expect(count()).toBe(0)
    await guard!.lower()
    expect(count()).toBe(0)
    await guard!.lower()
    expect(count()).toBeGreaterThan(0)
  })

  test('lets our requests to the team server through, that origin only, and no more when the team is left', async () => {
    const given: Parameters<SessionRules['updateSessionRules']>[0][] = []
    const browser = { updateSessionRules: (change: (typeof given)[number]) => (given.push(change), Promise.resolve()) }
    await letTeamServerPass(browser, 'abc', 'http://192.168.1.8:5984/couch/')
    await letTeamServerPass(browser, 'abc', null)
    await letTeamServerPass(undefined, 'abc', 'http://192.168.1.8:5984/')
    const [one, none] = given
    const [rule] = one!.addRules
    expect(rule).toMatchObject({ action: { type: 'allow' }, condition: { urlFilter: '|http://192.168.1.8:5984/', initiatorDomains: ['abc'] } })
    const guards = rules[0]!.addRules
    expect(guards.every(({ id, priority }) => id !== rule!.id && priority < rule!.priority)).toBe(true)
    expect(none).toEqual({ removeRuleIds: [rule!.id], addRules: [] })
  })

  test('is none where the browser has no such rules', () => expect(createPrivateGuard(undefined, 'abc')).toBeNull())
})
