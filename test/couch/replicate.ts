import { IS_REAL, type CouchServer } from './server.ts'

/** A database on a server. */
export interface Place {
  server: CouchServer
  database: string
}

interface Change {
  id: string
  changes: { rev: string }[]
}

/**
 * One-way replication as CouchDB does it, with no program of ours in between: by its own `_replicate`, or, where the server has none, the
 * four requests of its protocol, with full histories of revisions and attachments.
 */
export async function replicate(from: Place, to: Place): Promise<void> {
  if (IS_REAL && (await from.server.direct('POST', '_replicate', { source: addressOf(from), target: addressOf(to) })).status < 300) return
  const { results } = (await from.server.direct('GET', `${from.database}/_changes?style=all_docs`)).body as unknown as { results: Change[] }
  const leaves = Object.fromEntries(results.map(({ id, changes }) => [id, changes.map(({ rev }) => rev)]))
  const lacking = (await to.server.direct('POST', `${to.database}/_revs_diff`, leaves)).body as unknown as Record<string, { missing: string[] }>
  for (const [id, { missing }] of Object.entries(lacking)) {
    const query = `open_revs=${encodeURIComponent(JSON.stringify(missing))}&revs=true&attachments=true`
    const path = id.startsWith('_') ? id : encodeURIComponent(id)
    const docs = (await from.server.direct('GET', `${from.database}/${path}?${query}`)).body as unknown as { ok?: object }[]
    await to.server.direct('POST', `${to.database}/_bulk_docs`, { new_edits: false, docs: docs.flatMap(({ ok }) => (ok ? [ok] : [])) })
  }
}

function addressOf({ server, database }: Place): string {
  const real = new URL(process.env['COUCHDB_URL'] ?? server.url)
  return `${real.href.replace(/\/*$/, '/')}${database}`
}
