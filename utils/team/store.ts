import type { Table } from 'dexie'
import type { LedgerDb } from '../ledger/db.ts'
import { readOwnWords } from '../ledger/own-words.ts'
import { sameValue } from '../ledger/sharing/cells.ts'
import { asCame, stampsOf } from '../ledger/sharing/came.ts'
import { advance, aheadOf, DAY_MS, deviceOf, seen } from '../ledger/sharing/clock.ts'
import { timeOf } from '../ledger/sharing/cell-stamp.ts'
import { deviceOfLedger } from '../ledger/sharing/device.ts'
import type { Row } from '../ledger/sharing/kinds.ts'
import { clashed } from '../ledger/sharing/stamp-row.ts'
import { asTheyCame, LAST_RANK, RANKS } from '../ledger/sharing/stamps.ts'
import type { Issue, IssueEvent } from '../types/issue.ts'
import type { OwnWord } from '../types/own-word.ts'
import type { DocId, SharedDoc, Skew, StampRow, TeamDevice } from '../types/team.ts'
import { asideRow, notAside } from './aside.ts'
import { burnHere, withoutBurnt } from './burnt.ts'
import { linkDuplicates } from './duplicates.ts'
import { lostEvent, returnedEvent } from './lost.ts'
import type { Planned } from './plan.ts'
import { returnedRows } from './returned.ts'
import { addUnfinished } from './unfinished.ts'

export interface Storing {
  plans: readonly Planned[]
  revs: ReadonlyMap<DocId, string>
  /** Documents of a newer form. */
  aside: readonly SharedDoc[]
  from: 'server' | 'package'
  now: () => Date
  also?: () => Promise<void>
}

/**
 * Writes what was planned, in one transaction. @returns false where something was edited since it was planned: nothing was written then,
 * and the caller plans anew.
 */
export function store(db: LedgerDb, { plans, revs, aside, from, now, also }: Storing): Promise<boolean> {
  const sound = plans.filter((plan) => plan.sound)
  const shapeless = plans.filter((plan) => !plan.sound).map(({ merged }) => merged)
  const tables = [...new Set(sound.flatMap(({ shared }) => (shared && shared.kind !== 'shot' && shared.kind !== 'page' ? [shared.table] : [])))]
  const needed = [...new Set([...tables, 'events', 'issues', 'shots', 'settings'])].map((name) => db.table(name))
  return db.transaction('rw', [...needed, db.stamps, db.burnt, db.team], async (change) => {
    asTheyCame(change)
    const [device, known] = await Promise.all([deviceOfLedger(db), stampsOf(db, sound.map(({ id }) => id))])
    if (!device) throw new RangeError('sharing has not begun')
    if (sound.some((plan, at) => plan.known?.seq !== known[at]?.seq)) return false
    const clock = clockOf(device, now().getTime())
    const rows = sound.flatMap((plan) => (plan.shared?.once ? [] : apart(plan, clock.stamped(plan, revs.get(plan.id), from))))
    const strange = await notAside(db, [...aside, ...shapeless])
    const stamps = [...rows, ...strange.map((doc) => asideRow(doc, clock.next()))]
    // all tables at once: the database is never waited for by one of them alone
    await Promise.all([putMany(db.stamps, stamps), ...tables.map((name) => putRows(db, name, sound.filter(({ shared }) => shared?.table === name), now))])
    await addEvents(db, sound, clock, from)
    await burnHere(db, sound.flatMap(({ shared, key, came }) => (shared?.kind === 'burnt' && came === 'added' ? [key] : [])), clock.stampOnce(from))
    const issues = sound.flatMap(({ shared, row, before }) => (shared?.kind === 'issue' && row ? [[row, before] as unknown as [Issue, Issue | null]] : []))
    const fresh = issues.filter(([, before]) => before === null)
    // a ledger that is filled: asked once at the end, not once an issue
    const linked = fresh.length > MANY ? issues.filter(([, before]) => before !== null) : issues
    const stale = new Set(linked.flatMap(([{ fingerprint, duplicateOf }]) => (duplicateOf === null ? [] : [fingerprint])))
    await linkDuplicates(db, [...linked.flatMap(([row, before]) => twinsOf(row, before)), ...stale], stale)
    const back = sound.flatMap(({ shared, key, returned }) => (shared?.kind === 'issue' && returned !== null ? [key] : []))
    const unfinished = addUnfinished(db, sound.flatMap(({ shared, came }) => (shared && (came === 'added' || came === 'changed') ? [shared.kind] : [])), fresh.length > MANY)
    await Promise.all([unfinished, db.team.bulkPut([clock.device, ...clock.skews(now()), ...returnedRows(back, now())]), also?.()])
    return true
  })
}

/** A stamp row to be stored: none where it has its place in the new row. */
function apart({ row, came, known }: Planned, stamps: StampRow | null): StampRow[] {
  const own = stamps && row && came === 'added' && !known ? asCame(stamps) : null
  if (own) row!['came'] = own
  return stamps && !own ? [stamps] : []
}

/** Rows that are handed to the database in one go: a click waits no longer than for these. */
const SLICE = 100

