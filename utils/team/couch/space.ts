import { PlainError } from '../../errors.ts'
import { beginSharing, deviceOfLedger, setSending } from '../../ledger/sharing/device.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { TeamAccount } from './account.ts'
import { createCouch, type Couch } from './client.ts'
import { CouchFailure } from './failure.ts'
import { lookAt, readMark, ServerChanged, SPACE_FORMAT, type Seen, type Space } from './identity.ts'
import { againFromStart, notePass } from './pass.ts'
import { introduce, membersOf, type Member } from './people.ts'
import type { CouchDeps } from './request.ts'
import { forgetCouch, keepCouchStatus, NO_STATUS, readCouchState, type CouchState } from './state.ts'
import { designDoc, ROLES } from './validation.ts'

export interface SpaceDeps extends Ledger, CouchDeps {
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array
}

/** What a person sees before they found or join: nothing is written anywhere. */
export interface Probe {
  /** Null: no team has begun there. */
  space: Space | null
  members: Member[]
  /** Whether the database is there. */
  exists: boolean
}

/** Looks what stands at an address. @throws CouchFailure, ServerChanged (`newer`) */
export async function probeServer(deps: SpaceDeps, account: TeamAccount): Promise<Probe> {
  const couch = createCouch(deps, account)
  // a wrong password is told once, not three times at a blow: CouchDB locks the account out after five
  await couch.info()
  const { space, newer } = await lookAt(couch, 'probe')
  if (newer) throw new ServerChanged('newer', space?.name ?? '')
  const exists = space !== null || (await docsIn(couch)) !== null
  return { space, members: space ? await membersOf(couch) : [], exists }
}

/**
 * The first of a team: makes the database with its rules, and the space of this round or year. Cut off anywhere it can be called again.
 * @throws PlainError where the database holds something else, or a team's space already
 */
export async function foundSpace(deps: SpaceDeps, account: TeamAccount, name: string): Promise<void> {
  const couch = createCouch(deps, account)
  await makeDatabase(couch)
  const seen = await lookAt(couch, 'probe')
  if (seen.space) throw new PlainError({ key: 'team.couch.found.taken', params: { space: seen.space.name } })
  // our own rules may stand there from a try that was cut off
  if ((await docsIn(couch) ?? 0) > ((await couch.get('_design/duwang')) ? 1 : 0)) throw new PlainError({ key: 'team.couch.found.foreign', params: { database: account.database } })
  await furnish(couch, { spaceId: deps.newId(), name: name.trim() }, deps)
  await enter(deps, account, couch, 'founder')
}

/** Everybody else. @throws PlainError where there is no space yet */
export async function joinSpace(deps: SpaceDeps, account: TeamAccount): Promise<void> {
  await enter(deps, account, createCouch(deps, account), 'joiner')
}

/** No server any more: what was exchanged stays here, and what others have stays with them. */
export async function leaveSpace({ db }: Pick<SpaceDeps, 'db'>): Promise<void> {
  if (await deviceOfLedger(db)) await setSending(db, false)
  await forgetCouch(db)
}

/**
 * A person has looked at a server that is not the one we knew, and goes on with it: everything is compared anew, and nothing deleted.
 * `wiped`: our space is made again there; `moved`: the server is accepted; `swapped`: we join the other team.
 */
export async function acceptServer(deps: SpaceDeps, account: TeamAccount): Promise<void> {
  const known = await readCouchState(deps.db)
  if (!known) throw new RangeError('no server was joined')
  const couch = createCouch(deps, account)
  await couch.createDatabase().catch((error: unknown) => (isFailure(error, 'forbidden', 'auth') ? undefined : ignore('exists')(error)))
  const seen = await lookAt(couch, 'probe')
  if (seen.newer) throw new ServerChanged('newer', seen.space?.name ?? '')
  if (!seen.space) await furnish(couch, known, deps)
  await enter(deps, account, couch, 'joiner')
}

