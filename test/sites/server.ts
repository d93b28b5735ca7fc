import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { shanghaiToday } from './county/clock.ts'
import { answer } from './serving/router.ts'

export interface CountyOptions {
  /** `YYYY-MM-DD`; without it the day of each request, in Asia/Shanghai. */
  today?: string
  /** 0 (the default): any free port. */
  port?: number
}

/** One request as it came in. `at`: milliseconds since the epoch. */
export interface CountyRequest {
  host: string
  path: string
  method: string
  headers: IncomingHttpHeaders
  at: number
}

export interface CountyServer {
  port: number
  /** Every request, oldest first. */
  requests: CountyRequest[]
  /** Serves the mended state of every planted fault, or the faulty one again, or mended only the addresses (`host/path`) that a test names. */
  mend: (on: boolean | ((address: string) => boolean)) => void
  close: () => Promise<void>
}

/**
 * The made-up county 青禾县, on 127.0.0.1. The Host header decides which site answers,
 * so a browser reaches it with `--host-resolver-rules="MAP * 127.0.0.1:PORT"`; http only.
 */
export async function createCountyServer(options: CountyOptions = {}): Promise<CountyServer> {
  const requests: CountyRequest[] = []
  let mended: boolean | ((address: string) => boolean) = false
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
    const url = request.url ?? '/'
    const method = request.method ?? 'GET'
    requests.push({ host, path: url, method, headers: request.headers, at: Date.now() })
    const { status, type, body, headers } = answer(host, url, { today: options.today ?? shanghaiToday() }, typeof mended === 'function' ? mended(host + url) : mended)
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', 'Content-Length': Buffer.byteLength(body), ...headers })
    response.end(method === 'HEAD' ? undefined : body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    mend: (on) => {
      mended = on
    },
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--port')
  const county = await createCountyServer({ port: at > 0 ? Number(process.argv[at + 1]) : 8090 })
  console.log(`http://127.0.0.1:${county.port}  --host-resolver-rules="MAP * 127.0.0.1:${county.port}"`)
}
