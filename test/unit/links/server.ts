import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLinkChecker, type LinkChecker, type LinkCheckerDeps } from '../../../utils/links/checker.ts'
import { wait } from '../../../utils/links/wait.ts'
import type { LinkVerdict } from '../../../utils/types/link.ts'

export interface Seen {
  path: string
  headers: IncomingMessage['headers']
}

export interface TestServer {
  origin: string
  port: number
  seen: Seen[]
  /** Most requests that were open at once. */
  most: () => number
  /** Requests that are open now. */
  open: () => number
  close: () => Promise<void>
}

export type Route = (request: IncomingMessage, response: ServerResponse) => void

/** A server on loopback; `routes` by path without query, `*` for the rest. */
export async function serve(routes: Record<string, Route>): Promise<TestServer> {
  const seen: Seen[] = []
  let open = 0
  let most = 0
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/'
    seen.push({ path, headers: request.headers })
    most = Math.max(most, ++open)
    response.on('close', () => open--)
    const route = routes[path.split('?')[0] ?? '/'] ?? routes['*'] ?? notFound
    route(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    seen,
    most: () => most,
    open: () => open,
    close: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}

export const html = (body: string, status = 200, headers: Record<string, string> = {}): Route => (_, response) => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
}

export const page = (title: string, body: string): string => `<!doctype html><html><head><title>${title}</title></head><body><nav><a href="/">首页</a><a href="/zwgk/">政务公开</a></nav>${body}<footer><p>主办单位：青禾县人民政府办公室</p></footer></body></html>`

export const ARTICLE = page('青禾县开展春季植树活动', `<h1>青禾县开展春季植树活动</h1>${'<p>三月十二日上午，县直机关干部和志愿者来到城北苗圃，种下樟树和桂花共三百余株，现场分工有序，挖坑、扶苗、培土、浇水一气呵成，为绿化家园添上了一笔新绿。</p>'.repeat(4)}`)

export const notFound: Route = html(page('404 Not Found', '<h1>Not Found</h1>'), 404)
export const redirect = (to: string, status = 302): Route => (_, response) => {
  response.writeHead(status, { location: to }).end()
}
export const silent: Route = () => undefined
export const reset: Route = (request) => {
  request.socket.resetAndDestroy()
}

/** A cache in memory. */
export function memoryCache(): LinkCheckerDeps['cache'] & { stored: Map<string, LinkVerdict> } {
  const stored = new Map<string, LinkVerdict>()
  return {
    stored,
    get: (hrefs) => Promise.resolve(new Map(hrefs.flatMap((href) => (stored.has(href) ? [[href, stored.get(href)!] as const] : [])))),
    put: (verdicts) => {
      for (const verdict of verdicts) stored.set(verdict.href, verdict)
      return Promise.resolve()
    },
  }
}

/** A checker whose 15 s and 3 s pass forty times as fast. */
export function fastChecker(deps: Partial<LinkCheckerDeps> = {}): LinkChecker {
  return createLinkChecker({
    fetch: globalThis.fetch,
    now: () => new Date(),
    wait: (ms, signal) => wait(ms / 40, signal),
    cache: memoryCache(),
    canRead: () => Promise.resolve(true),
    ...deps,
  })
}
