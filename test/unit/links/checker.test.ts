import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ARTICLE, fastChecker, html, memoryCache, page, redirect, reset, serve, silent, type Route, type TestServer } from './server.ts'
import { soon } from '../../soon.ts'

const bytes = (type: string, body: string | Buffer, headers: Record<string, string> = {}): Route => (_, response) => {
  response.writeHead(200, { 'content-type': type, ...headers }).end(body)
}

let asked429 = 0
let failedOnce = 0
let server: TestServer

const ROUTES: Record<string, Route> = {
  '/': html(page('青禾县人民政府', '<p>欢迎访问青禾县人民政府门户网站</p>')),
  '/good.html': html(ARTICLE),
  '/moved': redirect('/good.html', 301),
  '/gone.html': html(page('已移除', ''), 410),
  '/500.html': html('boom', 500),
  '/to-404': redirect('/none.html'),
  '/old/t2019.html': redirect('/'),
  '/loop': redirect('/loop2'),
  '/loop2': redirect('/loop'),
  '/silent.html': silent,
  '/reset.html': reset,
  '/soft.html': html(page('青禾县人民政府', '<h1>很抱歉，您访问的页面不存在或已删除</h1>')),
  '/error.jsp': html('<html><head><title>HTTP Status 500 – Internal Server Error</title></head><body><h1>HTTP Status 500</h1><p>java.lang.NullPointerException</p></body></html>'),
  '/about-404.html': html(page('网站常见问题', `<h1>打开网页时提示页面不存在怎么办</h1>${'<p>如果浏览器提示页面不存在，通常是地址输入有误或者文章已经移动到新的栏目，可以从首页进入相应栏目查找，也可以使用站内搜索功能输入标题关键词查找，或者拨打门户网站下方公布的联系电话向工作人员反映情况，我们会尽快核实处理并给予答复，感谢您对网站工作的理解与支持。</p>'.repeat(5)}`)),
  '/401': html('', 401, { 'www-authenticate': 'Basic' }),
  '/403.html': html('<h1>403 Forbidden</h1>', 403),
  '/412.html': html('<html><head><meta id="x" content="y"><script>$_ts=window["$_ts"];</script></head><body></body></html>', 412),
  '/521.html': html('<script>document.cookie="__jsl_clearance=1";location.href=location.pathname</script>', 521),
  '/js-wall.html': html('<html><body><script>var a="k=1";document.cookie=a+";path=/";window.location.reload();</script></body></html>'),
  '/blocked.html': html(page('访问被拦截', '<p>您的访问请求已被网站防火墙拦截</p>')),
  '/429.html': html('slow down', 429, { 'retry-after': '1' }),
  '/429-once.html': (request, response) => (asked429++ === 0 ? html('slow', 429, { 'retry-after': '1' })(request, response) : html(ARTICLE)(request, response)),
  '/once.html': (request, response) => (failedOnce++ === 0 ? html('busy', 500)(request, response) : html(ARTICLE)(request, response)),
  '/secret.html': redirect('/user/login?back=secret'),
  '/user/login': html(page('统一身份认证平台', '<form><input name="u"><input type="password" name="p"></form>')),
  '/files/a.pdf': bytes('application/pdf', `%PDF-1.4\n${'x'.repeat(500)}\nstartxref\n9\n%%EOF\n`),
  '/files/empty.doc': bytes('application/msword', ''),
  '/files/page.xls': html(page('文件下载', '<p>请从左侧选择要下载的文件。本页面提供下载服务，如有疑问请联系管理员处理。</p>')),
  '/files/half.pdf': bytes('application/pdf', `%PDF-1.4\n${'x'.repeat(500)}`),
  '/files/cut.zip': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/zip', 'content-length': '9000' })
    response.write('PK\u0003\u0004half')
    setTimeout(() => response.destroy(), 20)
  },
  '/files/office.doc': bytes('application/msword', '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>正文</body></html>'),
  '/parts.html': html(page('目录', '<h2 id="part1">第一部分</h2><p><a name="第二">第二部分</a></p>')),
  '/refresh.html': html('<html><head><meta http-equiv="refresh" content="0; url=/good.html"></head><body></body></html>'),
  '/refresh-dead.html': html('<script>location.href="/none.html"</script>'),
  '/blank.html': html(''),
  '/sale.html': html('<html><head><title>olddomain.cn - 域名出售</title></head><body><h1>该域名正在出售</h1><p>购买此域名请联系经纪人</p></body></html>'),
  '/bet.html': html('<html><head><title>澳门新葡京娱乐城-真人百家乐-体育投注官网</title><meta name="keywords" content="百家乐,老虎机,彩金"></head><body>首存送彩金</body></html>'),
}

