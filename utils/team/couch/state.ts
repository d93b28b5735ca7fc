import type { LedgerDb } from '../../ledger/db.ts'
import { forgetRemote, keepRemote, readRemote } from '../../ledger/sharing/device.ts'
import type { DocId, Stamp, TeamRole } from '../../types/team.ts'
import { TWIN } from '../twin.ts'
import type { Phrase } from '../../types/phrase.ts'

/** Why nothing goes on before a person has decided: `wiped`: the team's space is gone; `moved`: it stands on another server; `swapped`: another team's space stands there; `newer`: written by a newer version. */
export type ServerChange = 'wiped' | 'moved' | 'swapped' | 'newer'

/** The team space that this ledger belongs to, and how far it is known. Row `remote couch` of the table `team`. */
export interface CouchState {
  server: string
  database: string
  spaceId: string
  /** Of the round or year, as its founder named it. */
  name: string
  /** Servers that were accepted as the right one; none where they tell no UUID. */
  uuids: string[]
  /** Where `_changes` goes on; opaque. */
  since: string
  /** In how many passes something was exchanged: a server that knows of fewer was restored from an older copy. 0 where nothing is known: all is compared from the start. */
  passes: number
  /** Marks by which passes of ours are known again, the newest last; absent before a version that keeps them. */
  nonces?: readonly string[]
  /** Highest number that a pass was ever told by, or tried to be: later ones are higher, so that no older mark of ours, which a node may still hand out, passes for another PC's. Absent before a version that keeps it. */
  told?: number
  /** Units whose issues were asked for when `since` was reached. */
  unitIds: readonly (string | null)[] | null
  /** Whether the server answers a long poll; null: not tried yet. */
  longPoll: boolean | null
}

/** A document that the server did not take, with its reason in words. */
export interface NotTaken {
  id: DocId
  /** Of the state that was offered; one that is edited later is offered again. */
  seq: Stamp
  says: Phrase
  /** The server's own trouble and not the document's: offered again by the next pass. */
  passing?: true
}

/** What pages show. Row `remote couch-status` of the table `team`: watch it. */
export interface CouchStatus {
  link: 'online' | 'offline' | 'error'
  /** What went wrong and what to do; null where nothing did. */
  says: Phrase | null
  change: ServerChange | null
  /** Instant of the last pass that went through, ISO 8601 UTC; '' before the first. */
  syncedAt: string
  /** Passes in a row that failed, and the instant before which none is begun by itself. */
  failures: number
  pauseUntil: string
  /** What the server has not taken; stays here until it is edited or the server takes it. */
  notTaken: NotTaken[]
  /** Ms by which our clock is ahead of the server's, below 0 where it is behind; 0 where it is less than a day. */
  clockAhead: number
}

export const NO_STATUS: CouchStatus = { link: 'online', says: null, change: null, syncedAt: '', failures: 0, pauseUntil: '', notTaken: [], clockAhead: 0 }

const [STATE, STATUS, LEAVES, ROLE, PROGRESS] = ['couch', 'couch-status', 'couch-leaves', 'couch-role', 'couch-progress']

/** Null where no server was joined. */
export async function readCouchState(db: LedgerDb): Promise<CouchState | null> {
  return (await readRemote(db, STATE)) as CouchState | null
}

/** Where a backup replaces the ledger the team stays joined, and all is compared with it from the start. */
export function keepCouchState(db: LedgerDb, state: CouchState): Promise<void> {
  return keepRemote(db, STATE, state, fromStart(state))
}

/** While a pass went on the ledger was replaced, its team left, or another one joined: what that pass knows is of a state that is no more. */
export class Outrun extends Error {
  override readonly name = 'Outrun'
}

/** Notes how far the team is known by now, in the transaction that takes it in. @param was what this pass knew before. @throws Outrun */
export async function advanceCouchState(db: LedgerDb, was: CouchState, state: CouchState): Promise<void> {
  const stands = await readCouchState(db)
  if (stands?.spaceId !== was.spaceId || stands.since !== was.since) throw new Outrun()
  await keepCouchState(db, state)
}

