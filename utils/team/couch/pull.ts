import type { LedgerDb } from '../../ledger/db.ts'
import { stampsOf } from '../../ledger/sharing/came.ts'
import { deviceOfLedger } from '../../ledger/sharing/device.ts'
import { partsOfId } from '../../ledger/sharing/kinds.ts'
import { applyDocs, BATCH, lookAhead, type Ahead, type ApplyDeps, type Incoming } from '../apply.ts'
import { FORM } from '../doc.ts'
import { isFile, missingFiles } from '../missing-files.ts'
import { ownerOf } from '../put-away.ts'
import { soundDoc } from '../shape.ts'
import type { DocId, MergeOutcome, SharedDoc } from '../../types/team.ts'
import type { TeamAccount } from './account.ts'
import type { ChangesPage, Couch, CouchDoc } from './client.ts'
import { CouchFailure } from './failure.ts'
import { wantedOf, type Scope } from './scope.ts'
import { keepMembers } from './people.ts'
import { advanceCouchState, keepLeaves, keepProgress, lackedFiles, readLeaves, wantFiles, type CouchState, type PullProgress } from './state.ts'

/** Changes a page: one transaction each. */
export const PAGE = BATCH

export interface PullDeps extends ApplyDeps {
  couch: Couch
  account: TeamAccount
  /** Called after each page; throws to end the pass. */
  step?: () => void
}

/**
 * Takes in what changed on the server, page by page, from where the last pull ended. A page and its checkpoint are stored together,
 * so that wherever this is cut off it goes on from the last whole page; a page taken twice changes nothing.
 * @param asked the first page, where it was asked for already
 * @returns where it ended, how many changes the server told of, and how many documents came that were not known
 * @throws CouchFailure `stuck` where the server does not come to an end
 */
export async function pull(deps: PullDeps, from: CouchState, asked?: Promise<ChangesPage>): Promise<{ state: CouchState; rows: number; came: number }> {
  const { couch, account } = deps
  // more units than before: what was passed over is read again
  const wider = from.unitIds !== null && (account.unitIds === null || account.unitIds.some((id) => !from.unitIds?.includes(id)))
  const whole = wider || from.since === '0' ? await couch.countDocs() : 0
  let was = from
  let state: CouchState = { ...from, since: wider ? '0' : from.since, unitIds: account.unitIds }
  let coming = quiet(wider || !asked ? couch.changes(state.since, PAGE) : asked)
  let following = pageAfter(couch, coming)
  let next = quiet(readPage(couch, coming, false))
  const passed = new Set([state.since])
  for (let [came, done] = [0, 0]; ; ) {
    const { page, docs, ahead } = await next
    const last = isLast(page)
    // where a place ends cannot be told, but nobody comes to one twice
    if (!last && passed.has(page.last)) throw new CouchFailure('stuck')
    passed.add(page.last)
    if (!last) {
      coming = following as Promise<ChangesPage>
      following = pageAfter(couch, coming)
      next = quiet(readPage(couch, coming, true))
    }
    state = { ...state, since: page.last }
    done += page.results.length
    // of one page nobody waits to hear
    const progress = whole > PAGE ? { done: Math.min(done, whole), total: whole } : null
    await keepMembers(deps.db, page.results.flatMap(({ doc, deleted }) => (doc && !deleted ? [doc] : [])))
    came += await takeIn(deps, await wantedOf(deps, docs), { was, state }, ahead, progress)
    was = state
    deps.step?.()
    if (last) return { state, rows: done, came }
  }
}

interface ReadPage {
  page: ChangesPage
  docs: CouchDoc[]
  ahead?: Ahead
}

/** The page after another is asked for as soon as that one has come: it is on its way while the one before it is reckoned, and the one before that stored. */
function pageAfter(couch: Couch, page: Promise<ChangesPage>): Promise<ChangesPage | null> {
  return quiet(page.then((known) => (isLast(known) ? null : couch.changes(known.last, PAGE))))
}

function isLast({ results }: ChangesPage): boolean {
  return results.length < PAGE
}

/** @param reckons whether there is time for it: the page before it is still to be stored */
async function readPage(couch: Couch, asked: Promise<ChangesPage>, reckons: boolean): Promise<ReadPage> {
  const page = await withDocs(couch, await asked)
  const docs = page.results.flatMap(({ doc, deleted }) => (doc && !deleted && isLedgers(doc) ? [doc] : []))
  return reckons ? { page, docs, ahead: await lookAhead(docs) } : { page, docs }
}

/** A change whose document a node could not read just then comes without it; passed over it would not be told again. */
async function withDocs(couch: Couch, page: ChangesPage): Promise<ChangesPage> {
  const lacking = page.results.flatMap(({ id, doc, deleted }) => (deleted || typeof doc?._id === 'string' ? [] : [id]))
  if (lacking.length === 0) return page
  const found = new Map((await couch.fetchDocs(lacking)).map((doc) => [doc._id, doc]))
  return { ...page, results: page.results.map((row) => (found.has(row.id) ? { ...row, doc: found.get(row.id)!, deleted: found.get(row.id)!._deleted === true } : row)) }
}

/** What fails is told where it is waited for. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** Documents that are not the space's own. */
function isLedgers({ _id }: CouchDoc): boolean {
  return !_id.startsWith('_') && _id !== 'space' && !_id.startsWith('member:')
}