/** The server's administrator may have made it for the one who founds: whether it is there is not said to others who would make one. */
async function makeDatabase(couch: Couch): Promise<void> {
  try {
    await couch.createDatabase()
  } catch (error) {
    if (!isFailure(error, 'exists') && !(isFailure(error, 'forbidden') && (await docsIn(couch)) !== null)) throw error
  }
}

/** Rules first, then the space: a database with a space has its rules. */
async function furnish(couch: Couch, { spaceId, name }: Space, { now }: SpaceDeps): Promise<void> {
  await makeReady(couch)
  await couch.put({ _id: 'space', format: SPACE_FORMAT, spaceId, name, made: now().toISOString() })
}

/** What replication may have left out: it brings the rules only where an administrator set it up, and never who may come in. */
async function makeReady(couch: Couch): Promise<void> {
  await letIn(couch)
  if (!(await couch.get('_design/duwang'))) await couch.put(designDoc()).catch(ignore('conflict'))
}

/** Since CouchDB 3 nobody but its administrators comes into a new database. What an administrator has set already stays. */
async function letIn(couch: Couch): Promise<void> {
  const known = await couch.security()
  const named = ({ names = [], roles = [] }: { names?: string[]; roles?: string[] } = {}) => names.length > 0 || roles.some((role) => role !== '_admin')
  if (!known || named(known.members) || named(known.admins)) return
  await couch.secure({ admins: { names: [], roles: ['_admin', ROLES.lead] }, members: { names: [], roles: ['_admin', ...Object.values(ROLES)] } })
}

async function enter(deps: SpaceDeps, account: TeamAccount, couch: Couch, as: 'founder' | 'joiner'): Promise<void> {
  const { db, now, random } = deps
  const seen = await lookAt(couch, 'probe')
  if (seen.newer) throw new ServerChanged('newer', seen.space?.name ?? '')
  if (!seen.space) throw new PlainError({ key: 'team.couch.join.none', params: { database: account.database } })
  // an administrator who joins sees to it; who is none finds it done
  await makeReady(couch).catch((error: unknown) => (isFailure(error, 'forbidden', 'auth') ? undefined : Promise.reject(error)))
  const known = await readCouchState(db)
  const same = known?.spaceId === seen.space.spaceId
  const device = await beginSharing(db, { now, random, as, taken: (await membersOf(couch)).map(({ mark }) => mark) })
  await introduce(couch, device, await deps.reader())
  if (known && !same) await forgetCouch(db)
  const state = await againFromStart(db, stateOf(account, seen, seen.space, same ? known : null))
  await keepCouchStatus(db, NO_STATUS)
  // by which every node is known from now on; without it a person may be asked once more
  await readMark(couch, device.device).then((mark) => notePass({ db, couch, random }, state, mark)).catch((error: unknown) => (error instanceof CouchFailure ? undefined : Promise.reject(error)))
}

/** @param known of the same space: servers that a person has accepted before, and marks by which our passes are known again */
function stateOf({ server, database, unitIds }: TeamAccount, { uuid }: Seen, { spaceId, name }: Space, known: CouchState | null): CouchState {
  const { uuids = [], nonces = [], told = 0 } = known ?? {}
  return { server, database, spaceId, name, uuids: [...new Set([...uuids, ...(uuid === null ? [] : [uuid])])], since: '0', passes: 0, nonces, told, unitIds, longPoll: null }
}

async function docsIn(couch: Couch): Promise<number | null> {
  return couch.countDocs().catch((error: unknown) => (isFailure(error, 'missing') ? null : Promise.reject(error)))
}

function isFailure(error: unknown, ...kinds: CouchFailure['kind'][]): boolean {
  return error instanceof CouchFailure && kinds.includes(error.kind)
}

function ignore(kind: CouchFailure['kind']): (error: unknown) => void {
  return (error) => {
    if (!isFailure(error, kind)) throw error
  }
}
