import { createRequire } from 'node:module'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What we use of PouchDB; its own types come with another package. */
interface Pouch {
  bulkDocs: (docs: readonly object[], options?: { new_edits?: boolean }) => Promise<unknown>
  allDocs: (options: object) => Promise<{ rows: { id: string; doc: { _id: string; _rev: string } }[] }>
  changes: (options: object) => Promise<{ results: unknown[]; last_seq: number }>
}

interface PouchClass {
  new (name: string): Pouch
  plugin: (plugin: unknown) => PouchClass
  defaults: (options: object) => PouchClass
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

const need = createRequire(import.meta.url)
let serial = 0

/**
 * express-pouchdb with everything in memory.
 * @param validates design documents are obeyed; its validation loses `new_edits: false`, so that what replicates needs a server without
 */
export function pouchServer(validates: boolean): { app: Handler; open: (name: string) => Pouch } {
  const Base = (need('pouchdb-core') as PouchClass).plugin(need('pouchdb-adapter-memory')).plugin(need('pouchdb-mapreduce'))
  const Mine = Base.defaults({ adapter: 'memory', prefix: `couch-${process.pid}-${++serial}-` })
  const make = need('express-pouchdb') as (pouch: PouchClass, options: object) => Handler
  const app = make(Mine, { mode: 'minimumForPouchDB', ...(validates ? { overrideMode: { include: ['validation'] } } : {}) })
  return { app, open: (name) => new Mine(name) }
}
