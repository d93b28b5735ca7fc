import { addressOf, hostOf } from '../address.ts'
import { askToRead } from '../browser/permissions.ts'
import { forgetStored, keepStored } from '../browser/team-account.ts'
import { PlainError, report } from '../errors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { watch } from '../ledger/live.ts'
import { databaseName, serverAddress, type TeamAccount } from '../team/couch/account.ts'
import { acceptServer, foundSpace, joinSpace, leaveSpace, probeServer, type Probe, type SpaceDeps } from '../team/couch/space.ts'
import { readCouchState, readCouchStatus, type CouchState, type CouchStatus } from '../team/couch/state.ts'
import { teamCounts, teamState } from '../team/counts.ts'
import type { TeamState } from '../types/team.ts'
import { armTeamSync, createTeamEngine, readTeamAccount, syncAfterEdits } from './team-sync.ts'

/** What was entered, for people to see: never the password. */
export type TeamEntered = Omit<TeamAccount, 'password'>

/** How it stands with the server; changes are told. */
export interface TeamServerSeen {
  state: TeamState
  /** Documents that wait and that the server would take. */
  pending: number
  clashes: number
  status: CouchStatus
  /** Null where no server was joined. */
  space: Pick<CouchState, 'name' | 'server' | 'database'> | null
}

/** The team's server as the ledger page works with it. Errors are PlainError or carry `says`. */
export function createTeamServer(ledger: Ledger) {
  const { db } = ledger
  const engine = createTeamEngine(db)
  const deps: SpaceDeps = { ...ledger, fetch: (input, init) => fetch(input, init), random: (bytes) => crypto.getRandomValues(bytes) }
  const entered = async (): Promise<TeamAccount> => {
    const account = await readTeamAccount()
    if (!account) throw new RangeError('no server was entered')
    return account
  }
  /** Kept before it is used: cut off in between, what was begun on the server goes on. */
  const enter = async (account: TeamAccount, work: () => Promise<void>) => {
    const before = await readTeamAccount()
    await keepStored(account)
    await work().catch(async (error: unknown) => {
      await (before ? keepStored(before) : forgetStored())
      throw error
    })
    await armTeamSync()
    void engine.run(true).catch(report)
  }
  const look = async (): Promise<TeamServerSeen> => {
    const [counts, status, known] = await Promise.all([teamCounts(db), readCouchStatus(db), readCouchState(db)])
    const pending = Math.max(0, counts.pending - status.notTaken.length)
    const space = known && { name: known.name, server: known.server, database: known.database }
    return { state: teamState({ ...counts, pending }, known ? status.link : 'none'), pending, clashes: counts.clashes, status, space }
  }
  return {
    serverSeen: watch(look),
    entered: async (): Promise<TeamEntered | null> => {
      const account = await readTeamAccount()
      if (!account) return null
      const { password: _kept, ...rest } = account
      return rest
    },
    /** Call it straight from the click: the browser asks. @returns the account with its address in full. @throws PlainError for what is no address, or where the person refused */
    admit: async (typed: TeamAccount): Promise<TeamAccount> => {
      const account = { ...typed, server: serverAddress(typed.server), database: databaseName(typed.database), user: typed.user.trim() }
      if (!(await askToRead(addressOf(account.server)!.hostname))) throw new PlainError({ key: 'team.couch.address.refused', params: { host: hostOf(account.server) } })
      return account
    },
    probe: (account: TeamAccount): Promise<Probe> => probeServer(deps, account),
    found: (account: TeamAccount, name: string): Promise<void> => enter(account, () => foundSpace(deps, account, name)),
    join: (account: TeamAccount): Promise<void> => enter(account, () => joinSpace(deps, account)),
    /** Another password, other units, pictures along or not; the space stays. An empty password keeps the one that is there. */
    change: async (change: Partial<TeamAccount>): Promise<void> => {
      const known = await entered()
      await keepStored({ ...known, ...change, password: change.password || known.password })
      void engine.run(true).catch(report)
    },
    /** 继续使用 / 用本机内容重建 / 加入这个团队, after `status.change`. */
    accept: async (): Promise<void> => {
      await acceptServer(deps, await entered())
      void engine.run(true).catch(report)
    },
    leave: async (): Promise<void> => {
      await forgetStored()
      await armTeamSync()
      await leaveSpace(deps)
    },
    syncNow: () => engine.run(true),
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
