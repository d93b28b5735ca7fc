import type { Transaction } from 'dexie'
import type { Issue } from '../../types/issue.ts'
import type { LedgerDb } from '../db.ts'
import { isRowTable } from './rows.ts'
import type { OwnWordList, TableName } from '../schema.ts'
import { deviceOfLedger, remotesAnew } from '../sharing/device.ts'
import { linksUpTo } from '../sharing/links.ts'
import { asTheyCame } from '../sharing/stamps.ts'

/** 替换现有台账, or 只补充没有的. */
export type RestoreMode = 'replace' | 'add'

/** What came of it, by table. */
export interface Applied {
  added: Partial<Record<TableName, number>>
  /** Rows that stand already and were left as they are. */
  kept: Partial<Record<TableName, number>>
  /** Issues whose number another issue has here, and that were given a new one. */
  renumbered: number
}

/** An office's own choices are not filled up from a file; numbers go on where the higher of both stands. */
const OWN = new Set<string>(['settings', 'counters', 'ownWords', 'routes', 'stamps'])

/** Puts staged rows in their tables, all in one transaction: killed in the middle, the browser takes it back. `at`: instant, ISO 8601 UTC; `madeAt`: that of the file. */
export async function applyStaged(db: LedgerDb, mode: RestoreMode, at: string, madeAt: string): Promise<Applied> {
  const applied: Applied = { added: {}, kept: {}, renumbered: 0 }
  await db.transaction('rw', db.tables, async (change) => {
    if (mode === 'replace') {
      asTheyCame(change)
      for (const table of db.tables) if (isRowTable(table.name)) await change.table(table.name).clear()
    }
    for (const key of await db.staged.toCollection().primaryKeys()) {
      const staged = await db.staged.get(key)
      if (!staged) continue
      const table = staged.table as TableName
      const rows = mode === 'replace' ? staged.rows : await missing(db, change, table, staged.rows, applied)
      await change.table(table).bulkPut(rows)
      applied.added[table] = (applied.added[table] ?? 0) + rows.length
      applied.kept[table] = (applied.kept[table] ?? 0) + staged.rows.length - rows.length
    }
    await countOn(db)
    if (mode === 'replace') await shareAnew(db, madeAt)
    // The checker knows the own word list by this mark, and must not go on with the old one.
    await db.settings.put({ name: 'ownWordsAt', value: `${at} restored` })
    await db.staged.clear()
  })
  return applied
}

async function missing(db: LedgerDb, change: Transaction, table: TableName, rows: object[], applied: Applied): Promise<object[]> {
  if (table === 'ownWords') return mergedWords(db, rows as OwnWordList[])
  if (OWN.has(table)) return []
  const { keyPath } = change.table(table).schema.primKey
  const keyOf = (row: object) => (row as Record<string, string>)[keyPath as string] ?? ''
  const known = new Set(await change.table(table).where(':id').anyOf(rows.map(keyOf)).primaryKeys())
  const fresh = rows.filter((row) => !known.has(keyOf(row)))
  // stamps are not taken over, neither are those in the rows
  return table === 'issues' ? renumbered(db, (fresh as Issue[]).map(({ came: _came, ...issue }) => issue), applied) : fresh
}

/** Two ledgers that were never shared give the same numbers; the issue that stands here keeps its own. */
async function renumbered(db: LedgerDb, issues: Issue[], applied: Applied): Promise<Issue[]> {
  const nameOf = ({ mark, number }: Issue) => `${mark ?? ''}${number}`
  const taken = new Set((await db.issues.where('number').anyOf(issues.map(({ number }) => number)).toArray()).map(nameOf))
  const mark = (await deviceOfLedger(db))?.mark
  let last = await highest(db)
  last = issues.reduce((most, { number }) => Math.max(most, number), last)
  return issues.map((issue) => {
    if (!taken.has(nameOf(issue))) return issue
    applied.renumbered += 1
    const { mark: _theirs, ...rest } = issue
    return { ...rest, number: ++last, ...(mark === undefined ? {} : { mark }) }
  })
}

/** Another state stands here than the one that others know of: all is compared with theirs anew, and what is newer wins, here as there. */
async function shareAnew(db: LedgerDb, madeAt: string): Promise<void> {
  // what waited to be sent when the file was written is no matter of today
  await db.stamps.where('pending').above('').modify((row) => void delete row.pending)
  const device = await deviceOfLedger(db)
  if (!device) return
  const newest = (await db.stamps.orderBy('seq').last())?.seq ?? ''
  // nor has any package told of this state
  const { told: _before, ...rest } = device
  await db.team.put({ ...rest, last: newest > device.last ? newest : device.last, ...(device.sends ? { resend: { kind: '', after: '' } } : {}) })
  const keepLinks = await linksUpTo(db, madeAt)
  await remotesAnew(db)
  await keepLinks()
}

async function mergedWords(db: LedgerDb, lists: OwnWordList[]): Promise<OwnWordList[]> {
  const merged: OwnWordList[] = []
  for (const { name, words } of lists) {
    const standing = (await db.ownWords.get(name))?.words ?? []
    const known = new Set(standing.map(({ wrong }) => wrong))
    const fresh = words.filter(({ wrong }) => !known.has(wrong))
    if (fresh.length > 0) merged.push({ name, words: [...standing, ...fresh].sort((a, b) => (a.id < b.id ? 1 : -1)) })
  }
  return merged
}

/** The next issue's number is higher than any that stands, whatever the file's counter said. */
async function countOn(db: LedgerDb): Promise<void> {
  await db.counters.put({ name: 'issue', last: await highest(db) })
}

async function highest(db: LedgerDb): Promise<number> {
  const [top] = (await db.issues.orderBy('number').reverse().limit(1).keys()) as number[]
  return Math.max(top ?? 0, (await db.counters.get('issue'))?.last ?? 0)
}