/** Hands rows over slice by slice, the next while the database is at the one before it: neither waits for the other. */
async function putMany<T>(table: Table<T, string>, rows: readonly T[]): Promise<void> {
  let before: PromiseLike<unknown> = Promise.resolve()
  for (let at = 0; at < rows.length; at += SLICE) {
    const next = table.bulkPut(rows.slice(at, at + SLICE))
    // told where it is waited for
    next.catch(() => undefined)
    await before
    before = next
  }
  await before
}

/** So many new issues in one batch are linked once all have come (`duplicates.ts`). */
const MANY = 30

/** Problems whose group may be another now. */
function twinsOf(row: Issue, before: Issue | null): string[] {
  if (before && before.fingerprint === row.fingerprint && before.deletedAt === row.deletedAt) return []
  return before && before.fingerprint !== row.fingerprint ? [row.fingerprint, before.fingerprint] : [row.fingerprint]
}

async function putRows(db: LedgerDb, name: string, plans: readonly Planned[], now: () => Date): Promise<void> {
  const moved = plans.filter(({ came }) => came !== 'same')
  if (name === 'ownWords') return putWords(db, moved, now)
  const table = db.table(name) as Table<Row, string>
  const rows = moved.flatMap(({ row }) => (row ? [row] : []))
  const wanted = name === 'issues' ? ((await withoutBurnt(db, rows as never)) as never as Row[]) : rows
  await putMany(table, wanted)
  await table.bulkDelete(moved.flatMap(({ row, key, before }) => (row === null && before ? [key] : [])))
}

async function putWords(db: LedgerDb, plans: readonly Planned[], now: () => Date): Promise<void> {
  if (plans.length === 0) return
  const words = new Map((await readOwnWords(db)).map((word) => [word.id, word]))
  for (const { key, row } of plans) {
    if (row) words.set(key, row as unknown as OwnWord)
    else words.delete(key)
  }
  await db.ownWords.put({ name: 'office', words: [...words.values()].sort((a, b) => (a.id < b.id ? 1 : -1)) })
  // the checker knows the list by this mark
  await db.settings.put({ name: 'ownWordsAt', value: `${now().toISOString()} merged` })
}

/** Lines of the history for what lost; those that came stand already. */
async function addEvents(db: LedgerDb, plans: readonly Planned[], clock: Clock, from: Storing['from']): Promise<void> {
  const made = plans.flatMap(({ id, lost, returned }) => [...lost.map((one) => lostEvent(id, one)), ...(returned ? [returnedEvent(id, returned)] : [])])
  const came = plans.flatMap(({ shared, came, id }) => (shared?.kind === 'event' && came === 'added' ? [id] : []))
  const own = new Map(made.map((event) => [event.id, event]))
  const stand = new Set(own.size > 0 ? await db.events.where(':id').anyOf([...own.keys()]).primaryKeys() : [])
  const fresh: IssueEvent[] = [...own.values()].filter(({ id }) => !stand.has(id))
  if (fresh.length > 0) await db.events.bulkAdd(fresh)
  const mark = clock.stampOnce(from)
  const rows = [...fresh.map(({ id }) => clock.once(`event:${id}`)), ...came.map((id) => mark(id))].filter((row) => row !== null)
  if (rows.length > 0) await db.stamps.bulkPut(rows)
}

type Clock = ReturnType<typeof clockOf>

/** Stamps of what is stored: the clock goes on, and follows what it sees as far as that is to be believed. */
function clockOf(given: TeamDevice, now: number) {
  const device = { ...given }
  const ahead = new Map<string, number>()
  const next = () => advance(device, now)
  const pending = (id: DocId, seq: string) => (RANKS[id.slice(0, id.indexOf(':'))] ?? LAST_RANK) + seq
  const once = (id: DocId): StampRow | null => {
    if (!device.sends) return null
    const seq = next()
    return { doc: id, seq, base: seq, cells: {}, pending: pending(id, seq) }
  }
  return {
    device,
    next,
    once,
    /** What a server sent is there; what a package brought may not be. */
    stampOnce: (from: Storing['from']) => (id: DocId) => (from === 'package' ? once(id) : null),
    stamped: ({ id, merged, kept, known, ahead: more, came }: Planned, rev: string | undefined, from: Storing['from']): StampRow | null => {
      for (const stamp of [merged.base, ...Object.values(merged.stamps).map(timeOf)]) {
        device.last = seen(device.last, stamp, now)
        const by = aheadOf(stamp, now)
        if (by > (ahead.get(deviceOf(stamp)) ?? DAY_MS)) ahead.set(deviceOf(stamp), by)
      }
      const waits = device.sends && (from === 'server' ? more : came !== 'same' || known?.pending !== undefined)
      const revision = rev ?? known?.rev
      const nothing = known && came === 'same' && revision === known.rev && waits === (known.pending !== undefined) && known.base === merged.base
      if (nothing && sameValue(known.cells, merged.stamps) && sameValue(known.kept ?? {}, kept)) return null
      const seq = next()
      return clashed({
        doc: id, seq, base: merged.base, cells: merged.stamps,
        ...(Object.keys(kept).length > 0 ? { kept } : {}),
        ...(waits ? { pending: pending(id, seq) } : {}),
        ...(revision === undefined ? {} : { rev: revision }),
      })
    },
    skews: (at: Date): Skew[] => [...ahead].map(([from, by]) => ({ name: `skew ${from}`, device: from, ahead: by, at: at.toISOString() })),
  }
}
