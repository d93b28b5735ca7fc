import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Verdict } from '../../../utils/types/link.ts'
import { article, closedShop, faq, framed, gbk, GONE_PAGES, home, login, oddError, OWNERS, pdf, png, restless, serverError, shortNotice, waits, WALLS, zip } from './pages.ts'

export interface Answer {
  (request: IncomingMessage, response: ServerResponse, n: number): void
  /** Makes the n-th page before anybody asks for it. */
  prepare?: (n: number) => void
}

export interface Kind {
  kind: string
  count: number
  /** Verdicts that are right. */
  expect: Verdict[]
  /** Reasons that are right; any where it is left out. */
  reasons?: string[]
  host: string
  /** Path of the n-th link; `pattern` of the server is its start. */
  path: string
  /** What stands after the number: extension, fragment. */
  after?: string
  scheme?: 'http' | 'https'
  tag?: 'a' | 'img' | 'area'
  answer?: Answer
}

export const MAIN = 'www.luyuan.gov.cn'

function send(body: string | Buffer, status = 200, type = 'text/html; charset=utf-8', headers: Record<string, string> = {}): Answer {
  const bytes = Buffer.from(body)
  return (request, response) => {
    response.writeHead(status, { 'content-type': type, 'content-length': bytes.length, ...headers })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }
}
/** A page a number, made once and beforehand: the lab's own work is no part of what is measured. */
function by(make: (n: number) => string | Buffer, status = 200, type = 'text/html; charset=utf-8'): Answer {
  const made = new Map<number, Answer>()
  const prepare = (n: number): Answer => {
    const say = made.get(n) ?? send(make(n), status, type)
    made.set(n, say)
    return say
  }
  return Object.assign<Answer, Pick<Answer, 'prepare'>>((request, response, n) => prepare(n)(request, response, n), { prepare })
}
const to = (target: (n: number) => string, status = 302): Answer => (_, response, n) => {
  response.writeHead(status, { location: target(n) }).end()
}
const MISSING = send(framed('404 Not Found', '<h1>404 Not Found</h1>'), 404)
const ARTICLE = by(article)

/** Answers differently to the first GET of each path. */
function firstThen(first: Answer, then: Answer): Answer {
  const seen = new Set<string>()
  return (request, response, n) => {
    const key = request.url ?? ''
    const again = seen.has(key)
    if (request.method === 'GET') seen.add(key)
    ;(again ? then : first)(request, response, n)
  }
}

/** Answers HEAD otherwise than GET, as old servers do. */
const headIs = (status: number): Answer => (request, response, n) => (request.method === 'HEAD' ? response.writeHead(status).end() : ARTICLE(request, response, n))

const alive: Verdict[] = ['alive']
const dead: Verdict[] = ['dead']
const unsure: Verdict[] = ['unsure']