beforeAll(async () => {
  server = await serve(ROUTES)
})
afterAll(() => server.close())

const EXPECTED: [path: string, verdict: string, reason: string][] = [
  ['/', 'alive', 'ok'],
  ['/good.html', 'alive', 'ok'],
  ['/moved', 'alive', 'redirected'],
  ['/none.html', 'dead', 'not-found'],
  ['/gone.html', 'dead', 'gone'],
  ['/500.html', 'dead', 'server-error'],
  ['/to-404', 'dead', 'redirect-dead'],
  ['/old/t2019.html', 'dead', 'redirect-home'],
  ['/loop', 'dead', 'redirect-loop'],
  ['/silent.html', 'dead', 'timeout'],
  ['/reset.html', 'dead', 'reset'],
  ['/soft.html', 'dead', 'soft-404'],
  ['/error.jsp', 'dead', 'error-page'],
  ['/about-404.html', 'alive', 'ok'],
  ['/401', 'unsure', 'login'],
  ['/403.html', 'unsure', 'forbidden'],
  ['/412.html', 'unsure', 'challenge'],
  ['/521.html', 'unsure', 'challenge'],
  ['/js-wall.html', 'unsure', 'challenge'],
  ['/blocked.html', 'unsure', 'wall'],
  ['/429.html', 'unsure', 'too-many'],
  ['/429-once.html', 'alive', 'ok'],
  ['/once.html', 'unsure', 'once-failed'],
  ['/secret.html', 'unsure', 'login'],
  ['/user/login', 'alive', 'ok'],
  ['/files/a.pdf', 'alive', 'ok'],
  ['/files/empty.doc', 'dead', 'attachment-empty'],
  ['/files/page.xls', 'dead', 'attachment-page'],
  ['/files/half.pdf', 'dead', 'attachment-truncated'],
  ['/files/cut.zip', 'dead', 'attachment-truncated'],
  ['/files/office.doc', 'alive', 'ok'],
  ['/parts.html#part1', 'alive', 'ok'],
  ['/parts.html#%E7%AC%AC%E4%BA%8C', 'alive', 'ok'],
  ['/parts.html#part3', 'dead', 'fragment-missing'],
  ['/refresh.html', 'alive', 'redirected'],
  ['/refresh-dead.html', 'dead', 'redirect-dead'],
  ['/blank.html', 'unsure', 'empty-page'],
  ['/sale.html', 'unsure', 'changed-for-sale'],
  ['/bet.html', 'unsure', 'changed-gambling'],
  ['/app/setup.exe', 'unsure', 'action'],
]

describe('one verdict a kind of answer', () => {
  test.each(EXPECTED)('%s → %s, %s', async (path, verdict, reason) => {
    const [found] = await fastChecker().check([server.origin + path], { pageUrl: `${server.origin}/index.html` })
    expect({ verdict: found?.verdict, reason: found?.reason }).toEqual({ verdict, reason })
  })

  test('all at once come out the same, at most six at a time', async () => {
    asked429 = 0
    failedOnce = 0
    const hrefs = EXPECTED.map(([path]) => server.origin + path)
    const verdicts = await fastChecker().check(hrefs, { pageUrl: `${server.origin}/index.html` })
    expect(verdicts.map(({ href, verdict, reason }) => [href.slice(server.origin.length), verdict, reason])).toEqual(EXPECTED)
    expect(server.most()).toBeLessThanOrEqual(6)
  })
})

