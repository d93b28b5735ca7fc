import { fingerprintOf } from '../ledger/fingerprint.ts'
import type { LedgerDb } from '../ledger/db.ts'
import type { Row } from '../ledger/sharing/kinds.ts'
import { aheadOf, DAY_MS, deviceOf } from '../ledger/sharing/clock.ts'
import { timeOf } from '../ledger/sharing/cell-stamp.ts'
import { deviceOfLedger } from '../ledger/sharing/device.ts'
import type { Issue } from '../types/issue.ts'
import type { DocId, MergeOutcome, SharedDoc, StampRow, TeamDevice } from '../types/team.ts'
import { FORM } from './doc.ts'
import { letOthers } from '../types/let-others.ts'
import { planned, standing, type Planned, type Standing } from './plan.ts'
import { soundDoc } from './shape.ts'
import { store } from './store.ts'

/** A document from outside, as it was read. */
export interface Incoming {
  doc: unknown
  /** The server's revision. */
  rev?: string
}

export interface ApplyOptions {
  /** A server has what it sent; what a package brought may still have to be sent there. */
  from: 'server' | 'package'
  /** Work of the caller that belongs in the same transaction, over the table `team`: its checkpoint (`keepRemote`). */
  also?: () => Promise<void>
  /** What was reckoned of them ahead (`lookAhead`). */
  ahead?: Ahead
}

/** Of documents as they came: whether they are sound, and what each comes to where nothing of it stands. */
export type Ahead = WeakMap<object, { sound: SharedDoc | null; plan: Planned | null }>

export interface ApplyDeps {
  db: LedgerDb
  now: () => Date
}

/** As many documents as are merged in one transaction: fewer cost time, more memory. */
export const BATCH = 1000

/** How often a batch is planned anew because something in it was edited meanwhile. */
const TRIES = 20

/**
 * Merges documents into the ledger in one strict transaction: all of them and what `also` does, or nothing. It is no edit of ours and
 * sent to nobody for it. In any order and however often: the same comes of it. Nothing that was recorded is lost.
 * A sound document whose row this version cannot show is put aside and counted as `newer` (`aside.ts`); what is no document is refused.
 * @param incoming at most `BATCH` of them; several of one id are states of one row
 * @throws RangeError where sharing has not begun
 */
export async function applyDocs({ db, now }: ApplyDeps, incoming: readonly Incoming[], options: ApplyOptions): Promise<MergeOutcome> {
  const read = readDocs(incoming, options.ahead)
  for (let tries = 0; ; tries++) {
    const plans = await planAll(db, read.byId, null, options)
    const outcome = outcomeOf(plans, read, now().getTime())
    if (await store(db, { plans, revs: read.revs, aside: read.newer, now, ...options })) return outcome
    if (tries === TRIES) throw new Error('edited again and again while merging')
  }
}

/** Documents that are reckoned ahead at a time: a click waits no longer than for these. */
const SLICE = 40

/**
 * Reckons what can be known of documents before anybody knows what stands: the half of the work of a ledger that is filled. It can be
 * done while the documents before them are stored. Whatever stands by then is looked at by `applyDocs` all the same.
 */
export async function lookAhead(docs: readonly object[]): Promise<Ahead> {
  const ahead: Ahead = new WeakMap()
  for (let at = 0; at < docs.length; at += SLICE) {
    await Promise.all(
      docs.slice(at, at + SLICE).map(async (given) => {
        const sound = soundDoc(given)
        const plan = sound && sound.form <= FORM ? planned([sound], NOTHING, null) : null
        if (plan) await fingerprint(plan)
        ahead.set(given, { sound, plan })
        if (sound) ahead.set(sound, { sound, plan })
      }),
    )
    await letOthers()
  }
  return ahead
}

const NOTHING: Standing = { rows: new Map(), stamps: new Map() }

/**
 * What `applyDocs` would do, for a preview; nothing is written. Before sharing has begun, too.
 * @param look is shown what each document comes to
 * @param seen stamps of ours as they will be by then
 */
export async function previewDocs({ db, now }: ApplyDeps, incoming: readonly Incoming[], device: TeamDevice, look?: (plan: Planned) => void, seen?: (row: StampRow) => StampRow): Promise<MergeOutcome> {
  const read = readDocs(incoming)
  const plans = await planAll(db, read.byId, device, { seen })
  if (look) plans.forEach(look)
  return outcomeOf(plans, read, now().getTime())
}