/** Every kind of the lab. Made anew for each run, since some answers remember what they were asked. */
export function makeKinds(): Kind[] {
  const www = { host: MAIN }
  return [
    { ...www, kind: 'ok', count: 129, expect: alive, path: '/art/', after: '.html', answer: ARTICLE },
    { ...www, kind: 'ok-gbk', count: 60, expect: alive, path: '/gbk/', after: '.htm', answer: by((n) => gbk(article(n), n % 2 === 0), 200, 'text/html') },
    { ...www, kind: 'ok-big', count: 20, expect: alive, path: '/big/', after: '.html', answer: by((n) => article(n).replace('</body>', `${'<p>附表数据行。</p>'.repeat(9000)}</body>`)) },
    { ...www, kind: 'ok-short', count: 20, expect: alive, path: '/notice/', after: '.html', answer: by(shortNotice) },
    { ...www, kind: 'ok-speaks-of-404', count: 20, expect: alive, path: '/faq/', after: '.html', answer: by(faq) },
    { ...www, kind: 'ok-head-405', count: 40, expect: alive, path: '/h405/', after: '.html', answer: headIs(405) },
    { ...www, kind: 'ok-head-404', count: 40, expect: alive, path: '/h404/', after: '.html', answer: headIs(404) },
    { ...www, kind: 'ok-data', count: 10, expect: alive, path: '/data/', after: '.json', answer: send('{"rows":[1,2,3]}', 200, 'application/json') },
    { ...www, kind: 'ok-login-page', count: 10, expect: alive, path: '/user/login?from=', answer: send(login) },
    { ...www, kind: 'redirect-ok', count: 100, expect: alive, path: '/old/', after: '.html', answer: to((n) => `/art/${n}.html`, 301) },
    { ...www, kind: 'redirect-chain', count: 20, expect: alive, path: '/chain/', answer: (request, response, n) => to(() => (request.url?.includes('?') ? `/art/${n}.html` : `/chain/${n}?2`))(request, response, n) },
    { ...www, kind: 'refresh-ok', count: 20, expect: alive, path: '/jump/', after: '.html', answer: by((n) => (n % 2 ? `<meta http-equiv="refresh" content="0;url=/art/${n}.html">` : `<script>window.location.href='/art/${n}.html'</script>`)) },
    { ...www, kind: 'slow-3s', count: 20, expect: alive, path: '/slow/', after: '.html', answer: (request, response, n) => setTimeout(() => ARTICLE(request, response, n), 3000) },
    { ...www, kind: 'fragment-ok', count: 40, expect: alive, path: '/parts/', after: '.html#part2', answer: by((n) => article(n).replace('<h1>', '<h2 id="part1">一</h2><a name="part2">二</a><h1>')) },
    { ...www, kind: 'pdf-ok', count: 60, expect: alive, path: '/files/', after: '.pdf', answer: by((n) => pdf(n % 5 === 0 ? 200_000 : 4000), 200, 'application/pdf') },
    { ...www, kind: 'zip-ok', count: 20, expect: alive, path: '/files/', after: '.zip', answer: by(zip, 200, 'application/zip') },
    { ...www, kind: 'office-html', count: 10, expect: alive, path: '/files/', after: '.doc', answer: send('<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>申请表</title></head><body>申请表</body></html>', 200, 'application/msword') },
    { ...www, kind: 'file-as-mht', count: 5, expect: alive, path: '/files/m', after: '.doc', answer: send('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n', 200, 'application/msword') },
    { ...www, kind: 'message-that-waits', count: 10, expect: alive, path: '/list/', after: '.html', answer: send(waits) },
    { ...www, kind: 'image-ok', count: 30, expect: alive, tag: 'img', path: '/images/', after: '.png', answer: send(png(), 200, 'image/png') },
    { ...www, kind: 'map-ok', count: 10, expect: alive, tag: 'area', path: '/map/', after: '.html', answer: ARTICLE },
    { ...www, kind: '429-once', count: 20, expect: alive, path: '/busy/', after: '.html', answer: firstThen(send('', 429, 'text/html', { 'retry-after': '1' }), ARTICLE) },
    { host: 'archive.luyuan.gov.cn', kind: 'soft-host-alive', count: 30, expect: alive, path: '/doc/', after: '.html', answer: ARTICLE },
    { host: 'town.luyuan.gov.cn', kind: 'home-host-alive', count: 30, expect: alive, path: '/doc/', after: '.html', answer: ARTICLE },
    { host: 'www.tea-luyuan.com', kind: 'outside-ok', count: 40, expect: alive, path: '/p/', after: '.html', answer: ARTICLE },

    { ...www, kind: '404', count: 160, expect: dead, reasons: ['not-found'], path: '/none/', after: '.html', answer: MISSING },
    { ...www, kind: '410', count: 30, expect: dead, reasons: ['gone'], path: '/gone/', after: '.html', answer: send('gone', 410) },
    { ...www, kind: '500', count: 40, expect: dead, reasons: ['server-error', 'program-error'], path: '/app/show?id=', answer: send(serverError, 500) },
    { ...www, kind: '503', count: 20, expect: dead, reasons: ['server-error'], path: '/app2/', answer: send('down', 503) },
    { ...www, kind: 'redirect-404', count: 40, expect: dead, reasons: ['redirect-dead'], path: '/moved/', after: '.html', answer: to((n) => `/none/m${n}.html`) },
    { ...www, kind: 'redirect-error-page', count: 20, expect: dead, path: '/lost/', after: '.html', answer: to(() => '/404.html') },
    { ...www, kind: 'redirect-home', count: 50, expect: dead, reasons: ['redirect-home'], path: '/2015/t', after: '.html', answer: to((n) => (n % 3 ? '/' : '/index.html')) },
    { ...www, kind: 'refresh-home', count: 20, expect: dead, reasons: ['redirect-home', 'soft-404'], path: '/2014/t', after: '.html', answer: by((n) => (n % 2 ? '<html><head><meta http-equiv="refresh" content="3; url=/"></head><body>信息不存在，3秒后返回首页</body></html>' : '<script>alert("该信息不存在");location.href="/index.html";</script>')) },
    { ...www, kind: 'loop', count: 20, expect: dead, reasons: ['redirect-loop'], path: '/loop/', answer: to((n) => `/loop/${n}`) },
    { ...www, kind: 'soft-404', count: 60, expect: dead, reasons: ['soft-404'], path: '/deleted/', after: '.html', answer: by((n) => GONE_PAGES[n % GONE_PAGES.length]!(n)) },
    { ...www, kind: 'soft-404-gbk', count: 30, expect: dead, reasons: ['soft-404'], path: '/shanchu/', after: '.html', answer: by((n) => gbk(GONE_PAGES[n % 5]!(n), n % 2 === 0), 200, 'text/html') },
    { ...www, kind: 'error-page', count: 15, expect: dead, reasons: ['error-page'], path: '/err/show.jsp?id=', answer: send(serverError) },
    { ...www, kind: 'fragment-missing', count: 30, expect: dead, reasons: ['fragment-missing'], path: '/parts2/', after: '.html#part9', answer: ARTICLE },
    { ...www, kind: 'attachment-empty', count: 15, expect: dead, reasons: ['attachment-empty'], path: '/att0/', after: '.xls', answer: send('', 200, 'application/vnd.ms-excel') },
    { ...www, kind: 'attachment-truncated', count: 15, expect: dead, reasons: ['attachment-truncated'], path: '/att1/', after: '.pdf', answer: cut },
    { ...www, kind: 'attachment-page', count: 30, expect: dead, path: '/att2/', after: '.docx', answer: by((n) => (n % 2 ? framed('附件下载', '<p>请在下方选择附件。</p>') : GONE_PAGES[0]!(n))) },
    { ...www, kind: 'attachment-404', count: 30, expect: dead, reasons: ['not-found'], path: '/att3/', after: '.pdf', answer: MISSING },
    { ...www, kind: 'image-404', count: 10, expect: dead, reasons: ['not-found', 'image-failed'], tag: 'img', path: '/pic404/', after: '.png', answer: MISSING },
    { ...www, kind: 'reset', count: 30, expect: dead, reasons: ['reset'], path: '/reset/', answer: (request) => request.socket.resetAndDestroy() },
    { ...www, kind: 'silent', count: 30, expect: dead, reasons: ['timeout'], path: '/silent/', after: '.html', answer: () => undefined },
    { host: 'archive.luyuan.gov.cn', kind: 'soft-host-dead', count: 30, expect: dead, reasons: ['soft-404'], path: '/lost/', after: '.html' },
    { host: 'town.luyuan.gov.cn', kind: 'home-host-dead', count: 30, expect: dead, path: '/lost/', after: '.html' },
    { host: 'fair.luyuan.gov.cn', kind: 'restless-host-dead', count: 10, expect: dead, reasons: ['soft-404'], path: '/lost/', after: '.html' },
    { host: 'closed.luyuan.gov.cn', kind: 'refused', count: 30, expect: dead, reasons: ['refused'], path: '/' },
    { host: 'noname.luyuan.gov.cn', kind: 'dns', count: 40, expect: dead, reasons: ['dns'], path: '/' },
    { host: 'self.luyuan.gov.cn', kind: 'tls-self-signed', scheme: 'https', count: 20, expect: dead, reasons: ['tls-untrusted'], path: '/' },
    { host: 'plain.luyuan.gov.cn', kind: 'tls-protocol', scheme: 'https', count: 10, expect: dead, reasons: ['tls-protocol'], path: '/' },

    { ...www, kind: '401', count: 10, expect: unsure, path: '/inner/', answer: send('', 401, 'text/html', { 'www-authenticate': 'Basic realm="lab"' }) },
    { ...www, kind: '403', count: 30, expect: unsure, path: '/deny/', after: '.html', answer: send('<h1>403 Forbidden</h1>', 403) },
    { ...www, kind: '412-ruishu', count: 20, expect: unsure, path: '/rs/', after: '.html', answer: send(WALLS.ruishu, 412) },
    { ...www, kind: '200-ruishu', count: 10, expect: unsure, path: '/rs2/', after: '.html', answer: send(WALLS.ruishu) },
    { ...www, kind: '521-jiasule', count: 10, expect: unsure, path: '/jsl/', after: '.html', answer: send(WALLS.jiasule, 521) },
    { ...www, kind: '200-acw', count: 10, expect: unsure, path: '/acw/', after: '.html', answer: send(WALLS.acw) },
    { ...www, kind: '200-wall', count: 10, expect: unsure, path: '/waf/', after: '.html', answer: send(WALLS.named) },
    { host: 'library.luyuan.gov.cn', kind: 'same-everywhere', count: 10, expect: unsure, reasons: ['same-everywhere'], path: '/doc/', after: '.html' },
    { ...www, kind: 'not-for-other-sites', count: 10, expect: unsure, path: '/leech/', after: '.pdf', answer: send(framed('提示', '<p>非法下载，请从本站页面访问</p>')) },
    { ...www, kind: 'server-default', count: 5, expect: unsure, reasons: ['server-default'], path: '/new/', after: '.html', answer: send('<html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1><p>If you see this page, the web server is installed.</p></body></html>') },
    { ...www, kind: '429-always', count: 8, expect: unsure, path: '/limit/', after: '.html', answer: send('', 429, 'text/html', { 'retry-after': '1' }) },
    { ...www, kind: 'login-redirect', count: 20, expect: unsure, reasons: ['login'], path: '/my/', after: '.html', answer: to((n) => `/user/login?from=${n}`) },
    { ...www, kind: 'login-in-place', count: 10, expect: unsure, reasons: ['login'], path: '/mine/', after: '.html', answer: send(login) },
    { ...www, kind: 'fails-once', count: 20, expect: unsure, reasons: ['once-failed'], path: '/once/', after: '.html', answer: firstThen(send(serverError, 500), ARTICLE) },
    { ...www, kind: 'redirect-private', count: 10, expect: unsure, reasons: ['private-address'], path: '/inside/', after: '.html', answer: to((n) => `http://10.20.30.${n}/oa`) },
    { ...www, kind: 'cookie-loop', count: 10, expect: unsure, reasons: ['needs-cookie', 'redirect-loop'], path: '/ck/', answer: (_, response, n) => response.writeHead(302, { location: `/ck/${n}`, 'set-cookie': 'seen=1; Path=/' }).end() },
    { ...www, kind: 'drip', count: 4, expect: dead, reasons: ['timeout'], path: '/drip/', after: '.html', answer: drip },
    { host: 'app.luyuan.gov.cn', kind: 'script-page', count: 20, expect: ['unsure', 'alive'], path: '/pages/', answer: send(WALLS.spa) },
    { host: 'strict.luyuan.gov.cn', kind: 'host-objects', count: 40, expect: unsure, path: '/', answer: send('<h1>Forbidden</h1>', 403) },
    { host: '10.20.30.40', kind: 'private', count: 10, expect: unsure, reasons: ['private-address', 'private-host'], path: '/oa/' },
    { ...www, kind: 'action', count: 10, expect: unsure, reasons: ['action'], path: '/user/logout?n=', answer: send('out') },
    { host: 'www.bought-luyuan.com', kind: 'owner-gambling', count: 5, expect: unsure, reasons: ['changed-gambling'], path: '/', answer: send(OWNERS.gambling) },
    { host: 'www.taken-luyuan.com', kind: 'owner-porn', count: 5, expect: unsure, reasons: ['changed-porn'], path: '/', answer: send(OWNERS.porn) },
    { host: 'www.sold-luyuan.com', kind: 'owner-sale', count: 5, expect: unsure, reasons: ['changed-for-sale'], path: '/', answer: send(OWNERS.sale) },
    { host: 'www.parked-luyuan.com', kind: 'owner-parked', count: 5, expect: unsure, reasons: ['changed-parked'], path: '/', answer: send(OWNERS.parked) },
  ]
}

