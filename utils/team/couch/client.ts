import type { TeamAccount } from './account.ts'
import { CouchFailure } from './failure.ts'
import { request, requestJson, type Ask, type CouchDeps } from './request.ts'

/** A document as CouchDB hands it out. */
export interface CouchDoc {
  _id: string
  _rev?: string
  _deleted?: boolean
  /** Other revisions that nobody has settled. */
  _conflicts?: string[]
  _attachments?: Record<string, unknown>
  [field: string]: unknown
}

export interface ChangesPage {
  /** `doc` is null, or something else, where it could not be read. */
  results: { id: string; deleted?: boolean; doc?: CouchDoc | null }[]
  /** Opaque; '' never stands here. */
  last: string
}

export interface BulkResult {
  id: string
  ok?: boolean
  rev?: string
  error?: string
  reason?: string | null
}

interface AllDocsRow {
  id?: string
  key: string
  error?: string
  value?: { rev: string; deleted?: boolean }
  doc?: CouchDoc | null
}

interface People {
  names?: string[]
  roles?: string[]
}

export interface Security {
  admins?: People
  members?: People
}

export interface ServerInfo {
  uuid: string | null
  version: string
}

/** A CouchDB and compatible servers, as far as we need them. Every call may throw CouchFailure. */
export function createCouch(deps: CouchDeps, account: TeamAccount) {
  const db = encodeURIComponent(account.database)
  const call = <T>(path: string, ask?: Ask) => requestJson<T>(deps, account, path, ask)
  const docPath = (id: string) => `${db}/${id.startsWith('_') ? id : encodeURIComponent(id)}`
  return {
    info: async (): Promise<ServerInfo> => {
      const { couchdb, uuid, version, ...rest } = await call<Record<string, unknown>>('')
      if (couchdb === undefined && !('express-pouchdb' in rest)) throw new CouchFailure('foreign')
      return { uuid: typeof uuid === 'string' && uuid !== '' ? uuid : null, version: String(version ?? '') }
    },
    /** Roles of the account; null where the server tells of none. */
    roles: async (): Promise<string[] | null> => {
      const { userCtx } = await call<{ userCtx?: { roles?: unknown } }>('_session')
      return Array.isArray(userCtx?.roles) ? userCtx.roles.map(String) : null
    },
    /** @throws CouchFailure `exists` where there is one */
    createDatabase: async (): Promise<void> => void (await call(db, { method: 'PUT' })),
    /** Who may come in; null where the server keeps no such thing. */
    security: (): Promise<Security | null> => call<Security>(`${db}/_security`).catch(noneIf('missing')),
    secure: async (security: Security): Promise<void> => void (await call(`${db}/_security`, { method: 'PUT', json: security })),
    countDocs: async (): Promise<number> => (await call<{ doc_count: number }>(db)).doc_count,
    /** Null where there is none, or none any more. */
    get: (id: string): Promise<CouchDoc | null> => call<CouchDoc>(docPath(id)).catch(noneIf('missing')),
    /** @returns its new revision */
    put: async (doc: CouchDoc): Promise<string> => (await call<{ rev: string }>(docPath(doc._id), { method: 'PUT', json: doc })).rev,
    /** @returns whether as many nodes as should have it: 202 tells of fewer, and others may still hand out what stood there before */
    putForSure: async (doc: CouchDoc): Promise<boolean> => (await request(deps, account, docPath(doc._id), { method: 'PUT', json: doc })).status !== 202,
    /** @returns what became of each, also where some failed a node: CouchDB tells of all of them with a 500 then (since 3.3) */
    bulk: (docs: readonly CouchDoc[]): Promise<readonly BulkResult[]> =>
      call<BulkResult[]>(`${db}/_bulk_docs`, { method: 'POST', json: { docs } }).catch((error: unknown) => {
        if (error instanceof CouchFailure && error.each) return error.each as BulkResult[]
        throw error
      }),
    changes: async (since: string, limit: number): Promise<ChangesPage> => pageOf(await call(`${db}/_changes?since=${encodeURIComponent(since)}&limit=${limit}&include_docs=true&conflicts=true`)),
    /** Answers as soon as something changed, or when the time is over. One that only says that it is still there (a heartbeat) does not answer. */
    longPoll: async (since: string, ms: number, limit: number): Promise<ChangesPage> =>
      pageOf(await call(`${db}/_changes?feed=longpoll&since=${encodeURIComponent(since)}&limit=1&timeout=${ms}`, { limit, most: limit })),
    /** Documents as they stand, with their conflicts; those that are not there are left out. `deleted`: in a later revision only. @throws CouchFailure `server` where one could not be read just now */
    fetchDocs: async (keys: readonly string[]): Promise<CouchDoc[]> => {
      const { rows } = await call<{ rows: AllDocsRow[] }>(`${db}/_all_docs?include_docs=true&conflicts=true`, { method: 'POST', json: { keys } })
      if (rows.some(({ error }) => error !== undefined && error !== 'not_found')) throw new CouchFailure('server', { status: 200 })
      return rows.flatMap(({ id, doc, value }) => (doc ? [doc] : id !== undefined && value?.deleted ? [{ _id: id, _rev: value.rev, _deleted: true }] : []))
    },
    range: async (prefix: string): Promise<CouchDoc[]> => {
      const [from, to] = [`"${prefix}"`, `"${prefix}\ufff0"`].map(encodeURIComponent)
      return (await call<{ rows: AllDocsRow[] }>(`${db}/_all_docs?include_docs=true&startkey=${from}&endkey=${to}`)).rows.flatMap(({ doc }) => (doc ? [doc] : []))
    },
    /** Particular revisions; those that are gone are left out. */
    revisions: async (wanted: readonly { id: string; rev: string }[]): Promise<CouchDoc[]> => {
      const { results } = await call<{ results: { docs: { ok?: CouchDoc }[] }[] }>(`${db}/_bulk_get`, { method: 'POST', json: { docs: wanted } })
      return results.flatMap(({ docs }) => docs.flatMap(({ ok }) => (ok && !ok._deleted ? [ok] : [])))
    },
    /** Histories of some issues, by the view of our design document. */
    histories: async (issueIds: readonly string[]): Promise<CouchDoc[]> =>
      (await call<{ rows: AllDocsRow[] }>(`${db}/_design/duwang/_view/histories?include_docs=true`, { method: 'POST', json: { keys: issueIds } })).rows.flatMap(({ doc }) => (doc ? [doc] : [])),
    /** Whether it is there in its full length: an upload that was cut off may have left less (some servers and proxies keep that). */
    hasFile: (id: string, bytes: number): Promise<boolean> =>
      request(deps, account, `${docPath(id)}/img`, { method: 'HEAD' }).then(
        ({ headers }) => (headers.get('Content-Length') || String(bytes)) === String(bytes),
        (error: unknown) => noneIf('missing')(error) ?? false,
      ),
    putFile: async (id: string, rev: string, blob: Blob, limit: number): Promise<void> => void (await request(deps, account, `${docPath(id)}/img?rev=${encodeURIComponent(rev)}`, { method: 'PUT', blob, limit })),
    getFile: (id: string, limit: number): Promise<Blob | null> => request(deps, account, `${docPath(id)}/img`, { limit }).then((response) => response.blob(), noneIf('missing')),
  }
}

export type Couch = ReturnType<typeof createCouch>

function pageOf({ results, last_seq: last }: { results?: ChangesPage['results']; last_seq?: unknown }): ChangesPage {
  if (!Array.isArray(results) || last === undefined) throw new CouchFailure('foreign')
  return { results, last: typeof last === 'string' ? last : JSON.stringify(last) }
}

/** What is not there is no failure. */
function noneIf(kind: CouchFailure['kind']): (error: unknown) => null {
  return (error) => {
    if (error instanceof CouchFailure && error.kind === kind) return null
    throw error
  }
}
