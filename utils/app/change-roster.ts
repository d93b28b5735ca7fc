import { sameAddress } from '../ledger/fingerprint.ts'
import type { LedgerDb } from '../ledger/db.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { issuesWithoutUnit } from '../ledger/orphans.ts'
import { readRoster } from '../ledger/roster.ts'
import { changeRoster, type Moved, type RosterChange, type RosterUndo, type Told } from '../ledger/roster-change.ts'
import { belongingOf } from '../roster/match.ts'
import { finished } from '../roster/merge-accounts.ts'
import type { Issue } from '../types/issue.ts'
import type { Roster, Unit } from '../types/roster.ts'

/** Changes the roster; issues and 政务新媒体 accounts that had no unit and now have one go to it. */
export async function changeAndRehome(ledger: Ledger, change: RosterChange, told?: Told): Promise<RosterUndo> {
  const accounts = [...(change.accounts ?? []), ...(await accountsFor(ledger.db, change.put?.units ?? []))]
  return changeRoster(ledger, { ...change, accounts }, async (db) => {
    const issues = await issuesWithoutUnit(db)
    return issues.length > 0 ? homes(issues, await readRoster(db)) : []
  }, told)
}

/** Whose issues without a unit are, by the roster of now. */
export function homes(issues: readonly Issue[], roster: Roster): Moved[] {
  return issues.flatMap((issue) => {
    const { unit } = belongingOf({ url: issue.url, contentSource: null, columnName: issue.columnName }, roster)
    return unit ? [{ issue, unitId: unit.id, unitName: unit.name }] : []
  })
}

async function accountsFor(db: LedgerDb, units: readonly Unit[]) {
  if (units.length === 0) return []
  const accounts = await db.accounts.filter(({ unitId }) => unitId === null).toArray()
  return accounts.map((account) => finished(account, units, sameAddress)).filter(({ unitId }) => unitId !== null)
}
