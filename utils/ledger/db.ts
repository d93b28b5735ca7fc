import { Dexie, type Table } from 'dexie'
import type { Issue } from '../types/issue.ts'
import type { PageLog } from '../types/round.ts'
import { logChanges } from './change-log.ts'
import { toVersion2, visitOfReading } from './migrations.ts'
import { refusingNewer } from './newer.ts'
import { stampChanges } from './sharing/stamps.ts'
import { dropWithShots } from './prepared.ts'
import { NEWEST, VERSION_1, VERSION_2, VERSION_3, VERSION_4, VERSION_5, type Rows } from './schema.ts'

/**
 * The one database of the extension, shared by background and our own pages.
 * Pictures stand apart from issues, so that lists never load them. Its shape is in `schema.ts`.
 */
export class LedgerDb extends Dexie {
  declare issues: Table<Rows['issues'], string>
  declare events: Table<Rows['events'], string>
  declare shots: Table<Rows['shots'], string>
  declare counters: Table<Rows['counters'], string>
  declare units: Table<Rows['units'], string>
  declare sites: Table<Rows['sites'], string>
  declare columns: Table<Rows['columns'], string>
  declare ignores: Table<Rows['ignores'], string>
  declare verdicts: Table<Rows['verdicts'], string>
  declare settings: Table<Rows['settings'], string>
  declare readings: Table<Rows['readings'], string>
  declare selfChecks: Table<Rows['selfChecks'], string>
  declare accounts: Table<Rows['accounts'], string>
  declare ownWords: Table<Rows['ownWords'], string>
  declare rounds: Table<Rows['rounds'], string>
  declare visits: Table<Rows['visits'], string>
  declare dutyNotes: Table<Rows['dutyNotes'], string>
  declare routes: Table<Rows['routes'], string>
  declare staged: Table<Rows['staged'], number>
  declare rechecks: Table<Rows['rechecks'], string>
  declare recheckItems: Table<Rows['recheckItems'], string>
  declare evidence: Table<Rows['evidence'], string>
  declare savedPages: Table<Rows['savedPages'], string>
  declare changed: Table<Rows['changed'], number>
  declare digests: Table<Rows['digests'], number>
  declare stamps: Table<Rows['stamps'], string>
  declare burnt: Table<Rows['burnt'], string>
  declare team: Table<Rows['team'], string>
  declare prepared: Table<Rows['prepared'], string>

  /** @param now the clock of stamps, ms since 1970 */
  constructor(name = 'duwang', now?: () => number) {
    // Chromium 121 made transactions "relaxed": done before they are on the disk. 已记录 must mean on the disk.
    super(name, { chromeTransactionDurability: 'strict', ...refusingNewer(NEWEST) })
    logChanges(this)
    stampChanges(this, now)
    dropWithShots(this)
    // Another window brings a newer version: ours makes room and stays closed, so that old code never writes into a new shape.
    this.on('versionchange', ({ newVersion }) => {
      if (newVersion === null) return undefined
      this.close()
      return false
    })
    this.version(1).stores(VERSION_1)
    this.version(2)
      .stores(VERSION_2)
      .upgrade(async (change) => {
        await change.table<Issue>('issues').toCollection().modify(toVersion2)
        await change.table<Rows['visits']>('visits').bulkPut((await change.table<PageLog>('readings').toArray()).map(visitOfReading))
      })
    this.version(3).stores(VERSION_3)
    this.version(4).stores(VERSION_4)
    this.version(5).stores(VERSION_5)
  }
}