interface Read {
  byId: Map<DocId, SharedDoc[]>
  revs: Map<DocId, string>
  /** Of a newer form. */
  newer: SharedDoc[]
  refused: MergeOutcome['refused']
}

function readDocs(incoming: readonly Incoming[], ahead?: Ahead): Read {
  const read: Read = { byId: new Map(), revs: new Map(), newer: [], refused: [] }
  for (const { doc: given, rev } of incoming) {
    const known = ahead?.get(given as object)
    const doc = known ? known.sound : soundDoc(given)
    if (!doc) read.refused.push({ id: idOf(given), says: { key: 'team.error.malformed' } })
    else if (doc.form > FORM) read.newer.push(doc)
    else read.byId.set(doc._id, [...(read.byId.get(doc._id) ?? []), doc])
    // of several states the first is the one that the server shows
    if (doc && rev !== undefined && !read.revs.has(doc._id)) read.revs.set(doc._id, rev)
  }
  return read
}

async function planAll(db: LedgerDb, byId: Read['byId'], given: TeamDevice | null, { ahead, seen }: { ahead?: Ahead; seen?: (row: StampRow) => StampRow }): Promise<Planned[]> {
  const [device, stands] = await Promise.all([given ?? deviceOfLedger(db), standing(db, [...byId.keys()])])
  if (!device) throw new RangeError('sharing has not begun')
  if (seen) for (const [id, row] of stands.stamps) stands.stamps.set(id, seen(row))
  const plans: Planned[] = []
  for (const [id, docs] of byId) {
    const fresh = docs.length === 1 && !stands.rows.has(id) && !stands.stamps.has(id) ? ahead?.get(docs[0]!)?.plan : null
    plans.push(fresh ?? planned(docs, stands, device))
    if (!fresh && plans.length % SLICE === 0) await letOthers()
  }
  await Promise.all(plans.map(fingerprint))
  return plans
}

/** What makes two issues the same problem is reckoned here, outside the transaction, which would not wait for it. */
async function fingerprint({ shared, row, before, sound }: Planned): Promise<void> {
  if (shared?.kind !== 'issue' || !row || !sound) return
  const moved = before !== null && ['url', 'check', 'quote', 'fingerprint'].some((field) => before[field] !== row[field])
  if (moved || row['fingerprint'] === '') (row as Row)['fingerprint'] = await fingerprintOf(row as unknown as Issue)
}

function outcomeOf(plans: readonly Planned[], { newer, refused }: Read, now: number): MergeOutcome {
  const outcome: MergeOutcome = { added: {}, changed: {}, same: 0, deleted: 0, returned: [], clashes: [], ahead: [], newer: newer.length, refused, skews: skewsOf(plans, now) }
  for (const plan of plans) {
    const { id, shared, came, merged, returned, ahead } = plan
    const kind = shared?.kind ?? ''
    if (came === 'newer' || !plan.sound) outcome.newer++
    else if (came === 'added') outcome.added[kind] = (outcome.added[kind] ?? 0) + 1
    else if (came === 'changed') outcome.changed[kind] = (outcome.changed[kind] ?? 0) + 1
    else if (came === 'deleted') outcome.deleted++
    else outcome.same++
    if (returned !== null) outcome.returned.push(id)
    if (Object.values(merged.stamps).some((cell) => typeof cell !== 'string' && cell.c !== undefined)) outcome.clashes.push(id)
    if (ahead) outcome.ahead.push(id)
  }
  return outcome
}

function skewsOf(plans: readonly Planned[], now: number): MergeOutcome['skews'] {
  const ahead = new Map<string, number>()
  for (const { merged, shared } of plans) {
    if (!shared?.once) for (const stamp of [merged.base, ...Object.values(merged.stamps).map(timeOf)]) {
      const by = aheadOf(stamp, now)
      if (by > DAY_MS && by > (ahead.get(deviceOf(stamp)) ?? 0)) ahead.set(deviceOf(stamp), by)
    }
  }
  return [...ahead].map(([device, by]) => ({ device, ahead: by }))
}

function idOf(given: unknown): string {
  const id = (given as { _id?: unknown } | null)?._id
  return typeof id === 'string' ? id.slice(0, 200) : ''
}
