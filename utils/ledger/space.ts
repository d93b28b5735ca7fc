import type { Table } from 'dexie'
import type { SavedPage } from '../types/evidence.ts'
import type { Shot } from '../types/issue.ts'
import type { LedgerDb } from './db.ts'
import type { Prepared } from './prepared.ts'
import type { TableName } from './schema.ts'

/** What the browser says that we use and may use, in bytes. */
export interface Estimate {
  used: number
  quota: number
}

/** `warn`: time to archive. `full`: no new screenshots, so that issues can still be recorded. */
export type SpaceLevel = 'ok' | 'warn' | 'full'

/** Share of the quota at which a person is told, and at which screenshots end. */
export const WARN = 0.8
const FULL = 0.97
/** As much is kept free for words: thousands of issues without pictures. */
const RESERVE = 24 * 1024 * 1024

/** How near the end is; `ok` where the browser does not say. */
export function spaceLevel(estimate: Estimate | null): SpaceLevel {
  if (!estimate || estimate.quota <= 0) return 'ok'
  const { used, quota } = estimate
  if (used >= quota * FULL || quota - used < RESERVE) return 'full'
  return used >= quota * WARN ? 'warn' : 'ok'
}

/** What takes up space, as people think of it. */
export const SPACE_KINDS = ['issues', 'shots', 'pages', 'log', 'verdicts', 'lists'] as const

export type SpaceKind = (typeof SPACE_KINDS)[number]

const TABLES: Record<SpaceKind, readonly TableName[]> = {
  issues: ['issues', 'events', 'evidence'],
  shots: ['shots', 'prepared'],
  pages: ['savedPages'],
  log: ['visits', 'readings', 'rounds', 'dutyNotes', 'selfChecks'],
  verdicts: ['verdicts'],
  lists: ['units', 'sites', 'columns', 'accounts', 'ownWords', 'ignores', 'settings', 'routes'],
}

/** Rows looked at from either end to tell the size of a table. Names of pictures are hashes, so the first and last are a fair sample. */
const SAMPLE = 20

export interface SpaceUse {
  kind: SpaceKind
  /** Rows of the first table: issues, pictures, saved pages, visits, verdicts, units. */
  count: number
  /** About so many bytes. */
  bytes: number
}

/** Counts by index; sizes from a few rows of each table, never by reading all. */
export async function spaceUse(db: LedgerDb): Promise<SpaceUse[]> {
  return Promise.all(
    SPACE_KINDS.map(async (kind) => {
      const tables = await Promise.all(TABLES[kind].map((name) => useOf(db.table(name))))
      return { kind, count: tables[0]?.count ?? 0, bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0) }
    }),
  )
}

async function useOf(table: Table<object>): Promise<{ count: number; bytes: number }> {
  const [count, first, last] = await Promise.all([table.count(), table.limit(SAMPLE).toArray(), table.reverse().limit(SAMPLE).toArray()])
  const rows = count > 2 * SAMPLE ? [...first, ...last] : first.concat(last).slice(0, count)
  const bytes = rows.reduce((sum, row) => sum + sizeOf(row), 0)
  return { count, bytes: rows.length > 0 ? Math.round((bytes / rows.length) * count) : 0 }
}

/** Bytes of a picture's, its copy's or a saved page's files; of other rows about what they take as text, Chinese in two bytes a character as the database keeps it. */
function sizeOf(row: object): number {
  const { image, thumbnail, file } = row as Partial<Shot> & { file?: SavedPage['file'] | Prepared['file'] }
  if (file) return 'size' in file ? file.size : file.length
  return image ? image.size + (thumbnail?.size ?? 0) : 2 * JSON.stringify(row).length
}
