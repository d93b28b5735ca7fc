import type { Ledger } from '../ledger/ledger.ts'
import { issuesWithoutUnit } from '../ledger/orphans.ts'
import { readRoster } from '../ledger/roster.ts'
import { changeRoster } from '../ledger/roster-change.ts'
import { deviceOfLedger } from '../ledger/sharing/device.ts'
import { foldName } from '../roster/name.ts'
import { foldSameRoster } from '../team/fold-roster.ts'
import { foldSameWords } from '../team/fold-words.ts'
import { finishMerge } from '../team/unfinished.ts'
import { homes } from './change-roster.ts'

/**
 * What follows once others' work was taken in, all of it: issues of one problem are linked, what came twice under two ids (roster, accounts,
 * own words) becomes one, and issues that were recorded here without a unit go to the one that the roster names now. Issues of others are
 * their ledgers' matter, so that each moves once. What was cut off before is done, too.
 */
export function afterMerge(ledger: Ledger): Promise<void> {
  return finishMerge(ledger.db, (kinds) => followKinds(ledger, kinds))
}

/** @param kinds of which something came */
export async function followKinds(ledger: Ledger, kinds: readonly string[]): Promise<void> {
  const { db, now } = ledger
  if (kinds.includes('word')) await foldSameWords(db, now().toISOString())
  if (!['unit', 'site', 'column', 'account'].some((kind) => kinds.includes(kind))) return
  await foldSameRoster(db, foldName)
  const device = await deviceOfLedger(db)
  await changeRoster(ledger, {}, async () => {
    const issues = (await issuesWithoutUnit(db)).filter(({ mark }) => mark === device?.mark)
    return issues.length > 0 ? homes(issues, await readRoster(db)) : []
  })
}
