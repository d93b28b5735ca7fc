import { dayInShanghai } from '../lists/week.ts'
import type { Issue } from '../types/issue.ts'
import type { PageLog } from '../types/round.ts'
import type { Visit } from '../types/visit.ts'
import type { TableName } from './schema.ts'
import { shiftOf } from './visits.ts'

/** Version 2: a unit's answer, re-checks, 反弹 and the day of mending. An issue of version 1 had none of them. */
export function toVersion2(issue: Issue): void {
  issue.reply ??= null
  issue.recheck ??= null
  issue.rebounds ??= 0
  // Version 1 kept no day of mending; of an issue that waits for nothing more, the last change is the nearest to it.
  issue.fixedOn ??= issue.status === 'fixed' || issue.status === 'closed' ? dayInShanghai(issue.updatedAt) : null
}

/** Version 2: a line of the 读网记录 for each page and week that version 1 knew of. How long it was read, and by whom, was not kept. */
export function visitOfReading(log: PageLog): Visit {
  const { day, readAt, unitId, unitName, site, siteName, title, kind, url, address } = log
  return {
    id: `v1 ${log.id}`, day, shift: shiftOf(readAt), startedAt: readAt, endedAt: readAt, reader: '', unitId, unitName, site, siteName,
    columnName: log.columnName ?? '', columnId: log.laterPage ? null : log.columnId, title, kind, url, address,
    dwell: 0, parts: [], findings: log.findings.reduce((sum, { count }) => sum + count, 0), by: 'page', note: '', deletedAt: null,
  }
}

/** Rows of a table as they stand in a file of an older version, brought to the newest; what they give to new tables comes along. */
export function migratedRows(table: TableName, rows: object[], from: number): { table: TableName; rows: object[] }[] {
  if (from >= 2) return [{ table, rows }]
  if (table === 'issues') for (const row of rows) toVersion2(row as Issue)
  const moved = [{ table, rows }]
  return table === 'readings' ? [...moved, { table: 'visits' as const, rows: (rows as PageLog[]).map(visitOfReading) }] : moved
}
