import type { Account } from '../types/account.ts'
import type { Evidence, SavedPage } from '../types/evidence.ts'
import type { Issue, IssueEvent, Shot } from '../types/issue.ts'
import type { LinkVerdict } from '../types/link.ts'
import type { OwnWord } from '../types/own-word.ts'
import type { RecheckItem, RecheckJob } from '../types/recheck.ts'
import type { Ignore } from '../types/record.ts'
import type { Column, Site, Unit } from '../types/roster.ts'
import type { PageLog, Round, SelfCheckRecord } from '../types/round.ts'
import type { Route, RouteStops } from '../types/route.ts'
import type { Burnt, StampRow, TeamRow } from '../types/team.ts'
import type { DutyNote, Visit } from '../types/visit.ts'
import type { ChangedIssue } from './change-log.ts'
import type { Prepared } from './prepared.ts'
import type { DigestChunk } from './snapshot.ts'

/** Highest number given so far, by kind. */
export interface Counter {
  name: 'issue'
  last: number
}

/** A setting by name; shapes in `settings.ts`. */
export interface SettingRow {
  name: string
  value: unknown
}

/** A list of own words, newest first; `own-words.ts`. */
export interface OwnWordList {
  name: string
  words: OwnWord[]
}

/** Rows of a backup that were checked and wait to be put in their tables all at once; `backup/restore.ts`. */
export interface Staged {
  /** Given by the database. */
  n?: number
  table: string
  rows: object[]
}

/** What each table holds. */
export interface Rows {
  issues: Issue
  events: IssueEvent
  shots: Shot
  counters: Counter
  units: Unit
  sites: Site
  columns: Column
  ignores: Ignore
  verdicts: LinkVerdict
  settings: SettingRow
  readings: PageLog
  selfChecks: SelfCheckRecord
  accounts: Account
  ownWords: OwnWordList
  rounds: Round
  visits: Visit
  dutyNotes: DutyNote
  routes: Route | RouteStops
  staged: Staged
  rechecks: RecheckJob
  recheckItems: RecheckItem
  evidence: Evidence
  savedPages: SavedPage
  changed: ChangedIssue
  digests: DigestChunk
  stamps: StampRow
  burnt: Burnt
  team: TeamRow
  prepared: Prepared
}

export type TableName = keyof Rows

/** Version 1: first key, then indexes. Bulk text is never indexed. */
export const VERSION_1 = {
  issues: 'id, &number, foundAt, status, unitId, fingerprint, url, updatedAt',
  events: 'id, issueId',
  shots: 'hash',
  counters: 'name',
  units: 'id, name',
  sites: 'id, prefix',
  columns: 'id, prefix, unitId',
  ignores: 'id, check',
  verdicts: 'href, checkedAt',
  settings: 'name',
  readings: 'id, week',
  selfChecks: 'id',
  accounts: 'id, address',
  ownWords: 'name',
} as const

/** Version 2: what it adds to version 1 (a new table, or a table's keys anew with another index). */
export const VERSION_2 = {
  issues: `${VERSION_1.issues}, deletedAt, [status+check], [status+unitId], [status+deadline], [status+unitId+deadline], [status+foundAt], [unitId+fixedOn+deadline], [unitId+foundAt]`,
  events: `${VERSION_1.events}, [kind+at]`,
  readings: `${VERSION_1.readings}, columnId`,
  rounds: 'id, to',
  visits: 'id, day, [address+day], [columnId+day]',
  dutyNotes: 'day',
  routes: 'id',
  staged: '++n',
  rechecks: 'id, state',
  recheckItems: 'id, [jobId+done], issueId',
  evidence: 'issueId',
  savedPages: 'hash',
  // for the list of issues: change-log.ts, snapshot.ts
  changed: '++seq',
  digests: 'id',
} as const

/** Version 3: ledgers that are shared (`stamps.ts`). Numbers are unique with their mark only. */
export const VERSION_3 = {
  issues: VERSION_2.issues.replace('&number', 'number'),
  stamps: 'doc, seq, pending, clash',
  burnt: 'hash',
  team: 'name',
  // copies of screenshots as they are handed out, made ahead: prepared.ts
  prepared: 'key, shot, [usedAt+bytes]',
} as const

/**
 * Version 4: an issue stands in fewer indexes. Each is a row of its own to the browser's database: of what a team's 50,000 issues cost to take
 * in, two thirds were indexes. What those that went were asked for, the others answer (`found.ts`).
 * Of `[unitId+fixedOn+deadline]` and `deletedAt` only issues are part that have all of it.
 */
export const VERSION_4 = {
  issues: 'id, number, fingerprint, url, deletedAt, [status+foundAt], [status+deadline], [unitId+foundAt], [unitId+fixedOn+deadline]',
} as const

/** Version 5: an issue that came from others may have its stamps in its own row (`sharing/came.ts`); older programs would take it for one that was never shared. */
export const VERSION_5 = {} as const

/** Tables that are worked out from the others: in no backup, and cleared with none. Whoever writes issues or takes pictures away changes them, too. */
export const DERIVED = ['changed', 'digests', 'prepared'] as const

/** Tables that belong to the installation, not to the ledger: two of one device would tell everyone nonsense. In no backup, and cleared with none. */
export const INSTALLED = ['team'] as const

/** The newest version that this program knows. */
export const NEWEST = 5
