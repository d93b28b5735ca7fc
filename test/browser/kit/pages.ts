import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a page of a test answers. */
export interface Served {
  body: string | Uint8Array
  status?: number
  type?: string
  headers?: Record<string, string>
  /** What follows when it is there: until then the page is loading. */
  rest?: Promise<string>
}

export interface PagesServer {
  port: number
  /** `host/path` of every request, oldest first. */
  requests: { address: string; headers: IncomingMessage['headers'] }[]
  close: () => Promise<void>
}

/** A server for pages that one test is about: `host/path` → answer, else `others`, else a real 404. */
export async function servePages(pages: Record<string, string | Served>, others?: (address: string) => string | Served | null): Promise<PagesServer> {
  const requests: PagesServer['requests'] = []
  const server = createServer((request, response) => {
    // As a proxy it is asked for whole addresses.
    const address = (request.headers.host ?? '').replace(/:\d+$/, '') + (request.url ?? '/').replace(/^https?:\/\/[^/]*/, '')
    requests.push({ address, headers: request.headers })
    const page = pages[address] ?? others?.(address) ?? { status: 404, body: '<!doctype html><title>404</title><h1>页面不存在</h1>' }
    const { body, status = 200, type = 'text/html; charset=utf-8', headers = {}, rest } = typeof page === 'string' ? { body: page } : page
    response.writeHead(status, { 'Content-Type': type, ...headers })
    if (!rest) return void response.end(body)
    response.write(body)
    void rest.then((more) => response.end(more))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Pages of one folder of the made-up site, by number, as `servePages` takes them. */
export function served(folder: string, pages: readonly string[]): Record<string, string> {
  return Object.fromEntries(pages.map((page, n) => [`www.qinghe.gov.cn/${folder}/${n}`, page]))
}
