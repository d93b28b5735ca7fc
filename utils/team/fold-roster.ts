import type { LedgerDb } from '../ledger/db.ts'
import { issuesOfUnits } from '../ledger/found.ts'
import type { Column, Site, Unit } from '../types/roster.ts'

/** Ids that mean the same row: the one that goes → the one that stays. */
type Same = Map<string, string>

/**
 * Two ledgers that read the same roster file before they met have each unit, site, column and account twice, under two ids. The older id stays
 * (ids tell their time), everywhere the same; what belonged to the other belongs to it, and its names become aliases.
 * Done here as edits of ours that every ledger makes alike, so that they settle: equal values are no clash. Names of issues stay as they are,
 * and their histories, too, because nothing changed for a person.
 * @param nameKey a unit's name as it is compared
 * @returns how many rows went
 */
export async function foldSameRoster(db: LedgerDb, nameKey: (name: string) => string): Promise<number> {
  return db.transaction('rw', [db.units, db.sites, db.columns, db.accounts, db.issues, db.readings, db.visits], async () => {
    const [units, sites, columns] = [await db.units.orderBy(':id').toArray(), await db.sites.orderBy(':id').toArray(), await db.columns.orderBy(':id').toArray()]
    const sameUnits = twinsOf(units, ({ name }) => nameKey(name))
    const sameSites = twinsOf(sites, ({ prefix }) => prefix)
    const sameColumns = twinsOf(columns, ({ prefix, name }) => `${prefix}\n${name}`)
    // as an import knows them: by platform and name
    const sameAccounts = twinsOf(await db.accounts.orderBy(':id').toArray(), ({ platform, name }) => `${platform}\n${nameKey(name)}`)
    if (sameUnits.size > 0) await moveUnits(db, units, sites, columns, sameUnits)
    if (sameColumns.size > 0) await moveColumns(db, sameColumns)
    await db.units.bulkDelete([...sameUnits.keys()])
    await db.sites.bulkDelete([...sameSites.keys()])
    await db.columns.bulkDelete([...sameColumns.keys()])
    await db.accounts.bulkDelete([...sameAccounts.keys()])
    return sameUnits.size + sameSites.size + sameColumns.size + sameAccounts.size
  })
}

function twinsOf<T extends { id: string }>(rows: readonly T[], keyOf: (row: T) => string): Same {
  const first = new Map<string, string>()
  const same: Same = new Map()
  for (const row of rows) {
    const known = first.get(keyOf(row))
    if (known === undefined) first.set(keyOf(row), row.id)
    else same.set(row.id, known)
  }
  return same
}

async function moveUnits(db: LedgerDb, units: readonly Unit[], sites: readonly Site[], columns: readonly Column[], same: Same): Promise<void> {
  const moved = <T extends { unitId: string | null }>(rows: readonly T[]) => rows.flatMap((row) => (row.unitId !== null && same.has(row.unitId) ? [{ ...row, unitId: same.get(row.unitId)! }] : []))
  const gone = [...same.keys()]
  await db.units.bulkPut(joined(units, same))
  await db.sites.bulkPut(moved(sites))
  await db.columns.bulkPut(moved(columns))
  await db.accounts.bulkPut(moved(await db.accounts.toArray()))
  await db.issues.bulkPut(moved(await issuesOfUnits(db, gone)))
  await db.readings.bulkPut(moved(await db.readings.toArray()))
  await db.visits.bulkPut(moved(await db.visits.toArray()))
}

/** Units that stay, with the names of those that go. */
function joined(units: readonly Unit[], same: Same): Unit[] {
  const more = new Map<string, string[]>()
  for (const { id, name, aliases } of units) {
    const stays = same.get(id)
    if (stays !== undefined) more.set(stays, [...(more.get(stays) ?? []), name, ...aliases])
  }
  return units.flatMap((unit) => {
    const names = [...new Set(more.get(unit.id))].filter((name) => name !== unit.name && !unit.aliases.includes(name))
    return names.length > 0 ? [{ ...unit, aliases: [...unit.aliases, ...names] }] : []
  })
}

async function moveColumns(db: LedgerDb, same: Same): Promise<void> {
  const gone = [...same.keys()]
  await db.readings.where('columnId').anyOf(gone).modify((row) => void (row.columnId = same.get(row.columnId!)!))
  await db.visits.filter(({ columnId }) => columnId !== null && same.has(columnId)).modify((row) => void (row.columnId = same.get(row.columnId!)!))
}
