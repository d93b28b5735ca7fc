import type { LedgerDb } from '../../ledger/db.ts'
import { newDevice } from '../../ledger/sharing/clock.ts'
import { deviceOfLedger, setSending } from '../../ledger/sharing/device.ts'
import { resendStep } from '../resend.ts'
import type { TeamAccount } from './account.ts'
import { createCouch } from './client.ts'
import { CouchFailure } from './failure.ts'
import { fetchWanted } from './files.ts'
import { checkServer, lookAt, markPass, type Mark } from './identity.ts'
import { introduce, roleOn } from './people.ts'
import { PAGE, pull, type PullDeps } from './pull.ts'
import { push, type Pushed } from './push.ts'
import type { CouchDeps } from './request.ts'
import { settleRevisions } from './settle-revisions.ts'
import { advanceCouchState, fromStart, keepCouchState, keepRole, readRole, type CouchState, type NotTaken } from './state.ts'
import { becomeAnother, isTwin } from './twin.ts'
import { REFUSALS } from './validation.ts'

export interface PassDeps extends CouchDeps {
  db: LedgerDb
  now: () => Date
  account: TeamAccount
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array
  /** Name of the person at this PC. */
  reader: () => Promise<string>
  /** Called where work can be cut off; throws to end the pass. */
  step?: () => void
}

export interface PassOutcome extends Pushed {
  /** Documents that were not known. */
  came: number
  files: number
  /** The server was restored from an older copy: everything was compared again. */
  restored: boolean
}

/**
 * One exchange with the server: look who is there, take in what is new, send what waits, settle what clashed, fetch pictures. What is done
 * is noted as it is done; cut off anywhere, the next pass goes on from there.
 * @throws ServerChanged before anything is taken in, sent or deleted on a server that is not the one we know
 * @throws CouchFailure
 */
export async function syncPass(given: PassDeps, from: CouchState, before: readonly NotTaken[]): Promise<PassOutcome> {
  const { db, now, account } = given
  const device = await deviceOfLedger(db)
  if (!device) throw new RangeError('sharing has not begun')
  const deps = { ...given, couch: createCouch(given, account) }
  // asked for together, so that a look with nothing new takes one round trip; it is taken in only from the server that we know
  const asked = deps.couch.changes(from.since, PAGE)
  asked.catch(() => undefined)
  const seen = await lookAt(deps.couch, device.device)
  const restored = checkServer(seen, from)
  let state = seen.uuid !== null && !from.uuids.includes(seen.uuid) ? { ...from, uuids: [...from.uuids, seen.uuid] } : from
  const twin = isTwin(seen, from)
  if (restored) {
    state = await againFromStart(db, state)
    // who is there may be gone as well, or have got another id elsewhere
    await introduce(deps.couch, device, await deps.reader())
  }
  if (twin) state = await becomeAnother(deps, state)
  while (await resendStep(db, now)) given.step?.()
  const pulled = await pull(deps, state, restored ? undefined : asked)
  const pushed = await sendAsAllowed(deps, before)
  // that the place is told otherwise says nothing: a cluster tells it anew each time
  if (pushed.sent > 0 || pulled.rows > 0) await notePass(deps, pulled.state, twin ? null : seen.mark)
  await settleRevisions(deps)
  return { ...pushed, came: pulled.came, files: await fetchWanted(deps), restored }
}

/** Marks of ours that are known again: an answer that was lost may arrive late, and a node that was away may know it alone. */
const KNOWN_AGAIN = 64

/** What this pass is to be known by is kept before it is told, so that nobody takes it for another's where the answer is lost. */
export async function notePass({ db, couch, random }: Pick<PullDeps & PassDeps, 'db' | 'couch' | 'random'>, state: CouchState, before: Mark | null): Promise<void> {
  const device = await deviceOfLedger(db)
  if (!device) return
  const [nonce, passes] = [newDevice(random), Math.max(state.passes, state.told ?? 0, before?.passes ?? 0) + 1]
  const known = [...(state.nonces ?? []), ...(before?.nonce === undefined ? [] : [before.nonce])]
  const noted: CouchState = { ...state, told: passes, nonces: [...new Set([...known, nonce])].slice(-KNOWN_AGAIN) }
  await db.transaction('rw', db.team, async () => advanceCouchState(db, state, noted))
  // first there: a server that knows of more passes than we do is no older copy
  const told = await markPass(couch, device.device, before, { passes, nonce })
  await db.transaction('rw', db.team, async () => advanceCouchState(db, noted, { ...noted, passes: { told: passes, few: noted.passes, not: 0 }[told] }))
}

/** What is changed under a 只读 account stays here, and goes once the account may send. Found by being refused once; asked again with every pass. */
async function sendAsAllowed(deps: PullDeps, before: readonly NotTaken[]): Promise<Pushed> {
  const { db, couch } = deps
  if ((await readRole(db)) === 'reader') {
    const role = await roleOn(couch)
    if (role === 'reader') return { sent: 0, notTaken: [] }
    await keepRole(db, role)
  }
  try {
    return await push(deps, before)
  } catch (error) {
    if (!(error instanceof CouchFailure && error.kind === 'forbidden' && error.reason.includes(REFUSALS.readonly))) throw error
    await keepRole(db, 'reader')
    return { sent: 0, notTaken: [] }
  }
}

/** Everything is read and offered again: merging what is known changes nothing. */
export async function againFromStart(db: LedgerDb, state: CouchState): Promise<CouchState> {
  const anew = fromStart(state)
  await db.transaction('rw', db.team, async () => {
    await keepCouchState(db, anew)
    await setSending(db, true)
  })
  return anew
}
