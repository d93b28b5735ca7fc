import { LedgerDb } from '../ledger/db.ts'
import { watch } from '../ledger/live.ts'
import { issuesBetween } from '../ledger/query.ts'
import { placeOf } from '../ledger/routes.ts'
import { spanOfDays } from '../lists/week.ts'
import type { Day } from '../types/reading.ts'
import { languageOf } from './language.ts'
import { seenOfServer } from './sync-seen.ts'
import { watchSpace } from './watch-space.ts'

export type PopupLedger = ReturnType<typeof openPopupLedger>

/** What the popup shows of the database. */
export function openPopupLedger() {
  const db = new LedgerDb()
  return {
    language: watch(() => languageOf(db)),
    units: watch(() => db.units.orderBy('name').toArray()),
    today: (day: Day) => {
      const { from, to } = spanOfDays(day, day)
      return watch(async () => (await issuesBetween(db, from, to)).reverse())
    },
    round: watch(() => placeOf(db)),
    sync: watch(() => seenOfServer(db)),
    space: watchSpace,
  }
}
