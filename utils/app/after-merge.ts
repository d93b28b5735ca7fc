import type { Ledger } from '../ledger/ledger.ts'
import { issuesWithoutUnit } from '../ledger/orphans.ts'
import { readRoster } from '../ledger/roster.ts'
import { changeRoster } from '../ledger/roster-change.ts'
import { deviceOfLedger } from '../ledger/sharing/device.ts'
import { foldName } from '../roster/name.ts'
import { foldSameRoster } from '../team/fold-roster.ts'
import type { MergeOutcome } from '../types/team.ts'
import { homes } from './change-roster.ts'

/**
 * What follows once others' work was taken in, all of it: a roster that came twice becomes one, and issues that were recorded here
 * without a unit go to the one that the roster names now. Issues of others are their ledgers' matter, so that each moves once.
 * @param outcomes of all batches
 */
export async function afterMerge(ledger: Ledger, outcomes: readonly Pick<MergeOutcome, 'added' | 'changed'>[]): Promise<void> {
  const came = (kind: string) => outcomes.some(({ added, changed }) => (added[kind] ?? 0) + (changed[kind] ?? 0) > 0)
  if (!['unit', 'site', 'column'].some(came)) return
  await foldSameRoster(ledger.db, foldName)
  const device = await deviceOfLedger(ledger.db)
  await changeRoster(ledger, {}, async (db) => {
    const issues = (await issuesWithoutUnit(db)).filter(({ mark }) => mark === device?.mark)
    return issues.length > 0 ? homes(issues, await readRoster(db)) : []
  })
}
