import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

/** A site that was taken over: what its pages try stands in `hostile-pages.ts`; its answers try to hold and fill whoever asks. */
export interface HostileSite {
  port: number
  /** `host/path` of every request, oldest first. */
  requests: string[]
  /** Bytes handed to the connection of each path. */
  sent: Map<string, number>
  close: () => Promise<void>
}

const MIB = 1024 * 1024
const TWO_GIB = 2 ** 31
/** 64 MiB of zeros in 64 KiB. */
const BOMB = gzipSync(Buffer.alloc(64 * MIB))

/** Where each path sends whoever asks. */
export const REDIRECTS: Record<string, string> = {
  '/to-file': 'file:///etc/passwd',
  '/to-script': 'javascript:alert(document.domain)',
  '/to-data': 'data:text/html,<script>alert(1)</script>',
  '/to-private': 'http://192.168.1.1/admin',
  '/to-loopback': 'http://127.0.0.1/secret',
  '/to-decimal': 'http://2130706433/secret',
  '/to-six': 'http://[::1]/secret',
  '/to-name': 'http://router/secret',
  '/to-itself': '/to-itself',
}

export async function serveHostile(pages: Record<string, string>): Promise<HostileSite> {
  const requests: string[] = []
  const sent = new Map<string, number>()
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const address = (request.headers.host ?? '').replace(/:\d+$/, '') + path
    requests.push(address)
    const count = (bytes: number) => sent.set(path, (sent.get(path) ?? 0) + bytes)
    const to = REDIRECTS[path]
    if (to) response.writeHead(302, { Location: to }).end()
    else if (path === '/huge') pour(response, count)
    else if (path === '/drip') drip(response)
    else if (path === '/bomb') response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' }).end(BOMB)
    else if (path === '/bomb.zip') response.writeHead(200, { 'Content-Type': 'application/zip' }).end(BOMB)
    else if (pages[path] !== undefined) response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(pages[path])
    else if (path.startsWith('/l/')) response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<!doctype html><title>${path}</title><p>${path}`)
    else response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end('<!doctype html><title>404</title><h1>页面不存在</h1>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    sent,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

/** Two gigabytes, as fast as they are taken. */
function pour(response: ServerResponse, count: (bytes: number) => void): void {
  const piece = Buffer.alloc(64 * 1024, 'x')
  response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': TWO_GIB })
  const more = () => {
    while (!response.destroyed) {
      count(piece.length)
      if (!response.write(piece)) return void response.once('drain', more)
    }
  }
  more()
}

/** A byte a second, for ever. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/html' })
  const timer = setInterval(() => response.write('x'), 1000)
  response.on('close', () => clearInterval(timer))
}