describe('requests', () => {
  test('carry no cookie and no referrer, and never go to a private address of a public page', async () => {
    await fastChecker().check([`${server.origin}/good.html`], { pageUrl: `${server.origin}/index.html` })
    for (const { headers } of server.seen) {
      expect(headers.cookie).toBeUndefined()
      expect(headers.referer).toBeUndefined()
    }
    const before = server.seen.length
    const [verdict] = await fastChecker().check([`${server.origin}/good.html`], { pageUrl: 'https://www.qinghe.gov.cn/' })
    expect(verdict).toMatchObject({ verdict: 'unsure', reason: 'private-address', looks: 0 })
    expect(server.seen.length).toBe(before)
  })

  test('one document is asked for once, whatever its fragments and however often it is linked', async () => {
    const one = await serve({ '/a.html': html(page('目录', '<h2 id="x">一</h2><h2 id="y">二</h2>')), '/': html('') })
    const hrefs = ['#x', '#y', '', '#x'].map((fragment) => `${one.origin}/a.html${fragment}`)
    const verdicts = await fastChecker().check(hrefs, { pageUrl: one.origin })
    await one.close()
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['alive', 'alive', 'alive', 'alive'])
    expect(one.seen.filter(({ path }) => path === '/a.html')).toHaveLength(1)
  })

  test('a stored verdict is believed for its time, and not when asked again by force', async () => {
    const cache = memoryCache()
    let now = new Date('2026-11-20T01:00:00Z')
    const checker = fastChecker({ cache, now: () => now })
    const options = { pageUrl: server.origin }
    const count = () => server.seen.filter(({ path }) => path === '/none.html').length
    const href = `${server.origin}/none.html`
    const [first] = await checker.check([href], options)
    expect(first).toMatchObject({ looks: 2, failures: 2, failedOn: ['2026-11-20'] })
    const asked = count()
    await checker.check([href], options)
    expect(count()).toBe(asked)
    now = new Date('2026-11-21T01:00:00Z')
    const [later] = await checker.check([href], options)
    expect(later).toMatchObject({ looks: 4, failures: 4, failedOn: ['2026-11-20', '2026-11-21'] })
    await checker.check([href], { ...options, force: true })
    expect(count()).toBe(asked + 4)
  })
})

describe('hosts', () => {
  test('one that refuses everything is left alone', async () => {
    const wall = await serve({ '*': html('no', 403) })
    const hrefs = Array.from({ length: 60 }, (_, at) => `${wall.origin}/p${at}.html`)
    const verdicts = await fastChecker().check(hrefs, { pageUrl: wall.origin })
    await wall.close()
    expect(verdicts.every(({ verdict }) => verdict === 'unsure')).toBe(true)
    expect(verdicts.filter(({ reason }) => reason === 'host-objects').length).toBeGreaterThan(30)
    expect(wall.seen.length).toBeLessThan(30)
  })

  test('one that refuses a whole column only is not', async () => {
    const half = await serve({ '/': html(ARTICLE), '/open.html': html(ARTICLE), '*': html('no', 403) })
    const hrefs = [...Array.from({ length: 40 }, (_, at) => `${half.origin}/closed/p${at}.html`), `${half.origin}/open.html`]
    const verdicts = await fastChecker().check(hrefs, { pageUrl: half.origin })
    await half.close()
    expect(new Set(verdicts.slice(0, 40).map(({ reason }) => reason))).toEqual(new Set(['forbidden']))
    expect(verdicts[40]?.verdict).toBe('alive')
  })

  test('a silent one holds up nobody, and one that refuses connections is asked twice, not a hundred times', async () => {
    const mute = await serve({ '*': silent })
    const live = await serve({ '/': html(''), '*': (request, response) => (request.url?.includes('none') ? html('', 404) : html(ARTICLE))(request, response) })
    const closed = await serve({})
    await closed.close()
    const order: string[] = []
    const hrefs = [
      ...Array.from({ length: 8 }, (_, at) => `${mute.origin}/m${at}.html`),
      ...Array.from({ length: 100 }, (_, at) => `${closed.origin}/c${at}.html`),
      ...Array.from({ length: 100 }, (_, at) => `${live.origin}/a${at}.html`),
    ]
    const checker = fastChecker()
    const verdicts = await checker.check(hrefs, { pageUrl: live.origin, onVerdict: ({ reason }) => order.push(reason) })
    await Promise.all([mute.close(), live.close()])
    expect(verdicts.slice(0, 8).every(({ reason }) => reason === 'timeout')).toBe(true)
    expect(verdicts.slice(8, 108).every(({ reason }) => reason === 'refused')).toBe(true)
    expect(verdicts.slice(108).every(({ reason }) => reason === 'ok')).toBe(true)
    expect(order.indexOf('timeout')).toBeGreaterThan(order.lastIndexOf('ok'))
    expect(checker.figures().mostAtOnce).toSatisfy((most: Record<string, number>) => Object.values(most).every((count) => count <= 6))
  })
})

