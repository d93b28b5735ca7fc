import { readingsBetween, weeksRead } from '../ledger/readings.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { sameAddress } from '../ledger/fingerprint.ts'
import { accountRows } from '../roster/accounts.ts'
import type { AccountState } from '../types/account.ts'
import type { Overview } from '../types/overview.ts'
import type { Day } from '../types/reading.ts'
import type { Column, Freshness } from '../types/roster.ts'
import { freshnessNow } from './route-order.ts'

/** Older readings say nothing of a column any more: half a year, in weeks. */
const WEEKS_BACK = 26

/** Freshness of columns as of today, by id, from the newest reading of each; columns that were not read of late are left out. */
export async function freshnessOfColumns(db: LedgerDb, columns: readonly Column[], today: Day): Promise<Map<string, Freshness>> {
  const byAddress = new Map(columns.map((column) => [sameAddress(`http://${column.prefix}`), column.id]))
  const ids = new Set(columns.map(({ id }) => id))
  const known = new Map<string, Freshness>()
  const readAt = new Map<string, string>()
  for (const { week } of (await weeksRead(db)).slice(0, WEEKS_BACK)) {
    if (known.size === ids.size) break
    for (const log of await readingsBetween(db, week, week)) {
      const id = log.columnId !== null && ids.has(log.columnId) ? log.columnId : byAddress.get(log.address)
      if (id === undefined || log.laterPage || (readAt.get(id) ?? '') >= log.readAt) continue
      readAt.set(id, log.readAt)
      known.set(id, freshnessNow(log.freshness, today))
    }
  }
  return known
}

/** Columns by freshness; one that is exempt or archived is `exempt` whether it was read or not. */
export async function columnFigures(db: LedgerDb, today: Day): Promise<Overview['columns']> {
  const columns = await db.columns.toArray()
  if (columns.length === 0) return null
  const known = await freshnessOfColumns(db, columns, today)
  const counts: Record<Freshness['state'], number> = { fresh: 0, 'due-soon': 0, overdue: 0, unknown: 0, exempt: 0 }
  for (const { id, exemption, class: columnClass } of columns) counts[exemption !== null || columnClass === 'archive' ? 'exempt' : (known.get(id)?.state ?? 'unknown')]++
  return counts
}

/** Accounts by freshness. */
export async function accountFigures(db: LedgerDb, today: Day): Promise<Overview['accounts']> {
  const rows = accountRows(await db.accounts.toArray(), today)
  if (rows.length === 0) return null
  const counts: Record<AccountState, number> = { fresh: 0, 'due-soon': 0, overdue: 0, unknown: 0, closed: 0 }
  for (const { state } of rows) counts[state]++
  return counts
}
