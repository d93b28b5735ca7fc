import { addressOf, hostOf } from '../address.ts'
import { letTeamServer } from '../browser/link-network.ts'
import { askToRead } from '../browser/permissions.ts'
import { forgetStored, keepStored } from '../browser/team-account.ts'
import { PlainError, report } from '../errors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { watch } from '../ledger/live.ts'
import { deviceOfLedger } from '../ledger/sharing/device.ts'
import { databaseName, serverAddress, type TeamAccount } from '../team/couch/account.ts'
import { createCouch } from '../team/couch/client.ts'
import { introduce, roleOn, unitsOn } from '../team/couch/people.ts'
import { acceptServer, foundSpace, joinSpace, leaveSpace, probeServer, type SpaceDeps } from '../team/couch/space.ts'
import { keepRole, readCouchState, wantFiles, wantNoFiles } from '../team/couch/state.ts'
import { missingOfIssues } from '../team/missing-files.ts'
import type { Phrase } from '../types/phrase.ts'
import type { ServerEntry, ServerFound, ServerScope } from '../types/team-server.ts'
import { seenOfServer } from './sync-seen.ts'
import { armTeamSync, createTeamEngine, readTeamAccount, syncAfterEdits, teamFetch } from './team-sync.ts'

/** What was entered, for people to see: never the password. */
export type TeamEntered = Omit<TeamAccount, 'password'>

/** Before a person has chosen. */
const FIRST: ServerScope = { unitIds: null, pictures: 'demand' }

/** The team's server as the ledger page works with it. Errors are PlainError or carry `says`. */
export function createTeamServer(ledger: Ledger) {
  const { db } = ledger
  const [engine, asked] = [createTeamEngine(ledger), createTeamEngine(ledger, true)]
  const deps: SpaceDeps = { ...ledger, fetch: teamFetch, random: (bytes) => crypto.getRandomValues(bytes) }
  /** As it was entered. The browser's own storage may have been lost where the ledger was not: then all but the person and what they wanted is known. */
  const enteredOrJoined = async (): Promise<TeamAccount | null> => {
    const [account, state] = [await readTeamAccount(), await readCouchState(db)]
    return account ?? (state && { ...FIRST, server: state.server, database: state.database, unitIds: state.unitIds, user: '', password: '' })
  }
  const known = async (): Promise<TeamAccount> => {
    const account = await enteredOrJoined()
    if (!account) throw new RangeError('no server was entered')
    return account
  }
  const go = () => void asked.run(true).catch(report)
  /** Kept before it is used: cut off in between, what was begun on the server goes on. */
  const enter = async (account: TeamAccount, work: () => Promise<void>) => {
    const before = await readTeamAccount()
    await keepStored(account)
    await work().catch(async (error: unknown) => {
      await (before ? keepStored(before) : forgetStored())
      throw error
    })
    await armTeamSync()
    await keepRole(db, await roleOn(createCouch(deps, account)))
    go()
  }
  const syncNow = async (): Promise<Phrase | null> => {
    const status = await asked.run(true)
    if (!status || !(await readCouchState(db))) return null
    if (status.says) throw new PlainError(status.says)
    return { key: 'sync.done' }
  }
  /** @throws PlainError where the person refuses */
  const permit = async (server: string): Promise<void> => {
    if (!(await askToRead(addressOf(server)!.hostname))) throw new PlainError({ key: 'team.couch.address.refused', params: { host: hostOf(server) } })
    await letTeamServer(server)
  }
  return {
    serverSeen: watch(() => seenOfServer(db)),
    entered: async (): Promise<TeamEntered | null> => {
      const account = await enteredOrJoined()
      if (!account) return null
      const { password: _kept, ...rest } = account
      return rest
    },
    /** Call it straight from the click: the browser asks. @returns the account with its address in full. @throws PlainError for what is no address, or where the person refused */
    admit: async (typed: ServerEntry): Promise<TeamAccount> => {
      const account = { ...FIRST, ...typed, server: serverAddress(typed.server), database: databaseName(typed.database), user: typed.user.trim() }
      await permit(account.server)
      return account
    },
    /** The same for the server that was joined, after the person took it back in the browser's settings. @throws PlainError with what went wrong */
    admitAgain: async (server: string): Promise<Phrase | null> => {
      await permit(server)
      return syncNow()
    },
    /** Nothing came of it. */
    dismiss: async (): Promise<void> => void (await armTeamSync()),
    /** Nothing is written anywhere. */
    probe: async (account: TeamAccount): Promise<ServerFound> => {
      const { space, members, exists } = await probeServer(deps, account)
      const couch = createCouch(deps, account)
      const [role, units] = await Promise.all([roleOn(couch), space ? unitsOn(couch) : []])
      return { space: space?.name ?? null, members, exists, role, units }
    },
    found: (account: TeamAccount, name: string): Promise<void> => enter(account, () => foundSpace(deps, account, name)),
    join: (account: TeamAccount): Promise<void> => enter(account, () => joinSpace(deps, account)),
    /** Other units, pictures along or not; the space stays. */
    rescope: async (scope: ServerScope): Promise<Phrase> => {
      const before = await known()
      // pages of changes that were read already are not read again: what they spoke of is looked for here
      await (scope.pictures === 'all' ? missingOfIssues(db).then((ids) => wantFiles(db, ids)) : wantNoFiles(db))
      await keepStored({ ...before, ...scope })
      go()
      return { key: 'app.saved' }
    },
    /** Another user or password, kept only where the server takes it. An empty password keeps the one that is there. @throws CouchFailure */
    reenter: async ({ user, password }: Pick<ServerEntry, 'user' | 'password'>): Promise<Phrase> => {
      const before = await known()
      const account = { ...before, user: user.trim(), password: password || before.password }
      await probeServer(deps, account)
      await keepStored(account)
      await armTeamSync()
      await keepRole(db, await roleOn(createCouch(deps, account)))
      go()
      return { key: 'app.saved' }
    },
    /** Asks what the account may do by now, and tells the others who sits here. Without the network nothing is told. */
    greet: async (): Promise<void> => {
      const [account, state, device, reader] = [await readTeamAccount(), await readCouchState(db), await deviceOfLedger(db), await ledger.reader()]
      if (!account || !state || !device) return
      const couch = createCouch(deps, account)
      const role = await roleOn(couch)
      if (role !== null) await keepRole(db, role)
      // only where our own space stands: another server is told nothing
      if ((await couch.get('space').catch(() => null))?.['spaceId'] === state.spaceId) await introduce(couch, device, reader).catch(() => undefined)
    },
    /** 继续使用 / 用本机内容重建 / 加入这个团队, after `change`. */
    accept: async (): Promise<Phrase> => {
      await acceptServer(deps, await known())
      go()
      return { key: 'team.server.accepted' }
    },
    leave: async (): Promise<Phrase> => {
      await forgetStored()
      await armTeamSync()
      await leaveSpace(deps)
      return { key: 'team.server.left' }
    },
    /** 立即同步: after a pass that somebody else is at, one more, so that what others have by now is here. @throws PlainError with what went wrong */
    syncNow,
    /** `shot:<hash>`, `page:<hash>`: pictures that someone wants to look at and that are not here. @returns those that came */
    fetchFiles: engine.fetchFiles,
    /** While the page is open: others' changes as they happen, own ones some seconds after. @returns how to stop */
    follow: (): (() => void) => {
      const abort = new AbortController()
      const stop = syncAfterEdits(db, engine)
      void engine.follow(abort.signal).catch(report)
      return () => (abort.abort(), stop())
    },
  }
}
