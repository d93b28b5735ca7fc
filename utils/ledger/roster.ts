import type { Roster } from '../types/roster.ts'
import type { LedgerDb } from './db.ts'

/** The whole roster, for the ledger page. */
export async function readRoster(db: LedgerDb): Promise<Roster> {
  const [units, sites, columns] = await Promise.all([db.units.orderBy('name').toArray(), db.sites.toArray(), db.columns.toArray()])
  return { units, sites, columns }
}

/** What the roster knows of one host, and all units: enough to tell whose a page is, without reading 20,000 columns. */
export async function rosterOfHost(db: LedgerDb, host: string): Promise<Roster> {
  const of = host.toLowerCase()
  const [units, sites, columns] = await Promise.all([
    db.units.toArray(),
    db.sites.where('prefix').startsWith(of).toArray(),
    db.columns.where('prefix').startsWith(of).toArray(),
  ])
  return { units, sites, columns }
}
