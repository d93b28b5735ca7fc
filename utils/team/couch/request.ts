import type { TeamAccount } from './account.ts'
import { CouchFailure, kindOfStatus } from './failure.ts'
import { askedPause } from './pause.ts'

/** What a server is spoken to with. */
export interface CouchDeps {
  fetch: (input: string, init: RequestInit) => Promise<Response>
}

export interface Ask {
  method?: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is, streamed by the browser. */
  blob?: Blob
  /** Ms in which nothing comes, after which the request is given up. */
  limit?: number
  /** Ms until it is given up, whatever comes. */
  most?: number
}

/** Until the answer begins, and between its parts: a batch of 900 kB that goes up over a slow line takes some of it. A page of changes that comes down may take longer, as long as it comes. */
const LIMIT_MS = 60_000
/** However slowly something comes: the next exchange waits for this one. */
const LONGEST_MS = 15 * 60_000

/**
 * One request to the server that was entered, and to no other: a redirect (a log-in page) is not followed. The account goes with every request, no cookie ever.
 * @param path behind the server's address; its parts are encoded already
 * @throws CouchFailure for everything but 2xx
 */
export async function request({ fetch }: CouchDeps, account: Pick<TeamAccount, 'server' | 'user' | 'password'>, path: string, ask: Ask = {}): Promise<Response> {
  const { method = 'GET', json, blob, limit = LIMIT_MS, most = Math.max(limit, LONGEST_MS) } = ask
  const abort = new AbortController()
  let timer = setTimeout(() => abort.abort(), limit)
  const longest = setTimeout(() => abort.abort(), most)
  const alive = () => {
    clearTimeout(timer)
    timer = setTimeout(() => abort.abort(), limit)
  }
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (account.user !== '') headers['Authorization'] = `Basic ${base64(`${account.user}:${account.password}`)}`
  if (json !== undefined) headers['Content-Type'] = 'application/json'
  if (blob) headers['Content-Type'] = blob.type || 'application/octet-stream'
  const body = blob ?? (json === undefined ? null : jsonOf(json))
  try {
    const response = await fetch(account.server + path, { method, headers, body, signal: abort.signal, credentials: 'omit', cache: 'no-store', redirect: 'manual', referrerPolicy: 'no-referrer' })
    if (response.ok) return await whole(response, method, alive)
    throw await failureOf(response)
  } catch (error) {
    throw error instanceof CouchFailure ? error : new CouchFailure('offline')
  } finally {
    clearTimeout(timer)
    clearTimeout(longest)
  }
}

/** The same as JSON. What only begins as such was broken off: CouchDB had begun to answer when a node failed it, and says so at its end. What is none comes from something that is no CouchDB (a log-in page of the office's network). */
export async function requestJson<T>(deps: CouchDeps, account: TeamAccount, path: string, ask: Ask = {}): Promise<T> {
  const response = await request(deps, account, path, ask)
  const text = await response.text()
  try {
    return JSON.parse(text) as T
  } catch {
    throw new CouchFailure(/^\s*[[{]/.test(text) ? 'server' : 'foreign', { status: response.status })
  }
}

/** Read to the end while the time limit still holds: a connection that breaks in the middle is told as such, and here. @param alive called whenever something came */
async function whole(response: Response, method: string, alive: () => void): Promise<Response> {
  const { status, headers } = response
  const watched = response.body?.pipeThrough(new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({ transform: (part, next) => (alive(), next.enqueue(part)) }))
  const body = method === 'HEAD' || status === 204 ? null : await new Response(watched ?? null).arrayBuffer()
  return new Response(body, { status, headers: { 'Content-Type': headers.get('Content-Type') ?? '', 'Content-Length': headers.get('Content-Length') ?? '' } })
}

async function failureOf(response: Response): Promise<CouchFailure> {
  const { headers, type } = response
  // the browser does not say which redirect it was
  const status = type === 'opaqueredirect' ? 302 : response.status
  const text = await response.text().catch(() => '')
  let [reason, each]: [string, unknown[] | null] = ['', null]
  try {
    const said = JSON.parse(text) as { reason?: unknown } | unknown[]
    if (Array.isArray(said)) each = said
    else reason = String(said.reason ?? '')
  } catch {
    // a proxy's page in front of it; the status says enough
  }
  return new CouchFailure(kindOfStatus(status, reason), { status, waitMs: askedPause(headers), reason, each })
}

/** CouchDB refuses a whole request for half a character in it (jiffy takes well-formed UTF-8 only), such as an emoji that was cut through where a quotation ends; it goes as U+FFFD. */
function jsonOf(value: unknown): string {
  // `JSON.stringify` writes halves, and nothing else, as \ud800 to \udfff
  return JSON.stringify(value).replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (found) => (found === '\\\\' ? found : '\ufffd'))
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
}
