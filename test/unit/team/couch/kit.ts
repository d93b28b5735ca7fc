import { expect } from 'vitest'
import type { LedgerDb } from '../../../../utils/ledger/db.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { deviceOfLedger } from '../../../../utils/ledger/sharing/device.ts'
import type { TeamAccount } from '../../../../utils/team/couch/account.ts'
import { createEngine, type Engine, type EngineDeps } from '../../../../utils/team/couch/engine.ts'
import { acceptServer, foundSpace, joinSpace, type SpaceDeps } from '../../../../utils/team/couch/space.ts'
import type { CouchStatus } from '../../../../utils/team/couch/state.ts'
import { freshName, startCouch, type CouchServer } from '../../../couch/server.ts'
import { newIssue } from '../../ledger/kit.ts'
import { idOf, lonely, seenBy, type Member } from '../kit.ts'

export interface Device extends Member, SpaceDeps {
  account: TeamAccount
  engine: Engine
  /** Origins that were asked. */
  origins: Set<string>
  /** What a person would press: 立即同步. */
  sync: () => Promise<CouchStatus>
  /** The same, by a worker that may never end: it holds up nobody. */
  killable: () => Promise<unknown>
  /** A person goes on with a server that is another one. */
  accept: () => Promise<void>
}

/** A PC that has not joined anything. */
export function deviceAt(server: Pick<CouchServer, 'url' | 'user' | 'password'>, database: string, change: Partial<TeamAccount> = {}): Device {
  const alone = lonely()
  const origins = new Set<string>()
  const deps: SpaceDeps = {
    ...alone,
    random: (bytes) => crypto.getRandomValues(bytes),
    fetch: (input, init) => {
      origins.add(new URL(input).origin)
      return fetch(input, init)
    },
  }
  const device = Object.assign(deps, {
    clock: alone.clock,
    account: { server: server.url, database, user: server.user, password: server.password, unitIds: null, pictures: 'all', ...change } satisfies TeamAccount as TeamAccount,
    origins,
  })
  let busy: Promise<unknown> = Promise.resolve()
  const engineWith = (alone: EngineDeps['alone']) => createEngine({
    db: deps.db, now: deps.now, random: deps.random, reader: deps.reader, fetch: (input, init) => deps.fetch(input, init), account: async () => device.account, chance: () => 0.5,
    alone,
    wait: (ms, until) => new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      until.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    }),
  })
  const engine = engineWith((work) => {
    const turn = busy.then(work, work)
    busy = turn.catch(() => undefined)
    return turn
  })
  return Object.assign(device, {
    engine,
    sync: async () => (await engine.run(true))!,
    killable: () => engineWith((work) => work()).run(true),
    accept: () => acceptServer(device, device.account),
    device: undefined as never,
  })
}

/** A team: the first founds, the others join. */
export async function teamAt(server: CouchServer, count: number, change: Partial<TeamAccount> = {}): Promise<Device[]> {
  const database = freshName()
  const devices = Array.from({ length: count }, () => deviceAt(server, database, change))
  for (const [n, one] of devices.entries()) {
    if (n === 0) await foundSpace(one, one.account, '2026年读网')
    else await joinSpace(one, one.account)
    one.device = (await deviceOfLedger(one.db))!
  }
  return devices
}

/** A server of their own, and a team of two that has nothing to say. */
export async function pairOnServer(): Promise<{ server: CouchServer; a: Device; b: Device }> {
  const server = await startCouch()
  const [a, b] = (await teamAt(server, 2)) as [Device, Device]
  await settled(a, b)
  return { server, a, b }
}

/** Records the nth issue (`idOf`), on a page of its own and without a picture. */
export async function recordNth(who: Device, n: number): Promise<void> {
  await recordIssue(who, newIssue({ id: idOf(n), url: `http://www.qinghe.gov.cn/t${n}.html` }), null)
}

/** Everybody exchanges until nobody has anything to say. */
export async function settled(...devices: Device[]): Promise<void> {
  for (let round = 0; round < 6; round++) {
    for (const one of devices) {
      const { says } = await one.sync()
      if (says) throw new Error(`${says.key} ${JSON.stringify(says.params)}`)
    }
  }
}

export async function pendingOf(db: LedgerDb): Promise<string[]> {
  return (await db.stamps.where('pending').above('').toArray()).map(({ doc }) => doc)
}

/** What people see; an empty field is one that is not there. */
export async function shown(one: Device): Promise<unknown> {
  return JSON.parse(JSON.stringify(await seenBy(one), (_, value: unknown) => (value === null ? undefined : value)))
}

/** Nothing doubled, nothing lost: once the faults are over both have all, and the server has each document once, with no conflict left. */
export async function wholeOn(server: CouchServer, a: Device, b: Device, issues: number): Promise<void> {
  server.fault = () => null
  await settled(a, b)
  expect(await shown(a)).toEqual(await shown(b))
  expect(await b.db.issues.count()).toBe(issues)
  expect([await pendingOf(a.db), await pendingOf(b.db)]).toEqual([[], []])
  const { body } = await server.direct('GET', `${a.account.database}/_all_docs?include_docs=true&conflicts=true`)
  const rows = (body as unknown as { rows: { id: string; doc: { _conflicts?: string[] } }[] }).rows
  expect(rows.filter(({ id }) => id.startsWith('issue:'))).toHaveLength(issues)
  expect(rows.filter(({ doc }) => doc._conflicts)).toEqual([])
}
