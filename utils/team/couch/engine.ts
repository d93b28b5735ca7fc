import { phraseOf, report } from '../../errors.ts'
import { DAY_MS } from '../../ledger/sharing/clock.ts'
import type { DocId } from '../../types/team.ts'
import { finishMerge } from '../unfinished.ts'
import type { TeamAccount } from './account.ts'
import { createCouch } from './client.ts'
import { CouchFailure } from './failure.ts'
import { fetchFiles } from './files.ts'
import { ServerChanged } from './identity.ts'
import { syncPass, type PassDeps, type PassOutcome } from './pass.ts'
import { isPaused, pauseAfter } from './pause.ts'
import { keepCouchState, keepCouchStatus, Outrun, keepProgress, readCouchState, readCouchStatus, readProgress, type CouchStatus } from './state.ts'

export interface EngineDeps extends Pick<PassDeps, 'fetch' | 'db' | 'now' | 'random' | 'reader'> {
  /** Null where no server was entered. */
  account: () => Promise<TeamAccount | null>
  /** Runs one at a time, whatever page or background asks; null where another is at it. */
  alone: <T>(work: () => Promise<T>) => Promise<T | null>
  wait: (ms: number, until: AbortSignal) => Promise<void>
  /** 0 to 1. */
  chance: () => number
  /** What the program does once others' work was taken in (`team/unfinished.ts`). */
  follow?: (kinds: readonly string[]) => Promise<unknown>
}

/** How long the server may hold a long poll, and how much later we take it for one that holds for ever (express-pouchdb does). */
export const POLL_MS = 25_000
const TRY_MS = 1_000
const GRACE_MS = 10_000
/** Between looks where the server knows no long poll, or something is wrong. */
const LOOK_MS = 20_000

/** Exchanges with the server whenever it is told to, and notes for everybody how it stands. */
export function createEngine(deps: EngineDeps) {
  const { db, now } = deps

  /**
   * One pass, unless there is no server, another page is at it, or a pause is on.
   * @param asked a person asked: no pause counts, and what the server did not take is offered again
   */
  async function run(asked = false): Promise<CouchStatus | null> {
    return deps.alone(async () => {
      const [account, state, status] = [await deps.account(), await readCouchState(db), await readCouchStatus(db)]
      if (!state) return status
      // what is written by a newer version can be read once we are one; all else waits for a person
      const waits = status.change !== null && status.change !== 'newer'
      if (!asked && (waits || isPaused(status.pauseUntil, now()))) return status
      const clock = clockOf(deps)
      const refused = asked ? [] : status.notTaken.filter(({ passing }) => !passing)
      const pass: Promise<PassOutcome> = account ? knock(status, account).then(() => syncPass({ ...deps, fetch: clock.fetch, account }, state, refused)) : Promise.reject(new CouchFailure('account'))
      const after = await pass.then(
        ({ notTaken }): CouchStatus => ({
          link: 'online', says: null, change: null, syncedAt: now().toISOString(), failures: 0, pauseUntil: '', clockAhead: clock.ahead(),
          notTaken: [...notTaken, ...(asked ? [] : status.notTaken.filter(({ id }) => !notTaken.some((one) => one.id === id)))],
        }),
        (error: unknown) => (error instanceof Outrun ? readCouchStatus(db) : failed(status, error)),
      )
      // what came before a pass was cut off is in the ledger, too
      await finishMerge(db, deps.follow).catch(report)
      if (await readProgress(db)) await keepProgress(db, null)
      const kept = { ...after, notTaken: await stillWaiting(after.notTaken) }
      // who left the team meanwhile has no server to tell of
      if (await readCouchState(db)) await keepCouchStatus(db, kept)
      return kept
    })
  }

  /** Where it went wrong last time one request goes ahead, alone: CouchDB locks an account out after five wrong passwords, and a pass asks four things at once. */
  async function knock({ failures }: CouchStatus, account: TeamAccount): Promise<void> {
    if (failures > 0) await createCouch(deps, account).info()
  }

  function failed(status: CouchStatus, error: unknown): CouchStatus {
    const failures = status.failures + 1
    const offline = error instanceof CouchFailure && error.kind === 'offline'
    const change = error instanceof ServerChanged ? error.change : null
    const pauseUntil = new Date(now().getTime() + pauseAfter(error, failures, deps.chance())).toISOString()
    return { ...status, link: offline ? 'offline' : 'error', says: phraseOf(error), change, failures, pauseUntil }
  }

  async function stillWaiting(named: CouchStatus['notTaken']): Promise<CouchStatus['notTaken']> {
    const rows = await db.stamps.bulkGet(named.map(({ id }) => id))
    return named.filter(({ seq }, at) => rows[at]?.pending !== undefined && rows[at].seq === seq)
  }

  /** Whether the server answers a long poll when its time is over; tried once a server. */
  async function knowsLongPoll(account: TeamAccount): Promise<boolean> {
    const state = await readCouchState(db)
    if (!state || state.longPoll !== null) return state?.longPoll ?? false
    const answered = await createCouch(deps, account).longPoll(state.since, TRY_MS, TRY_MS + 4_000).then(() => true, () => false)
    await db.transaction('rw', db.team, async () => {
      const newest = await readCouchState(db)
      if (newest) await keepCouchState(db, { ...newest, longPoll: answered })
    })
    return answered
  }

  /** Waits until something may have changed on the server. @returns false where its long poll says that nothing has */
  async function waitForChange(until: AbortSignal): Promise<boolean> {
    const [account, state, status] = [await deps.account(), await readCouchState(db), await readCouchStatus(db)]
    if (!account || !state || status.link !== 'online' || status.change !== null || !(await knowsLongPoll(account))) return deps.wait(LOOK_MS, until).then(() => true)
    const polled = createCouch(deps, account).longPoll(state.since, POLL_MS, POLL_MS + GRACE_MS)
    // a server that fails here is told by the next pass
    return Promise.race([polled.then(({ results }) => results.length > 0, () => deps.wait(LOOK_MS, until).then(() => true)), ended(until).then(() => false)])
  }

  return {
    run,
    /** While a page of ours is open: others' changes come as they happen, where the server can, else every some seconds. */
    follow: async (until: AbortSignal): Promise<void> => {
      for (let changed = true; !until.aborted; changed = await waitForChange(until)) {
        if (changed || (await db.stamps.where('pending').above('').count()) > 0) await run()
      }
    },
    /** Pictures and saved pages (`shot:<hash>`, `page:<hash>`) that someone wants to look at. @returns those that are here now. @throws CouchFailure */
    fetchFiles: async (ids: readonly DocId[]): Promise<DocId[]> => {
      const account = await deps.account()
      return account ? fetchFiles({ db, couch: createCouch(deps, account) }, ids) : []
    },
  }
}

export type Engine = ReturnType<typeof createEngine>

function ended(until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (until.aborted) resolve()
    else until.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Looks at the time that the server tells with each answer. */
function clockOf({ fetch, now }: EngineDeps): { fetch: EngineDeps['fetch']; ahead: () => number } {
  let ahead = 0
  return {
    fetch: async (input, init) => {
      const response = await fetch(input, init)
      const told = Date.parse(response.headers.get('Date') ?? '')
      if (!Number.isNaN(told)) ahead = now().getTime() - told
      return response
    },
    ahead: () => (Math.abs(ahead) > DAY_MS ? ahead : 0),
  }
}
