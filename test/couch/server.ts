import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pouchServer, type Handler } from './pouch.ts'
import { strictly } from './strict.ts'

/**
 * What goes wrong with one request: `drop`: the connection breaks before the server hears of it; `lost`: the server does it, but the answer
 * never arrives; a number: that answer instead.
 */
export type Fault = 'drop' | 'lost' | number

export interface Asked {
  method: string
  /** Path and query. */
  path: string
}

export interface CouchServer {
  /** With a slash at the end. */
  url: string
  user: string
  password: string
  asked: Asked[]
  /** Asked for each request; null: nothing goes wrong. */
  fault: (asked: Asked) => Fault | null
  /** Told as the server's own; null: as the server tells it. */
  uuid: string | null
  /** UUIDs of nodes behind one address that answer in turn; none: there is one. */
  nodes: string[]
  /** Copies of `_local` documents that are within reach (`strict.ts`). */
  reach: () => readonly number[]
  /** Long polls are answered as CouchDB does; else as express-pouchdb: never. */
  longPoll: boolean
  retryAfter: string | null
  /** Answers by method, path and query that are handed out as they stand, without asking the database. */
  ready: Map<string, string>
  /** As another program sends it, past every fault. */
  direct: (method: string, path: string, json?: unknown) => Promise<{ status: number; body: Record<string, never> }>
  /** Goes away with all its connections, and comes back at the same address with the same data. */
  down: () => Promise<void>
  up: () => Promise<void>
  /** Nothing of it was ever there. */
  wipe: () => void
  stop: () => Promise<void>
}

const REAL = process.env['COUCHDB_URL']

/** Whether the tests run against a real CouchDB. */
export const IS_REAL = REAL !== undefined

let names = 0

/** A database name that no test has had. */
export function freshName(): string {
  return `duwang-test-${Date.now().toString(36)}-${process.pid}-${++names}`
}

/**
 * A CouchDB-compatible server on loopback with faults in front of it: express-pouchdb in memory, or the one at `COUCHDB_URL`
 * (its account stands in the address).
 * @param strict with CouchDB's strictness in front of express-pouchdb (`strict.ts`)
 */
export async function startCouch({ validates = true, strict = true } = {}): Promise<CouchServer> {
  let pouch = REAL ? null : pouchServer(validates)
  const real = REAL ? new URL(REAL) : null
  const plain: Handler = (request, response) => {
    if (real) return proxy(real, request, response)
    if (kit.longPoll && request.url?.includes('feed=longpoll')) return void hold(pouch!.open, request, response)
    pouch!.app(request, response)
  }
  const couch = strict && !real ? strictly(plain, () => kit.reach()) : { app: plain, forget: () => undefined }
  let looks = 0
  const kit = { asked: [] as Asked[], fault: () => null, uuid: real ? null : 'uuid-of-the-first-server', nodes: [], reach: () => [0, 1, 2], longPoll: false, retryAfter: null, ready: new Map() } as unknown as CouchServer
  const security = new Map<string, string>()
  const handle: Handler = (request, response) => {
    const asked = { method: request.method ?? '', path: request.url ?? '' }
    kit.asked.push(asked)
    const fault = kit.fault(asked)
    if (fault === 'drop') return void request.socket.destroy()
    if (typeof fault === 'number') return void refuse(request, response, fault, kit.retryAfter)
    if (fault === 'lost') loseAnswer(request, response)
    const ready = kit.ready.get(`${asked.method} ${asked.path}`)
    if (ready !== undefined) return void response.setHeader('Content-Type', 'application/json').end(ready)
    const uuid = kit.nodes.length > 0 ? kit.nodes[looks++ % kit.nodes.length]! : kit.uuid
    if (uuid !== null && asked.path === '/') return void response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ couchdb: 'Welcome', version: '3.0.0', uuid }))
    if (pouch && asked.path.endsWith('/_security')) return void keepSecurity(security, request, response)
    couch.app(request, response)
  }
  let server: Server = createServer(handle)
  const port = await listen(server, 0)
  const authority = real?.username ? { user: decodeURIComponent(real.username), password: decodeURIComponent(real.password) } : { user: '', password: '' }
  const url = `http://127.0.0.1:${port}/`
  return Object.assign(kit, authority, {
    url,
    direct: async (method: string, path: string, json?: unknown) => {
      const [fault, asked] = [kit.fault, kit.asked]
      Object.assign(kit, { fault: () => null, asked: [] })
      const headers = { 'Content-Type': 'application/json', Accept: 'application/json', ...(authority.user ? { Authorization: `Basic ${btoa(`${authority.user}:${authority.password}`)}` } : {}) }
      const response = await fetch(url + path, { method, headers, ...(json === undefined ? {} : { body: JSON.stringify(json) }) })
      Object.assign(kit, { fault, asked })
      return { status: response.status, body: (await response.json().catch(() => ({}))) as Record<string, never> }
    },
    down: () => closed(server),
    up: async () => {
      server = createServer(handle)
      await listen(server, port)
    },
    wipe: () => (couch.forget(), void (pouch = pouchServer(validates))),
    stop: () => closed(server),
  })
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port)))
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, retryAfter: string | null): void {
  request.resume()
  if (retryAfter !== null) response.setHeader('Retry-After', retryAfter)
  // as CouchDB where nobody comes in without an account (`require_valid_user`): a browser would ask for the password itself
  if (status === 401) response.setHeader('WWW-Authenticate', 'Basic realm="server"')
  response.writeHead(status, { 'Content-Type': 'text/html', Connection: 'close' }).end('<h1>no</h1>')
}

function loseAnswer({ socket }: IncomingMessage, response: ServerResponse): void {
  const lose = () => (socket.destroy(), response)
  Object.assign(response, { write: () => true, end: lose })
}

/** As CouchDB 3 has it: a new database is for administrators only. Nothing is kept from anybody here. */
async function keepSecurity(kept: Map<string, string>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? ''
  if (request.method === 'PUT') {
    let text = ''
    for await (const part of request) text += String(part)
    kept.set(path, text)
  }
  const fresh = JSON.stringify({ members: { roles: ['_admin'] }, admins: { roles: ['_admin'] } })
  response.setHeader('Content-Type', 'application/json').end(request.method === 'PUT' ? '{"ok":true}' : (kept.get(path) ?? fresh))
}

function proxy(to: URL, request: IncomingMessage, response: ServerResponse): void {
  const onward = forward({ host: to.hostname, port: to.port || 5984, path: request.url, method: request.method, headers: { ...request.headers, host: to.host } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.destroy())
  request.pipe(onward)
}

/** CouchDB's long poll: answered at the first change, or with nothing when the time is over. */
async function hold(open: NonNullable<ReturnType<typeof pouchServer>>['open'], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '', 'http://x')
  const [db, since] = [open(decodeURIComponent(url.pathname.split('/')[1] ?? '')), JSON.parse(url.searchParams.get('since') ?? '0') as number]
  const until = performance.now() + Number(url.searchParams.get('timeout') ?? 60_000)
  let found = await db.changes({ since, limit: 1 })
  while (found.results.length === 0 && performance.now() < until && !request.destroyed) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    found = await db.changes({ since, limit: 1 })
  }
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ results: found.results, last_seq: found.last_seq }))
}
