import { sweepStaged } from '../ledger/backup/restore.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { changeSetting, readSettings } from '../ledger/settings.ts'
import { collectShots } from '../ledger/shots.ts'
import { forgetVerdictsBefore } from '../ledger/verdicts.ts'
import { dayInShanghai } from '../lists/week.ts'

/** Days after which a link verdict is forgotten by itself: it has long stopped being trusted, and only its count of failures was left. */
const FORGET_DAYS = 90

/** Instant before which verdicts are old. */
export function oldBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString()
}

/**
 * Puts the house in order: what a killed restore has left; once a day, link verdicts of long ago and pictures that no issue shows.
 * Called whenever the background wakes; that costs one count and one look at the settings.
 */
export async function tidy(db: LedgerDb, now: Date): Promise<void> {
  await sweepStaged(db)
  const today = dayInShanghai(now.toISOString())
  if ((await readSettings(db)).tidiedOn === today) return
  await changeSetting(db, 'tidiedOn', () => today)
  await forgetVerdictsBefore(db, oldBefore(now, FORGET_DAYS))
  await collectShots(db)
}
