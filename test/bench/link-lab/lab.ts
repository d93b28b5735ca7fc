import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Server as NetServer } from 'node:net'
import type { Verdict } from '../../../utils/types/link.ts'
import { isPrivateHost } from '../../../utils/links/private-address.ts'
import { selfSigned } from './certificate.ts'
import { FIXED, MAIN, makeKinds, missing, UNKNOWN, WRITTEN, type Answer, type Kind } from './kinds.ts'
import { listPage } from './list-page.ts'

/** One link of the lab and what is true of it. */
export interface LabLink {
  href: string
  kind: string
  tag: 'a' | 'img' | 'area'
  /** Words and style of a link whose fault is in what is written; `href` is then what is written. */
  written?: { text: string; style?: string }
  expect: Verdict[]
  reasons?: string[]
}

/** What the server saw. */
export interface LabFigures {
  requests: number
  /** By host: most requests open at once. */
  mostAtOnce: Record<string, number>
  withCookie: number
  withReferrer: number
  /** Requests to private addresses: led here by the browser's rules, sent all the same. */
  toPrivate: number
  methods: Record<string, number>
}

export interface Lab {
  pageUrl: string
  links: LabLink[]
  /** For Chromium's `--host-resolver-rules`. */
  resolverRules: string
  /** `host` → `127.0.0.1:port` of everything else; null: the name does not exist. */
  ports: { http: number; tls: number; closed: number }
  figures: () => LabFigures
  /** Forgets what it was asked, for the next program. */
  reset: () => void
  close: () => Promise<void>
}

/** The lab ends itself after so long, whatever happens to who started it. */
const LIFE_MS = 15 * 60_000

export interface LabOptions {
  /** Kinds that are left out, such as the silent and slow ones for a speed run. */
  without?: string[]
  /** Part of each kind's count, 0–1. */
  share?: number
}

function linksOf(kinds: Kind[], share: number): LabLink[] {
  return kinds.flatMap(({ kind, count, expect, reasons, host, path, after = '', scheme = 'http', tag = 'a' }) =>
    Array.from({ length: Math.max(1, Math.round(count * share)) }, (_, n) => ({ href: `${scheme}://${host}${path}${n + 1}${after}`, kind, tag, expect, ...(reasons ? { reasons } : {}) })))
}

function listen(server: NetServer): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
}

/** Starts the lab on loopback. 2,000 links of some 70 kinds, on one page, a part of them painted late. */
export async function startLab({ without = [], share = 1 }: LabOptions = {}): Promise<Lab> {
  let kinds = makeKinds().filter(({ kind }) => !without.includes(kind))
  const written = WRITTEN.map(({ kind, raw, text, style, expect }): LabLink => ({ href: raw, kind, tag: 'a', expect, written: { text, ...(style ? { style } : {}) } }))
  const links = [...linksOf(kinds, share), ...written]
  const hosts = new Set(kinds.map(({ host }) => host))
  const groups = () => kinds.reduce((map, kind) => map.set(kind.host, [...(map.get(kind.host) ?? []), kind]), new Map<string, Kind[]>())
  let byHost = new Map<string, Kind[]>()
  /** By host and path: who answers, and which of his links it is. */
  let routes = new Map<string, [Answer, number]>()
  let seen: LabFigures = { requests: 0, mostAtOnce: {}, withCookie: 0, withReferrer: 0, toPrivate: 0, methods: {} }
  const open: Record<string, number> = {}

  function count(request: IncomingMessage, response: ServerResponse, host: string): void {
    seen.requests++
    seen.methods[request.method ?? ''] = (seen.methods[request.method ?? ''] ?? 0) + 1
    if (isPrivateHost(host)) seen.toPrivate++
    if (request.headers.cookie) seen.withCookie++
    if (request.headers.referer) seen.withReferrer++
    open[host] = (open[host] ?? 0) + 1
    seen.mostAtOnce[host] = Math.max(seen.mostAtOnce[host] ?? 0, open[host] ?? 0)
    response.on('close', () => {
      open[host] = (open[host] ?? 1) - 1
    })
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const path = request.url ?? '/'
    if (host === MAIN && path === '/links.html') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'visit=1; Path=/' }).end(listPage(links))
      return
    }
    // the page's own pictures are loaded by the page
    // and the browser's own looks for news, which the resolver rules lead here too, are not the program's
    if (!request.headers.accept?.startsWith('image/') && (hosts.has(host) || isPrivateHost(host))) count(request, response, host)
    const [say, n] = routeOf(host, path)
    say(request, response, n)
  }

  function routeOf(host: string, path: string): [Answer, number] {
    const known = routes.get(host + path)
    if (known) return known
    const [bare = '/'] = path.split('?')
    const kind = byHost.get(host)?.find((one) => path.startsWith(one.path) && /^\d+/.test(path.slice(one.path.length)) && (one.after === undefined || bare.endsWith(one.after.replace(/#.*/, ''))))
    const n = kind ? Number.parseInt(path.slice(kind.path.length), 10) : 0
    const route: [Answer, number] = [kind?.answer ?? (host === MAIN ? FIXED[path] : undefined) ?? UNKNOWN[host] ?? missing, n]
    routes.set(host + path, route)
    return route
  }

  /** Finds and makes every answer, so that answering costs next to nothing of what is shared with the program that asks. */
  function prepare(): void {
    byHost = groups()
    routes = new Map()
    for (const { href, written } of links) {
      const url = written ? null : new URL(href)
      const [say, n] = url ? routeOf(url.hostname, url.pathname + url.search) : []
      if (n !== undefined) say?.prepare?.(n)
    }
  }

  prepare()
  const http = createServer(answer)
  const tls = createTlsServer(selfSigned('self.luyuan.gov.cn'), answer)
  const closed = createServer()
  const ports = { http: await listen(http), tls: await listen(tls), closed: await listen(closed) }
  await new Promise((resolve) => closed.close(resolve))
  const servers: Server[] = [http, tls]
  const close = async () => {
    clearTimeout(life)
    await Promise.all(servers.map((server) => new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })))
  }
  const life = setTimeout(() => void close(), LIFE_MS)
  life.unref()
  return {
    pageUrl: `http://${MAIN}/links.html`,
    links,
    ports,
    resolverRules: [
      'MAP noname.luyuan.gov.cn ~NOTFOUND', `MAP closed.luyuan.gov.cn 127.0.0.1:${ports.closed}`,
      `MAP self.luyuan.gov.cn 127.0.0.1:${ports.tls}`, `MAP * 127.0.0.1:${ports.http}`,
    ].join(', '),
    figures: () => seen,
    reset: () => {
      kinds = makeKinds().filter(({ kind }) => !without.includes(kind))
      prepare()
      seen = { requests: 0, mostAtOnce: {}, withCookie: 0, withReferrer: 0, toPrivate: 0, methods: {} }
    },
    close,
  }
}
