import type { PendingDoc, SharedDoc } from '../../types/team.ts'
import type { CouchDoc } from './client.ts'

/** A document on its way, with what `markSent` wants back. */
export interface Outgoing {
  doc: CouchDoc
  seq: string
  /** Of it as JSON: characters, near enough to bytes three times as many at worst. */
  size: number
}

/** Characters of JSON a request: a proxy in front of the server often takes no more than 1 MB (nginx), and Chinese takes three bytes a character. */
const MOST_SIZE = 300_000
/** Documents a request. */
export const MOST_DOCS = 400

export function outgoing({ doc, seq, rev }: PendingDoc & { doc: SharedDoc }): Outgoing {
  const sent: CouchDoc = { ...doc, ...(rev === null ? {} : { _rev: rev }) }
  return { doc: sent, seq, size: JSON.stringify(sent).length }
}

/** Batches in order, none larger than may be unless it is one document. */
export function batchesOf(docs: readonly Outgoing[], mostDocs: number): Outgoing[][] {
  const batches: Outgoing[][] = []
  let size = 0
  for (const one of docs) {
    const last = batches[batches.length - 1]
    if (!last || last.length >= mostDocs || size + one.size > MOST_SIZE) {
      batches.push([one])
      size = one.size
    } else {
      last.push(one)
      size += one.size
    }
  }
  return batches
}
