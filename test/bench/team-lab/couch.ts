/** What the bench runs in a page that the server itself hands out: a whole team's PCs, each with a ledger of its own. */
import { editIssue } from '../../../utils/ledger/change.ts'
import { seenOfServer } from '../../../utils/app/sync-seen.ts'
import { LedgerDb } from '../../../utils/ledger/db.ts'
import { live } from '../../../utils/ledger/live.ts'
import { sha256 } from '../../../utils/ledger/backup/work.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import type { TeamAccount } from '../../../utils/team/couch/account.ts'
import { createEngine, type Engine } from '../../../utils/team/couch/engine.ts'
import { foundSpace, joinSpace, type SpaceDeps } from '../../../utils/team/couch/space.ts'
import { teamCounts } from '../../../utils/team/counts.ts'
import { issueOf } from './core.ts'

interface Pc extends SpaceDeps {
  account: TeamAccount
  engine: Engine
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
let serial = 0

function pcAt(database: string): Pc {
  const db = new LedgerDb(`couch-${++serial}-${Math.random()}`)
  const account: TeamAccount = { server: `${location.origin}/`, database, user: '', password: '', unitIds: null, pictures: 'all' }
  const mine = CROCKFORD[serial % 32]!
  let ids = 0
  const deps = {
    db, now: () => new Date(), newId: () => `01BENCH${mine}${String(++ids).padStart(18, '0')}`, reader: async () => `读网员${mine}`,
    fetch: (input: string, init: RequestInit) => fetch(input, init), random: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
  }
  const engine = createEngine({ ...deps, account: async () => account, alone: (work) => work(), wait: async () => undefined, chance: Math.random })
  return { ...deps, account, engine }
}

async function pass({ engine }: Pc): Promise<number> {
  const from = performance.now()
  const status = await engine.run(true)
  if (status?.says) throw new Error(`${status.says.key} ${JSON.stringify(status.says.params)}`)
  return performance.now() - from
}

async function said({ db }: Pc): Promise<string> {
  const issues = await db.issues.toArray()
  // an empty field is one that is not there; rows that were merged have their fields in another order
  const plain = (value: unknown) => (Array.isArray(value) || typeof value !== 'object' ? value : Object.fromEntries(Object.entries(value as object).filter(([, one]) => one !== null).sort(([a], [b]) => (a < b ? -1 : 1))))
  return JSON.stringify([issues, await db.events.count(), await db.shots.count()], (key, value: unknown) => (value === null || key === 'came' ? undefined : plain(value)))
}

/** What a team costs, in ms. */
export interface TeamCost {
  /** From the first request to the moment where all are equal, all PCs' work one after the other in one browser. */
  whole: number
  /** The same a PC: the one that worked longest. */
  longest: number
  rounds: number
  late: number
  idle: number[]
}

/** Everybody records and edits offline, some of it the same; then they exchange until all are equal. */
export async function team(database: string, pcs: number, issues: number, pictureBytes: number): Promise<TeamCost> {
  const all = Array.from({ length: pcs }, () => pcAt(database))
  const shared = 100
  await foundSpace(all[0]!, all[0]!.account, '青禾县')
  for (let n = 0; n < shared; n++) await recordIssue(all[0]!, issueOf(n), null)
  await pass(all[0]!)
  for (const one of all.slice(1)) await joinSpace(one, one.account)
  for (const one of all) await pass(one)
  const each = Math.ceil((issues - shared) / pcs)
  for (const [at, one] of all.entries()) {
    for (let n = 0; n < each && shared + at * each + n < issues; n++) await recordIssue(one, issueOf(shared + at * each + n), n === 0 ? await picture(at, pictureBytes) : null)
    for (let n = 0; n < 10; n++) await editIssue(one, issueOf((at + n) % shared).id, n % 2 ? { severity: at % 2 ? 'serious' : 'minor' } : { note: `PC ${at}` })
  }
  const spent = all.map(() => 0)
  const from = performance.now()
  let rounds = 0
  for (let left = 1; left > 0; rounds++) {
    left = await waiting(all)
    for (const [at, one] of all.entries()) spent[at]! += await pass(one)
  }
  const whole = performance.now() - from
  const [first, ...others] = await Promise.all(all.map(said))
  const [stand, pictures, apart] = [await all[0]!.db.issues.count(), await all[0]!.db.shots.count(), others.filter((other) => other !== first).length]
  if (apart > 0 || stand !== issues || pictures !== pcs) throw new Error(`not all are equal: ${apart} apart, ${stand} issues, ${pictures} pictures`)
  const newcomer = pcAt(database)
  const joining = performance.now()
  await joinSpace(newcomer, newcomer.account)
  await pass(newcomer)
  const late = performance.now() - joining
  if ((await said(newcomer)) !== first) throw new Error('who came late is not equal')
  await pass(newcomer)
  const idle: number[] = []
  for (let n = 0; n < 30; n++) idle.push(await pass(newcomer))
  for (const { db } of [...all, newcomer]) await db.delete()
  return { whole, longest: Math.max(...spent), rounds, late, idle }
}

async function waiting(all: readonly Pc[]): Promise<number> {
  const counts = await Promise.all(all.map(({ db }) => teamCounts(db)))
  return counts.reduce((sum, { pending }) => sum + pending, 0)
}

async function picture(seed: number, bytes: number) {
  const data = new Uint8Array(bytes)
  for (let at = 0; at < bytes; at += 4096) data[at] = (at / 4096 + seed) & 255
  data[0] = seed
  return { shot: { hash: await sha256(data), image: new Blob([data], { type: 'image/png' }), thumbnail: null, width: 1280, height: 800 }, outlines: [] }
}

/** A PC joins a server that has many issues already. */
export async function pullMany(database: string, issues: number): Promise<{ ms: number; longest: number }> {
  const pc = pcAt(database)
  const [from, lates] = [performance.now(), { last: performance.now(), longest: 0 }]
  // as while the ledger's page is open
  const stop = live(() => seenOfServer(pc.db), () => undefined, (error) => Promise.reject(error))
  const timer = setInterval(() => {
    lates.longest = Math.max(lates.longest, performance.now() - lates.last - 10)
    lates.last = performance.now()
  }, 10)
  await joinSpace(pc, pc.account)
  await pass(pc)
  const ms = performance.now() - from
  clearInterval(timer)
  stop()
  if ((await pc.db.issues.count()) !== issues) throw new Error(`only ${await pc.db.issues.count()} came`)
  await pc.db.delete()
  return { ms, longest: lates.longest }
}

/** A space that a founder made, with one issue for the server's own copies of it. */
export async function seed(database: string): Promise<void> {
  const pc = pcAt(database)
  await foundSpace(pc, pc.account, '青禾县')
  await recordIssue(pc, issueOf(0), null)
  await pass(pc)
  await pc.db.delete()
}
