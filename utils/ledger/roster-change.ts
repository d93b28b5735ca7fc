import type { WhereClause } from 'dexie'
import type { Account } from '../types/account.ts'
import type { Issue, IssueEvent } from '../types/issue.ts'
import type { Column, Roster, Site, Unit } from '../types/roster.ts'
import type { LedgerDb } from './db.ts'
import { issuesOfUnits } from './found.ts'
import type { Ledger } from './ledger.ts'

/** What a change of the roster stores and removes, and whose issues and pages it moves. */
export interface RosterChange {
  put?: Partial<Roster>
  /** Ids. */
  remove?: { units?: readonly string[]; sites?: readonly string[]; columns?: readonly string[] }
  accounts?: readonly Account[]
  /** 合并: what belonged to one unit belongs to another. */
  merged?: { from: readonly string[]; to: Unit }
}

/** Rows as they stood before; null: the row was not there. */
type Before<T> = [id: string, row: T | null][]

/** What takes a change back, in the same window. */
export interface RosterUndo {
  units: Before<Unit>
  sites: Before<Site>
  columns: Before<Column>
  accounts: Before<Account>
  /** Issues that were given a unit by the change, and the one they had. */
  issues: { id: string; to: string; unitId: string | null; unitName: string }[]
  /** Readings and visits that were moved: ids by the unit they had. */
  pages: { table: 'readings' | 'visits'; id: string; unitId: string | null; unitName: string }[]
}

/** Which issues the changed roster gives to whom. Called inside the transaction: nothing but the database may be awaited. */
export type Rehome = (db: LedgerDb) => Promise<Moved[]>

/** Rows stored so far, and all. */
export type Told = (done: number, total: number) => void

/** Rows stored at a time: between two such steps progress is told. */
const STEP = 2000

/**
 * Changes the roster in one transaction: all or nothing. Issues that had no unit get the one that the changed roster
 * names, with a line in their history.
 */
export async function changeRoster(ledger: Ledger, change: RosterChange, rehome: Rehome, told: Told = () => undefined): Promise<RosterUndo> {
  const { db } = ledger
  const by = await ledger.reader()
  const { units = [], sites = [], columns = [] } = change.put ?? {}
  const total = units.length + sites.length + columns.length
  let done = 0
  return db.transaction('rw', [db.units, db.sites, db.columns, db.accounts, db.issues, db.events, db.readings, db.visits], async () => {
    const undo: RosterUndo = { units: [], sites: [], columns: [], accounts: [], issues: [], pages: [] }
    const store = async <T extends { id: string }>(table: Stored<T>, before: Before<T>, rows: readonly T[], gone: readonly string[] = []) => {
      const ids = [...rows.map(({ id }) => id), ...gone]
      for (const one of await rowsBefore(table, ids)) before.push(one)
      for (let at = 0; at < rows.length; at += STEP) {
        await table.bulkPut(rows.slice(at, at + STEP))
        done += Math.min(STEP, rows.length - at)
        told(done, total)
      }
      await table.bulkDelete([...gone])
    }
    await store<Unit>(db.units, undo.units, units, change.remove?.units)
    await store<Site>(db.sites, undo.sites, sites, change.remove?.sites)
    await store<Column>(db.columns, undo.columns, columns, change.remove?.columns)
    await store<Account>(db.accounts, undo.accounts, change.accounts ?? [])
    if (change.merged) await movePages(db, change.merged, undo)
    const merged = change.merged ? await issuesOfUnits(db, change.merged.from) : []
    const moved = [...merged.map((issue) => ({ issue, unitId: change.merged!.to.id, unitName: change.merged!.to.name })), ...(await rehome(db))]
    for (const { issue, unitId } of moved) undo.issues.push({ id: issue.id, to: unitId ?? '', unitId: issue.unitId, unitName: issue.unitName })
    await moveIssues(ledger, by, 'edited', moved)
    return undo
  })
}

