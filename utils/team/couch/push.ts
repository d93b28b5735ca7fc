import { partsOfId, sharedKind } from '../../ledger/sharing/kinds.ts'
import { isFile } from '../missing-files.ts'
import { markSent, pendingDocs, type Sent } from '../pending.ts'
import type { PendingDoc, SharedDoc } from '../../types/team.ts'
import { batchesOf, MOST_DOCS, outgoing, type Outgoing } from './batches.ts'
import type { BulkResult } from './client.ts'
import { CouchFailure, isLasting } from './failure.ts'
import { sendFile } from './files.ts'
import { takeIn, type PullDeps } from './pull.ts'
import type { NotTaken } from './state.ts'
import { REFUSALS } from './validation.ts'

export interface Pushed {
  sent: number
  notTaken: NotTaken[]
}

/** How often what clashed is sent anew in one pass: with twenty who edit one issue at once, a few. */
const ROUNDS = 12
/** Pictures on their way at a time. */
const FILES = 3

/**
 * Sends what waits: pictures, histories, then the rest. What the server has in another state is fetched, merged and sent again. What was
 * sent is noted batch by batch, so that wherever this is cut off nothing is sent twice but the last batch, and that changes nothing.
 * @param before what the server did not take, and is not offered again before it is edited
 * @throws CouchFailure where the pass cannot go on; a document that the server does not take is named instead
 */
export async function push(deps: PullDeps, before: readonly NotTaken[]): Promise<Pushed> {
  const all: Pushed = { sent: 0, notTaken: [] }
  const passedOver = new Set(before.map(nameOf))
  for (let round = 0; round < ROUNDS; round++) {
    let clashes = 0
    for (let after = ''; ; ) {
      const waiting = await pendingDocs(deps.db, after, MOST_DOCS)
      if (waiting.length === 0) break
      after = waiting[waiting.length - 1]!.cursor
      const { sent, clashed, notTaken } = await sendPage(deps, waiting.filter((one) => !passedOver.has(nameOf(one))))
      for (const one of notTaken) passedOver.add(nameOf(one))
      all.notTaken.push(...notTaken)
      all.sent += sent
      clashes += clashed
      deps.step?.()
    }
    if (clashes === 0) break
  }
  return all
}

function nameOf({ id, seq }: { id: string; seq: string }): string {
  return `${id} ${seq}`
}

interface Page extends Pushed {
  clashed: number
}

async function sendPage(deps: PullDeps, waiting: readonly PendingDoc[]): Promise<Page> {
  const { db } = deps
  const page: Page = { sent: 0, clashed: 0, notTaken: [] }
  // put away before it was sent: there is nothing to send
  await markSent(db, waiting.flatMap(({ id, seq, doc }) => (doc === null ? [{ id, seq }] : [])))
  const docs = waiting.filter((one): one is PendingDoc & { doc: SharedDoc } => one.doc !== null)
  const files = docs.filter(({ id }) => isFile(id))
  for (let at = 0; at < files.length; at += FILES) {
    const done = await Promise.all(files.slice(at, at + FILES).map((one) => sendFile(deps, one.doc).then((says) => ({ one, says }))))
    for (const { one, says } of done) if (says) page.notTaken.push({ id: one.id, seq: one.seq, says })
    await markSent(db, done.flatMap(({ one: { id, seq }, says }) => (says ? [] : [{ id, seq }])))
    page.sent += done.filter(({ says }) => !says).length
  }
  for (const batch of batchesOf(docs.filter(({ id }) => !isFile(id)).map(outgoing), MOST_DOCS)) await sendBatch(deps, batch, page)
  return page
}

/** A batch that is too large, or in which something cannot be read, goes in halves; a document that is so by itself is named. */
async function sendBatch(deps: PullDeps, batch: readonly Outgoing[], page: Page): Promise<void> {
  let results: readonly BulkResult[]
  try {
    results = await deps.couch.bulk(batch.map(({ doc }) => doc))
  } catch (error) {
    if (!(error instanceof CouchFailure) || (error.kind !== 'too-large' && error.kind !== 'malformed')) throw error
    if (batch.length === 1) {
      const says = error.kind === 'too-large' ? { key: 'team.couch.notTaken.large' as const } : refusalOf({ id: '', error: 'bad_request', reason: error.reason }).says
      page.notTaken.push({ id: batch[0]!.doc._id, seq: batch[0]!.seq, says })
      return
    }
    const half = Math.ceil(batch.length / 2)
    await sendBatch(deps, batch.slice(0, half), page)
    return sendBatch(deps, batch.slice(half), page)
  }
  await noteResults(deps, batch, results, page)
}

async function noteResults(deps: PullDeps, batch: readonly Outgoing[], results: readonly BulkResult[], page: Page): Promise<void> {
  const answers = new Map(results.map((one) => [one.id, one]))
  const sent: Sent[] = []
  const clashed: string[] = []
  for (const { doc: { _id: id }, seq } of batch) {
    const answer = answers.get(id)
    if (answer && answer.error === undefined) sent.push({ id, seq, ...(answer.rev === undefined ? {} : { rev: answer.rev }) })
    // what is written once is there
    else if (answer?.error === 'conflict' && sharedKind(partsOfId(id).kind)?.once) sent.push({ id, seq })
    else if (answer?.error === 'conflict') clashed.push(id)
    else if (answer) page.notTaken.push({ id, seq, ...refusalOf(answer) })
  }
  await markSent(deps.db, sent)
  page.sent += sent.length
  page.clashed += clashed.length
  if (clashed.length > 0) await meet(deps, clashed)
}

/** Merges what the server has in another state than we thought; what we know more of waits on, upon the revision that stands there. */
async function meet(deps: PullDeps, ids: readonly string[]): Promise<void> {
  const there = await deps.couch.fetchDocs(ids)
  await takeIn(deps, { docs: there.filter(({ _deleted }) => !_deleted), more: [], away: new Map() }, null)
  const revs = new Map(there.map(({ _id, _rev }) => [_id, _rev]))
  const gone = ids.filter((id) => !revs.has(id))
  await deps.db.transaction('rw', deps.db.stamps, async () => {
    // deleted there by hand: ours stands on the tombstone; never there: on nothing
    for (const { _id, _rev, _deleted } of there) if (_deleted) await deps.db.stamps.update(_id, { rev: _rev })
    for (const id of gone) await deps.db.stamps.update(id, { rev: undefined })
  })
}

function refusalOf({ reason: given, error = '' }: BulkResult): Pick<NotTaken, 'says' | 'passing'> {
  const reason = given ?? ''
  if (reason.includes(REFUSALS.readonly)) throw new CouchFailure('forbidden', { status: 403, reason })
  if (reason.includes(REFUSALS.lead)) return { says: { key: 'team.couch.notTaken.lead' } }
  const params = { reason: (reason || error).slice(0, 100) }
  return isLasting(error) ? { says: { key: 'team.couch.notTaken.refused', params } } : { says: { key: 'team.couch.notTaken.passing', params }, passing: true }
}