describe('hosts that count', () => {
  const many = (origin: string, count: number) => Array.from({ length: count }, (_, at) => `${origin}/a${at}.html`)

  test('one that allows so many a second gets no more, and every link its verdict', async () => {
    let tokens = 6
    const refill = setInterval(() => {
      tokens = Math.min(6, tokens + 1)
    }, 8)
    const counting = await serve({ '*': (request, response) => (request.url?.includes('none') ? html('', 404) : tokens-- > 0 ? html(ARTICLE) : html('', 429, { 'retry-after': '1' }))(request, response) })
    const verdicts = await fastChecker().check(many(counting.origin, 80), { pageUrl: counting.origin })
    clearInterval(refill)
    await counting.close()
    expect(verdicts.filter(({ verdict }) => verdict === 'dead')).toEqual([])
    expect(verdicts.filter(({ verdict }) => verdict === 'alive').length).toBeGreaterThan(60)
  })

  test.each([['drops us without a word', silent], ['breaks off every connection', reset], ['refuses us', html('', 403)]])('one that after forty requests %s is not called dead, and left alone', async (_, refuse) => {
    let served = 0
    const wall = await serve({ '*': (request, response) => (++served > 40 ? refuse : request.url?.includes('none') ? html('', 404) : html(ARTICLE))(request, response) })
    const verdicts = await fastChecker().check(many(wall.origin, 300), { pageUrl: `${wall.origin}/index.html` })
    await wall.close()
    expect(verdicts.filter(({ verdict }) => verdict === 'dead').map(({ href, reason }) => `${href} ${reason}`)).toEqual([])
    expect(verdicts.filter(({ reason }) => reason === 'host-objects').length).toBeGreaterThan(200)
    expect(wall.seen.length).toBeLessThan(110)
  })

  test('one that is gone is asked a few times, not once a link', async () => {
    const closed = await serve({})
    await closed.close()
    const checker = fastChecker()
    const verdicts = await checker.check(many(closed.origin, 300), { pageUrl: 'http://127.0.0.1/' })
    expect(verdicts.every(({ verdict, reason, looks, failures }) => verdict === 'dead' && reason === 'refused' && looks === 2 && failures === 2)).toBe(true)
    expect(checker.figures().requests).toBeLessThan(20)
  })

  test('one that never says a word is dead, and found so without waiting for every link', async () => {
    const mute = await serve({ '*': silent })
    const verdicts = await fastChecker().check(many(mute.origin, 60), { pageUrl: 'http://127.0.0.1/' })
    await mute.close()
    expect(new Set(verdicts.map(({ verdict, reason }) => `${verdict} ${reason}`))).toEqual(new Set(['dead timeout']))
    expect(mute.seen.length).toBeLessThan(30)
  })
})

describe('a person', () => {
  test('closes the page: what nobody waits for is given up', async () => {
    const slow = await serve({ '*': silent })
    const leave = new AbortController()
    const checking = fastChecker().check(Array.from({ length: 20 }, (_, at) => `${slow.origin}/a${at}.html`), { pageUrl: slow.origin, signal: leave.signal })
    await soon(() => expect(slow.seen).toHaveLength(6))
    leave.abort(new Error('tab closed'))
    await expect(checking).rejects.toThrow('tab closed')
    await soon(() => expect(slow.open()).toBe(0))
    expect(slow.seen).toHaveLength(6)
    await slow.close()
  })
})

test('without permission an answer says only that the host answered', async () => {
  const [verdict] = await fastChecker({
    canRead: () => Promise.resolve(false),
    fetch: (() => Promise.resolve({ type: 'opaque', status: 0, url: '', headers: new Headers(), body: null })) as unknown as typeof fetch,
  }).check(['https://www.qinghe.gov.cn/none.html'], { pageUrl: 'https://www.qinghe.gov.cn/' })
  expect(verdict).toMatchObject({ verdict: 'unsure', reason: 'not-permitted' })
})
