import type { Unit } from '../types/roster.ts'
import type { DraftUnit } from './draft.ts'
import type { Step } from './merge-step.ts'
import { foldName } from './name.ts'

type Report = (line: number, problem: string, params: Record<string, string>) => void

/** Units after the import, and the id that a name of the draft has there. */
export interface MergedUnits {
  units: Step<Unit>[]
  idOf: (unitName: string | null) => string | null
}

/**
 * Takes the file's units into the roster's. A unit is known again by its name, else by an alias on either side.
 * A file that has a new name for a known unit, with the old one as alias, renames it and keeps the old name.
 */
export function mergeUnits(drafts: readonly DraftUnit[], units: readonly Unit[], newId: () => string, report: Report): MergedUnits {
  const steps = new Map<string, Step<Unit>>(units.map((unit) => [unit.id, { before: unit, after: unit, touched: false }]))
  const byName = new Map<string, Unit>()
  for (const unit of units) for (const name of [unit.name, ...unit.aliases]) if (!byName.has(foldName(name))) byName.set(foldName(name), unit)
  // A unit's own name counts before an alias of another.
  for (const unit of units) byName.set(foldName(unit.name), unit)
  const ids = new Map<string, string>()
  for (const draft of drafts) {
    const named = [draft.name, ...draft.aliases].flatMap((name) => byName.get(foldName(name)) ?? [])
    const known = named[0]
    if (known && named.some((unit) => unit !== known)) {
      report(draft.line, 'two-units', { name: draft.name, names: [...new Set(named.map(({ name }) => name))].join('、'), owner: known.name })
    }
    const before = known ? (steps.get(known.id)?.after ?? known) : null
    const id = before?.id ?? newId()
    const after = before ? joined(before, draft, byName) : { id, name: draft.name, aliases: [...draft.aliases] }
    steps.set(id, { before: known ?? null, after, touched: true })
    ids.set(draft.name, id)
  }
  return { units: [...steps.values()], idOf: (name) => (name === null ? null : (ids.get(name) ?? null)) }
}

/** Aliases are added; those that are another unit's name or alias are left to it. */
function joined(unit: Unit, draft: DraftUnit, byName: Map<string, Unit>): Unit {
  const isNew = (name: string) => !byName.has(foldName(name))
  const name = isNew(draft.name) ? draft.name : unit.name
  const has = new Set([name, ...unit.aliases].map(foldName))
  const more = [unit.name, ...draft.aliases].filter((alias) => {
    const key = foldName(alias)
    const free = !has.has(key) && (isNew(alias) || byName.get(key)?.id === unit.id)
    has.add(key)
    return free
  })
  return more.length || name !== unit.name ? { ...unit, name, aliases: [...unit.aliases, ...more] } : unit
}
