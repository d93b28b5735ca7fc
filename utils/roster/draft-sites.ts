import type { DraftSite, DraftUnit } from './draft.ts'
import type { DraftUnits } from './draft-units.ts'
import { nameOfField } from './header.ts'
import { foldName } from './name.ts'
import type { Complain, RosterRow } from './row.ts'

/** The sites of a file, by prefix, and the prefix that a site's name alone means. */
export interface DraftSites {
  sites: DraftSite[]
  /** The prefix of the row's site: its own address, else the address that another row gives a site of this name. */
  prefixOf: (row: RosterRow) => string | null
}

/**
 * Gathers sites over all rows. A row without a column says whose the site is; rows with columns only say whose the
 * columns are, because a portal's columns belong to many units. A site without a row of its own is a unit's
 * where all its columns are that unit's and its name holds the unit's.
 */
export function gatherSites(rows: readonly RosterRow[], { find }: DraftUnits, complainOf: (line: number) => Complain): DraftSites {
  const byPrefix = new Map<string, DraftSite>()
  const byName = new Map<string, string>()
  const columnOwners = new Map<string, Set<DraftUnit | null>>()
  const ownRow = new Set<string>()
  for (const row of rows) {
    const { sitePrefix: prefix, line } = row
    if (prefix === null) continue
    if (row.site && !byName.has(foldName(row.site))) byName.set(foldName(row.site), prefix)
    const site = byPrefix.get(prefix) ?? { name: '', prefix, siteIdCode: null, unitName: null, line }
    byPrefix.set(prefix, site)
    const complain = complainOf(line)
    const differs = (field: 'site' | 'code') => complain('site-says-otherwise', { first: site.line, address: prefix, field: nameOfField(field) })
    if (row.site && site.name && foldName(row.site) !== foldName(site.name)) differs('site')
    else site.name ||= row.site
    if (row.code && site.siteIdCode && row.code !== site.siteIdCode) differs('code')
    else site.siteIdCode ??= row.code
    const unit = find(row.unit)
    if (row.column) {
      columnOwners.set(prefix, (columnOwners.get(prefix) ?? new Set()).add(unit))
    } else {
      if (unit && site.unitName && site.unitName !== unit.name) {
        complain('two-owners', { first: site.line, address: prefix, owner: site.unitName, other: unit.name })
      } else if (unit && !site.unitName) {
        site.unitName = unit.name
        site.line = line
      }
      ownRow.add(prefix)
    }
  }
  for (const [prefix, owners] of columnOwners) {
    const site = byPrefix.get(prefix)
    const [only] = owners
    if (site && only && owners.size === 1 && !ownRow.has(prefix) && isNamedAfter(site, only)) site.unitName = only.name
  }
  const sites = [...byPrefix.values()]
  for (const site of sites) site.name ||= site.prefix.replace(/\/$/, '')
  return { sites, prefixOf: ({ sitePrefix, site }) => sitePrefix ?? byName.get(foldName(site)) ?? null }
}

function isNamedAfter(site: DraftSite, { name, aliases }: DraftUnit): boolean {
  return [name, ...aliases].some((one) => foldName(site.name).includes(foldName(one)))
}
