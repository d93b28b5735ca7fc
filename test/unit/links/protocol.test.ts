import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LinkVerdict } from '../../../utils/types/link.ts'
import { ARTICLE, fastChecker, html, page, reset, serve, type Route, type TestServer } from './server.ts'

/** Answers that bend the protocol: status, length, encoding, pace. Expected: verdict and reason. */
const raw = (status: number, headers: Record<string, string>, body: string | Buffer = ''): Route => (_, response) => {
  response.writeHead(status, headers).end(body)
}
/** The n-th visit of a path gets the n-th answer, the last one again and again. */
function inTurn(...routes: Route[]): Route {
  let visit = 0
  return (request, response) => routes[Math.min(visit++, routes.length - 1)]!(request, response)
}
const type = { 'content-type': 'text/html; charset=utf-8' }
const drip = (bits: string[], every: number): Route => (_, response: ServerResponse) => {
  response.writeHead(200, type)
  let at = 0
  const timer = setInterval(() => (at < bits.length ? response.write(bits[at++]) : (clearInterval(timer), response.end())), every)
  response.on('close', () => clearInterval(timer))
}
/** 15 s pass in 375 ms here. */
const LATE = 5_000
const IN_TIME = 100

const CASES: Record<string, [Route, string]> = {
  '/empty.html': [raw(200, type), 'unsure empty-page'],
  '/204': [raw(204, {}), 'unsure empty-page'],
  '/206.html': [raw(206, { ...type, 'content-range': 'bytes 0-9/10' }, ARTICLE), 'alive ok'],
  '/304.html': [raw(304, {}), 'unsure odd-status'],
  '/400.html': [raw(400, type, page('提示', '<p>参数有误</p>')), 'unsure odd-status'],
  '/405.html': [raw(405, type), 'unsure odd-status'],
  '/451.html': [raw(451, type), 'unsure odd-status'],
  '/501.html': [raw(501, type), 'dead server-error'],
  '/521.html': [raw(521, type), 'unsure challenge'],
  '/503-then-fine.html': [inTurn(raw(503, type), html(ARTICLE)), 'unsure once-failed'],
  '/404-then-fine.html': [inTurn(html('', 404), html(ARTICLE)), 'unsure once-failed'],
  '/reset-then-fine.html': [inTurn(reset, html(ARTICLE)), 'unsure once-failed'],
  '/longer-than-it-is.html': [(_, response) => {
    response.writeHead(200, { ...type, 'content-length': String(Buffer.byteLength(ARTICLE) + 500) }).write(ARTICLE)
    setTimeout(() => response.destroy(), 30)
  }, 'alive ok'],
  '/longer-than-it-is.pdf': [(_, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': '9000' }).write('%PDF-1.4')
    setTimeout(() => response.destroy(), 30)
  }, 'dead attachment-truncated'],
  '/chunks.html': [drip([ARTICLE.slice(0, 300), ARTICLE.slice(300)], 20), 'alive ok'],
  '/first-byte-in-time.html': [(request, response) => void setTimeout(() => html(ARTICLE)(request, response), IN_TIME), 'alive ok'],
  '/first-byte-late.html': [(request, response) => void setTimeout(() => html(ARTICLE)(request, response), LATE), 'dead timeout'],
  '/no-length.ofd': [raw(200, {}, Buffer.from('PK\u0003\u0004 PK\u0005\u0006', 'latin1')), 'alive ok'],
  '/empty.wps': [raw(200, { 'content-type': 'application/octet-stream' }), 'dead attachment-empty'],
  '/page.ofd': [html(page('附件', '<p>请选择附件</p>')), 'dead attachment-page'],
  '/wrong-gzip.html': [raw(200, { ...type, 'content-encoding': 'gzip' }, ARTICLE), 'unsure cut-short'],
  '/to-nowhere.html': [raw(302, {}), 'unsure odd-status'],
  '/refresh-header.html': [raw(200, { ...type, refresh: '0; url=/' }, '<p>稍候</p>'), 'dead redirect-home'],
  '/': [html(page('青禾县人民政府', '<p>首页</p>')), 'alive ok'],
}

let server: TestServer
let verdicts: Map<string, LinkVerdict>

beforeAll(async () => {
  server = await serve({ ...Object.fromEntries(Object.entries(CASES).map(([path, [route]]) => [path, route])), '*': html('', 404) })
  const found = await fastChecker().check(Object.keys(CASES).map((path) => server.origin + path), { pageUrl: server.origin })
  verdicts = new Map(found.map((verdict) => [verdict.href.slice(server.origin.length), verdict]))
}, 30_000)
afterAll(() => server.close())

test.each(Object.entries(CASES).map(([path, [, expected]]) => [path, expected]))('%s: %s', (path, expected) => {
  const { verdict, reason } = verdicts.get(path!)!
  expect(`${verdict} ${reason}`).toBe(expected)
})
