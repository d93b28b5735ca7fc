import type { PageReading } from '../types/reading.ts'
import type { Belonging, Column, Roster, Site } from '../types/roster.ts'
import { addressParts, pathsUp, prefixOf, type AddressParts } from './address.ts'
import { foldName } from './name.ts'
import { UNDER } from './qualify.ts'
import { sourceFinder, type SourceFinder } from './source.ts'

/** What of a page's reading tells to whom it belongs. */
export type Placed = Pick<PageReading, 'url' | 'contentSource'> & Partial<Pick<PageReading, 'columnName' | 'columnPath'>>

/**
 * To whom a page belongs: the column or site with the longest address prefix, the column before the site;
 * on a known site a column also by the name that the page shows, where only one has it (the articles of jcms and VSB
 * do not lie under their column's address); a page whose column and site have no unit by its source; else no one.
 */
export function belongingOf(page: Placed, roster: Roster): Belonging {
  const index = indexOf(roster)
  const { site, column } = placeOf(page, index)
  const owner = unitById(index, column?.unitId) ?? unitById(index, site?.unitId)
  if (owner) return { unit: owner, site, column, by: 'address' }
  const unit = page.contentSource ? index.bySource(page.contentSource) : null
  return { unit, site, column, by: unit ? 'source' : null }
}

interface Entry<T> {
  owner: T
  prefix: string
  params: string[]
  /** Stands at this path only because nothing else may. */
  borrowed?: boolean
}

interface Index {
  /** By host and path. */
  sites: Map<string, Entry<Site>[]>
  columns: Map<string, Entry<Column>[]>
  /** By the site's id (the host where no site is known) and the folded name. */
  names: Map<string, Column[]>
  units: Map<string, Roster['units'][number]>
  bySource: SourceFinder
}

const indexes = new WeakMap<Roster, Index>()

/** Built once for each roster; a changed roster is a new value. */
function indexOf(roster: Roster): Index {
  const known = indexes.get(roster)
  if (known) return known
  const index: Index = { sites: new Map(), columns: new Map(), names: new Map(), units: new Map(), bySource: sourceFinder(roster) }
  for (const unit of roster.units) index.units.set(unit.id, unit)
  for (const site of roster.sites) addEntry(index.sites, site)
  const roots = new Set(roster.sites.map((site) => prefixOf(site.prefix)))
  for (const column of roster.columns) {
    const parts = addressParts(column.prefix)
    if (!parts) continue
    // A column that was given no address of its own has its site's and is known by its name alone.
    if (!roots.has(prefixOf(column.prefix))) addEntry(index.columns, column)
    const site = longest(index.sites, parts)?.owner
    addTo(index.names, nameKey(site?.id ?? parts.host, column.name), column)
  }
  indexes.set(roster, index)
  return index
}

function addEntry<T extends { prefix: string }>(entries: Map<string, Entry<T>[]>, owner: T): void {
  const parts = addressParts(owner.prefix)
  if (!parts) return
  const entry = { owner, prefix: prefixOf(owner.prefix) ?? '', params: parts.params }
  addTo(entries, parts.host + parts.path, entry)
  // Further pages of a list at `gzdt.htm` lie in `gzdt/` (博达 VSB). A place that really has this address comes first.
  const folder = parts.path.replace(/\.s?html?$/i, '/')
  if (folder !== parts.path) addTo(entries, parts.host + folder, { ...entry, borrowed: true })
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

function placeOf(page: Placed, index: Index): { site: Site | null; column: Column | null } {
  const parts = addressParts(page.url)
  if (!parts) return { site: null, column: null }
  const site = longest(index.sites, parts)
  const column = longest(index.columns, parts)
  if (column && column.prefix.length >= (site?.prefix.length ?? 0)) return { site: site?.owner ?? null, column: column.owner }
  return { site: site?.owner ?? null, column: columnNamed(page, site?.owner.id ?? parts.host, index) }
}

/** The entry with the longest path above the address, and of those on one path the one with the most parameters in common. */
function longest<T>(entries: Map<string, Entry<T>[]>, { host, path, params }: AddressParts): Entry<T> | null {
  // `list_2.html` is the second page of the list at `list.html`.
  const first = path.replace(/_\d+(\.s?html?)$/i, '$1')
  for (const above of first === path ? pathsUp(path) : [path, ...pathsUp(first)]) {
    const here = (entries.get(host + above) ?? []).filter((entry) => entry.params.every((param) => params.includes(param)))
    const own = here.filter((entry) => !entry.borrowed)
    const fitting = own.length ? own : here
    if (fitting.length) return fitting.reduce((best, entry) => (entry.params.length > best.params.length ? entry : best))
  }
  return null
}

/** The column with a name that the page shows, the innermost first; none where two columns of the site share the name. */
function columnNamed({ columnName, columnPath = [] }: Placed, siteKey: string, index: Index): Column | null {
  const path = [...columnPath].reverse()
  for (const [up, name] of [columnName, ...path].entries()) {
    if (!name) continue
    // The name of the one above: a breadcrumb may or may not end with the column's own.
    const above = up === 0 ? (path[0] === name ? path[1] : path[0]) : path[up]
    const named = (above && index.names.get(nameKey(siteKey, above + UNDER + name))) || index.names.get(nameKey(siteKey, name))
    if (named) return named.length === 1 ? (named[0] ?? null) : null
  }
  return null
}

function nameKey(siteKey: string, name: string): string {
  return `${siteKey}\n${foldName(name)}`
}

function unitById(index: Index, id: string | null | undefined): Roster['units'][number] | null {
  return id ? (index.units.get(id) ?? null) : null
}