/** Takes a change back in one transaction. Rows are put back as they stood; an issue that a person moved on meanwhile stays where it is. */
export async function undoRosterChange(ledger: Ledger, undo: RosterUndo): Promise<void> {
  const { db } = ledger
  const by = await ledger.reader()
  await db.transaction('rw', [db.units, db.sites, db.columns, db.accounts, db.issues, db.events, db.readings, db.visits], async () => {
    const restore = async <T>(table: Stored<T>, before: Before<T>) => {
      await removeRows(table, before.flatMap(([id, row]) => (row === null ? [id] : [])))
      await table.bulkPut(before.flatMap(([, row]) => (row === null ? [] : [row])))
    }
    await restore<Unit>(db.units, undo.units)
    await restore<Site>(db.sites, undo.sites)
    await restore<Column>(db.columns, undo.columns)
    await restore<Account>(db.accounts, undo.accounts)
    for (const { table, id, unitId, unitName } of undo.pages) await db.table(table).update(id, { unitId, unitName })
    const issues = await db.issues.bulkGet(undo.issues.map(({ id }) => id))
    await moveIssues(ledger, by, 'undone', undo.issues.flatMap(({ to, unitId, unitName }, at) => {
      const issue = issues[at]
      return issue && issue.unitId === to ? [{ issue, unitId, unitName }] : []
    }))
  })
}

/** An issue and the unit that it is given. */
export interface Moved {
  issue: Issue
  unitId: string | null
  unitName: string
}

/** Of many rows it is quicker to read all: 20,000 single reads take seconds. */
const MANY = 500

async function rowsBefore<T extends { id: string }>(table: Stored<T>, ids: string[]): Promise<Before<T>> {
  if (ids.length < MANY) {
    const known = await table.bulkGet(ids)
    return ids.map((id, at) => [id, known[at] ?? null])
  }
  const known = new Map((await table.toArray()).map((row) => [row.id, row]))
  return ids.map((id) => [id, known.get(id) ?? null])
}

/** What one import stored has ids that follow each other: one step takes them out, where 20,000 take seconds. */
async function removeRows<T>(table: Stored<T>, ids: string[]): Promise<void> {
  const [first, last] = [ids.reduce((least, id) => (id < least ? id : least), '\uffff'), ids.reduce((most, id) => (id > most ? id : most), '')]
  const wanted = new Set(ids)
  const between = table.where(':id').between(first, last, true, true)
  const alone = ids.length >= MANY && (await between.primaryKeys()).every((id) => wanted.has(id))
  await (alone ? between.delete() : table.bulkDelete(ids))
}

interface Stored<T> {
  where: (index: ':id') => WhereClause<T, string>
  toArray: () => PromiseLike<T[]>
  bulkGet: (ids: string[]) => PromiseLike<(T | undefined)[]>
  bulkPut: (rows: readonly T[]) => PromiseLike<unknown>
  bulkDelete: (ids: string[]) => PromiseLike<void>
}

/** The fingerprint knows no unit, so it stays. */
async function moveIssues({ db, now, newId }: Ledger, by: string, kind: IssueEvent['kind'], moved: readonly Moved[]): Promise<void> {
  const at = now().toISOString()
  await db.issues.bulkPut(moved.map(({ issue, unitId, unitName }) => ({ ...issue, unitId, unitName, updatedAt: at })))
  await db.events.bulkAdd(
    moved.map(({ issue, unitId, unitName }): IssueEvent => ({
      id: newId(), issueId: issue.id, at, by, kind, reason: '', changes: { unitId: [issue.unitId, unitId], unitName: [issue.unitName, unitName] },
    })),
  )
}

/** 读网记录 follow their unit too, so that its figures stay whole. */
async function movePages(db: LedgerDb, { from, to }: { from: readonly string[]; to: Unit }, undo: RosterUndo): Promise<void> {
  const mine = new Set<string | null>(from)
  for (const table of ['readings', 'visits'] as const) {
    const rows: { id: string; unitId: string | null; unitName: string }[] = await db.table(table).filter(({ unitId }: { unitId: string | null }) => mine.has(unitId)).toArray()
    for (const { id, unitId, unitName } of rows) {
      undo.pages.push({ table, id, unitId, unitName })
      await db.table(table).update(id, { unitId: to.id, unitName: to.name })
    }
  }
}
