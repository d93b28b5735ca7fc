import * as v from 'valibot'
import { onWake, wakeEvery, wakeNoMore } from '../browser/alarms.ts'
import { letTeamServer } from '../browser/link-network.ts'
import { version } from '../browser/runtime.ts'
import { mayRead } from '../browser/permissions.ts'
import { readStored } from '../browser/team-account.ts'
import { report } from '../errors.ts'
import type { LedgerDb } from '../ledger/db.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { live } from '../ledger/live.ts'
import type { TeamAccount } from '../team/couch/account.ts'
import { createEngine, type Engine } from '../team/couch/engine.ts'
import { CouchFailure } from '../team/couch/failure.ts'
import { tryAgain } from '../team/try-again.ts'
import { afterMerge, followKinds } from './after-merge.ts'

/** Name of the browser's alarm, and how often it wakes us where no page of ours is open. */
export const TEAM_SYNC = 'team-sync'
const MINUTES = 5
/** After the last edit, so that a word that is being typed goes once. */
const AFTER_EDIT_MS = 3_000
const LOCK = 'duwang-team'

const shape = v.object({
  server: v.string(), database: v.string(), user: v.string(), password: v.string(),
  unitIds: v.nullable(v.array(v.nullable(v.string()))), pictures: v.picklist(['all', 'demand']),
})

/** The server as it was entered; null where none was, or what the browser kept of it is gone. */
export async function readTeamAccount(): Promise<TeamAccount | null> {
  const { success, output } = v.safeParse(shape, await readStored())
  return success ? output : null
}

/** `fetch`; where the person took back that we may ask this host, that is said: to the browser it is a failed connection like any other. */
export async function teamFetch(input: string, init: RequestInit): Promise<Response> {
  return fetch(input, init).catch(async (error: unknown) => {
    throw (await mayRead(input)) ? error : new CouchFailure('unpermitted')
  })
}

/**
 * The engine with the browser's clock, network and locks. The same in the background and in our pages.
 * @param asked where another page or the background is at it: its pass is waited for, and another made
 */
export function createTeamEngine(ledger: Ledger, asked = false): Engine {
  return createEngine({
    db: ledger.db,
    now: () => new Date(),
    reader: ledger.reader,
    random: (bytes) => crypto.getRandomValues(bytes),
    fetch: teamFetch,
    account: readTeamAccount,
    alone: (work) => navigator.locks.request(LOCK, { ifAvailable: !asked }, (lock) => (lock ? work() : Promise.resolve(null))) as ReturnType<typeof work>,
    wait: (ms, until) => new Promise((resolve) => {
      const done = () => (clearTimeout(timer), until.removeEventListener('abort', done), resolve())
      const timer = setTimeout(done, ms)
      until.addEventListener('abort', done)
    }),
    chance: Math.random,
    follow: (kinds) => followKinds(ledger, kinds),
  })
}

/** Exchanges some seconds after each edit, whoever made it. @returns how to stop */
export function syncAfterEdits(db: LedgerDb, engine: Engine): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const waits = () => db.stamps.where('pending').above('').reverse().limit(1).primaryKeys()
  const stop = live(waits, (ids) => {
    clearTimeout(timer)
    if (ids.length > 0) timer = setTimeout(() => void engine.run().catch(report), AFTER_EDIT_MS)
  }, report)
  return () => (clearTimeout(timer), stop())
}

/** What the background does: exchanges when it is woken, and after edits while it is awake. Nothing where no server was entered. */
export function syncInBackground(ledger: Ledger): void {
  const { db } = ledger
  const engine = createTeamEngine(ledger)
  const pass = () => void engine.run().catch(report)
  onWake(TEAM_SYNC, pass)
  syncAfterEdits(db, engine)
  void armTeamSync().then(pass).catch(report)
  void catchUp(ledger).catch(report)
}

/** At each start: what an older version could not read, and what a merge that was cut off left to do. Nothing where nothing is shared. */
async function catchUp(ledger: Ledger): Promise<void> {
  await tryAgain(ledger, version())
  await afterMerge(ledger)
}

/** Sets the alarm and opens the way where a server was entered, else takes both away. */
export async function armTeamSync(): Promise<boolean> {
  const account = await readTeamAccount()
  const armed = account !== null
  await letTeamServer(account?.server ?? null)
  await (armed ? wakeEvery(TEAM_SYNC, MINUTES) : wakeNoMore(TEAM_SYNC))
  return armed
}