/** Merges documents with all their conflicting states, and the checkpoint and how far the pull is with them. */
export async function takeIn({ db, now, couch, account }: PullDeps, { docs, more, away }: Scope, on: { was: CouchState; state: CouchState } | null, ahead?: Ahead, progress: PullProgress | null = null): Promise<number> {
  const [rows, leaves] = await Promise.all([docs.length > 0 ? stampsOf(db, docs.map(({ _id }) => _id)) : [], readLeaves(db)])
  const known = new Map(rows.flatMap((row) => (row?.rev === undefined ? [] : [[row.doc, row.rev]])))
  // what we sent ourselves comes back
  const fresh = [...docs.filter(({ _id, _rev, _conflicts }) => _conflicts !== undefined || known.get(_id) !== _rev), ...more]
  const rivals = await rivalsOf(couch, fresh)
  const sound = (doc: CouchDoc) => ahead?.get(doc)?.sound ?? soundDoc(doc)
  const incoming = fresh.flatMap((doc): Incoming[] => [{ doc, ...revOf(doc) }, ...(rivals.get(doc._id) ?? []).map((rival) => ({ doc: rival }))])
  const [burnt, files] = await Promise.all([burntOf({ db, couch }, fresh), account.pictures === 'all' ? filesOf(db, fresh.flatMap((doc) => (away.has(ownerOf(doc) ?? '') ? [] : (sound(doc) ?? [])))) : []])
  const losers = { ...leaves, ...losersOf(fresh, rivals), ...burnt }
  const also = async () => {
    await Promise.all([
      on && advanceCouchState(db, on.was, on.state),
      progress && keepProgress(db, progress),
      Object.keys(losers).length > 0 && keepLeaves(db, losers),
      files.length > 0 && wantFiles(db, files),
    ])
  }
  if (incoming.length === 0) {
    // nothing for us on this page; where sharing ended meanwhile, nothing is kept
    if (await deviceOfLedger(db)) await db.transaction('rw', db.team, also)
    return 0
  }
  const { added, changed, deleted }: MergeOutcome = await applyDocs({ db, now }, incoming, { from: 'server', also, ...(ahead ? { ahead } : {}) })
  return [added, changed].reduce((sum, kinds) => sum + Object.values(kinds).reduce((all, count) => all + count, 0), deleted)
}

/** Pictures and pages to be fetched: those that documents speak of and that are not here, and those that the server lacked when they were wanted and now tells of. */
async function filesOf(db: LedgerDb, docs: readonly SharedDoc[]): Promise<DocId[]> {
  const told = docs.flatMap(({ _id }) => (isFile(_id) ? [_id] : []))
  return [...(await missingFiles(db, docs)), ...(told.length > 0 ? await lackedFiles(db, told) : [])]
}

function revOf({ _rev }: CouchDoc): { rev?: string } {
  return _rev === undefined ? {} : { rev: _rev }
}

/** The states that CouchDB kept beside the one it shows. */
async function rivalsOf(couch: Couch, docs: readonly CouchDoc[]): Promise<Map<string, CouchDoc[]>> {
  const wanted = docs.flatMap(({ _id, _conflicts }) => (_conflicts ?? []).map((rev) => ({ id: _id, rev })))
  const rivals = new Map<string, CouchDoc[]>()
  if (wanted.length === 0) return rivals
  for (const doc of await couch.revisions(wanted)) rivals.set(doc._id, [...(rivals.get(doc._id) ?? []), doc])
  return rivals
}

/** Revisions whose content is in the merged document; one that this version cannot read is left where it is. */
function losersOf(docs: readonly CouchDoc[], rivals: ReadonlyMap<string, readonly CouchDoc[]>): Record<string, string[]> {
  const readable = (doc: CouchDoc) => (soundDoc(doc)?.form ?? FORM + 1) <= FORM
  return Object.fromEntries(
    docs.filter(readable).flatMap(({ _id }) => {
      const revs = (rivals.get(_id) ?? []).filter(readable).flatMap(({ _rev }) => (_rev === undefined ? [] : [_rev]))
      return revs.length > 0 ? [[_id, revs]] : []
    }),
  )
}

/** Pictures on the server that nobody may see any more: they were covered. */
async function burntOf({ db, couch }: Pick<PullDeps, 'db' | 'couch'>, docs: readonly CouchDoc[]): Promise<Record<string, string[]>> {
  const of = (kind: string) => docs.filter(({ _id }) => partsOfId(_id).kind === kind)
  const [shots, covered] = [of('shot'), of('burnt').map(({ _id }) => `shot:${partsOfId(_id).key}`)]
  if (shots.length + covered.length === 0) return {}
  const burnt = new Set((await db.burnt.bulkGet(shots.map(({ _id }) => partsOfId(_id).key))).flatMap((row) => (row ? [row.hash] : [])))
  const there = covered.length > 0 ? await couch.fetchDocs(covered) : []
  const gone = [...shots.filter(({ _id }) => burnt.has(partsOfId(_id).key)), ...there.filter(({ _deleted }) => !_deleted)]
  return Object.fromEntries(gone.flatMap(({ _id, _rev }) => (_rev === undefined ? [] : [[_id, [_rev]]])))
}