/** The same space, of which nothing is known yet. */
export function fromStart(state: CouchState): CouchState {
  return { ...state, since: '0', passes: 0 }
}

export async function readCouchStatus(db: LedgerDb): Promise<CouchStatus> {
  return { ...NO_STATUS, ...((await readRemote(db, STATUS)) as Partial<CouchStatus> | null) }
}

export function keepCouchStatus(db: LedgerDb, status: CouchStatus): Promise<void> {
  return keepRemote(db, STATUS, status)
}

/** Revisions on the server that are to be deleted once their document waits no longer: they lost, or their picture was covered. */
export async function readLeaves(db: LedgerDb): Promise<Record<DocId, string[]>> {
  return ((await readRemote(db, LEAVES)) as Record<DocId, string[]> | null) ?? {}
}

export function keepLeaves(db: LedgerDb, leaves: Record<DocId, string[]>): Promise<void> {
  return keepRemote(db, LEAVES, leaves)
}

/** What the account may do there, as it was last known. */
export async function readRole(db: LedgerDb): Promise<TeamRole | null> {
  return (await readRemote(db, ROLE)) as TeamRole | null
}

export function keepRole(db: LedgerDb, role: TeamRole | null): Promise<void> {
  return keepRemote(db, ROLE, role)
}

/** How far a first pull of several pages is, in documents; null where none is going on. */
export interface PullProgress {
  done: number
  total: number
}

export async function readProgress(db: LedgerDb): Promise<PullProgress | null> {
  return (await readRemote(db, PROGRESS)) as PullProgress | null
}

export function keepProgress(db: LedgerDb, progress: PullProgress | null): Promise<void> {
  return progress ? keepRemote(db, PROGRESS, progress) : forgetRemote(db, PROGRESS)
}

/** The server is forgotten; what was exchanged stays. */
export async function forgetCouch(db: LedgerDb): Promise<void> {
  await db.transaction('rw', db.team, async () => {
    for (const name of [STATE, STATUS, LEAVES, ROLE, PROGRESS, TWIN]) await forgetRemote(db, name)
    await db.team.where(':id').startsWith(WANTED).delete()
  })
}

/** Rows `remote want <kind>:<hash>`: pictures and pages that are still to be fetched. */
export const WANTED = 'remote want '

/** What such a row holds once the server was asked and had none: a picture that it would not take yet, or that is not sent yet. */
const LACKING = 'lacking'

export async function wantFiles(db: LedgerDb, ids: readonly DocId[]): Promise<void> {
  await db.team.bulkPut(ids.map((id) => ({ name: `remote want ${id}` as const, value: null })))
}

/** They come on demand from now on. */
export async function wantNoFiles(db: LedgerDb): Promise<void> {
  await db.team.where(':id').startsWith(WANTED).delete()
}

export async function wantedFiles(db: LedgerDb): Promise<DocId[]> {
  const rows = await db.team.where(':id').startsWith(WANTED).toArray()
  return rows.flatMap((row) => ('value' in row && row.value === LACKING ? [] : [row.name.slice(WANTED.length)]))
}

/** The server has none: it is asked again once it tells of one (`lackedFiles`). One that somebody only looks at is not noted. */
export async function noteLacking(db: LedgerDb, id: DocId): Promise<void> {
  if (await db.team.get(WANTED + id)) await keepRemote(db, `want ${id}`, LACKING)
}

/** Of some files, those that the server did not have when they were wanted. */
export async function lackedFiles(db: LedgerDb, ids: readonly DocId[]): Promise<DocId[]> {
  const rows = await db.team.bulkGet(ids.map((id) => WANTED + id))
  return ids.filter((_, at) => rows[at] !== undefined)
}

export async function unwantFile(db: LedgerDb, id: DocId): Promise<void> {
  await db.team.delete(WANTED + id)
}
