import type { DraftUnit } from './draft.ts'
import { foldName } from './name.ts'
import type { Complain, RosterRow } from './row.ts'

/** The units of a file, and which of them a name means. */
export interface DraftUnits {
  units: DraftUnit[]
  /** The unit with this name or alias; null for an empty name. */
  find: (name: string) => DraftUnit | null
}

/**
 * Gathers units over all rows. A row may call a unit by an alias that another row gives it (县教体局), so aliases
 * are read first. An alias of two units is kept for the first and named.
 */
export function gatherUnits(rows: readonly RosterRow[], complainOf: (line: number) => Complain): DraftUnits {
  const known = new Map<string, DraftUnit>()
  const units: DraftUnit[] = []
  const unitOf = ({ unit: name, line }: RosterRow): DraftUnit | null => {
    if (!foldName(name)) return null
    const found = known.get(foldName(name))
    if (found) return found
    const unit = { name, aliases: [], line }
    known.set(foldName(name), unit)
    units.push(unit)
    return unit
  }
  for (const row of rows.filter(({ aliases }) => aliases.length)) {
    const unit = unitOf(row)
    if (unit) addAliases(unit, row.aliases, known, complainOf(row.line))
  }
  for (const row of rows) unitOf(row)
  for (const row of rows) {
    const unit = known.get(foldName(row.unit))
    if (unit) unit.line = Math.min(unit.line, row.line)
  }
  return { units: units.sort((a, b) => a.line - b.line), find: (name) => known.get(foldName(name)) ?? null }
}

function addAliases(unit: DraftUnit, aliases: string[], known: Map<string, DraftUnit>, complain: Complain): void {
  for (const alias of aliases) {
    const key = foldName(alias)
    const owner = known.get(key)
    if (owner && owner !== unit) complain('alias-taken', { alias, owner: owner.name, other: unit.name })
    if (owner || !key) continue
    known.set(key, unit)
    unit.aliases.push(alias)
  }
}
