import { classOfColumnName } from '../checks/column-class.ts'
import { addressOf } from '../address.ts'
import { PlainError } from '../errors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { issuesWithoutUnit } from '../ledger/orphans.ts'
import { rosterOfHost } from '../ledger/roster.ts'
import { changeRoster } from '../ledger/roster-change.ts'
import { normalPrefix } from '../roster/address.ts'
import type { Unit } from '../types/roster.ts'
import { homes } from './change-roster.ts'

/**
 * Remembers to whom a page belongs: a site that the roster does not know becomes the unit's;
 * on a known one only the page's folder does, because a portal's columns belong to many units.
 * Issues of the same pages that had no unit get it, with a line in their history.
 */
export async function assignUnit(ledger: Ledger, { url, unitId, newName }: { url: string; unitId: string | null; newName: string }): Promise<void> {
  const { hostname } = new URL(url)
  const roster = await rosterOfHost(ledger.db, hostname)
  const unit = unitOf(roster.units, unitId, newName, ledger.newId)
  const known = roster.sites.length > 0
  const prefix = normalPrefix(known ? new URL('.', url).href : new URL('/', url).href)
  const base = { id: ledger.newId(), name: hostname, prefix, unitId: unit.id }
  const put = {
    units: [unit],
    sites: known ? [] : [{ ...base, siteIdCode: null }],
    columns: known ? [{ ...base, name: prefix, class: classOfColumnName(prefix), deadlineDays: null, exemption: null }] : [],
  }
  await changeRoster(ledger, { put }, async (db) => {
    const here = (await issuesWithoutUnit(db)).filter((issue) => addressOf(issue.url)?.hostname === hostname)
    return here.length > 0 ? homes(here, await rosterOfHost(db, hostname)) : []
  })
}

function unitOf(units: Unit[], unitId: string | null, newName: string, newId: () => string): Unit {
  const name = newName.trim()
  const known = units.find((unit) => unit.id === unitId) ?? units.find((unit) => unit.name === name)
  if (known) return known
  if (!name) throw new PlainError({ key: 'app.error.unit-unnamed' })
  return { id: newId(), name, aliases: [] }
}
