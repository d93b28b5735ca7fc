import 'fake-indexeddb/auto'
import { beforeEach } from 'vitest'
import { LedgerDb } from '../../../utils/ledger/db.ts'
import type { Ledger } from '../../../utils/ledger/ledger.ts'
import { stampsOf } from '../../../utils/ledger/sharing/came.ts'
import { beginSharing, setSending } from '../../../utils/ledger/sharing/device.ts'
import { asTheyCame } from '../../../utils/ledger/sharing/stamps.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { applyDocs, type ApplyOptions } from '../../../utils/team/apply.ts'
import { changedDocs } from '../../../utils/team/changes.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import type { MergeOutcome, SharedDoc, StampRow, TeamDevice } from '../../../utils/types/team.ts'
import { newIssue, newShot } from '../ledger/kit.ts'

let serial = 0

export interface Member extends Ledger {
  clock: { at: number }
  device: TeamDevice
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ledger with a clock that the test moves; alone until `joined`. */
export function lonely(skew = 0): Omit<Member, 'device'> {
  const clock = { at: Date.parse('2026-11-18T02:00:00.000Z') + skew }
  const mine = CROCKFORD[++serial % 32]! + CROCKFORD[Math.floor(serial / 32) % 32]!
  let id = 0
  const now = () => new Date((clock.at += 1000))
  return { db: new LedgerDb(`team-${serial}`, () => clock.at), now, newId: () => `01TEAM${mine}${String(++id).padStart(18, '0')}`, reader: async () => `读网员${mine}`, clock }
}

/** Begins to share; `sends`: there is a server. */
export async function joined(alone: Omit<Member, 'device'>, { as = 'joiner' as 'founder' | 'joiner', taken = [] as string[], sends = false } = {}): Promise<Member> {
  const device = await beginSharing(alone.db, { now: alone.now, random: (bytes) => crypto.getRandomValues(bytes), as, taken })
  if (sends) await setSending(alone.db, true)
  return Object.assign(alone, { device })
}

export async function member(skew = 0): Promise<Member> {
  return joined(lonely(skew))
}

/** The same browser profile on another PC: all that is in the database. */
export async function copyInto(from: Pick<Member, 'db'>, to: Pick<Member, 'db'>): Promise<void> {
  const tables = await Promise.all(from.db.tables.map(async (table) => [table.name, await table.toArray()] as const))
  await to.db.transaction('rw', to.db.tables, async (change) => {
    asTheyCame(change)
    for (const [name, rows] of tables) {
      await to.db.table(name).clear()
      await to.db.table(name).bulkPut(rows)
    }
  })
}

/** All documents of a ledger, as JSON makes them. */
export async function everything(one: Pick<Member, 'db'>, since: string | null = null): Promise<SharedDoc[]> {
  const docs: SharedDoc[] = []
  for await (const some of changedDocs(one.db, { since, unitIds: null })) docs.push(...some)
  return JSON.parse(JSON.stringify(docs)) as SharedDoc[]
}

export function take(to: Member, docs: readonly SharedDoc[], options: ApplyOptions = { from: 'package' }): Promise<MergeOutcome> {
  return applyDocs(to, docs.map((doc) => ({ doc })), options)
}

/** One hands all it has to another. */
export async function hand(from: Member, to: Member): Promise<MergeOutcome> {
  return take(to, await everything(from))
}

/** Rows of the ledger that people see, without what each ledger has for itself. */
export async function seenBy({ db }: Pick<Member, 'db'>): Promise<Record<string, unknown[]>> {
  const tables = ['issues', 'events', 'units', 'sites', 'columns', 'accounts', 'rounds', 'ignores', 'ownWords', 'visits', 'readings', 'dutyNotes', 'selfChecks', 'evidence', 'burnt']
  const rows = await Promise.all(tables.map(async (name) => [name, await db.table(name).toArray()] as const))
  return Object.fromEntries(rows.map(([name, all]) => [name, name === 'issues' ? (all as Issue[]).map(withoutStamps) : all]))
}

/** Stamps of every row that has any, in order of their documents. */
export async function stampsIn({ db }: Pick<Member, 'db'>): Promise<StampRow[]> {
  const ids = [...(await db.stamps.toCollection().primaryKeys()), ...(await db.issues.toCollection().primaryKeys()).map((id) => `issue:${id}`)]
  return (await stampsOf(db, [...new Set(ids)].sort())).flatMap((row) => row ?? [])
}

/** Everyone hears everyone, twice. */
export async function meet(...all: Member[]): Promise<void> {
  for (const _ of [1, 2]) for (const from of all) for (const to of all) if (from !== to) await hand(from, to)
}

/** Ids of issues in their order. */
export function idOf(n: number): string {
  return `01ISSUE${String(n).padStart(19, '0')}`
}

/** The issue that most tests are about. */
export const ID = idOf(1)

/** Three ledgers, new before each test: one clock is right, one three minutes fast, one two minutes slow. */
export function threeMembers(): Record<'a' | 'b' | 'c', Member> {
  const we = {} as Record<'a' | 'b' | 'c', Member>
  beforeEach(async () => {
    const [a, b, c] = await Promise.all([member(), member(3 * 60_000), member(-2 * 60_000)])
    Object.assign(we, { a, b, c })
  })
  return we
}

/** Records an issue with a picture; `ID` unless told. */
export function record(who: Member, change: Parameters<typeof newIssue>[0] = {}): Promise<Issue> {
  return recordIssue(who, newIssue(change), newShot())
}

export async function issueOf(who: Pick<Member, 'db'>, id = ID): Promise<Issue> {
  return withoutStamps((await who.db.issues.get(id))!)
}

/** An issue as people see it. */
function withoutStamps({ came: _came, ...issue }: Issue): Issue {
  return issue
}

/** Kinds of the lines of an issue's history, the oldest first. */
export async function kindsOf(who: Pick<Member, 'db'>, id = ID): Promise<string[]> {
  return (await who.db.events.where('issueId').equals(id).sortBy('id')).map(({ kind }) => kind)
}
