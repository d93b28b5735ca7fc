import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Handler } from './pouch.ts'

/** Of the three copies that a cluster keeps of each document (`n=3`), those within reach: asked for each request for a `_local` document. */
export type Reach = () => readonly number[]

interface LocalDoc {
  rev: number
  body: object
}

const COPIES = 3
/** Reads and writes that agree (`mem3:quorum`). */
const QUORUM = 2
const PLACE = /^(\d+)-[A-Za-z0-9_-]{8,}$/

/**
 * What CouchDB 3 is stricter in than express-pouchdb, put in front of it (file and function of apache/couchdb in brackets):
 * - JSON is posted as such, else 415 (`couch_httpd:validate_ctype`);
 * - a place in `_changes` is opaque and told otherwise each time: it names the copies that happened to answer; what is none is 400
 *   (`fabric_view_changes:pack_seqs`, `unpack_seqs`);
 * - long answers may begin with empty lines (heartbeats);
 * - every other write is 202: so many copies as should did not confirm it (`chttpd_db:send_updated_doc`, `update_doc_result_to_json`);
 * - a `_local` document has no conflicts: who writes last wins, whatever revision they knew (`couch_db_updater:increment_local_doc_revs`);
 *   what a copy missed is never made good but by the next write (`fabric_doc_open:read_repair`, `mem3_rep`), so that reads may be old.
 */
export function strictly(app: Handler, reach: Reach): { app: Handler; forget: () => void } {
  const local = new Map<string, (LocalDoc | null)[]>()
  let [turn, writes] = [0, 0]
  const handle: Handler = (request, response) => {
    const url = new URL(request.url ?? '', 'http://x')
    const [database = '', ...rest] = url.pathname.split('/').slice(1)
    const [name, json] = [rest.join('/'), /^application\/json\b/.test(request.headers['content-type'] ?? '')]
    // CouchDB packs no JSON either
    request.headers['accept-encoding'] = 'identity'
    if (request.method === 'POST' && !json) return answer(response, 415, { error: 'bad_content_type', reason: 'Content-Type must be application/json' })
    if (name.startsWith('_local/')) return void serveLocal(request, response, copiesOf(`${database}/${name}`))
    if (request.method === 'DELETE' && name === '') for (const key of local.keys()) if (key.startsWith(`${database}/`)) local.delete(key)
    if (url.searchParams.get('rev') === '') return answer(response, 400, { error: 'bad_request', reason: 'Invalid rev format' })
    if (name === '_changes') {
      const since = url.searchParams.get('since') ?? '0'
      const place = since === '0' ? '0' : PLACE.exec(since)?.[1]
      if (place === undefined) return answer(response, 400, { error: 'bad_request', reason: "Malformed sequence supplied in 'since' parameter." })
      url.searchParams.set('since', place)
      request.url = url.pathname + url.search
      rewrite(response, (text) => `\n\n${withPlaces(text)}`)
    }
    if (name === '_bulk_docs') rewrite(response, confirmedByFew)
    if (['PUT', 'POST'].includes(request.method ?? '') && name !== '' && ++writes % 2 === 0) rewrite(response, (text) => (response.statusCode === 201 && (response.statusCode = 202), text))
    app(request, response)
  }
  const copiesOf = (key: string) => {
    if (!local.has(key)) local.set(key, Array.from({ length: COPIES }, () => null))
    return local.get(key)!
  }
  const withPlaces = (text: string) => {
    const page = parsed(text) as { results?: { seq?: unknown }[]; last_seq?: unknown } | null
    if (!Array.isArray(page?.results)) return text
    const opaque = (place: unknown) => `${String(place)}-g1AAAA${(++turn).toString(36).padStart(10, '0')}`
    return JSON.stringify({ results: page.results.map((row) => ({ ...row, seq: opaque(row.seq) })), last_seq: opaque(page.last_seq), pending: 0 })
  }
  const serveLocal = async (request: IncomingMessage, response: ServerResponse, copies: (LocalDoc | null)[]) => {
    const up = reach()
    if (request.method === 'PUT') {
      let text = ''
      for await (const part of request) text += String(part)
      const { _id, _rev, ...body } = JSON.parse(text) as { _id: string; _rev?: string }
      const rev = Number(/^0-(\d+)$/.exec(_rev ?? '0-0')?.[1]) + 1
      if (Number.isNaN(rev)) return answer(response, 400, { error: 'bad_request', reason: 'Invalid rev format' })
      for (const at of up) copies[at] = { rev, body }
      if (up.length === 0) return answer(response, 500, { error: 'internal_server_error', reason: 'No DB shards could be opened.' })
      return answer(response, up.length < QUORUM ? 202 : 201, { ok: true, id: _id, rev: `0-${rev}` })
    }
    const found = agreed(up.map((at) => copies[at] ?? null))
    if (!found) return answer(response, 404, { error: 'not_found', reason: 'missing' })
    answer(response, 200, { _id: new URL(request.url ?? '', 'http://x').pathname.split('/').slice(2).join('/'), _rev: `0-${found.rev}`, ...found.body })
  }
  return { app: handle, forget: () => local.clear() }
}

/** What so many copies as should say alike, else the newest that any has. */
function agreed(copies: readonly (LocalDoc | null)[]): LocalDoc | null {
  const alike = copies.find((one) => copies.filter((other) => JSON.stringify(other) === JSON.stringify(one)).length >= QUORUM)
  if (alike !== undefined) return alike
  return copies.reduce((newest, one) => (one && one.rev > (newest?.rev ?? 0) ? one : newest), null)
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.req.resume()
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(`${JSON.stringify(body)}\n`)
}

/** Every other document is told as one that few confirmed. */
function confirmedByFew(text: string): string {
  const results = parsed(text)
  return Array.isArray(results) ? JSON.stringify(results.map((one: { ok?: boolean }, at) => (one.ok && at % 2 ? { ...one, accepted: true } : one))) : text
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** An answer is held back until it is whole, and handed on changed. */
function rewrite(response: ServerResponse, change: (text: string) => string): void {
  const parts: Buffer[] = []
  const end = response.end.bind(response) as (text: string) => ServerResponse
  const take = (part: unknown) => {
    if (typeof part === 'string' || part instanceof Uint8Array) parts.push(Buffer.from(part as string))
  }
  const head: { status?: number; headers: Record<string, string> } = { headers: {} }
  const writeHead = response.writeHead.bind(response)
  Object.assign(response, {
    writeHead: (status: number, headers: Record<string, string> = {}) => (Object.assign(head, { status, headers }), (response.statusCode = status), response),
    write: (part: unknown) => (take(part), true),
    end: (part: unknown) => {
      take(part)
      Object.assign(response, { writeHead })
      const text = change(Buffer.concat(parts).toString())
      response.removeHeader('Content-Length')
      for (const [name, value] of Object.entries(head.headers)) if (!/^content-length$/i.test(name)) response.setHeader(name, value)
      return end(text)
    },
  })
}