/** Half of a file, then nothing. */
function cut(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': '9000' })
  response.write('%PDF-1.4\nhalf of it')
  setTimeout(() => response.destroy(), 10)
}

/** Begins, and goes on with a letter a second. */
function drip(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).write('<html><head><title>慢</title></head><body><p>一')
  const timer = setInterval(() => response.write('字'), 1000)
  response.on('close', () => clearInterval(timer))
}

/** Links whose fault is in what is written: nothing is asked for. */
export interface WrittenKind {
  kind: string
  raw: string
  text: string
  style?: string
  expect: Verdict[]
}

export const WRITTEN: WrittenKind[] = [
  ...['#', 'javascript:;', 'javascript:void(0)', ''].map((raw, at) => ({ kind: 'empty', raw, text: `待建栏目${at + 1}`, expect: dead })),
  ...['C:\\Users\\gw\\通知.doc', 'file:///D:/a.doc', 'http://http://www.luyuan.gov.cn/', 'htpp://www.luyuan.gov.cn/'].map((raw) => ({ kind: 'wrong', raw, text: '附件', expect: dead })),
  ...['http://localhost:8080/a', 'http://192.168.8.8/a', 'http://0x0a000001/'].map((raw) => ({ kind: 'wrong-private', raw, text: '办公系统', expect: unsure })),
  { kind: 'mail-ok', raw: 'mailto:office@luyuan.gov.cn', text: '邮箱', expect: alive },
  { kind: 'mail-wrong', raw: 'mailto:office#luyuan', text: '邮箱', expect: dead },
  { kind: 'hidden', raw: 'http://www.dark-luyuan.com/1', text: '真人棋牌娱乐', style: 'position:absolute;left:-9999px', expect: ['alive', 'dead', 'unsure'] },
]

/** What each host answers to addresses that no kind has. */
export const UNKNOWN: Record<string, Answer> = {
  'archive.luyuan.gov.cn': (request, response, n) => send(oddError(request.url ?? ''))(request, response, n),
  'fair.luyuan.gov.cn': (request, response, n) => send(request.url === '/' ? home('鹿原县书市') : restless())(request, response, n),
  'library.luyuan.gov.cn': send(closedShop),
  'town.luyuan.gov.cn': send(home('鹿原县城关镇')),
  'app.luyuan.gov.cn': send(WALLS.spa),
  'strict.luyuan.gov.cn': send('<h1>Forbidden</h1>', 403),
  'www.bought-luyuan.com': send(OWNERS.gambling),
  'www.sold-luyuan.com': send(OWNERS.sale),
}

/** Addresses that stand outside the kinds. */
export const FIXED: Record<string, Answer> = {
  '/': send(home('鹿原县人民政府')),
  '/index.html': send(home('鹿原县人民政府')),
  '/404.html': send(framed('鹿原县人民政府', '<p>您访问的页面不存在</p>')),
}

export const missing: Answer = MISSING
