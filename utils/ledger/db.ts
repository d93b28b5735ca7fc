import { Dexie, type Table } from 'dexie'
import type { Account } from '../types/account.ts'
import type { Issue, IssueEvent, Shot } from '../types/issue.ts'
import type { LinkVerdict } from '../types/link.ts'
import type { OwnWord } from '../types/own-word.ts'
import type { Ignore } from '../types/record.ts'
import type { Column, Site, Unit } from '../types/roster.ts'
import type { PageLog, SelfCheckRecord } from '../types/round.ts'
import { toVersion2 } from './migrations.ts'

/** Highest number given so far, by kind. */
interface Counter {
  name: 'issue'
  last: number
}

/** A setting by name; shapes in `settings.ts`. */
interface SettingRow {
  name: string
  value: unknown
}

/** A list of own words, newest first; `own-words.ts`. */
interface OwnWordList {
  name: string
  words: OwnWord[]
}

/**
 * The one database of the extension, shared by background and our own pages.
 * Pictures stand apart from issues, so that lists never load them. Bulk text is never indexed.
 */
export class LedgerDb extends Dexie {
  declare issues: Table<Issue, string>
  declare events: Table<IssueEvent, string>
  declare shots: Table<Shot, string>
  declare counters: Table<Counter, string>
  declare units: Table<Unit, string>
  declare sites: Table<Site, string>
  declare columns: Table<Column, string>
  declare ignores: Table<Ignore, string>
  declare verdicts: Table<LinkVerdict, string>
  declare settings: Table<SettingRow, string>
  declare readings: Table<PageLog, string>
  declare selfChecks: Table<SelfCheckRecord, string>
  declare accounts: Table<Account, string>
  declare ownWords: Table<OwnWordList, string>

  constructor(name = 'duwang') {
    // Chromium 121 made transactions "relaxed": done before they are on the disk. 已记录 must mean on the disk.
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
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
    })
    this.version(2).stores({}).upgrade((change) => change.table<Issue>('issues').toCollection().modify(toVersion2))
  }
}
