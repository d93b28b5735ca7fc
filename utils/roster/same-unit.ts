import type { DraftUnit, RosterDraft } from './draft.ts'

/** The draft after a person said that names of it mean other units: each becomes an alias of the unit it means. `meaning`: name → unit's name. */
export function withSameUnits(draft: RosterDraft, meaning: ReadonlyMap<string, string>): RosterDraft {
  if (meaning.size === 0) return draft
  const nameOf = (name: string | null) => (name === null ? null : (meaning.get(name) ?? name))
  const units = new Map<string, DraftUnit>()
  for (const unit of draft.units) {
    const name = nameOf(unit.name)!
    const known = units.get(name) ?? { name, aliases: [], line: unit.line }
    const aliases = [...(name === unit.name ? [] : [unit.name]), ...unit.aliases]
    units.set(name, { ...known, line: Math.min(known.line, unit.line), aliases: [...known.aliases, ...aliases.filter((alias) => !known.aliases.includes(alias))] })
  }
  return {
    units: [...units.values()],
    sites: draft.sites.map((site) => ({ ...site, unitName: nameOf(site.unitName) })),
    columns: draft.columns.map((column) => ({ ...column, unitName: nameOf(column.unitName) })),
  }
}
